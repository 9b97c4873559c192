// Go's view of text: bytes for lengths and slices, runes for letters, unicode.IsSpace for spaces.
import { failure, unsupported } from './rendered.ts'

/** A text's runes, Go's characters: its code points. */
export function runesOf(text: string): string[] {
  return Array.from(text)
}

/** unicode.IsSpace: U+0085 is one, U+FEFF is not. */
export function isSpace(rune: string): boolean {
  return /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(rune)
}

/** Text without the characters (each one UTF-16 unit) at its ends that `drops` names. */
export function trimmedBy(text: string, drops: (character: string) => boolean, ends: 'both' | 'end' = 'both'): string {
  let start = 0
  let end = text.length
  if (ends === 'both') while (start < end && drops(text.charAt(start))) start++
  while (end > start && drops(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/** strings.TrimSpace. */
export function trimSpace(text: string): string {
  return trimmedBy(text, isSpace)
}

/** strings.Trim: without the runes at its ends that stand in `cutset`. */
export function trimmedOf(text: string, cutset: string): string {
  const drops = new Set(cutset)
  const runes = runesOf(text)
  let start = 0
  let end = runes.length
  while (start < end && drops.has(runes[start] ?? '')) start++
  while (end > start && drops.has(runes[end - 1] ?? '')) end--
  return runes.slice(start, end).join('')
}

/** How many bytes a text has in UTF-8: Go's len. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text)
}

/** Go's text[from:to], in bytes; refuses bounds as Go does, and a cut through a character as no text. */
export function byteSlice(text: string, from: number, to: number): string {
  const bytes = Buffer.from(text)
  if (from < 0 || to > bytes.length || from > to) throw failure('slice bounds out of range')
  const slice = bytes.subarray(from, to)
  const cut = slice.toString('utf8')
  if (Buffer.byteLength(cut) !== slice.length || !Buffer.from(cut).equals(slice)) {
    throw unsupported('a text is cut inside a character')
  }
  return cut
}

/** strings.ToLower: rune by rune, without the special cases JavaScript has for whole words. */
export function lowered(text: string): string {
  return mapped(text, rune => (rune === '\u0130' ? 'i' : rune.toLowerCase()))
}

/** strings.ToUpper; a rune whose upper case is longer (ß) stays. */
export function raised(text: string): string {
  return mapped(text, rune => rune.toUpperCase())
}

function mapped(text: string, map: (rune: string) => string): string {
  const runes = runesOf(text).map(rune => {
    const other = map(rune)
    return runesOf(other).length === 1 ? other : rune
  })
  return runes.join('')
}

/** Text in Go's double quotes (strconv.Quote). */
export function quoted(text: string): string {
  return `"${runesOf(text).map(quotedRune).join('')}"`
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\u0007', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
  ['"', '\\"'],
  ['\\', '\\\\']
])

function quotedRune(rune: string): string {
  const escape = escapes.get(rune)
  if (escape !== undefined) return escape
  if (/[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(rune)) return rune
  const code = rune.codePointAt(0) ?? 0
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
}

/** strings.SplitN: at most `most` parts, all of them when it is negative; an empty separator splits into runes. */
export function splitText(text: string, separator: string, most = -1): string[] {
  if (most === 0) return []
  const parts = separator === '' ? runesOf(text) : text.split(separator)
  if (most < 0 || parts.length <= most) return parts
  return [...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)]
}
