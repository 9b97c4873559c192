// Tells a run to the runner: text to the log, annotations, summary, outputs, comment, and the files that were asked for.
import * as core from '@actions/core'
import { annotationsOf, commandOf } from '../report/annotations.ts'
import { commentMarker, commentOf } from '../report/comment.ts'
import type { Lookups } from '../report/lookups.ts'
import type { Report } from '../report/report.ts'
import { summaryOf } from '../report/summary.ts'
import { terminalOf } from '../report/terminal.ts'
import { logSafe } from '../report/escape/log-line.ts'
import { ConfigError, Fault, inSentences } from '../ports/trouble.ts'
import { writeFiles } from './files.ts'
import { outputsOf } from './outputs.ts'
import type { Ran } from './run.ts'
import type { Environment } from './surroundings.ts'

/** Says everything there is to say. */
export async function tell(ran: Ran, environment: Environment): Promise<void> {
  const { inputs, world } = ran
  const { lookups } = world
  const report = await commented(ran, lookups)
  process.stdout.write(terminalOf(report, lookups, { colours: false, width: 120, perRule: 10 }))
  if (inputs.annotations) annotate(report, lookups, environment)
  writeFiles({ ...ran, report }, lookups)
  if (environment.GITHUB_OUTPUT)
    for (const [name, value] of Object.entries(outputsOf({ ...ran, report }))) core.setOutput(name, value)
  if (inputs.summary && environment.GITHUB_STEP_SUMMARY) await summarise(summaryOf(report, lookups, world.now))
}

/** A runner that won't take the summary has taken the log, and the verdict stands. */
async function summarise(summary: string): Promise<void> {
  try {
    await core.summary.addRaw(summary).write()
  } catch (error) {
    core.warning(`The job summary could not be written; the log says the same. ${logSafe(String(error)).log}`)
  }
}

function annotate(report: Report, lookups: Lookups, environment: Environment): void {
  if (!environment.GITHUB_ACTIONS) return
  const elsewhere = environment.GITHUB_STEP_SUMMARY ? 'the job summary' : 'the log'
  for (const annotation of annotationsOf(report, lookups.rules, elsewhere))
    process.stdout.write(`${commandOf(annotation)}\n`)
}

/** Keeps the comment; a token that may not, as on a pull request from a fork, earns a warning. */
async function commented({ report, inputs, world }: Ran, lookups: Lookups): Promise<Report> {
  const { pullRequest } = world.surroundings
  if (!inputs.comment || report.mode !== 'validate' || pullRequest === undefined) return report
  try {
    const comments = await world.comments()
    await comments.keep(pullRequest, commentMarker, commentOf(report, lookups))
    return report
  } catch (error) {
    if (!(error instanceof Fault || error instanceof ConfigError)) throw error
    const warning = `The comment could not be kept; the summary says the same. ${inSentences(error)}`
    return { ...report, warnings: [...report.warnings, warning] }
  }
}
