// Reads the tree of one document, accepting what Kubernetes accepts and nothing else.
import { lineEndOf, skipBlank } from './yaml-blank.ts'
import type { Node } from './yaml-node.ts'
import { IndentationRefusal, Refusal } from './yaml-refusal.ts'
import { isUnusual, refuseTabs, shapeOf } from './yaml-strict.ts'
import { treeOf } from './yaml-tree.ts'

/**
 * A second, slower parser for lines js-yaml wants indented and Kubernetes does not, where `eventsOf` cannot help either.
 * Takes what `treeOf` takes and gives what it gives. See `yaml-fallback.ts`, which is loaded only when it is needed.
 */
export type FallbackParser = (text: string, shape: string) => Node | undefined

/** Above this size the second parser takes too long; the first one's refusal stands. */
const LARGEST_FOR_FALLBACK = 1 << 18

/** Whether a second parser might read what was refused. */
export const mayNeedFallback = (refusal: Refusal, text: string): boolean =>
  refusal instanceof IndentationRefusal && text.length <= LARGEST_FOR_FALLBACK

/**
 * The tree of a text that holds one document, or undefined when there is none. Reads up to a line with `...`, as go-yaml does.
 * Refuses what Kubernetes refuses.
 */
export function rootOf(piece: string, fallback?: FallbackParser): Node | undefined {
  const text = piece.slice(0, documentEndOf(piece))
  const unusual = isUnusual(text)
  const shape = unusual ? shapeOf(text) : text
  const root = parsed(text, shape, fallback)
  if (unusual) refuseTabs(text, root)
  return root
}

function parsed(text: string, shape: string, fallback: FallbackParser | undefined): Node | undefined {
  try {
    return treeOf(text, shape)
  } catch (error) {
    if (!fallback || !(error instanceof Refusal) || !mayNeedFallback(error, text)) throw error
    return fallback(text, shape)
  }
}

const DOCUMENT_END = /(?<=^|[\n\r])\.\.\.(?:\s|$)/

/** Where the document ends: at its first line that begins with `...` alone, or at the end of the text. */
export function documentEndOf(text: string): number {
  const at = text.includes('...') ? text.search(DOCUMENT_END) : -1
  if (at < 0) return text.length
  if (skipBlank(text, 0) < at) return at
  throw new Refusal('syntax', 'a document ends (...) that has not begun', { start: at, end: at + 3 })
}

/** The text behind a document's end that Kubernetes does not read, from its first to its last character. */
export function unreadAfter(text: string, documentEnd: number): { start: number; end: number } | undefined {
  const start = skipBlank(text, documentEnd + 3)
  return start < text.length ? { start, end: lineEndOf(text, start) } : undefined
}
