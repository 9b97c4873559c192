// The way of a join token as a drawing: what hands it to what, and where the chain is broken.

/** A station on the way. `kind` chooses shape and words; `label` comes from manifests and is hostile until escaped. */
export interface Station {
  readonly id: string
  readonly kind:
    | 'bootstrap'
    | 'join-token'
    | 'push-secret'
    | 'vault-secret'
    | 'external-secret'
    | 'mc-join'
    | 'join-config'
    | 'kasten'
  readonly label: string
  /** The cluster it lives on; undefined for the vault. */
  readonly cluster: string | undefined
  /** Whether a finding of severity error points at it. */
  readonly broken: boolean
}

/** One hand-over. */
export interface HandOver {
  readonly from: string
  readonly to: string
  /** Broken: the two ends disagree, or one is missing. */
  readonly broken: boolean
  /** What is wrong or how it happens, a few words. */
  readonly label?: string
}

/** Everything to draw, primary first, secondaries in sorted order. */
export interface TokenWay {
  readonly stations: readonly Station[]
  readonly handOvers: readonly HandOver[]
}
