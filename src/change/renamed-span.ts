// A scalar or a key renamed where it is written, so that it says what is wanted and nothing else.
import { plainValueOf } from '../source/yaml-scalars.ts'
import type { Edit } from './edits.ts'
import type { Renaming } from './renaming.ts'

/** The span's own text is edited, so that quotes and block styles stay; where the new text would mean something else, it is quoted. */
export function renamedSpan(
  text: string,
  { start, end, value }: { readonly start: number; readonly end: number; readonly value: string },
  renaming: Renaming
): Edit | undefined {
  const wanted = renaming.text(value)
  if (wanted === value) return undefined
  const now = renaming.text(text.slice(start, end))
  return { start, end, text: says(now, wanted) ? now : JSON.stringify(wanted) }
}

/** Whether a scalar, written so, says this. A block of lines is taken at its word. */
function says(written: string, wanted: string): boolean {
  if (/^[|>]/.test(written)) return true
  if (written.includes('\n')) return false
  if (written.startsWith('"')) return jsonText(written) === wanted
  if (written.startsWith("'")) return written.slice(1, -1).replaceAll("''", "'") === wanted
  return (
    plainValueOf(written) === wanted &&
    written.trim() === written &&
    /^[A-Za-z0-9._/$]/.test(written) &&
    !/[,[\]{}]|: |:$| #/.test(written)
  )
}

/** What a JSON string says; undefined for one that only YAML knows. */
function jsonText(written: string): string | undefined {
  try {
    return String(JSON.parse(written))
  } catch {
    return undefined
  }
}
