// What the world can tell about the live Applications of an Argo CD.
import type { LiveFleet } from '../model/live.ts'

/** Reads Argo CD. Never throws: what can't be seen is `known: false`, with the reason and the advice. */
export interface LiveWindow {
  applications(): Promise<LiveFleet>
}
