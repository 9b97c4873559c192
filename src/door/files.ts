// Writes the JSON report and the SARIF log where the inputs say.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ConfigError } from '../ports/trouble.ts'
import { jsonText } from '../report/escape/json-text.ts'
import { calendarOf } from '../report/ics.ts'
import { jsonOf } from '../report/json.ts'
import type { Lookups } from '../report/lookups.ts'
import type { Report } from '../report/report.ts'
import { sarifOf } from '../report/sarif.ts'
import type { Ran } from './run.ts'

/** @throws ConfigError when a file can't be written */
export function writeFiles({ report, inputs }: Pick<Ran, 'report' | 'inputs'>, lookups: Lookups): void {
  const { 'report-file': json, 'sarif-file': sarif } = inputs
  if (json !== undefined) write('report-file', json, reportText(json, report, lookups))
  if (sarif !== undefined) write('sarif-file', sarif, sarifText({ report, inputs }, lookups))
}

/** The JSON report; for a file named .ics, the dates on which secrets expire. */
function reportText(file: string, report: Report, { helpUrl }: Lookups): string {
  return file.endsWith('.ics') ? calendarOf(report.vault ?? []) : jsonOf(report, helpUrl)
}

/** The SARIF log as text. */
export function sarifText({ report, inputs }: Pick<Ran, 'report' | 'inputs'>, lookups: Lookups): string {
  return jsonText(sarifOf(report, lookups, `kasten-multicluster-${report.mode}/${inputs.path}`))
}

function write(input: string, path: string, text: string): void {
  try {
    const file = fileIn(path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new ConfigError(`The file that "${input}" names can't be written${code}: ${path.slice(0, 200)}`)
  }
}

/** On a runner, relative paths are of the workspace. */
function fileIn(path: string): string {
  return resolve(process.env.GITHUB_WORKSPACE || process.cwd(), path)
}
