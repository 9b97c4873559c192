// Lookups: what the words of a report may look up besides the report itself.
import type { ExcerptOf } from './excerpt.ts'
import { excerptsOf } from './excerpt.ts'
import type { Links } from './links.ts'
import { secretPlacesOf } from './redaction.ts'
import type { Report, RuleTexts, SourceLine } from './report.ts'

/** Looking up changes nothing and asks nobody but the checkout. */
export interface Lookups {
  readonly rules: RuleTexts
  readonly sourceLine: SourceLine
  /** Ids of the rules that say a secret stands in Git: the lines they point at are never shown. */
  readonly secretRules: ReadonlySet<string>
  /** The page of a rule. */
  readonly helpUrl: (rule: string) => string
  /** Where places can be linked to; without it they are named. */
  readonly links?: Links
}

/** Excerpts for a report, with the lines that its findings say hold a secret known. */
export function reportExcerpts(report: Report, lookups: Lookups): ExcerptOf {
  return excerptsOf(lookups.sourceLine, secretPlacesOf(report.findings, lookups.secretRules))
}
