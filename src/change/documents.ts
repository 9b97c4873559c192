// Whole documents of a file with many: copied behind the one they are copied from, or taken away.
import { documentsOf, type Document } from '../source/yaml.ts'
import { commentsIn, doubtfulComments } from './comments.ts'
import { edited, lineBreakOf, lineStart, type Edit } from './edits.ts'
import { doubtfulIn, renamedEdits, type Renaming } from './renaming.ts'
import { scalarsOf } from './scalars.ts'
import { siblingText, type Sibling } from './siblings.ts'

/** A document of the same text that is another secondary's, called so. */
export interface OtherDocument {
  readonly document: number
  readonly name: string
}

/** The edits that add renamed copies of a document behind it. */
export function documentCopyEdits(
  text: string,
  document: number,
  renamings: readonly Renaming[],
  beside: OtherDocument | undefined
): Edit[] {
  const own = documentText(text, document)
  const part = documentsOf(text).documents[document]
  if (own === undefined || !part) return []
  const lineBreak = lineBreakOf(text)
  const sibling = besideIt(text, beside)
  const gap = own === '' || own.endsWith('\n') ? '' : lineBreak
  return renamings.map(renaming => {
    const copy = edited(own, renamedEdits(own, renaming, sibling)).replace(/^\uFEFF/, '')
    return { start: part.end, end: part.end, text: `${gap}---${lineBreak}${copy}` }
  })
}

/** What in the copy is the old name and stays all the same. */
export function doubtfulInDocument(
  text: string,
  document: number,
  renaming: Renaming,
  beside: OtherDocument | undefined
): string[] {
  const own = documentText(text, document) ?? ''
  const sibling = besideIt(text, beside)
  return [...doubtfulIn(scalarsOf(own), renaming, sibling), ...doubtfulComments(commentsIn(own), renaming, sibling)]
}

function besideIt(text: string, beside: OtherDocument | undefined): Sibling | undefined {
  const other = beside && documentText(text, beside.document)
  return other === undefined ? undefined : siblingText(other, beside!.name)
}

function documentText(text: string, document: number): string | undefined {
  const part = documentsOf(text).documents[document]
  return part && text.slice(part.start, part.end)
}

/** The edits that take documents away with the lines that separate them: the opposite of `documentCopyEdits`. */
export function documentRemovalEdits(text: string, leaving: readonly number[]): Edit[] {
  const parts = documentsOf(text).documents
  const gone = new Set(leaving)
  return parts.flatMap((part, index) => {
    if (!gone.has(index)) return []
    const staysBefore = parts[0]!.start > 0 || parts.some((_, other) => other < index && !gone.has(other))
    return staysBefore
      ? [{ start: separatorBefore(text, part), end: part.end, text: '' }]
      : [{ start: part.start, end: parts[index + 1]?.start ?? part.end, text: '' }]
  })
}

/** Where the line of dashes before a document begins; the line break before it goes too when the document ends without one. */
function separatorBefore(text: string, { start, end }: Document): number {
  const separator = lineStart(text, start - 1)
  if (text.slice(start, end).endsWith('\n')) return separator
  return separator - (/\r?\n$/.exec(text.slice(0, separator))?.[0].length ?? 0)
}
