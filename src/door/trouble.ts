// The last catch: every kind of trouble as lines for a person, and its exit status.
import { ConfigError, Fault } from '../ports/trouble.ts'
import { commandLine } from '../report/escape/command.ts'
import { logLine, logLines } from '../report/escape/log-line.ts'

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

/** What to print: one message, made harmless; the stack only of bugs. */
export function troubleLines(error: unknown, format: 'text' | 'github'): string {
  const message = messageOf(error)
  if (format === 'github') return `${commandLine('error', {}, message)}\n`
  return logLines(
    message.split('\n').map((line, index) => (index === 0 ? logLine`error: ${line}` : logLine`  ${line}`))
  )
}

function messageOf(error: unknown): string {
  if (error instanceof Fault) return error.advice === undefined ? error.message : `${error.message}\n${error.advice}`
  if (error instanceof ConfigError) return error.message
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `This is a bug in the action; please report it with these lines.\n${stack}`
}
