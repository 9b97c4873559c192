// The modes: a new one is a new file and a new line here.
import type { ModeName } from '../inputs/declared.ts'
import type { World } from '../ports/world.ts'
import type { Report } from '../report/report.ts'
import { drift } from './drift.ts'
import { init } from './init.ts'
import { offboard } from './offboard.ts'
import { onboard } from './onboard.ts'
import { validate } from './validate.ts'

/** A mode reads its world, and says in a report what it found or did. Throws ConfigError and Fault. */
export type Mode = (world: World) => Promise<Report>

/** Modes by name. */
export const modeOf: Readonly<Partial<Record<ModeName, Mode>>> = { validate, drift, onboard, offboard, init }
