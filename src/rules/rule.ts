// What a rule is: a law of the fleet as a declaration, whose examples are its tests and its documentation.
import type { Fleet } from '../model/fleet.ts'
import type { Target } from '../model/manifest.ts'
import type { LiveFleet } from '../model/live.ts'
import type { VaultSecret } from '../model/vault.ts'
import type { Place } from '../source/place.ts'
import type { Severity } from './finding.ts'

/** How many other places a finding shows at most. */
export const mostShown = 10

/** What a check says of something: the runner stamps it with the rule and turns it into a finding. */
export interface Complaint {
  /** What a person would edit. */
  readonly about: Target | Place
  /** What is wrong, with the two values that disagree, and what to do. Never a secret. */
  readonly message: string
  /** What else to look at. */
  readonly related?: readonly { readonly about: Target | Place; readonly message: string }[]
  /** Names of the secondaries it hits, when it hits more than its own file. */
  readonly clusters?: readonly string[]
  /** When this case is graver or lighter than the rule's own. */
  readonly severity?: Severity
}

/** A law. Its subject is its type, so that the compiler decides which mode may run it. */
export interface Rule<Subject> {
  /** A short true sentence in kebab-case that states the law: `join-key-agrees`. */
  readonly id: string
  readonly severity: Severity
  /** The law as a sentence. */
  readonly title: string
  /** What breaks in production when it is not kept. Markdown. */
  readonly why: string
  /** How to mend it. Markdown. */
  readonly fix: string
  /** Where the fact is from: a public URL, or `owner/repo: path`. */
  readonly source: string
  /** The rows of the catalogue of invariants that it judges; docs/coverage.md is made of them. */
  readonly rows: readonly number[]
  /**
   * Tiny repositories that break the law and that keep it. `# file: path` begins a file; a trailing `# <- here` marks each line that a
   * finding of a bad example must point at. An example is laid over the healthy fleet of example-fleet.ts; `# alone` as its first line
   * says that it stands by itself, `# removed: path` takes a file away, `# settings: {…}` gives settings as JSON.
   */
  readonly bad: readonly string[]
  readonly good: readonly string[]
  check(subject: Subject): Iterable<Complaint>
}

/** A rule that needs the repository alone. */
export type FleetRule = Rule<Fleet>

/** What a look at the vaults gives the state rules. */
export interface VaultView {
  readonly fleet: Fleet
  readonly vault: readonly VaultSecret[]
  /** Milliseconds: warn this long before expiry. */
  readonly expiresWithin: number
  /** Milliseconds, or undefined: warn when the newest version is older. */
  readonly maxTokenAge: number | undefined
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** What a look at Argo CD gives the state rules. */
export interface LiveView {
  readonly fleet: Fleet
  readonly live: LiveFleet
  readonly now: number
}

/** Two states of a repository: what only a change can show. */
export interface ChangeView {
  readonly before: Fleet
  readonly after: Fleet
}

/** A rule that needs a look into the vaults. */
export type VaultRule = Rule<VaultView>

/** A rule that needs a look at Argo CD. */
export type LiveRule = Rule<LiveView>

/** A rule that needs an earlier state of the repository. */
export type ChangeRule = Rule<ChangeView>
