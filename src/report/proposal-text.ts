// What the body of a pull request says, as a value.
import type { TokenWay } from '../model/token-way.ts'
import type { VaultSecret } from '../model/vault.ts'
import type { ReportedChange } from './report.ts'

/** A secondary of a proposal. */
export interface ProposedCluster {
  readonly name: string
  /** Empty when there is none. */
  readonly ingress: string
  readonly destination: string
  readonly application: string
  /** Of one that leaves: whether deleting its Application deletes what that delivered; undefined when there is none to tell by. */
  readonly cascades?: boolean | undefined
}

/** Everything the body of an onboarding or offboarding pull request says. Texts are raw. */
export interface ProposalText {
  readonly kind: 'onboard' | 'offboard' | 'init'
  readonly clusters: readonly ProposedCluster[]
  /** The primary's name, empty when it is not known. */
  readonly primary: string
  readonly files: ReportedChange['files']
  /** What the tree after the merge was checked for, and passed: titles of rules. */
  readonly checksPassed: readonly string[]
  /** Findings that are there before and after, so that nobody is surprised; sentences. */
  readonly notes: readonly string[]
  readonly vault?: readonly VaultSecret[]
  readonly way: TokenWay
  /** What must exist first, beside what always must; sentences. */
  readonly prerequisites: readonly string[]
  /** Names of namespaces and objects for the commands to look with. */
  readonly names: { readonly kastenNamespace: string; readonly pushSecret: string; readonly externalSecret: string }
  /** Tells proposals apart; goes into the hidden marker. */
  readonly key: string
  /** The time in milliseconds, for the days left. */
  readonly now?: number
}
