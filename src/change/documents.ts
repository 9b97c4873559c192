// Whole documents of a file with many: copied behind the one they are copied from, or taken away.
import { isObject } from '../source/json.ts'
import { documentsOf, type Document } from '../source/yaml.ts'
import { edited, lineBreakOf, lineStart, type Edit } from './edits.ts'
import { renamedEdits, type Renaming } from './renaming.ts'

/** The edits that add renamed copies of a document behind it. */
export function documentCopyEdits(text: string, document: number, renamings: readonly Renaming[]): Edit[] {
  const parts = documentsOf(text).documents
  const part = parts[document]
  if (!part) return []
  const lineBreak = lineBreakOf(text)
  const own = text.slice(part.start, part.end)
  const sibling = parts.findLast((other, index) => index !== document && kindOf(other) === kindOf(part))
  const beside = sibling && text.slice(sibling.start, sibling.end)
  const gap = own === '' || own.endsWith('\n') ? '' : lineBreak
  return renamings.map(renaming => {
    const copy = edited(own, renamedEdits(own, renaming, beside)).replace(/^\uFEFF/, '')
    return { start: part.end, end: part.end, text: `${gap}---${lineBreak}${copy}` }
  })
}

function kindOf({ value }: Document): unknown {
  return isObject(value) ? value.kind : undefined
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
