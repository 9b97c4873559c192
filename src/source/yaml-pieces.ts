// Splits a file into the documents Kubernetes reads from it, before any YAML is parsed.
import type { Span } from './text.ts'

/** One document's part of a file. `separator` is the line that should have begun it and does not. */
export interface Piece extends Span {
  separator?: Span
}

/**
 * The pieces of a YAML file, as `YAMLReader` of k8s.io/apimachinery/pkg/util/yaml reads them: a line that begins with `---`
 * and holds nothing else but a comment ends a piece; when nothing is before it, it belongs to the piece after it.
 * A line that begins with `---` and holds anything else makes Kubernetes give up; what follows it is a piece with that mark.
 */
export function piecesOf(text: string, from: number = 0): Piece[] {
  const pieces: Piece[] = []
  let piece: Piece = { start: from, end: from }
  for (let at = nextSeparator(text, from - 1, from); at >= 0; at = nextSeparator(text, at, from)) {
    const line = { start: at, end: lineFeedAfter(text, at) }
    const valid = isSeparator(text.slice(at + 3, line.end))
    if (at > piece.start) pieces.push({ ...piece, end: at })
    else if (valid) continue
    piece = valid ? { start: Math.min(line.end + 1, text.length), end: at } : { start: at, end: at, separator: line }
  }
  if (text.length > piece.start) pieces.push({ ...piece, end: text.length })
  return pieces
}

/** The next line after `at` that begins with `---`, or -1. */
function nextSeparator(text: string, at: number, from: number): number {
  if (at < from && text.startsWith('---', from)) return from
  const lineBreak = text.indexOf('\n---', Math.max(at, from))
  return lineBreak < 0 ? -1 : lineBreak + 1
}

function lineFeedAfter(text: string, at: number): number {
  const lineFeed = text.indexOf('\n', at)
  return lineFeed < 0 ? text.length : lineFeed
}

/** Whether what follows the three dashes on their line still makes the line a separator. */
const isSeparator = (rest: string): boolean => /^\s*(?:#|$)/.test(rest)
