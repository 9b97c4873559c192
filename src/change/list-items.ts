// Items of lists and entries of maps that are about some secondaries and nobody else: found, and taken away.
import type { Fleet } from '../model/fleet.ts'
import type { Secondary } from '../model/secondary.ts'
import { isObject, type Json, type JsonObject, type Path } from '../source/json.ts'
import { documentsOf } from '../source/yaml.ts'
import { containerOf, type Placed, type Span } from './containers.ts'
import { lineEnd, lineStart, type Edit } from './edits.ts'
import { mentioned, mentionsIn, type Mentions } from './identity.ts'
import type { ListPlace } from './list-places.ts'

/** An item of a list, or an entry of a map, in a file that others share. */
export interface ListItem {
  readonly file: string
  /** Index among the file's documents that say something. */
  readonly document: number
  readonly path: Path
  /** Others need it too: it is copied, and never taken away. */
  readonly isNeeded: boolean
}

/** Whether a file names some of a group outside of lists and maps with an item for each cluster. */
export function speaksOf(fleet: Fleet, file: string, group: readonly Secondary[]): boolean {
  const content = fleet.repository.checkout.read(file)
  const tests = testsFor(group, mentionsIn(fleet))
  return 'text' in content && documentsOf(content.text).documents.some(({ value }) => speaks(value, tests))
}

function speaks(value: Json, tests: Tests): boolean {
  if (Array.isArray(value)) return value.some(item => !tests.isOurs(item) && speaks(item, tests))
  if (!isObject(value)) return tests.isOurs(value)
  return Object.entries(value).some(([key, inner]) => !tests.keyed?.(value, key) && speaks(inner, tests))
}

/** The outermost items and entries of a place that name the group, and nobody else. */
export function listItemsOf(fleet: Fleet, place: ListPlace, group: readonly Secondary[]): ListItem[] {
  const { file, isNeeded } = place
  const content = fleet.repository.checkout.read(file)
  if (!('text' in content)) return []
  const tests = place.isOurs
    ? { isOurs: (item: Json) => place.isOurs!(item), keyed: undefined }
    : testsFor(group, mentionsIn(fleet))
  return documentsOf(content.text).documents.flatMap(({ value }, document) =>
    place.isMeant(value) ? itemPaths(value, [], tests).map(path => ({ file, document, path, isNeeded })) : []
  )
}

interface Tests {
  isOurs(item: Json): boolean
  /** Whether an entry of a map is one secondary's; absent where only lists are meant. */
  readonly keyed: ((map: JsonObject, key: string) => boolean) | undefined
}

/** A generator is no item, though all its elements be ours: they are. */
function itemPaths(value: Json, path: Path, tests: Tests): Path[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      path.at(-1) !== 'generators' && tests.isOurs(item) ? [[...path, index]] : itemPaths(item, [...path, index], tests)
    )
  }
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    tests.keyed?.(value, key) ? [[...path, key]] : itemPaths(inner, [...path, key], tests)
  )
}

/**
 * An entry is the group's when its key names it, and nothing in it names another. That a key is called like a cluster is
 * chance, unless its neighbours are called like others, or the entry speaks of the cluster too.
 */
function testsFor(group: readonly Secondary[], mentions: Mentions): Tests {
  const isGroups = (named: ReadonlySet<Secondary>): boolean =>
    named.size > 0 && [...named].every(secondary => group.includes(secondary))
  return {
    isOurs: item => isGroups(mentioned(item, mentions)),
    keyed(map, key) {
      if (!isGroups(mentions(key))) return false
      const inside = mentioned(map[key]!, mentions)
      const keys = Object.keys(map)
      return inside.size > 0 ? isGroups(inside) : keys.length > 1 && keys.every(other => mentions(other).size > 0)
    }
  }
}

/** The edits that take items of a file away, each with the line or the comma it came with. */
export function removalEdits(text: string, items: readonly ListItem[]): Edit[] {
  const lists = new Map<string, ListItem[]>()
  for (const item of items.filter(({ isNeeded }) => !isNeeded)) {
    const key = `${item.document} ${JSON.stringify(item.path.slice(0, -1))}`
    lists.set(key, [...(lists.get(key) ?? []), item])
  }
  return [...lists.values()].flatMap(leaving => removalsIn(text, leaving))
}

function removalsIn(text: string, leaving: readonly ListItem[]): Edit[] {
  const { document, path } = leaving[0]!
  const { items = [], isBlock = false } = containerOf(text, document, path) ?? {}
  const gone = new Set(leaving.map(item => item.path.at(-1)))
  const isGone = ({ key }: Placed): boolean => gone.has(key)
  if (isBlock && items.length > 0 && items.every(isGone)) return emptied(text, items)
  return items.flatMap((item, index) => {
    if (!isGone(item)) return []
    return [isBlock ? lineRemoval(text, item.span, items[index + 1]?.span) : flowRemoval(items, isGone, index)]
  })
}

/** What nothing is left of says so: without a word, it would be null. */
function emptied(text: string, [first, ...rest]: readonly Placed[]): Edit[] {
  const end = lineEnd(text, first!.span.end)
  const nothing = typeof first!.key === 'string' ? '  {}' : '  []'
  return [
    { start: first!.span.start, end, text: nothing },
    ...rest.map(({ span }) => lineRemoval(text, span, undefined))
  ]
}

/** With its line break; where something else is before it on its line, the next item takes its place. */
function lineRemoval(text: string, span: Span, next: Span | undefined): Edit {
  const from = lineStart(text, span.start)
  const end = lineEnd(text, span.end)
  if (text.slice(from, span.start).trim() !== '') {
    const isNextBelow = next && text.slice(end, next.start).trim() === ''
    return { start: span.start, end: isNextBelow ? next.start : end, text: '' }
  }
  if (from === 0) return { start: 0, end: Math.min(end + (text[end] === '\r' ? 2 : 1), text.length), text: '' }
  return { start: from - (text[from - 2] === '\r' ? 2 : 1), end, text: '' }
}

/** With the comma before it, when an item before it stays; else with the one behind it. */
function flowRemoval(items: readonly Placed[], isGone: (item: Placed) => boolean, index: number): Edit {
  const { start, end } = items[index]!.span
  const staysBefore = items.some((item, other) => other < index && !isGone(item))
  return staysBefore
    ? { start: items[index - 1]!.span.end, end, text: '' }
    : { start, end: items[index + 1]?.span.start ?? end, text: '' }
}
