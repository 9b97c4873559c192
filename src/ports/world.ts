// What a run can see and do beyond its inputs; the front doors put one together, modes use it.
import type { Checkout } from '../source/checkout.ts'
import type { Inputs } from '../inputs/declared.ts'
import type { Giver } from '../inputs/giver.ts'
import type { ClusterSecret } from '../model/cluster-secret.ts'
import type { Lookups } from '../report/lookups.ts'
import type { Comments, Issues, PullRequests } from './github.ts'
import type { LiveWindow } from './live.ts'
import type { Probing } from './probing.ts'
import type { Renderer } from './renderer.ts'
import type { VaultWindow } from './vault.ts'

/** What the clone and the runner say about where the run takes place. */
export interface Surroundings {
  /** The web URL of the repository, when it is known. */
  readonly repository: string | undefined
  /** Revisions that mean this checkout. */
  readonly revisions: readonly string[]
  /** The folder to read, relative to the repository's root; '' for all. */
  readonly below: string
  /** The name of the event, on a runner. */
  readonly event: string | undefined
  /** The pull request of the event. */
  readonly pullRequest: number | undefined
  /** What `clusters-file` says. */
  readonly clusters: readonly ClusterSecret[]
  /** The commit to compare with: given, or the base of the pull request. */
  readonly compareWith: { readonly commit: string; readonly asked: boolean } | undefined
}

/** The world of one run. What costs to reach is reached only when it is called for. */
export interface World {
  readonly inputs: Inputs
  /** Who gave them: advice is in the words of a workflow, or of a terminal. */
  readonly giver: Giver
  readonly surroundings: Surroundings
  readonly checkout: Checkout
  /** What the words of reports may look up. */
  readonly lookups: Lookups
  /** Renders charts and kustomizations. */
  readonly renderer: Renderer
  /** Milliseconds since the epoch: when the run began. */
  readonly now: number
  /** Says what takes long, to a person who waits. */
  progress(line: string): void
  /** The files of another commit, or why they can't be had. */
  checkoutOf(commit: string): Checkout | { readonly reason: string }
  vault(): Promise<VaultWindow>
  live(): Promise<LiveWindow>
  pullRequests(): Promise<PullRequests>
  issues(): Promise<Issues>
  comments(): Promise<Comments>
  readonly probing: Probing
}
