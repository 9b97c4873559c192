// Fleets to make trouble for: the healthy example, those of `examples/`, one of each layout; and what a run says of one.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { lookupsOf } from '../../src/door/lookups.ts'
import type { Settings } from '../../src/model/settings.ts'
import { judged, readFleet } from '../../src/modes/reading.ts'
import { countsOf, fleetReport, verdictOf } from '../../src/modes/reporting.ts'
import { annotationsOf, commandOf } from '../../src/report/annotations.ts'
import { commentOf } from '../../src/report/comment.ts'
import { jsonText } from '../../src/report/escape/json-text.ts'
import { jsonOf } from '../../src/report/json.ts'
import type { Report } from '../../src/report/report.ts'
import { sarifOf } from '../../src/report/sarif.ts'
import { summaryOf } from '../../src/report/summary.ts'
import { terminalOf } from '../../src/report/terminal.ts'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import type { Finding } from '../../src/rules/finding.ts'
import { checkoutOf, type Checkout } from '../../src/source/checkout.ts'

export type Files = Readonly<Record<string, string>>

const root = new URL('../../', import.meta.url).pathname

/** The files below a folder of this repository, by their path from another folder of it. */
function filesBelow(folder: string, from = folder): Files {
  const names = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter(entry =>
    entry.isFile()
  )
  const paths = names.map(({ parentPath, name }) => join(parentPath, name))
  return Object.fromEntries(paths.map(path => [relative(join(root, from), path), readFileSync(path, 'utf8')] as const))
}

/** By name. */
export const fleets: Readonly<Record<string, Files>> = {
  example: exampleFleet,
  healthy: filesBelow('examples/healthy', ''),
  faulty: filesBelow('examples/faulty', ''),
  ...Object.fromEntries(
    readdirSync(join(root, '__tests__/fleets')).map(name => [name, filesBelow(`__tests__/fleets/${name}`)])
  )
}

/** What a run found, and everything it would print. */
export interface Said {
  readonly checkout: Checkout
  readonly findings: readonly Finding[]
  readonly outputs: string
}

/** Reads, judges and tells, as `validate` does. Nothing is rendered outside. */
export async function saidOf(files: Files, settings: Settings): Promise<Said> {
  const checkout = checkoutOf(files)
  const fleet = await readFleet(checkout, settings, {
    render: async requests => new Map(requests.map(({ key }) => [key, { notRendered: 'no tool here' }]))
  })
  const all = judged(fleet)
  const { findings } = all
  const report: Report = {
    ...fleetReport(all),
    mode: 'validate',
    verdict: verdictOf(findings, 'error'),
    headline: '',
    failOn: 'error',
    counts: countsOf(findings),
    findings,
    warnings: []
  }
  return { checkout, findings, outputs: outputsOf(report, checkout) }
}

function outputsOf(report: Report, checkout: Checkout): string {
  const lookups = lookupsOf(checkout, {})
  return [
    jsonOf(report, lookups.helpUrl),
    jsonText(sarifOf(report, lookups, 'validate')),
    summaryOf(report, lookups),
    commentOf(report, lookups),
    terminalOf(report, lookups, { colours: true, width: 100, perRule: 10 }),
    ...annotationsOf(report, lookups.rules).map(commandOf)
  ].join('\n')
}
