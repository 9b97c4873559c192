// Plain text: makes every character of a hostile text visible and harmless, on one line, at a bounded length, without secrets.
import { withoutSecrets } from '../redaction.ts'

/** What cannot be seen or would steer a terminal: controls, formats (bidi overrides), lone surrogates, fillers. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu

/** Asks for an emoji or a text shape of the character before it: does no harm. */
const variationSelector = /^[\uFE00-\uFE0F]$/

const lineBreak = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g

/** Longest text passed on where no other limit is named, in UTF-16 code units. */
const usualLimit = 4096

/**
 * The text on one line, every character visible: a line break becomes `↵`, a control character its picture (`␛`), any
 * other unseen character its code point (`‹U+202E›`), a lone surrogate `�`, what has the shape of a secret `‹redacted›`. At most
 * `limit` UTF-16 code units. Every medium goes through here.
 */
export function plain(text: string, limit = usualLimit): string {
  return capped(seen(wellFormed(startOf(text, limit)).replace(lineBreak, '↵')), limit)
}

/** Like `plain`, but the lines stay lines. The limit is for the whole text; tabs stay tabs. */
export function plainLines(text: string, limit: number): string {
  const lines = capped(wellFormed(startOf(text, limit)), limit).split(/\r\n|\n/)
  return capped(lines.map(line => line.split('\t').map(seen).join('\t')).join('\n'), limit)
}

/** The text cut to `limit` UTF-16 code units, between characters, ending in `…` when something was cut. */
export function capped(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Every unseen character made visible; line breaks are taken for control characters. */
export function seen(text: string): string {
  return text.replace(unseen, visible)
}

/** Room for secrets that vanish from the start of an endless text. */
const slack = 20_000

/** All that may be shown of a text, without secrets; of an endless one without the word that the cut goes through. */
function startOf(text: string, limit: number): string {
  const start = text.length <= limit + slack ? text : text.slice(0, limit + slack).replace(/\S{1,200}$/, '')
  return withoutSecrets(start).slice(0, limit + 1)
}

/** Unpaired surrogates replaced, so that the text can be encoded. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD')
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (variationSelector.test(character)) return character
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  if (code === 0x7f) return '␡'
  if (code >= 0xd800 && code <= 0xdfff) return '\uFFFD'
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`
}
