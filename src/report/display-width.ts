// Display width: how many columns of a terminal a character takes.

/** Wide in every terminal: East Asian full width and emoji (https://www.unicode.org/reports/tr11/). */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u

const zero = /^[\p{Mn}\p{Me}\uFE00-\uFE0F]$/u

/** The columns that a text takes, without colour codes. */
export function displayWidth(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length
  return Array.from(text, widthOf).reduce((sum, width) => sum + width, 0)
}

function widthOf(character: string): number {
  if (zero.test(character)) return 0
  return wide.test(character) ? 2 : 1
}

/** The text with blanks after it up to a width in columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)))
}
