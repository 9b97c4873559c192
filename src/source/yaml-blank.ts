// Steps over what a YAML text does not say: white space, comments and the punctuation of flow collections.

/** The first offset from `from` on that is neither white space nor in a comment. */
export function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const char = text.charCodeAt(at)
    if (char === 35 && (at === 0 || isWhite(text.charCodeAt(at - 1)))) at = lineEndOf(text, at)
    else if (isWhite(char)) at++
    else break
  }
  return at
}

/** Whether a character is a space, a tab or a line break. */
const isWhite = (char: number): boolean => char === 32 || char === 10 || char === 13 || char === 9

/** Where the line of an offset ends: at its line break, or at the end of the text. */
export function lineEndOf(text: string, from: number): number {
  let at = from
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++
  return at
}

/** Where the line of an offset begins. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset
  while (start > 0 && text.charCodeAt(start - 1) !== 10 && text.charCodeAt(start - 1) !== 13) start--
  return start
}

/** The offset behind the bracket that closes a flow collection, searched behind the collection's last item. */
export function closingBracket(text: string, from: number): number {
  for (let at = skipBlank(text, from); at < text.length; at = skipBlank(text, at + 1)) {
    const char = text[at]
    if (char === ']' || char === '}') return at + 1
  }
  return from
}

/** Whether the character is `[` or `{`. */
export const isOpeningBracket = (text: string, at: number): boolean => text[at] === '[' || text[at] === '{'

/** The offset behind an indicator (`:` or `-`) when it is the next thing written, or `from`. */
export function behind(text: string, indicator: ':' | '-', from: number): number {
  const at = skipBlank(text, from)
  return text[at] === indicator ? at + 1 : from
}

/** `|` or `>`, its options and a comment, up to the end of the line. */
const BLOCK_HEADER = /[|>][-+0-9]*[ \t]*(?:#.*)?$/

/** Where the `|` or `>` of a block scalar is, given where its content begins. */
export function blockHeaderOf(text: string, content: number): number {
  const lineEnd = text.endsWith('\r\n', content)
    ? content - 2
    : /[\r\n]/.test(text[content - 1] ?? '')
      ? content - 1
      : content
  const lineStart = lineStartAt(text, lineEnd)
  const header = BLOCK_HEADER.exec(text.slice(lineStart, lineEnd))
  return header ? lineStart + header.index : content
}

/** `end` without the blank lines and spaces before it, but not before `start`. */
export function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && (text[at - 1] === '\n' || text[at - 1] === '\r' || text[at - 1] === ' ')) at--
  return at
}
