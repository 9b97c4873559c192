// One run, whichever door it came in by: inputs, world, mode, report.
import type { Inputs, ModeName } from '../inputs/declared.ts'
import { inputsOf, type Given } from '../inputs/inputs.ts'
import { modeOf, type Mode } from '../modes/index.ts'
import { ConfigError } from '../ports/trouble.ts'
import type { World } from '../ports/world.ts'
import type { Report } from '../report/report.ts'
import { configFileOf, unreadConfigs } from './config-file.ts'
import type { Door } from './door.ts'
import { whereaboutsOf, type Whereabouts } from './surroundings.ts'
import { worldOf } from './world.ts'

/** What a run leaves for its door to tell. */
export interface Ran {
  readonly report: Report
  readonly inputs: Inputs
  readonly whereabouts: Whereabouts
  readonly world: World
}

/** Runs the mode that was asked for. Throws ConfigError and Fault. */
export async function run(given: Given, cwd: string, door: Door): Promise<Ran> {
  const { environment } = door
  const file = configFileOf(environment, cwd, given.config)
  const { mode, inputs, warnings } = inputsOf(given, file, door.giver)
  if (inputs['github-token'] !== undefined) door.mask(inputs['github-token'])
  const whereabouts = whereaboutsOf(environment, cwd, inputs.path, inputs['compare-with'], inputs['clusters-file'])
  const world = worldOf(inputs, whereabouts, door, file?.name)
  const report = await (await modeNamed(mode))(world)
  const unread = given.config === undefined ? unreadConfigs(environment, cwd, door.giver) : []
  return { report: { ...report, warnings: [...unread, ...warnings, ...report.warnings] }, inputs, whereabouts, world }
}

async function modeNamed(name: ModeName): Promise<Mode> {
  const load = modeOf[name]
  if (!load) throw new ConfigError(`This version does not know the mode "${name}" yet.`)
  return load()
}

/** 0 pass, 1 fail, 3 it could not look; with `on-unknown: warn`, not looking fails nothing. */
export function exitStatusOf({ report, inputs }: Pick<Ran, 'report' | 'inputs'>): number {
  if (report.verdict === 'unknown') return inputs['on-unknown'] === 'warn' ? 0 : 3
  return report.verdict === 'fail' ? 1 : 0
}
