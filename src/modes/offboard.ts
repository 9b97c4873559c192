// mode: offboard. One pull request that removes exactly what belongs to some secondaries, with the order of disconnecting in its body.
import type { Changeset } from '../change/changeset.ts'
import { comesByRegistration } from '../change/registration.ts'
import { offboardingOf } from '../change/offboarding.ts'
import { belongingsOf } from '../change/belongings.ts'
import type { Fleet } from '../model/fleet.ts'
import type { Secondary } from '../model/secondary.ts'
import { siteLabel } from '../model/site.ts'
import { ConfigError } from '../ports/trouble.ts'
import type { World } from '../ports/world.ts'
import type { ProposedCluster } from '../report/proposal-text.ts'
import type { Report } from '../report/report.ts'
import { branchOf } from './onboard.ts'
import { proposed, refuseEvent } from './proposing.ts'
import type { Judged } from './reading.ts'
import { Refused, refusalFindings, type Reason } from './refused.ts'

/** Plans, judges, proposes. It refuses the primary, an unknown cluster, and what can't be told apart from others'. */
export async function offboard(world: World): Promise<Report> {
  refuseEvent(world, 'offboard')
  const names = namesOf(world)
  const requests = names.map(name => ({ name, ingress: '', server: undefined, destinationName: undefined }))
  const wording = {
    kind: 'offboard' as const,
    clustersIn: (before: Fleet) => names.map(name => clusterOf(name, before)),
    key: `offboard ${[...names].sort().join(' ')}`,
    branch: branchOf(requests, 'kasten-multicluster/offboard-')
  }
  return proposed(world, 'offboard', wording, {
    changesOf: async before => ({ changes: changesOf(before, names), notes: [] }),
    reasonsAgainst: (before, after) => leftOvers(before.fleet, after.fleet, names)
  })
}

function namesOf({ inputs }: World): string[] {
  const { clusters, 'cluster-name': name } = inputs
  if (clusters && name !== undefined) throw new ConfigError('Give "clusters" or "cluster-name", not both.')
  const names = clusters ? clusters.map(row => row['cluster-name'] ?? '') : name === undefined ? [] : [name]
  if (names.length === 0 || names.includes(''))
    throw new ConfigError('Which cluster? Give "cluster-name", or a list in "clusters".')
  return [...new Set(names)]
}

function clusterOf(name: string, fleet: Fleet): ProposedCluster {
  const secondary = fleet.secondaries.find(({ label }) => label === name)
  const application = secondary?.site.deliveries.find(each => each.application)?.application
  return {
    name,
    ingress: secondary?.ingress?.value ?? '',
    destination: (application?.destination.server ?? application?.destination.name)?.value ?? '',
    application: application?.name ?? '',
    cascades: application && application.cascades !== undefined
  }
}

function changesOf(before: Judged, names: readonly string[]): Changeset {
  const { fleet } = before
  const reasons = names.flatMap(name => reasonAgainst(fleet, name) ?? [])
  refuse(reasons, before)
  return offboardingOf(fleet, ...fleet.secondaries.filter(({ label }) => names.includes(label)))
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
        message: `Everything that "${name}" is made of is shared with others, so nothing can be removed for it alone.${
          comesByRegistration(fleet)
            ? ' Its Application comes from a cluster generator: disconnect it, then take its registration in Argo CD, or the label that the generator selects, away.'
            : ''
        }`,
        about: known[0]!.name
      }
    : undefined
}

function isEmptyHanded(fleet: Fleet, secondary: Secondary): boolean {
  const { files, items, documents } = belongingsOf(fleet, [secondary])
  return files.length + items.length + documents.length === 0
}

/** They are gone, and nobody else is. */
function leftOvers(before: Fleet, after: Fleet, leaving: readonly string[]): Reason[] {
  const left = new Set(after.secondaries.map(({ label }) => label))
  const lost = before.secondaries.filter(({ label }) => !leaving.includes(label) && !left.has(label))
  const staying = leaving.filter(name => left.has(name))
  return [
    ...staying.map(name => ({
      message: `"${name}" would still be in the fleet after the removal: some of it is written where others are.`
    })),
    ...lost.map(({ label, name: about }) => ({ message: `The removal would take "${label}" away too.`, about })),
    ...lostApplications(before, after)
  ]
}

/** Applications of somebody else that are made from the same file or element. */
function lostApplications(before: Fleet, after: Fleet): Reason[] {
  const left = new Set(after.applications.map(({ namespace, name }) => `${namespace}/${name}`))
  const ours = new Set([...before.concerned].map(({ application }) => application))
  return before.applications
    .filter(application => !ours.has(application) && !left.has(`${application.namespace}/${application.name}`))
    .filter(({ manifest }) => before.expansions.some(({ applications }) => applications.includes(manifest)))
    .map(({ name, manifest }) => ({
      message: `The removal would delete the Application "${name}" too, which is not of the fleet but is made from the same file.`,
      about: { manifest, path: ['metadata', 'name'] }
    }))
}
