// Wrapping: a sentence as lines no wider than the terminal.
import { displayWidth } from '../display-width.ts'
import { plain } from '../escape/plain.ts'

/** The plain text in lines of at most `width` columns; a word longer than that stays whole, so that it can be copied. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of plain(text).split(/ +/)) {
    if (word === '') continue
    const last = lines.at(-1)
    if (last !== undefined && displayWidth(last) + 1 + displayWidth(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
