// Comments of a YAML text, and which of them say whose text it is.
import { documentsOf, locatorOf } from '../source/yaml.ts'
import type { Span } from './containers.ts'
import { lineEnd, type Edit } from './edits.ts'
import type { Renaming } from './renaming.ts'
import type { Sibling } from './siblings.ts'

/** A comment, from its `#` to the end of its line. */
export interface Comment {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The comments of a text, in order. */
export function commentsOf(text: string): Comment[] {
  const scalars = documentsOf(text).documents.flatMap(document => locatorOf(text, document)?.scalarSpans() ?? [])
  const comments: Comment[] = []
  let next = 0
  for (const { index: start } of text.matchAll(/(?<=^|[ \t])#/gm)) {
    while (next < scalars.length && scalars[next]!.end <= start) next++
    const isWritten = next < scalars.length && scalars[next]!.start <= start
    if (isWritten || start < (comments.at(-1)?.end ?? 0)) continue
    const end = lineEnd(text, start)
    comments.push({ start, end, text: text.slice(start, end) })
  }
  return comments
}

/** The comments of a part of a text; of all of it, where no part is given. */
export function commentsIn(text: string, { start, end }: Span = { start: 0, end: text.length }): Comment[] {
  return text.slice(start, end).includes('#')
    ? commentsOf(text).filter(comment => comment.start >= start && comment.end <= end)
    : []
}

/** The edits of comments in which another secondary's text has its own name. What all say alike is about them all, and stays. */
export function commentEdits(comments: readonly Comment[], renaming: Renaming, sibling: Sibling | undefined): Edit[] {
  return comments
    .filter(comment => renaming.names(comment.text) && isTheirsToo(comment, renaming, sibling))
    .map(({ start, end, text }) => ({ start, end, text: renaming.text(text) }))
}

/** Comments that name the old one and stay all the same. */
export function doubtfulComments(
  comments: readonly Comment[],
  renaming: Renaming,
  sibling: Sibling | undefined
): string[] {
  return comments
    .filter(({ text }) => renaming.names(text) && !sibling?.comments.includes(text))
    .filter(comment => !isTheirsToo(comment, renaming, sibling))
    .map(({ text }) => text.trimEnd())
}

/** Whether the other one has the same comment, with its own name in it. */
function isTheirsToo({ text }: Comment, { from }: Renaming, sibling: Sibling | undefined): boolean {
  if (!sibling) return false
  const words = text.split(from.name)
  return sibling.comments.some(theirs => theirs !== text && sameBut(words, theirs, sibling))
}

/** Whether a text is these pieces with one and the same name of theirs between them. */
function sameBut(pieces: readonly string[], theirs: string, sibling: Sibling): boolean {
  const first = pieces[0]!
  const gaps = pieces.length - 1
  const length = (theirs.length - pieces.join('').length) / gaps
  const name = theirs.slice(first.length, first.length + length)
  return gaps > 0 && name !== '' && sibling.isCalled(name) && pieces.join(name) === theirs
}
