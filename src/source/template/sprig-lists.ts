// Sprig's functions over lists (github.com/Masterminds/sprig/v3, list.go).
import { type GoFunction, fixed, variadic } from './go-call.ts'
import { itemOf, type Run } from './go-run.ts'
import { byCodePoint } from '../order.ts'
import { deepEqual, GoInt, GoList, type GoValue, isTrue, strings, typeName } from './go-value.ts'
import { textsOf } from './sprig-text.ts'
import { integerOfAny } from './sprig-numbers.ts'
import { failure } from './rendered.ts'

const nil = new GoList([], 'any', undefined, true)

/** Names to functions. */
export const listFunctions: Readonly<Record<string, GoFunction>> = {
  ...both(
    'list',
    'tuple',
    variadic([], 'any', (_, items) => new GoList(items))
  ),
  ...must(
    'first',
    fixed(['any'], (run, list) => edge(run, list, 0))
  ),
  ...must(
    'last',
    fixed(['any'], (run, list) => edge(run, list, -1))
  ),
  ...must(
    'rest',
    fixed(['any'], (_, list) => remainder(list, items => items.slice(1)))
  ),
  ...must(
    'initial',
    fixed(['any'], (_, list) => remainder(list, items => items.slice(0, -1)))
  ),
  ...must(
    'append',
    fixed(['any', 'any'], (_, list, item) => new GoList([...itemsOf(list), item]))
  ),
  ...must(
    'push',
    fixed(['any', 'any'], (_, list, item) => new GoList([...itemsOf(list), item]))
  ),
  ...must(
    'prepend',
    fixed(['any', 'any'], (_, list, item) => new GoList([item, ...itemsOf(list)]))
  ),
  ...must(
    'reverse',
    fixed(['any'], (_, list) => new GoList(itemsOf(list).toReversed()))
  ),
  ...must(
    'compact',
    fixed(['any'], (_, list) => new GoList(itemsOf(list).filter(isTrue)))
  ),
  ...must(
    'uniq',
    fixed(['any'], (run, list) => new GoList(unique(run, itemsOf(list))))
  ),
  ...must(
    'has',
    fixed(['any', 'any'], (run, needle, list) => list !== null && holds(run, itemsOf(list), needle))
  ),
  ...must(
    'without',
    variadic(['any'], 'any', (run, omitted, list) => without(run, itemsOf(list), omitted))
  ),
  ...must(
    'slice',
    variadic(['any'], 'any', (_, indexes, list) => sliced(list, indexes))
  ),
  concat: variadic([], 'any', (_, lists) => concatenated(lists)),
  sortAlpha: fixed(['any'], (run, value) =>
    strings((value === null ? ['<nil>'] : textsOf(run, value)).sort(byCodePoint))
  )
}

function both(name: string, other: string, callee: GoFunction): Record<string, GoFunction> {
  return { [name]: callee, [other]: callee }
}

// Each has a twin that returns its error instead of panicking: for a template the same failure.
function must(name: string, callee: GoFunction): Record<string, GoFunction> {
  return both(name, `must${name.charAt(0).toUpperCase()}${name.slice(1)}`, callee)
}

/** A list's items; refuses anything else, as Go does. */
function itemsOf(list: GoValue): readonly GoValue[] {
  return listOf(list).items
}

function listOf(list: GoValue): GoList {
  if (!(list instanceof GoList)) throw failure(`expected a list; got ${typeName(list)}`)
  return list
}

function edge(run: Run, value: GoValue, index: 0 | -1): GoValue {
  const list = listOf(value)
  return list.items.length === 0 ? null : itemOf(run, list, index === 0 ? 0 : list.items.length - 1)
}

function remainder(value: GoValue, take: (items: readonly GoValue[]) => GoValue[]): GoValue {
  const items = itemsOf(value)
  return items.length === 0 ? nil : new GoList(take(items))
}

function holds(run: Run, items: readonly GoValue[], needle: GoValue): boolean {
  return items.some(item => {
    run.spend()
    return deepEqual(item, needle)
  })
}

function unique(run: Run, items: readonly GoValue[]): GoValue[] {
  const kept: GoValue[] = []
  for (const item of items) if (!holds(run, kept, item)) kept.push(item)
  return kept
}

function without(run: Run, items: readonly GoValue[], omitted: readonly GoValue[]): GoList {
  return new GoList(items.filter(item => !holds(run, omitted, item)))
}

function concatenated(lists: readonly GoValue[]): GoList {
  const items = lists.flatMap(itemsOf)
  return items.length === 0 ? nil : new GoList(items)
}

function sliced(value: GoValue, indexes: readonly GoValue[]): GoValue {
  const list = listOf(value)
  if (list.items.length === 0) return null
  const [start, end] = indexes.map(index => Number(integerOfAny(index)))
  const from = start ?? 0
  const to = end ?? list.items.length
  if (from < 0 || to > list.items.length || from > to) throw failure('slice bounds out of range')
  return new GoList(list.items.slice(from, to), list.element)
}

/** Sprig's until and untilStep. */
export function countOf(run: Run, start: number, stop: number, step: number): GoList {
  const items: GoInt[] = []
  if (stop < start ? step < 0 : step > 0) {
    for (let value = start; stop < start ? value > stop : value < stop; value += step) {
      run.spend()
      items.push(new GoInt(BigInt(value)))
    }
  }
  return new GoList(items, 'int')
}
