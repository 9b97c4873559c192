// Places in a text: offsets, and the lines and columns people read.

/** A part of a text, from `start` up to but not including `end`: offsets in UTF-16 code units. */
export interface Span {
  start: number
  end: number
}

/** The span in a text for one in its part that begins at `offset`. */
export const moved = ({ start, end }: Span, offset: number): Span => ({ start: start + offset, end: end + offset })

/** Where an offset is: line and column both count from 1, the column in UTF-16 code units. */
export interface Position {
  line: number
  column: number
}

/**
 * Turns offsets of a text into lines and columns. Lines end with LF, CRLF or a lone CR, as they do in YAML.
 * The lines are counted at the first question only; an offset outside the text is taken to its nearest end.
 */
export function positionsOf(text: string): (offset: number) => Position {
  let starts: number[] | undefined
  return offset => {
    starts ??= lineStartsOf(text)
    const at = Math.max(0, Math.min(offset, text.length))
    const line = lineAt(starts, at)
    return { line, column: at - (starts[line - 1] ?? 0) + 1 }
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (const lineBreak of text.matchAll(/\r\n?|\n/g)) starts.push(lineBreak.index + lineBreak[0].length)
  return starts
}

/** How many of the sorted line starts are not after the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 1
  let high = starts.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle - 1] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
