// What the front door itself gives to a run: the environment, the clock, and where to speak.
import type { Log } from '../adapters/web/log.ts'
import type { Giver } from '../inputs/giver.ts'
import type { Environment } from './surroundings.ts'

/** A front door, as the rest of a run sees it. */
export interface Door extends Log {
  readonly environment: Environment
  readonly now: number
  /** Who gives the inputs, as messages call it. */
  readonly giver: Giver
  progress(line: string): void
}
