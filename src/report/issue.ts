// The drift issue: its title, and a body that changes only when what was seen changes.
import { isLost } from '../model/vault.ts'
import { tally } from './counting.ts'
import { fitted, fixed, longestBody, units } from './document.ts'
import { joined, marker, md, nothing } from './escape/markdown.ts'
import type { Markdown } from './escape/markdown.ts'
import type { Lookups } from './lookups.ts'
import type { Report } from './report.ts'
import { sectionsOf } from './summary.ts'

/** What the issue says beside the report. */
export interface IssueContext {
  /** Tells issues of one repository apart: the folder that is read and the config file. */
  readonly identity: string
  /** ISO 8601; undefined when no run has found it healthy yet. */
  readonly lastHealthy: string | undefined
  /** Milliseconds, for the days left of secrets. */
  readonly now: number
}

/** The hidden mark by which the issue is found again. */
export function issueMarker(identity: string): string {
  return marker(`drift ${identity}`).text
}

/** One line that people see in lists. */
export function issueTitle(report: Report): string {
  const lost = (report.vault ?? []).find(isLost)
  if (lost) return `Kasten multi-cluster drift: the join token in Key Vault is ${lost.state}`
  if (report.drift === 'none') return 'Kasten multi-cluster drift: all is well again'
  return `Kasten multi-cluster drift: ${tally(report.counts)}`
}

/** The body, at most 65,536 characters. Without the time of the last look: that is in the run's summary. */
export function issueBody(report: Report, lookups: Lookups, context: IssueContext): string {
  const [verdict = fixed(nothing), ...rest] = sectionsOf({ ...report, warnings: [] }, lookups, context.now)
  const mark = fixed(md`${marker(`drift ${context.identity}`)}${healthyMark(context.lastHealthy)}`)
  return fitted([mark, verdict, fixed(introduction(context)), ...rest], longestBody, units)
}

function introduction({ lastHealthy }: IssueContext): Markdown {
  const since =
    lastHealthy === undefined ? 'No run has found it healthy yet' : `Last found healthy on ${lastHealthy.slice(0, 10)}`
  return joined(
    [
      md`${since}; when it was last looked at stands in the summary of the latest run.`,
      md`This issue is kept by the scheduled check: it is updated when something changes, closed when all is well, and reopened when it is not.`
    ],
    ' '
  )
}

function healthyMark(lastHealthy: string | undefined): Markdown {
  return lastHealthy === undefined ? nothing : marker(`healthy ${lastHealthy}`)
}

/** The day of the last healthy run that a body remembers. */
export function lastHealthyIn(body: string): string | undefined {
  return /<!-- kasten-multicluster:healthy (\d{4}-\d{2}-\d{2}T[\d:.]+Z) -->/.exec(body)?.[1]
}
