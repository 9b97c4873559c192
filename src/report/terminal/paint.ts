// Colours of the terminal, and their absence.
import { coloured, logLine } from '../escape/log-line.ts'
import type { LogText } from '../escape/log-line.ts'
import type { Severity } from '../../rules/finding.ts'

/** What can be painted in. */
export type Colour = 'red' | 'yellow' | 'blue' | 'green' | 'dim' | 'bold'

/** Paints a text; raw text is made safe. */
export type Paint = (colour: Colour, text: string | LogText) => LogText

const codes: Readonly<Record<Colour, readonly [number, number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
  dim: [2, 22],
  bold: [1, 22]
}

/** The paint of a terminal with colours, or without. */
export function paintOf(colours: boolean): Paint {
  return (colour, text) => {
    const safe = logLine`${text}`
    const [open, close] = codes[colour]
    return colours ? coloured({ open: `\u001B[${open}m`, close: `\u001B[${close}m` }, safe) : safe
  }
}

/** The colour of a severity. */
export const severityColours: Readonly<Record<Severity, Colour>> = { error: 'red', warning: 'yellow', notice: 'blue' }
