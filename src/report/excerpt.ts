// Excerpts: the line a finding points at, with a caret below it, fit to be shown anywhere and free of secrets.
import type { Place } from '../source/place.ts'
import { displayWidth } from './display-width.ts'
import { seen, wellFormed } from './escape/plain.ts'
import { redactedMark, secretSpans, valueSpans } from './redaction.ts'
import type { SecretPlaces } from './redaction.ts'
import type { SourceLine } from './report.ts'

/** A line to show. `before` and `under` are columns of a terminal: where the caret begins and how long it is (at least 1). */
export interface Excerpt {
  readonly line: number
  readonly text: string
  readonly before: number
  readonly under: number
}

/** The excerpt of a place at most `width` columns wide; undefined when its line can't be had or isn't worth showing. */
export type ExcerptOf = (place: Place, width: number) => Excerpt | undefined

/** Longer lines are no text for people. */
const longestLine = 10_000

/** Excerpts over the given lines. On a line known to hold a secret the whole value is replaced. */
export function excerptsOf(sourceLine: SourceLine, secretPlaces: SecretPlaces): ExcerptOf {
  return (place, width) => {
    if (isWholeFile(place)) return undefined
    const line = sourceLine(place.file, place.line)?.replace(/[\r\n]+$/, '')
    if (line === undefined || line.trim() === '' || line.length > longestLine) return undefined
    return excerptOf(line, place, width, secretPlaces(place.file, place.line))
  }
}

/** What concerns a file as a whole has no line to show. */
function isWholeFile({ line, column, endLine, endColumn }: Place): boolean {
  return [line, column, endLine, endColumn].every(each => each === 1)
}

/** The line of a place as `excerptsOf` would show it, without caret and window: for fingerprints. */
export function lineWithoutSecrets(line: string, secret: boolean): string {
  return cellsOf(line, secret)
    .map(({ text }) => text)
    .join('')
}

/** A character of the line, or a secret, as it is shown. */
interface Cell {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly width: number
}

const tab = '    '

function excerptOf(line: string, place: Place, width: number, secret: boolean): Excerpt {
  const cells = cellsOf(line, secret)
  const start = Math.max(0, place.column - 1)
  const end = place.endLine === place.line ? Math.max(place.endColumn - 1, start + 1) : line.length
  const first = indexOr(
    cells.findIndex(cell => cell.end > start),
    cells.length
  )
  const after = Math.max(
    indexOr(
      cells.findIndex(cell => cell.start >= end),
      cells.length
    ),
    first + 1
  )
  const { from, to } = windowOf(cells, first, after, width)
  const cutLeft = from > 0 ? '…' : ''
  const cutRight = to < cells.length ? '…' : ''
  const under = widthOf(cells.slice(first, Math.min(after, to)))
  return {
    line: place.line,
    text: cutLeft + textOf(cells.slice(from, to)) + cutRight,
    before: cutLeft.length + widthOf(cells.slice(from, first)),
    under: Math.max(1, under)
  }
}

/** Which cells to show: all that fit, the caret's beginning among them with some of what is before it. */
function windowOf(cells: readonly Cell[], first: number, after: number, width: number): { from: number; to: number } {
  if (widthOf(cells) <= width) return { from: 0, to: cells.length }
  const room = Math.max(10, width - 2)
  const wanted = Math.max(Math.floor(room / 4), room - widthOf(cells.slice(first, after)) - 10)
  const from = first - fitting(cells.slice(0, first).toReversed(), wanted)
  return { from, to: from + fitting(cells.slice(from), room) }
}

/** How many of the first cells fit into a width. */
function fitting(cells: readonly Cell[], width: number): number {
  let used = 0
  const over = cells.findIndex(cell => (used += cell.width) > width)
  return over < 0 ? cells.length : over
}

function cellsOf(line: string, secret: boolean): readonly Cell[] {
  const spans = secret ? valueSpans(line) : secretSpans(line)
  const cells: Cell[] = []
  let at = 0
  for (const { start, end } of [...spans, { start: line.length, end: line.length }]) {
    for (const character of line.slice(at, start)) {
      cells.push(cellOf(at, at + character.length, character === '\t' ? tab : seen(wellFormed(character))))
      at += character.length
    }
    if (end > start) cells.push(cellOf(start, end, redactedMark))
    at = end
  }
  return cells
}

function cellOf(start: number, end: number, text: string): Cell {
  return { start, end, text, width: displayWidth(text) }
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0)
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join('')
}

function indexOr(index: number, otherwise: number): number {
  return index < 0 ? otherwise : index
}
