// Rule: a namespace of a cluster is declared by one Application.
import { at, whole, type Manifest } from '../../model/manifest.ts'
import { isNamespace } from '../../model/kinds.ts'
import { bringingDeliveriesOf, isByApplication, type ApplicationDelivery } from '../../model/of-the-fleet.ts'
import { switchedOn } from '../../model/application.ts'
import type { Delivery } from '../../model/delivery.ts'
import type { Fleet } from '../../model/fleet.ts'
import type { Site } from '../../model/site.ts'
import { changed, copied } from '../example-change.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'
import { onAnotherSecondary, onThePrimary } from '../shared-clusters.ts'

const alsoDeclared = (): string =>
  [
    copied(
      'argocd/primary.yaml',
      'argocd/base.yaml',
      ['name: kasten-primary', 'name: base'],
      ['path: primary', 'path: base']
    ),
    copied('primary/namespace.yaml', 'base/namespace.yaml', ['kind: Namespace', 'kind: Namespace # <- here'])
  ].join('')

export const namespaceHasOneOwner: FleetRule = {
  id: 'namespace-has-one-owner',
  severity: 'warning',
  title: 'A namespace of a cluster is declared by one Application.',
  why: 'Two Applications that declare one Namespace show `SharedResourceWarning` and undo each other; the one that drops it with `prune`, or is deleted with its finalizer, deletes the namespace with all that is in it. `managedNamespaceMetadata` on a namespace that another Application declares is the same fight over labels and annotations.',
  fix: 'Declare the Namespace in one Application. The others can have the sync option `CreateNamespace=true`, which makes it when it is missing and owns nothing.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#create-namespace',
  rows: [118],
  bad: [
    alsoDeclared(),
    copied(
      'argocd/primary.yaml',
      'argocd/extras.yaml',
      ['name: kasten-primary', 'name: extras'],
      ['path: primary', 'path: extras'],
      [
        '  syncPolicy:\n',
        '  syncPolicy:\n    managedNamespaceMetadata: # <- here\n      labels: {team: backup}\n    syncOptions: [CreateNamespace=true]\n'
      ]
    ) + '# file: extras/about.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: about\n'
  ],
  good: [
    changed('argocd/primary.yaml', ['  syncPolicy:\n', '  syncPolicy:\n    syncOptions: [CreateNamespace=true]\n'])
  ],
  *check(fleet) {
    const judged = new Set([...onThePrimary(fleet), ...onAnotherSecondary(fleet)].map(({ delivery }) => delivery))
    for (const site of fleet.sites) {
      if (site.deliveries.length < 2) continue
      const owners = ownersOn(site, judged, bringingDeliveriesOf(fleet))
      for (const [first, ...others] of owners.values()) yield* sharedComplaints(first!, others, fleet)
      for (const delivery of site.deliveries.filter(isByApplication)) yield* managedComplaint(delivery, owners, fleet)
    }
  }
}

interface Owner {
  readonly delivery: ApplicationDelivery
  readonly manifest: Manifest
}

/** Who declares each namespace, by its name; each Application once, what brings the fleet first. */
function ownersOn(
  site: Site,
  judged: ReadonlySet<ApplicationDelivery>,
  bringing: ReadonlySet<Delivery>
): Map<string, Owner[]> {
  const owners = new Map<string, Owner[]>()
  for (const { manifest, delivery } of site.objects) {
    if (!isNamespace(manifest) || !isByApplication(delivery) || judged.has(delivery)) continue
    const others = owners.get(manifest.name)
    if (!others) owners.set(manifest.name, [{ delivery, manifest }])
    else if (others.some(other => other.delivery === delivery)) continue
    else if (bringing.has(delivery)) others.unshift({ delivery, manifest })
    else others.push({ delivery, manifest })
  }
  return owners
}

function isConcerned(fleet: Fleet, ...deliveries: readonly ApplicationDelivery[]): boolean {
  return deliveries.some(delivery => fleet.concerned.has(delivery))
}

/** Two that share the manifest itself share all of a folder: the rule on owners speaks of that. */
function sharedComplaints(first: Owner, others: readonly Owner[], fleet: Fleet): Complaint[] {
  return others
    .filter(({ delivery, manifest }) => manifest !== first.manifest && isConcerned(fleet, delivery, first.delivery))
    .map(({ delivery, manifest }) => ({
      about: whole(manifest),
      message: `${quoted(delivery.application.name)} and ${quoted(first.delivery.application.name)} both declare the namespace ${quoted(manifest.name)} of one cluster: declare it in one of them.`,
      related: [{ about: whole(first.manifest), message: 'declared here too' }]
    }))
}

function managedComplaint(
  delivery: ApplicationDelivery,
  owners: ReadonlyMap<string, readonly Owner[]>,
  fleet: Fleet
): Complaint[] {
  const { application, namespace } = delivery
  const metadata = at(application.manifest, 'spec', 'syncPolicy', 'managedNamespaceMetadata')
  if (!metadata || !switchedOn(application, 'CreateNamespace')) return []
  const owner = owners.get(namespace ?? '')?.[0]
  if (!owner || owner.delivery === delivery || !isConcerned(fleet, owner.delivery, delivery)) return []
  const message = `${quoted(owner.delivery.application.name)} declares the namespace ${quoted(namespace!)}, and this sets other metadata on it: keep one of the two.`
  return [
    {
      about: { ...metadata, part: 'key' },
      message,
      related: [{ about: whole(owner.manifest), message: 'declared here' }]
    }
  ]
}
