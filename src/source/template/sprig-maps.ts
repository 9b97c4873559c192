// Sprig's functions over maps (github.com/Masterminds/sprig/v3, dict.go).
import { type GoFunction, fixed, variadic } from './go-call.ts'
import { entryOf, type Run } from './go-run.ts'
import { GoList, GoMap, type GoValue, isTrue, typeName } from './go-value.ts'
import { textOf } from './sprig-text.ts'
import { failure, unsupported } from './rendered.ts'

/** Names to functions. */
export const mapFunctions: Readonly<Record<string, GoFunction>> = {
  dict: variadic([], 'any', (run, values) => dictOf(run, values)),
  get: fixed(['map', 'string'], (run, map, key) => entryOf(run, map, key) ?? (map.entries.has(key) ? null : '')),
  hasKey: fixed(['map', 'string'], (run, map, key) => entryOf(run, map, key) !== undefined || map.entries.has(key)),
  set: fixed(['map', 'string', 'any'], (_, map, key, value) => changed(map, entries => entries.set(key, value))),
  unset: fixed(['map', 'string'], (_, map, key) =>
    map.entries.has(key) ? changed(map, entries => entries.delete(key)) : map
  ),
  keys: variadic([], 'map', (_, maps) => keysOf(maps)),
  values: fixed(['map'], (_, map) => unordered(new GoList([...map.entries.values()]))),
  pluck: variadic(['string'], 'map', (run, maps, key) => plucked(run, maps, key)),
  pick: variadic(['map'], 'string', (run, keys, map) => picked(run, map, keys)),
  omit: variadic(['map'], 'string', (_, keys, map) => omitted(map, keys)),
  dig: variadic([], 'any', (run, values) => dug(run, values)),
  merge: variadic(['map'], 'map', (run, sources, target) => merged(run, target, sources, false)),
  mustMerge: variadic(['map'], 'map', (run, sources, target) => merged(run, target, sources, false)),
  mergeOverwrite: variadic(['map'], 'map', (run, sources, target) => merged(run, target, sources, true)),
  mustMergeOverwrite: variadic(['map'], 'map', (run, sources, target) => merged(run, target, sources, true))
}

function dictOf(run: Run, values: readonly GoValue[]): GoMap {
  const entries = new Map<string, GoValue>()
  for (let index = 0; index < values.length; index += 2) {
    entries.set(textOf(run, values[index]), index + 1 < values.length ? values[index + 1] : '')
  }
  return new GoMap(entries)
}

// A change to the parameters themselves would reach the templates rendered after this one.
function changed(map: GoMap, change: (entries: Map<string, GoValue>) => unknown): GoMap {
  if (map.isNil) throw failure('assignment to entry in nil map')
  if (map.path !== undefined) throw unsupported('changing a parameter in place is not supported')
  change(map.entries)
  return map
}

function unordered(list: GoList): GoList {
  list.isUnordered = list.items.length > 1
  return list
}

function keysOf(maps: readonly GoMap[]): GoList {
  return unordered(
    new GoList(
      maps.flatMap(map => [...map.entries.keys()]),
      'string'
    )
  )
}

function plucked(run: Run, maps: readonly GoMap[], key: string): GoList {
  return new GoList(maps.flatMap(map => (map.entries.has(key) ? [entryOf(run, map, key)] : [])))
}

function picked(run: Run, map: GoMap, keys: readonly string[]): GoMap {
  const kept = keys.filter(key => map.entries.has(key))
  return new GoMap(new Map(kept.map(key => [key, entryOf(run, map, key)])))
}

function omitted(map: GoMap, keys: readonly string[]): GoMap {
  return new GoMap(new Map([...map.entries].filter(([key]) => !keys.includes(key))))
}

function dug(run: Run, values: readonly GoValue[]): GoValue {
  if (values.length < 3) throw failure('dig needs at least three arguments')
  const keys = values.slice(0, -2)
  let value: GoValue = values.at(-1)
  mapToDig(value)
  for (const key of keys.map(textKey)) {
    const map = mapToDig(value)
    const next = entryOf(run, map, key)
    if (!map.entries.has(key)) return values.at(-2)
    value = next
  }
  return value
}

function textKey(key: GoValue): string {
  if (typeof key !== 'string') throw failure(`dig: a key is ${typeName(key)}, not string`)
  return key
}

function mapToDig(value: GoValue): GoMap {
  if (value instanceof GoMap && value.element === 'any') return value
  throw failure(`dig: ${typeName(value)} is not map[string]interface {}`)
}

// mergo: an entry that is absent or empty is filled; maps are merged; the rest stays unless it is overwritten.
function merged(run: Run, target: GoMap, sources: readonly GoMap[], overwrites: boolean): GoMap {
  for (const source of sources) mergeInto(run, target, source, overwrites)
  return target
}

function mergeInto(run: Run, target: GoMap, source: GoMap, overwrites: boolean): void {
  if (source.isNil || source.entries.size === 0) return
  if (target.isNil) throw unsupported('merging into nothing is not supported')
  for (const [key, value] of source.entries) {
    run.spend()
    const present = target.entries.get(key)
    if (present instanceof GoMap && value instanceof GoMap) {
      mergeInto(run, present, value, overwrites)
      if (present.entries.size > 0) continue
    }
    const isNothing = value === null || value === undefined
    const fills = !isNothing && (!target.entries.has(key) || !isTrue(present))
    if (fills || overwrites) changed(target, entries => entries.set(key, value))
  }
}
