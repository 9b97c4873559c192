// What the world can tell about the live Applications of an Argo CD.
import type { LiveApplication, LiveFleet } from '../model/live.ts'

/** What of Argo CD is of interest. */
export interface LiveQuestion {
  /** Projects of the fleet's Applications: of each it is asked whether all of it can be seen. */
  readonly projects: readonly string[]
  /** Whether a live Application is the fleet's: these get a closer look (conditions, messages, `reconciledAt`). */
  readonly isOurs: (application: LiveApplication) => boolean
}

/** Reads Argo CD. Never throws: what can't be seen is `known: false`, with the reason and the advice. */
export interface LiveWindow {
  /** All Applications that can be seen. Without a question, every one is of interest. */
  applications(question?: LiveQuestion): Promise<LiveFleet>
}
