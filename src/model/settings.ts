// What a run knows beside the repository: which repository it is, what runs on the clusters, how strict to be.
import type { ClusterSecret } from './cluster-secret.ts'

/** All of it is optional knowledge: where something is not known, rules that need it stay silent. */
export interface Settings {
  /** The web URL of this repository, `https://github.com/acme/fleet`; undefined when nobody could tell. */
  readonly repository: string | undefined
  /** Revisions that mean this checkout: the default branch, the base of the pull request, the branch that is checked out. */
  readonly revisions: readonly string[]
  /** Only files below this folder of the repository are read; '' for all. */
  readonly path: string
  readonly primaryPath: string | undefined
  readonly secondaryPaths: readonly string[]
  readonly esoVersion: string | undefined
  readonly argocdVersion: string | undefined
  readonly kastenVersion: string | undefined
  /** Stores that exist on the clusters though not in the repository. */
  readonly knownStores: readonly string[]
  /** The clusters that Argo CD knows; none when nobody says: then those whose Secrets the repository holds count. */
  readonly clusters: readonly ClusterSecret[]
  /** Milliseconds: the longest refreshInterval that is no warning. */
  readonly maxRefresh: number
  /** Milliseconds since the epoch, read once at the front door. */
  readonly now: number
}

const hour = 3_600_000

/** Settings of a run that was told nothing; tests and examples start from these. */
export const defaultSettings: Settings = {
  repository: undefined,
  revisions: [],
  path: '',
  primaryPath: undefined,
  secondaryPaths: [],
  esoVersion: undefined,
  argocdVersion: undefined,
  kastenVersion: undefined,
  knownStores: [],
  clusters: [],
  maxRefresh: hour,
  now: 0
}
