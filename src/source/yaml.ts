// Reads YAML and JSON files into plain values, meaning what they mean to Kubernetes.
import type { Json } from './json.ts'
import { moved, type Span } from './text.ts'
import { jsonTreeAt, skipSpace } from './yaml-json.ts'
import type { Node } from './yaml-node.ts'
import { piecesOf, type Piece } from './yaml-pieces.ts'
import { Refusal, type ProblemKind } from './yaml-refusal.ts'
import { documentEndOf, mayNeedFallback, rootOf, unreadAfter, type FallbackParser } from './yaml-root.ts'
import { valueOf } from './yaml-value.ts'

export { entrySpanOf, locatorOf, spanOf } from './yaml-locate.ts'
export type { Locator } from './yaml-locate.ts'
export type { FallbackParser, ProblemKind }

/**
 * A document that says something. `index` counts all documents of the file as Kubernetes splits it, empty and broken ones
 * too; `start` and `end` are the offsets of the document's part of the file.
 */
export interface Document extends Span {
  index: number
  value: Json
}

/** What is wrong with a document: in plain words, naming no value. The span is in the file's text, `document` an index. */
export interface Problem {
  kind: ProblemKind
  message: string
  span: Span
  document: number
}

/** What a file says. With `needsFallback`, reading it again with a fallback parser may solve some of the problems. */
export interface Reading {
  documents: Document[]
  problems: Problem[]
  needsFallback: boolean
}

/** How to read: `json` holds the text to JSON, as Argo CD does with files named .json. */
export interface ReadingOptions {
  json?: boolean
  fallback?: FallbackParser
}

/**
 * Reads a file's text. Never throws: what cannot be read is a problem, and the documents after it are read all the same.
 * Documents that are empty or null are left out. A text that begins with `{` is tried as JSON first, as Kubernetes does.
 */
export function documentsOf(text: string, options: ReadingOptions = {}): Reading {
  const reading: Reading = { documents: [], problems: [], needsFallback: false }
  const yaml = options.json || /^\s*\{/.test(text) ? readJson(reading, text, options.json ?? false) : YAML_FROM_START
  if (!yaml) return reading
  let index = yaml.index
  for (const piece of piecesOf(text, yaml.start)) readPiece(reading, text, piece, index++, options.fallback)
  return reading
}

/** From where on a file is YAML, and how many documents are before that. */
interface YamlPart {
  start: number
  index: number
}

const YAML_FROM_START: YamlPart = { start: 0, index: 0 }

/**
 * Reads one JSON value after the other. A file may turn out to be YAML at its first value or after it, not later: see
 * `YAMLOrJSONDecoder` of k8s.io/apimachinery/pkg/util/yaml. Returns the YAML part, if there is one.
 */
function readJson(reading: Reading, text: string, strict: boolean): YamlPart | undefined {
  let start = text.startsWith('\ufeff') ? 1 : 0
  for (let index = 0; skipSpace(text, start) < text.length; index++) {
    try {
      const root = jsonTreeAt(text, start)
      keep(reading, root, { start, end: root.end }, index, 0)
      start = root.end
    } catch (refusal) {
      if (!strict && index < 2) return { start: index === 0 ? 0 : nextLineOf(text, start), index }
      report(reading, refusal, { start: 0, end: text.length }, index)
      return undefined
    }
  }
  return undefined
}

/** The next thing written on the line of an offset, or the beginning of the next line. */
function nextLineOf(text: string, offset: number): number {
  const blank = /[^\S\n]*\n?/y
  blank.lastIndex = offset
  return offset + (blank.exec(text)?.[0].length ?? 0)
}

const NOT_A_SEPARATOR = 'a line that begins with --- may hold nothing else but a comment'

function readPiece(reading: Reading, text: string, piece: Piece, index: number, fallback?: FallbackParser): void {
  const source = text.slice(piece.start, piece.end)
  try {
    if (piece.separator) throw new Refusal('separator', NOT_A_SEPARATOR, moved(piece.separator, -piece.start))
    keep(reading, rootOf(source, fallback), piece, index, piece.start)
    reportUnread(reading, source, piece.start, index)
  } catch (refusal) {
    report(reading, refusal, piece, index)
    if (!fallback && refusal instanceof Refusal && mayNeedFallback(refusal, source)) reading.needsFallback = true
  }
}

/** Keeps a document unless it is null. `offset` is where the text begins that the tree's offsets count from. */
function keep(reading: Reading, root: Node | undefined, { start, end }: Span, index: number, offset: number): void {
  const value = valueOf(root, (key, span) => {
    const message = `the key ${shown(key)} is written more than once; the last one counts`
    reading.problems.push({ kind: 'duplicate-key', message, span: moved(span, offset), document: index })
  })
  if (value !== null) reading.documents.push({ index, start, end, value })
}

/** Adds a refusal as a problem. Its span counts from the beginning of the part, and is cut where the part ends. */
function report(reading: Reading, refusal: unknown, part: Span, document: number): void {
  if (!(refusal instanceof Refusal)) throw refusal
  const { start, end } = moved(refusal.span, part.start)
  const span = { start: Math.min(start, part.end), end: Math.min(end, part.end) }
  reading.problems.push({ kind: refusal.kind, message: refusal.message, span, document })
}

/** What follows a document's end mark is lost in Kubernetes without a word. */
function reportUnread(reading: Reading, source: string, offset: number, document: number): void {
  const unread = unreadAfter(source, documentEndOf(source))
  if (!unread) return
  const message = 'what follows the end of a document (...) is not read; begin the next document with ---'
  reading.problems.push({ kind: 'separator', message, span: moved(unread, offset), document })
}

const LONGEST_SHOWN = 60

/** A key in quotes, cut when it is long. */
const shown = (key: string): string =>
  JSON.stringify(key.length > LONGEST_SHOWN ? `${key.slice(0, LONGEST_SHOWN)}…` : key)
