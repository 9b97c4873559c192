// Log lines: text for standard output that the Actions runner cannot take for a command.
import { plain } from './plain.ts'

const safe: unique symbol = Symbol('safe')

/** One line (or colour codes) safe to print. Only this file makes them. */
export interface LogText {
  readonly log: string
  readonly [safe]: true
}

/**
 * A line for standard output: raw strings are made plain, `LogText` passes, and whatever they add up to is broken where the
 * runner would see a command: `::` at the start of a line (after trimming) and `##[` anywhere
 * (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs). Lengths are kept, so carets stay true.
 */
export function logLine(words: TemplateStringsArray, ...values: readonly (string | number | LogText)[]): LogText {
  return logText(words.map((word, index) => word + pieceOf(values[index] ?? '')).join(''))
}

/** A raw text as one safe line. */
export function logSafe(text: string): LogText {
  return logLine`${text}`
}

/** Lines below one another. */
export function logLines(lines: readonly LogText[]): string {
  return lines.map(line => broken(line.log)).join('\n')
}

/** The same text between two of our own colour codes. */
export function coloured(codes: { readonly open: string; readonly close: string }, text: LogText): LogText {
  return logText(codes.open + text.log + codes.close)
}

/** Pieces of a line joined. */
export function logJoined(pieces: readonly LogText[]): LogText {
  return logText(pieces.map(piece => piece.log).join(''))
}

function pieceOf(value: string | number | LogText): string {
  return typeof value === 'object' ? value.log : plain(String(value))
}

function logText(text: string): LogText {
  return { log: broken(text), [safe]: true }
}

function broken(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1꞉').replaceAll('##[', '#♯[')
}
