// The last catch: every kind of trouble as lines for a person, and its exit status.
import { ConfigError, Fault } from '../ports/trouble.ts'
import { commandLine } from '../report/escape/command.ts'
import { logLine, logLines } from '../report/escape/log-line.ts'
import { wrapped } from '../report/terminal/wrap.ts'

/** 2: the workflow is wrong. 3: the world is unwell, so it could not look. 70: a bug of ours. */
export function troubleStatus(error: unknown): number {
  return error instanceof ConfigError
    ? 2
    : error instanceof Fault
      ? error.code === 'rejected' || error.code === 'conflict'
        ? 1
        : 3
      : 70
}

/** What to print: one message, made harmless, with a line end; the stack only of bugs. @param width columns of a terminal */
export function troubleLines(error: unknown, format: 'text' | 'github', width = Infinity): string {
  const message = messageOf(error)
  if (format === 'github') return `${commandLine('error', {}, message)}\n`
  const lines = `error: ${message}`.split('\n').flatMap(line => folded(line, width))
  return `${logLines(lines.map((line, index) => (index === 0 ? logLine`${line}` : logLine`  ${line}`)))}\n`
}

/** A line of words folds at the terminal's width; one that begins with a space is to be copied as it is. */
function folded(line: string, width: number): readonly string[] {
  return /^\s/.test(line) || line === '' ? [line] : wrapped(line, Math.max(40, width) - 2)
}

function messageOf(error: unknown): string {
  if (error instanceof Fault) return error.advice === undefined ? error.message : `${error.message}\n${error.advice}`
  if (error instanceof ConfigError) return error.message
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `This is a bug in the action; please report it with these lines.\n${stack}`
}
