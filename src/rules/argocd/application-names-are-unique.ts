// Rule: no two Applications have one name in one namespace.
import { isAppliedAsWritten, fleetDeliveriesOf } from '../../model/of-the-fleet.ts'
import { isApplication } from '../../model/kinds.ts'
import type { Application } from '../../model/application.ts'
import type { Delivery } from '../../model/delivery.ts'
import type { Fleet } from '../../model/fleet.ts'
import type { Manifest, Target } from '../../model/manifest.ts'
import { groupedBy } from '../../source/grouped.ts'
import { folderOf } from '../../source/checkout.ts'
import { copied } from '../example-change.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const applicationNamesAreUnique: FleetRule = {
  id: 'application-names-are-unique',
  severity: 'error',
  title: 'No two Applications of a namespace have one name.',
  why: 'Argo CD knows an Application by its namespace and name. The second one with a name replaces the first: one of the two clusters is no longer synced, and with `prune` or a finalizer what it had is deleted.',
  fix: 'Give each Application a `metadata.name` of its own.',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/app-any-namespace/',
  rows: [101],
  bad: [
    copied(
      'argocd/east.yaml',
      'argocd/zz-north.yaml',
      ['name: kasten-east', 'name: kasten-west # <- here'],
      ['//east.', '//north.'],
      ['secondaries/east', 'secondaries/west']
    )
  ],
  good: [
    // Another namespace is another Application.
    copied(
      'argocd/east.yaml',
      'argocd/monitoring.yaml',
      ['namespace: argocd', 'namespace: monitoring'],
      ['namespace: kasten-io', 'namespace: monitoring'],
      ['secondaries/east', 'monitoring']
    ) + '# file: monitoring/readme.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: about\n'
  ],
  *check(fleet) {
    let parents: Parents | undefined
    const concerned = new Set(fleetDeliveriesOf(fleet).map(({ application }) => application))
    for (const [first, ...others] of namesakesIn(fleet)) {
      if (!first || ![first, ...others].some(each => concerned.has(each))) continue
      parents ??= parentsIn(fleet)
      for (const other of others) yield* complaintOf(first, other, parents, fleet)
    }
  }
}

/** Applications that share namespace and name. */
function namesakesIn(fleet: Fleet): Application[][] {
  const byName = groupedBy(fleet.applications, ({ namespace, name }) => `${namespace}/${name}`)
  return [...byName.values()].filter(({ length }) => length > 1)
}

/** Folders apart may be for two Argo CDs: then one name is right. */
function complaintOf(first: Application, other: Application, parents: Parents, fleet: Fleet): Complaint[] {
  if (![first, other].every(({ manifest }) => isAppliedAsWritten(manifest, fleet))) return []
  const [one, two] = [first, other].map(({ manifest }) => parents.get(manifest))
  if (one && two && one.cluster !== two.cluster) return []
  const together = one ? one === two : folderOf(first.manifest.origin.file) === folderOf(other.manifest.origin.file)
  const name = `${other.namespace}/${other.name}`
  return [
    {
      about: nameOf(other),
      message: together
        ? `Another Application is named ${quoted(name)}, and Argo CD keeps one of the two: give this one another name.`
        : `Another folder has an Application ${quoted(name)}: if one Argo CD gets both, it keeps one of them.`,
      related: [{ about: nameOf(first), message: 'the same name' }],
      severity: together ? 'error' : 'notice'
    }
  ]
}

/** The delivery that brings an Application's manifest. */
type Parents = ReadonlyMap<Manifest, Delivery>

function parentsIn({ deliveries }: Fleet): Parents {
  return new Map(
    deliveries.flatMap(delivery =>
      delivery.manifests.filter(isApplication).map(manifest => [manifest, delivery] as const)
    )
  )
}

function nameOf({ manifest }: Application): Target {
  return { manifest, path: ['metadata', 'name'] }
}
