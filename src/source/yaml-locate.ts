// Finds where a value is written: reads one document again and follows a path of keys.
import type { Path } from './json.ts'
import { moved, type Span } from './text.ts'
import { lineStartAt } from './yaml-blank.ts'
import { jsonTreeAt } from './yaml-json.ts'
import { isMerge, targetOf, type Content, type Mapping, type Node } from './yaml-node.ts'
import { Refusal } from './yaml-refusal.ts'
import { rootOf, type FallbackParser } from './yaml-root.ts'
import { keyOf } from './yaml-scalars.ts'

/** A document's part of a file's text, as `documentsOf` gives it. */
export interface DocumentPart extends Span {
  index: number
}

/** Finds places in a document that is read once for all of them. */
export interface Locator {
  spanOf(path: Path, part: 'key' | 'value'): Span
  entrySpanOf(path: Path): Span | undefined
  /** What scalars take of the text, keys included, in order. */
  scalarSpans(): Span[]
}

/** For many places of one document. Undefined when the document cannot be read. */
export function locatorOf(text: string, document: DocumentPart, fallback?: FallbackParser): Locator | undefined {
  const root = readAgain(text, document, fallback)
  const piece = text.slice(document.start, document.end)
  const known: Known = new Map()
  return (
    root && {
      spanOf: (path, part) => moved(spanIn(root, path, part, known), document.start),
      entrySpanOf(path) {
        const span = entrySpanIn(root, piece, path, known)
        return span && moved(span, document.start)
      },
      scalarSpans: () => scalarsIn(root).map(({ start, end }) => moved({ start, end }, document.start))
    }
  )
}

/**
 * Where the value at a path, or its key, is written in the file's text. Follows aliases and merge keys to the place where
 * the value really stands, and takes the last of repeated keys. Quotes and brackets belong to a value, its anchor and tag do
 * not. Where there is nothing to point at (the path does not exist, a value is empty, a list's item has no key) the span is
 * that of the nearest key above. Undefined only when the document cannot be read.
 */
export function spanOf(
  text: string,
  document: DocumentPart,
  path: Path,
  part: 'key' | 'value',
  fallback?: FallbackParser
): Span | undefined {
  return locatorOf(text, document, fallback)?.spanOf(path, part)
}

function spanIn(root: Node, path: Path, part: 'key' | 'value', known: Known): Span {
  const steps = stepsTo(root, path, known)
  const last = steps.at(-1)?.value ?? root
  const value = targetOf(last)
  const written = steps.length === path.length + 1 && value.end > value.start
  return part === 'value' && written ? value : handleOf(steps, value)
}

/**
 * The whole entry at a path: from its key (or its anchor or tag, or the dash of a list's item) to the end of its value, without
 * comments, commas and line breaks behind it. Aliases are followed to the entry, not from it: an alias that is the entry's value
 * is what is written. Undefined when the path does not exist or leads to the document's root.
 */
export function entrySpanOf(
  text: string,
  document: DocumentPart,
  path: Path,
  fallback?: FallbackParser
): Span | undefined {
  return locatorOf(text, document, fallback)?.entrySpanOf(path)
}

function entrySpanIn(root: Node, piece: string, path: Path, known: Known): Span | undefined {
  const step = path.length > 0 ? stepsTo(root, path, known)[path.length] : undefined
  if (!step) return undefined
  const start = step.key ? step.key.outer : dashBefore(piece, step.value.outer)
  return { start, end: Math.max(step.value.end, step.key?.end ?? 0) }
}

function scalarsIn(node: Node): Node[] {
  if (node.kind === 'alias') return []
  return node.kind === 'scalar' ? [node] : node.items.flatMap(scalarsIn)
}

function readAgain(text: string, document: DocumentPart, fallback: FallbackParser | undefined): Node | undefined {
  const piece = text.slice(document.start, document.end)
  return (
    (piece.trimStart().startsWith('{') ? attempt(() => jsonTreeAt(piece, 0)) : undefined) ??
    attempt(() => rootOf(piece, fallback))
  )
}

/** What is read, or undefined when it is refused: the reading of the file has said so already. */
function attempt<Read>(read: () => Read | undefined): Read | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** A value on the way, and its key when it has one. */
interface Step {
  key?: Node
  value: Node
}

/** The entries of a mapping by their keys: of repeated ones the last, where a merge key stands for the entries it takes over. */
type Entries = ReadonlyMap<string, Step>

/** Entries that were looked for before. A mapping that is not finished yet has none: it takes itself over. */
type Known = Map<Mapping, Entries>

/** The values on a path from the root on, as far as they exist. */
function stepsTo(root: Node, path: Path, known: Known): Step[] {
  const steps: Step[] = [{ value: root }]
  let step: Step | undefined = { value: root }
  for (const segment of path) {
    step = childOf(step.value, segment, known)
    if (!step) break
    steps.push(step)
  }
  return steps
}

function childOf(node: Node, segment: string | number, known: Known): Step | undefined {
  const parent = targetOf(node)
  if (parent.kind === 'mapping') return entriesOf(parent, known).get(String(segment))
  const value = parent.kind === 'sequence' ? parent.items[Number(segment)] : undefined
  return value && { value }
}

function entriesOf(mapping: Mapping, known: Known): Entries {
  if (!known.has(mapping)) {
    known.set(mapping, new Map())
    known.set(mapping, entriesIn(mapping, known))
  }
  return known.get(mapping)!
}

function entriesIn({ items }: Mapping, known: Known): Entries {
  const entries = new Map<string, Step>()
  for (let at = 0; at < items.length; at += 2) {
    const key = items[at]
    const value = items[at + 1]
    if (!key || !value) break
    const text = isMerge(key) ? undefined : textOf(key)
    if (isMerge(key)) for (const [name, step] of mergedEntries(value, known)) entries.set(name, step)
    else if (text !== undefined) entries.set(text, { key, value })
  }
  return entries
}

/** Of a list of mappings the first one with a key counts. */
function mergedEntries(node: Node, known: Known): Entries {
  const sources = (node.kind === 'sequence' ? node.items : [node]).map(targetOf)
  const entries = sources
    .toReversed()
    .flatMap(source => (source.kind === 'mapping' ? [...entriesOf(source, known)] : []))
  return new Map(entries)
}

function textOf(node: Node): string | undefined {
  const target = targetOf(node)
  return target.kind === 'scalar' ? attempt(() => keyOf(target)) : undefined
}

/** What to point at when the value itself will not do: the nearest key above, else the first key below, else the root. */
function handleOf(steps: readonly Step[], value: Content): Span {
  const key = steps.findLast(step => step.key)?.key
  return key ?? (value.kind === 'mapping' ? value.items[0] : undefined) ?? value
}

/** Nothing before a dash but indentation and other indicators, so it is not the end of a comment. */
const BEFORE_DASH = /^ *(?:[-?:] +)*$/

/** Where the dash of a list's item is, or the item itself when there is none. */
function dashBefore(text: string, item: number): number {
  const dash = text.slice(0, item).trimEnd().length - 1
  return text[dash] === '-' && BEFORE_DASH.test(text.slice(lineStartAt(text, dash), dash)) ? dash : item
}
