// The modes: a new one is a new file and a new line here. Each is loaded only when it is asked for.
import type { ModeName } from '../inputs/declared.ts'
import type { World } from '../ports/world.ts'
import type { Report } from '../report/report.ts'

/** A mode reads its world, and says in a report what it found or did. Throws ConfigError and Fault. */
export type Mode = (world: World) => Promise<Report>

/** Modes by name. */
export const modeOf: Readonly<Partial<Record<ModeName, () => Promise<Mode>>>> = {
  validate: async () => (await import('./validate.ts')).validate,
  drift: async () => (await import('./drift.ts')).drift,
  onboard: async () => (await import('./onboard.ts')).onboard,
  offboard: async () => (await import('./offboard.ts')).offboard,
  doctor: async () => (await import('./doctor.ts')).doctor,
  init: async () => (await import('./init.ts')).init
}
