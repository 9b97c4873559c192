// A proposal that is refused before anything is written: every reason at once, as findings.
import { placeOf, type Target } from '../model/manifest.ts'
import { startOf, type Place } from '../source/place.ts'
import type { Finding } from '../rules/finding.ts'
import type { Mode } from '../report/report.ts'
import type { Judged } from './reading.ts'

/** One reason. */
export interface Reason {
  readonly message: string
  /** The existing line that stands against it. */
  readonly about?: Target | undefined
}

/** Thrown inside a plan, caught by the mode. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly findings: readonly Finding[]
  /** The fleet as it is, when it was read before the refusal. */
  readonly before: Judged | undefined
  constructor(findings: readonly Finding[], before?: Judged) {
    super('refused')
    this.findings = findings
    this.before = before
  }
}

/** Reasons as findings of a rule that is called like the mode. */
export function refusalFindings(mode: Mode, reasons: readonly Reason[], file: string): Finding[] {
  return reasons.map(({ message, about }) => {
    const place: Place = about ? placeOf(about) : startOf(file)
    return { rule: `${mode}-refused`, severity: 'error', message, ...place, related: [], clusters: [] }
  })
}
