// Tells a run to a person at a terminal, or to the program that reads its output.
import { annotationsOf, commandOf } from '../report/annotations.ts'
import { jsonOf } from '../report/json.ts'
import { terminalOf } from '../report/terminal.ts'
import type { Format } from '../inputs/arguments.ts'
import { sarifText, writeFiles } from './files.ts'
import type { Ran } from './run.ts'
import type { Environment } from './surroundings.ts'

/** Prints the report in a format, and writes the files that were asked for. */
export function print(ran: Ran, format: Format, environment: Environment, out: NodeJS.WriteStream): void {
  const { lookups } = ran.world
  writeFiles(ran, lookups)
  const { report } = ran
  const text = {
    json: () => jsonOf(report, lookups.helpUrl),
    sarif: () => sarifText(ran, lookups),
    github: () =>
      annotationsOf(report, lookups.rules, 'the log')
        .map(each => `${commandOf(each)}\n`)
        .join(''),
    text: () => terminalOf(report, lookups, { colours: wantsColours(environment, out), width: out.columns ?? 100 })
  }
  out.write(text[format]())
}

/** https://no-color.org: any value switches colours off. */
function wantsColours({ NO_COLOR, FORCE_COLOR, TERM }: Environment, out: NodeJS.WriteStream): boolean {
  if (NO_COLOR) return false
  if (FORCE_COLOR && FORCE_COLOR !== '0') return true
  return out.isTTY && TERM !== 'dumb'
}
