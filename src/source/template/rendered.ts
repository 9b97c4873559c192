// What rendering a template gives: the text, or why there is none.
import type { Path } from '../json.ts'
import type { Span } from '../text.ts'

/** A stretch of the rendered text, and the piece of the template that wrote it. Offsets are UTF-16 code units. */
export interface Chunk extends Span {
  readonly template: Span
  readonly kind: 'text' | 'action'
  /** Parameters the action reached, in order. */
  readonly used: readonly Path[]
  /** Parameters it asked for that do not exist. */
  readonly missing: readonly Path[]
}

/**
 * The outcome of rendering. `error`: Argo CD itself would fail here. `unsupported`: we cannot tell what Argo CD would
 * write, and never guess. `reason` names the construct; it holds no parameter's value.
 */
export type Rendered =
  | {
      readonly ok: true
      readonly text: string
      /** Parameters reached while rendering, in order, without repeats: `['cluster', 'name']`. */
      readonly used: readonly Path[]
      /** Parameters asked for that do not exist, in order, without repeats. */
      readonly missing: readonly Path[]
    }
  | { readonly ok: false; readonly kind: 'unsupported' | 'error'; readonly reason: string }

/** Thrown inside the engine only: the template fails in Go too (`error`), or goes beyond what we know (`unsupported`). */
export class Refusal extends Error {
  readonly kind: 'unsupported' | 'error'
  constructor(kind: 'unsupported' | 'error', reason: string) {
    super(reason)
    this.kind = kind
  }
}

/** A refusal for what Go refuses as well. */
export function failure(reason: string): Refusal {
  return new Refusal('error', reason)
}

/** A refusal for what we do not know to do exactly as Go does. */
export function unsupported(reason: string): Refusal {
  return new Refusal('unsupported', reason)
}

/** Runs `work`, turning a refusal into its outcome. Running out of stack is 'unsupported': the data nests too deeply. */
export function refusalOr<T>(work: () => T): T | (Rendered & { ok: false }) {
  try {
    return work()
  } catch (cause) {
    if (cause instanceof Refusal) return { ok: false, kind: cause.kind, reason: cause.message }
    if (cause instanceof RangeError) return { ok: false, kind: 'unsupported', reason: 'values nest too deeply' }
    throw cause
  }
}
