// Items of lists that are about one secondary: found, copied in the order the list keeps, and taken away.
import type { Fleet } from '../model/fleet.ts'
import type { Secondary } from '../model/secondary.ts'
import { isObject, type Json, type Path } from '../source/json.ts'
import { documentsOf, entrySpanOf, type Document } from '../source/yaml.ts'
import { identityOf, recogniserOf } from './identity.ts'
import { lineBreakOf, lineEnd, lineStart, type Edit } from './edits.ts'
import type { Renaming } from './renaming.ts'

/** An item of a list in a file that others share. */
export interface ListItem {
  readonly file: string
  /** Index among the file's documents that say something. */
  readonly document: number
  readonly path: Path
}

/** The outermost items of a file's lists that name a secondary, and no other one. */
export function listItemsOf(fleet: Fleet, file: string, secondary: Secondary): ListItem[] {
  const content = fleet.repository.checkout.read(file)
  if (!('text' in content)) return []
  const own = recogniserOf(secondary)
  const others = fleet.secondaries.filter(
    each => each !== secondary && identityOf(each).name !== identityOf(secondary).name
  )
  const recognisers = others.filter(each => content.text.includes(identityOf(each).name)).map(recogniserOf)
  const isOnlyOurs = (value: Json): boolean =>
    mentions(value, own) && !recognisers.some(other => mentions(value, other))
  return documentsOf(content.text).documents.flatMap((document, index) =>
    itemPaths(document.value, [], isOnlyOurs).map(path => ({ file, document: index, path }))
  )
}

/** Only items of lists with more than one item, or whose item is all about the secondary, count. */
function itemPaths(value: Json, path: Path, isOurs: (value: Json) => boolean): Path[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      isOurs(item) ? [[...path, index]] : itemPaths(item, [...path, index], isOurs)
    )
  }
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => itemPaths(inner, [...path, key], isOurs))
}

function mentions(value: Json, renaming: Renaming): boolean {
  if (typeof value === 'string') return renaming.names(value)
  if (Array.isArray(value)) return value.some(item => mentions(item, renaming))
  return (
    isObject(value) && Object.entries(value).some(([key, inner]) => renaming.names(key) || mentions(inner, renaming))
  )
}

/** The edit that adds a copy of an item, renamed, where the list's order wants it. */
export function copyEdit(text: string, { document, path }: ListItem, renaming: Renaming): Edit | undefined {
  const part = documentsOf(text).documents[document]
  const span = part && entrySpanOf(text, part, path)
  if (!part || !span) return undefined
  const copy = renaming.text(text.slice(span.start, span.end))
  return text[span.start] === '-'
    ? blockEdit(text, part, path, span, copy)
    : { start: span.end, end: span.end, text: `, ${copy}` }
}

function blockEdit(text: string, part: Document, path: Path, span: { start: number; end: number }, copy: string): Edit {
  const indent = text.slice(lineStart(text, span.start), span.start)
  const lineBreak = lineBreakOf(text)
  const before = siblingBefore(text, part, path, copy)
  if (before === 'first') {
    const first = entrySpanOf(text, part, [...path.slice(0, -1), 0])!
    return { start: first.start, end: first.start, text: `${copy}${lineBreak}${indent}` }
  }
  const end = lineEnd(text, (before ?? span).end)
  return { start: end, end, text: `${lineBreak}${indent}${copy}` }
}

/** In a sorted list, the item after which the copy belongs; 'first' when before all; undefined in a list of no order: after the one copied. */
function siblingBefore(
  text: string,
  part: Document,
  path: Path,
  copy: string
): { start: number; end: number } | 'first' | undefined {
  const spans: { start: number; end: number }[] = []
  for (let index = 0; ; index++) {
    const span = entrySpanOf(text, part, [...path.slice(0, -1), index])
    if (!span || (spans.length > 0 && span.start <= spans.at(-1)!.start)) break
    spans.push(span)
  }
  const words = spans.map(({ start, end }) => text.slice(start, end))
  if (spans.length < 2 || words.some((word, index) => index > 0 && word < words[index - 1]!)) return undefined
  const smaller = words.filter(word => word < copy).length
  return smaller === 0 ? 'first' : spans[smaller - 1]
}

/** The edit that takes an item away, with the line or the comma it came with: the opposite of `copyEdit`. */
export function removalEdit(text: string, { document, path }: ListItem): Edit | undefined {
  const part = documentsOf(text).documents[document]
  const span = part && entrySpanOf(text, part, path)
  if (!part || !span) return undefined
  if (text[span.start] !== '-') return flowRemoval(text, span)
  const from = lineStart(text, span.start)
  const startsLine = text.slice(from, span.start).trim() === ''
  const end = lineEnd(text, span.end)
  if (!startsLine) return { start: span.start, end, text: '' }
  const lineBreak = text[from - 2] === '\r' ? 2 : 1
  return from === 0
    ? { start: 0, end: Math.min(end + 1, text.length), text: '' }
    : { start: from - lineBreak, end, text: '' }
}

function flowRemoval(text: string, { start, end }: { start: number; end: number }): Edit {
  const before = /,[ \t]*$/.exec(text.slice(0, start))
  if (before) return { start: before.index, end, text: '' }
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(end))
  return { start, end: end + (after?.[0].length ?? 0), text: '' }
}
