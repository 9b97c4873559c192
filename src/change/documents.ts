// Whole documents of a file with many: copied behind the one they are copied from, or taken away.
import { documentsOf } from '../source/yaml.ts'
import { edited, lineBreakOf, type Edit } from './edits.ts'
import { renamedEdits, type Renaming } from './renaming.ts'

/** The edit that adds a renamed copy of a document behind it. */
export function documentCopyEdit(text: string, document: number, renaming: Renaming): Edit | undefined {
  const parts = documentsOf(text).documents
  const part = parts[document]
  if (!part) return undefined
  const lineBreak = lineBreakOf(text)
  const own = text.slice(part.start, part.end)
  const sibling = parts.find((_, index) => index !== document)
  const copy = edited(own, renamedEdits(own, renaming, sibling && text.slice(sibling.start, sibling.end)))
  const gap = own === '' || own.endsWith('\n') ? '' : lineBreak
  return { start: part.end, end: part.end, text: `${gap}---${lineBreak}${copy.replace(/^\uFEFF/, '')}` }
}

/** The edit that takes a document away with the line that separates it: the opposite of `documentCopyEdit`. */
export function documentRemovalEdit(text: string, document: number): Edit | undefined {
  const parts = documentsOf(text).documents
  const part = parts[document]
  if (!part) return undefined
  const before = parts[document - 1]
  if (before) {
    const gapless =
      text.slice(part.start, part.end).endsWith('\n') || !text.slice(before.start, before.end).endsWith('\n')
    const kept = !gapless && /\r?\n$/.exec(text.slice(before.start, before.end))?.[0].length
    return { start: before.end - (kept || 0), end: part.end, text: '' }
  }
  return { start: part.start, end: parts[document + 1]?.start ?? part.end, text: '' }
}
