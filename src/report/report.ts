// The report of a run as a value: what the JSON file holds, and what every other output is drawn from.
import type { TokenWay } from '../model/token-way.ts'
import type { VaultSecret } from '../model/vault.ts'
import type { Finding, NotChecked, Severity } from '../rules/finding.ts'

/** The modes there are. */
export const modes = ['validate', 'drift', 'onboard', 'offboard', 'init', 'doctor'] as const

/** The mode that made the report. */
export type Mode = (typeof modes)[number]

/** unknown: it could not look. */
export type Verdict = 'pass' | 'fail' | 'unknown'

/** Whether what was seen is what Git says. unknown: it could not look. */
export type Drift = 'none' | 'drift' | 'unknown'

/** What became of a proposal. `branch-only`: the branch stands, the pull request may not be opened. */
export type Operation = 'created' | 'updated' | 'unchanged' | 'closed' | 'branch-only' | 'none'

/** A primary of the fleet; what it does not declare is empty. */
export interface ReportedPrimary {
  readonly name: string
  readonly ingress: string
  readonly application: string
  readonly file: string
}

/** A secondary of the fleet; what it does not declare is empty. */
export interface ReportedSecondary {
  readonly name: string
  /** What findings call it: its name, else its Application or folder. */
  readonly label: string
  readonly ingress: string
  readonly application: string
  readonly destination: string
  readonly files: readonly string[]
}

/** A secret of a vault that carries a join token, with the names of those who push and pull it. */
export interface ReportedToken {
  readonly vaultUrl: string
  readonly secret: string
  readonly pushedBy: readonly string[]
  readonly pulledBy: readonly string[]
}

/** The state of a live Application in a few words. */
export interface ReportedLive {
  readonly application: string
  readonly sync: string
  readonly health: string
  readonly reason: string
}

/** A pull request, made or planned. */
export interface ReportedChange {
  readonly base: string
  readonly branch: string
  readonly treeSha: string
  readonly headSha: string
  readonly operation: Operation
  readonly number: number
  readonly url: string
  readonly compareUrl?: string
  readonly commitVerified?: boolean
  readonly files: readonly { readonly path: string; readonly status: 'added' | 'modified' | 'removed' }[]
  /** The whole change as a unified diff; shown in summary and terminal, not in the JSON. */
  readonly diff?: string
  /** Nothing was written: this is what would become of it. */
  readonly isDry?: boolean
  /** How many requests the run sent. */
  readonly requests?: number
}

/** A line of `doctor`: what was probed, how it stands, and the exact thing to add when it is missing. */
export interface Probe {
  readonly name: string
  readonly state: 'ok' | 'missing' | 'unknown' | 'not-needed'
  readonly detail: string
  /** YAML or a command to add, verbatim. */
  readonly remedy?: string
}

/** Everything a run found out. Texts are raw: each output escapes them for its own medium. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string }
  readonly mode: Mode
  readonly verdict: Verdict
  /** Why the verdict is what it is, one sentence a person reads first. */
  readonly headline: string
  readonly failOn: Severity | 'never'
  readonly counts: Readonly<Record<Severity, number>>
  /** How many findings a `kasten-multicluster-ignore` comment silenced. */
  readonly ignored: number
  readonly findings: readonly Finding[]
  readonly fleet: {
    readonly primaries: readonly ReportedPrimary[]
    readonly secondaries: readonly ReportedSecondary[]
    readonly tokens: readonly ReportedToken[]
  }
  readonly way: TokenWay
  readonly notChecked: readonly NotChecked[]
  /** Present in modes that looked. */
  readonly drift?: Drift
  readonly vault?: readonly VaultSecret[]
  readonly live?: readonly ReportedLive[]
  readonly change?: ReportedChange
  /** The issue that tells of drift. */
  readonly issue?: { readonly number: number; readonly url: string }
  readonly probes?: readonly Probe[]
  /** Things about the run itself (an input without effect, a comment that could not be posted); not findings. */
  readonly warnings: readonly string[]
}

/** What `report/` needs to know of a rule to explain a finding. */
export interface RuleText {
  readonly id: string
  readonly severity: Severity
  readonly title: string
  readonly why: string
  readonly fix: string
}

/** Whatever can be looked up about a rule; undefined for problems of reading that have no rule page. */
export type RuleTexts = ReadonlyMap<string, RuleText>

/** The source line behind a finding, for excerpts; undefined when it can't be had. It may hold a secret: see `redacted`. */
export type SourceLine = (file: string, line: number) => string | undefined
