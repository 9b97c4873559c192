// The list or the map that an item is in: where each of its items is written, in the order of the file.
import { isObject, type Json, type Path } from '../source/json.ts'
import { documentsOf, locatorOf, type Document, type Locator } from '../source/yaml.ts'
import { lineEnd, lineStart } from './edits.ts'

/** From the dash or the key on to the end of the value. */
export type Span = { readonly start: number; readonly end: number }

/** An item among its neighbours. */
export interface Placed {
  readonly key: string | number
  readonly span: Span
  /** Of a map's entry, the key as it is written. */
  readonly keySpan: Span | undefined
}

/** A list, or a map. */
export interface Container {
  readonly part: Document
  readonly value: Json
  /** Whether each item has lines of its own. */
  readonly isBlock: boolean
  /** None when they can't be told apart, as behind an alias. */
  readonly items: readonly Placed[]
}

/** @param path of an item */
export function containerOf(text: string, document: number, path: Path): Container | undefined {
  const part = documentsOf(text).documents[document]
  const locator = part && locatorOf(text, part)
  if (!locator) return undefined
  const outer = path.slice(0, -1)
  const value = valueAt(part.value, outer)
  if (Array.isArray(value)) {
    const items = listed(locator, outer)
    return { part, value, isBlock: text[items[0]?.span.start ?? -1] === '-', items }
  }
  if (value === undefined || !isObject(value)) return undefined
  const { start, end } = locator.spanOf(outer, 'value')
  const items = mapped(locator, outer, value).filter(({ span }) => span.start >= start && span.end <= end)
  return { part, value, isBlock: text[start] !== '{', items }
}

function listed(locator: Locator, list: Path): Placed[] {
  const items: Placed[] = []
  for (let key = 0; ; key++) {
    const span = locator.entrySpanOf([...list, key])
    if (!span || (items.length > 0 && span.start <= items.at(-1)!.span.start)) return items
    items.push({ key, span, keySpan: undefined })
  }
}

function mapped(locator: Locator, map: Path, value: Readonly<Record<string, Json>>): Placed[] {
  return Object.keys(value)
    .flatMap((key): Placed[] => {
      const span = locator.entrySpanOf([...map, key])
      return span ? [{ key, span, keySpan: locator.spanOf([...map, key], 'key') }] : []
    })
    .sort((a, b) => a.span.start - b.span.start)
}

/** What a document says at a path. */
export function valueAt(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)]
    return inner !== undefined && isObject(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined
  }, value)
}

/** What is between two neighbours of a block: from the line break behind the one to the line of the next. */
export function between(text: string, one: Placed, next: Placed): string {
  return text.slice(lineEnd(text, one.span.end), lineStart(text, next.span.start))
}

/** How many blank lines follow on an item, whatever comes then; undefined where it has no neighbour. */
export function blankBehind(text: string, one: Placed | undefined, next: Placed | undefined): number | undefined {
  if (!one || !next) return undefined
  const lines = between(text, one, next).split('\n').slice(1)
  const blank = lines.findIndex(line => line.trim() !== '')
  return Math.max(blank < 0 ? lines.length - 1 : blank, 0)
}
