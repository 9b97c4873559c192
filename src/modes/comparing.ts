// What only a change can show: the fleet before beside the fleet after.
import type { Fleet } from '../model/fleet.ts'
import type { World } from '../ports/world.ts'
import { changeRules } from '../rules/change/index.ts'
import type { Finding } from '../rules/finding.ts'
import { withoutIgnored } from '../rules/ignores.ts'
import { judge } from '../rules/judge.ts'
import { readFleet, settingsOf, textOf } from './reading.ts'

/** Findings of the change, or why there was nothing to compare with. */
export interface ChangeFindings {
  readonly findings: readonly Finding[]
  readonly ignored: number
  readonly warnings: readonly string[]
}

const none: ChangeFindings = { findings: [], ignored: 0, warnings: [] }

/** Compares with the commit that the inputs or the event name; without one there is nothing to say. */
export async function changeFindings(world: World, after: Fleet): Promise<ChangeFindings> {
  const { compareWith } = world.surroundings
  if (!compareWith) return none
  const checkout = world.checkoutOf(compareWith.commit)
  if ('reason' in checkout) {
    return { ...none, warnings: [`Not compared with an earlier state: ${checkout.reason}.`] }
  }
  const before = await readFleet(checkout, settingsOf(world), world.renderer)
  const findings = judge(changeRules, { before, after })
  return { ...withoutIgnored(findings, file => textOf(after, file)), warnings: [] }
}
