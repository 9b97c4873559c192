// Argo CD's Applications as observed through its API.

/** The condition of a resource that Argo CD reports as unhealthy. */
export interface LiveResource {
  readonly group: string
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly sync?: string
  readonly health?: string
  readonly message?: string
}

/** One live Application. Every text in it comes from a cluster and is hostile until escaped. */
export interface LiveApplication {
  readonly name: string
  readonly namespace: string
  readonly project: string
  readonly destination: { readonly server?: string; readonly name?: string; readonly namespace?: string }
  readonly sources: readonly {
    readonly repoURL: string
    readonly path?: string
    readonly chart?: string
    readonly targetRevision?: string
  }[]
  readonly automated: boolean
  /** Synced, OutOfSync or Unknown. */
  readonly sync: string
  /** Healthy, Progressing, Degraded, Suspended, Missing or Unknown. */
  readonly health: string
  readonly healthMessage?: string
  /** Phase of the last operation: Succeeded, Failed, Error, Running. */
  readonly phase?: string
  readonly phaseMessage?: string
  /** When the last operation finished, ISO 8601. */
  readonly finishedAt?: string
  /** When the controller last compared it, ISO 8601; only fetched for Applications that need a closer look. */
  readonly reconciledAt?: string
  readonly deletionTimestamp?: string
  readonly conditions: readonly { readonly type: string; readonly message: string }[]
  readonly resources: readonly LiveResource[]
}

/** What Argo CD answered, or why it could not be asked. */
export type LiveFleet =
  | {
      readonly known: true
      readonly applications: readonly LiveApplication[]
      /**
       * Projects of which something may be hidden (`*`: of all), and why: the token may not see it, or `argocd-project`
       * leaves it out. Argo CD does not say what it leaves out, so that an Application there that isn't listed may exist.
       */
      readonly hidden?: { readonly projects: readonly string[]; readonly reason: string }
      /** Names of Applications that got no closer look: they have no conditions, messages or `reconciledAt`. */
      readonly notLookedAt?: readonly string[]
    }
  | { readonly known: false; readonly reason: string }
