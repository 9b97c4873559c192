// mode: offboard. One pull request that removes exactly what belongs to some secondaries, with the order of disconnecting in its body.
import type { Changeset } from '../change/changeset.ts'
import { offboardingOf } from '../change/offboarding.ts'
import { belongingsOf } from '../change/belongings.ts'
import { fleetOf, type Fleet } from '../model/fleet.ts'
import { repositoryOf } from '../model/repository.ts'
import type { Secondary } from '../model/secondary.ts'
import { siteLabel } from '../model/site.ts'
import { ConfigError } from '../ports/trouble.ts'
import type { World } from '../ports/world.ts'
import type { Report } from '../report/report.ts'
import { changedCheckout, type Checkout } from '../source/checkout.ts'
import { branchOf } from './onboard.ts'
import { proposed, refuseEvent } from './proposing.ts'
import { readFleet, settingsOf, type Judged } from './reading.ts'
import { Refused, refusalFindings, type Reason } from './refused.ts'

/** Plans, judges, proposes. It refuses the primary, an unknown cluster, and what can't be told apart from others'. */
export async function offboard(world: World): Promise<Report> {
  refuseEvent(world, 'offboard')
  const names = namesOf(world)
  const fleet = await readFleet(world.checkout, settingsOf(world), world.renderer)
  const requests = names.map(name => ({ name, ingress: '', server: undefined, destinationName: undefined }))
  const wording = {
    kind: 'offboard' as const,
    clusters: names.map(name => clusterOf(name, fleet)),
    key: `offboard ${[...names].sort().join(' ')}`,
    branch: branchOf(requests, 'kasten-multicluster/offboard-')
  }
  return proposed(world, 'offboard', wording, async (before, checkout) => changesOf(world, before, checkout, names))
}

function namesOf({ inputs }: World): string[] {
  const { clusters, 'cluster-name': name } = inputs
  if (clusters && name !== undefined) throw new ConfigError('Give "clusters" or "cluster-name", not both.')
  const names = clusters ? clusters.map(row => row['cluster-name'] ?? '') : name === undefined ? [] : [name]
  if (names.length === 0 || names.includes(''))
    throw new ConfigError('Which cluster? Give "cluster-name", or a list in "clusters".')
  return [...new Set(names)]
}

function clusterOf(
  name: string,
  fleet: Fleet
): { name: string; ingress: string; destination: string; application: string } {
  const secondary = fleet.secondaries.find(({ label }) => label === name)
  const application = secondary?.site.deliveries.find(each => each.application)?.application
  return {
    name,
    ingress: secondary?.ingress?.value ?? '',
    destination: (application?.destination.server ?? application?.destination.name)?.value ?? '',
    application: application?.name ?? ''
  }
}

async function changesOf(
  world: World,
  before: Judged,
  checkout: Checkout,
  names: readonly string[]
): Promise<Changeset> {
  const reasons = names.flatMap(name => reasonAgainst(before.fleet, name) ?? [])
  refuse(reasons, before)
  const all = new Map<string, string | undefined>()
  const settings = settingsOf(world)
  let fleet = before.fleet
  for (const name of names) {
    const secondary = fleet.secondaries.find(({ label }) => label === name)!
    const changes = offboardingOf(fleet, secondary)
    for (const [path, text] of changes) all.set(path, text)
    fleet = fleetOf(await repositoryOf(changedCheckout(checkout, all), settings.path), settings)
    refuse(leftOvers(before.fleet, fleet, names, name), before)
  }
  return all
}

function refuse(reasons: readonly Reason[], before: Judged): void {
  if (reasons.length > 0)
    throw new Refused(refusalFindings('offboard', reasons, before.fleet.repository.checkout.paths[0] ?? '.'), before)
}

function reasonAgainst(fleet: Fleet, name: string): Reason | undefined {
  const primary = fleet.primaries.find(each => each.name?.value === name || siteLabel(each.site) === name)
  if (primary)
    return {
      message: `"${name}" is the primary: every secondary is disconnected before it may go. This mode removes secondaries.`,
      about: primary.name
    }
  const known = fleet.secondaries.filter(({ label }) => label === name)
  if (known.length === 0)
    return {
      message: `The fleet has no secondary "${name}". It has ${
        fleet.secondaries
          .slice(0, 20)
          .map(({ label }) => label)
          .join(', ') || 'none'
      }.`
    }
  if (known.length > 1)
    return {
      message: `The fleet has ${known.length} secondaries called "${name}": give them names of their own first.`,
      about: known[1]!.name
    }
  return isEmptyHanded(fleet, known[0]!)
    ? {
        message: `Everything that "${name}" is made of is shared with others, so nothing can be removed for it alone.`,
        about: known[0]!.name
      }
    : undefined
}

function isEmptyHanded(fleet: Fleet, secondary: Secondary): boolean {
  const { files, items, documents } = belongingsOf(fleet, secondary)
  return files.length + items.length + documents.length === 0
}

/** The one is gone, and nobody else. */
function leftOvers(before: Fleet, after: Fleet, leaving: readonly string[], name: string): Reason[] {
  const left = new Set(after.secondaries.map(({ label }) => label))
  const lost = before.secondaries.filter(({ label }) => !leaving.includes(label) && !left.has(label))
  return [
    ...(left.has(name)
      ? [
          {
            message: `"${name}" would still be in the fleet after the removal: some of it is written where others are.`
          }
        ]
      : []),
    ...lost.map(({ label, name: about }) => ({ message: `Removing "${name}" would take "${label}" away too.`, about }))
  ]
}
