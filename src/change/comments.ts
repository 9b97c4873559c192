// Comments of a YAML text, and which of them say whose text it is.
import { lineEnd, type Edit } from './edits.ts'
import type { Renaming } from './renaming.ts'
import { scalarsOf } from './scalars.ts'
import type { Sibling } from './siblings.ts'

/** A comment, from its `#` to the end of its line. */
export interface Comment {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The comments of a text, in order. */
export function commentsOf(text: string): Comment[] {
  const scalars = scalarsOf(text).toSorted((a, b) => a.start - b.start)
  const comments: Comment[] = []
  let next = 0
  for (const { index: start } of text.matchAll(/(?<=^|[ \t])#/gm)) {
    while (next < scalars.length && scalars[next]!.end <= start) next++
    const isValue = next < scalars.length && scalars[next]!.start <= start
    if (isValue || start < (comments.at(-1)?.end ?? 0)) continue
    const end = lineEnd(text, start)
    comments.push({ start, end, text: text.slice(start, end) })
  }
  return comments
}

/** The edits of comments in which another secondary's text has its own name. What all say alike is about them all, and stays. */
export function commentEdits(text: string, renaming: Renaming, sibling: Sibling | undefined): Edit[] {
  return naming(text, renaming)
    .filter(comment => isTheirsToo(comment, renaming, sibling))
    .map(({ start, end, text: comment }) => ({ start, end, text: renaming.text(comment) }))
}

/** Comments that name the old one and stay all the same. */
export function doubtfulComments(text: string, renaming: Renaming, sibling: Sibling | undefined): string[] {
  return naming(text, renaming)
    .filter(comment => !isTheirsToo(comment, renaming, sibling) && !sibling?.comments.includes(comment.text))
    .map(({ text: comment }) => comment.trimEnd())
}

function naming(text: string, renaming: Renaming): Comment[] {
  return /#/.test(text) && renaming.names(text) ? commentsOf(text).filter(comment => renaming.names(comment.text)) : []
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
