// Why something of an ApplicationSet is not expanded: thrown while expanding, caught where the result is put together.
import type { Place } from '../../source/place.ts'
import type { Target } from '../manifest.ts'

/** A part of an ApplicationSet that gives no Applications, with the reason in words that name no value. */
export interface NotExpanded {
  readonly about: Target
  readonly reason: string
  /** Whether Argo CD itself would fail here; otherwise only Argo CD can tell. */
  readonly fails: boolean
  /** Where the first set of parameters is written that it is refused for. */
  readonly element?: Place | undefined
}

/** Thrown inside the expansion only. */
export class NotExpandedError extends Error implements NotExpanded {
  readonly about: Target
  readonly reason: string
  readonly fails: boolean
  constructor(about: Target, reason: string, fails: boolean) {
    super(reason)
    this.about = about
    this.reason = reason
    this.fails = fails
  }
}

/** What Argo CD's controller refuses: it then leaves the ApplicationSet's Applications as they are. */
export function failing(about: Target, reason: string): NotExpandedError {
  return new NotExpandedError(about, reason, true)
}

/** What only Argo CD, or the world, can tell. */
export function unknowable(about: Target, reason: string): NotExpandedError {
  return new NotExpandedError(about, reason, false)
}
