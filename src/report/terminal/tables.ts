// Tables on a terminal: aligned columns, the telling rows first.
import { displayWidth, padded } from '../display-width.ts'
import { logJoined, logLine } from '../escape/log-line.ts'
import type { LogText } from '../escape/log-line.ts'
import { plain } from '../escape/plain.ts'
import type { Colour } from './paint.ts'
import type { Screen } from './finding.ts'

/** A row: a sign with its colour, and cells of raw text. */
export interface Row {
  readonly sign: string
  readonly colour: Colour
  readonly cells: readonly string[]
}

/** More rows than this are only counted. */
const mostRows = 100

/** A heading and its rows, indented by two; nothing for no rows. */
export function tableLines(heading: string, rows: readonly Row[], { paint }: Screen): readonly LogText[] {
  if (rows.length === 0) return []
  const shown = rows.slice(0, mostRows).map(row => ({ ...row, cells: row.cells.map(cell => plain(cell, 200)) }))
  const widths = (shown[0]?.cells ?? []).map((_, column) =>
    Math.max(...shown.map(({ cells }) => displayWidth(cells[column] ?? '')))
  )
  return [
    paint('bold', heading),
    ...shown.map(({ sign, colour, cells }) => rowLine(paint(colour, sign), cells, widths)),
    ...(rows.length > mostRows ? [logLine`  … and ${rows.length - mostRows} more`] : [])
  ]
}

function rowLine(sign: LogText, cells: readonly string[], widths: readonly number[]): LogText {
  const last = cells.findLastIndex(cell => cell !== '')
  const aligned = cells
    .slice(0, last + 1)
    .map((cell, column) => logLine`  ${column === last ? cell : padded(cell, Math.min(widths[column] ?? 0, 60))}`)
  return logLine`  ${sign}${logJoined(aligned)}`
}
