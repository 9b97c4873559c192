// Items of lists that are about some secondaries and nobody else: found, and taken away.
import type { Fleet } from '../model/fleet.ts'
import type { Secondary } from '../model/secondary.ts'
import { isObject, type Json, type Path } from '../source/json.ts'
import { documentsOf, locatorOf, type Locator } from '../source/yaml.ts'
import { lineEnd, lineStart, type Edit } from './edits.ts'
import { mentionsIn, type Mentions } from './identity.ts'
import type { ListPlace } from './list-places.ts'

/** An item of a list in a file that others share. */
export interface ListItem {
  readonly file: string
  /** Index among the file's documents that say something. */
  readonly document: number
  readonly path: Path
  /** Others need it too: it is copied, and never taken away. */
  readonly isNeeded: boolean
}

type Span = { readonly start: number; readonly end: number }

/** The outermost items of a place's lists that name the group, and nobody else. */
export function listItemsOf(fleet: Fleet, place: ListPlace, group: readonly Secondary[]): ListItem[] {
  const { file, isNeeded } = place
  const content = fleet.repository.checkout.read(file)
  if (!('text' in content)) return []
  const mentions = place.isOurs ? undefined : mentionsIn(fleet)
  const isOurs = (item: Json): boolean => {
    if (!mentions) return place.isOurs!(item)
    const named = mentioned(item, mentions)
    return named.size > 0 && [...named].every(secondary => group.includes(secondary))
  }
  return documentsOf(content.text).documents.flatMap(({ value }, document) =>
    place.isMeant(value) ? itemPaths(value, [], isOurs).map(path => ({ file, document, path, isNeeded })) : []
  )
}

/** A generator is no item, though all its elements be ours: they are. */
function itemPaths(value: Json, path: Path, isOurs: (value: Json) => boolean): Path[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      path.at(-1) !== 'generators' && isOurs(item) ? [[...path, index]] : itemPaths(item, [...path, index], isOurs)
    )
  }
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => itemPaths(inner, [...path, key], isOurs))
}

function mentioned(value: Json, mentions: Mentions): Set<Secondary> {
  if (typeof value === 'string') return new Set(mentions(value))
  if (Array.isArray(value)) return new Set(value.flatMap(item => [...mentioned(item, mentions)]))
  if (!isObject(value)) return new Set()
  return new Set(Object.entries(value).flatMap(([key, inner]) => [...mentions(key), ...mentioned(inner, mentions)]))
}

/** The spans of a list's items, each from its dash on; none when they can't be told apart, as behind an alias. */
export function itemSpansOf(locator: Locator, list: Path): Span[] {
  const spans: Span[] = []
  for (let index = 0; ; index++) {
    const span = locator.entrySpanOf([...list, index])
    if (!span || (spans.length > 0 && span.start <= spans.at(-1)!.start)) return spans
    spans.push(span)
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
  const part = documentsOf(text).documents[document]
  const locator = part && locatorOf(text, part)
  const spans = locator ? itemSpansOf(locator, path.slice(0, -1)) : []
  const gone = new Set(leaving.map(item => Number(item.path.at(-1))))
  const isBlock = spans[0] !== undefined && text[spans[0].start] === '-'
  if (isBlock && gone.size === spans.length) return emptied(text, spans)
  return spans.flatMap((span, index) => {
    if (!gone.has(index)) return []
    return [isBlock ? lineRemoval(text, span) : flowRemoval(spans, gone, index)]
  })
}

/** A list that nothing is left of says so: without a word, it would be null. */
function emptied(text: string, [first, ...rest]: readonly Span[]): Edit[] {
  const end = lineEnd(text, first!.end)
  return [{ start: first!.start, end, text: '  []' }, ...rest.map(span => lineRemoval(text, span))]
}

function lineRemoval(text: string, span: Span): Edit {
  const from = lineStart(text, span.start)
  const end = lineEnd(text, span.end)
  if (text.slice(from, span.start).trim() !== '') return { start: span.start, end, text: '' }
  if (from === 0) return { start: 0, end: Math.min(end + (text[end] === '\r' ? 2 : 1), text.length), text: '' }
  return { start: from - (text[from - 2] === '\r' ? 2 : 1), end, text: '' }
}

/** With the comma before it, when an item before it stays; else with the one behind it. */
function flowRemoval(spans: readonly Span[], gone: ReadonlySet<number>, index: number): Edit {
  const { start, end } = spans[index]!
  const staysBefore = spans.some((_, other) => other < index && !gone.has(other))
  return staysBefore
    ? { start: spans[index - 1]!.end, end, text: '' }
    : { start, end: spans[index + 1]?.start ?? end, text: '' }
}
