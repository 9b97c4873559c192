// Colours of the terminal, or none.
import { coloured } from './escape/log-line.ts'
import type { LogText } from './escape/log-line.ts'

export type Paint = (text: LogText) => LogText

/** What is painted, by its meaning. */
export interface Palette {
  readonly error: Paint
  readonly warning: Paint
  readonly notice: Paint
  readonly good: Paint
  readonly strong: Paint
  readonly faint: Paint
}

const codes = { error: '31;1', warning: '33;1', notice: '36', good: '32;1', strong: '1', faint: '2' }

/** A palette; without colours every paint leaves the text as it is. */
export function paletteOf(colours: boolean): Palette {
  const paint = (code: string): Paint =>
    colours ? text => coloured({ open: `\u001B[${code}m`, close: '\u001B[0m' }, text) : text => text
  return {
    error: paint(codes.error),
    warning: paint(codes.warning),
    notice: paint(codes.notice),
    good: paint(codes.good),
    strong: paint(codes.strong),
    faint: paint(codes.faint)
  }
}
