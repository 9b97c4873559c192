// Rule: no two Applications deliver one object to one cluster.
import type { Fleet } from '../../model/fleet.ts'
import { isApplication, isBootstrap, isClusterScoped, isNamespace } from '../../model/kinds.ts'
import { whole, type Manifest } from '../../model/manifest.ts'
import { isByApplication, type ApplicationDelivery } from '../../model/of-the-fleet.ts'
import { namespaceIn, type Site } from '../../model/site.ts'
import { copied } from '../example-change.ts'
import { objectKeyOf, objectName, saySame } from '../../model/object-key.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'
import { destinationOf, onAnotherSecondary, onThePrimary } from '../shared-clusters.ts'

export const objectsHaveOneOwner: FleetRule = {
  id: 'objects-have-one-owner',
  severity: 'error',
  title: 'An object of a cluster is delivered by one Application.',
  why: 'Both Applications show `SharedResourceWarning`, the last sync wins, and the first of the two that no longer has the object prunes it while the other still needs it.',
  fix: 'Deliver the object by one Application: change the `path` or the `destination` of the other. The sync option `FailOnSharedResource=true` makes Argo CD refuse the second one.',
  source:
    'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#fail-the-sync-if-a-shared-resource-is-found',
  rows: [105],
  bad: [
    copied(
      'argocd/primary.yaml',
      'argocd/vault.yaml',
      ['name: kasten-primary', 'name: vault-stores'],
      ['path: primary', 'path: stores'],
      ['server: https://kubernetes.default.svc', 'server: https://kubernetes.default.svc # <- here']
    ) + copied('primary/store.yaml', 'stores/store.yaml', ['contoso-fleet', 'contoso-other'])
  ],
  good: [
    // The same objects on clusters of their own.
    copied(
      'argocd/east.yaml',
      'argocd/stores.yaml',
      ['name: kasten-east', 'name: stores-north'],
      ['//east.', '//north.'],
      ['path: secondaries/east', 'path: stores']
    ) + copied('secondaries/east/store.yaml', 'stores/store.yaml')
  ],
  *check(fleet) {
    const judged = new Set([...onThePrimary(fleet), ...onAnotherSecondary(fleet)].map(({ delivery }) => delivery))
    for (const site of sharedSites(fleet)) {
      const deliveries = site.deliveries.filter(isByApplication).filter(delivery => !judged.has(delivery))
      for (const shared of sharedBy(deliveries)) {
        if (fleet.concerned.has(shared.before) || fleet.concerned.has(shared.delivery)) yield complaintOf(shared)
      }
    }
  }
}

/** Clusters that several Applications deliver to, one of them the fleet's. */
function sharedSites({ sites, concerned }: Fleet): Site[] {
  return sites.filter(({ deliveries }) => deliveries.length > 1 && deliveries.some(delivery => concerned.has(delivery)))
}

interface Owned {
  readonly delivery: ApplicationDelivery
  readonly manifest: Manifest
}

/** Two deliveries, and the objects that both have. */
interface Shared {
  readonly before: ApplicationDelivery
  readonly delivery: ApplicationDelivery
  readonly objects: { readonly name: string; readonly mine: Manifest; readonly other: Manifest }[]
}

function sharedBy(deliveries: readonly ApplicationDelivery[]): Shared[] {
  const owners = new Map<string, Owned>()
  const shared = new Map<string, Shared>()
  for (const [index, delivery] of deliveries.entries()) {
    for (const manifest of delivery.manifests) {
      const namespace = isClusterScoped(manifest) ? undefined : namespaceIn(manifest, delivery)
      const key = isJudged(manifest) ? objectKeyOf(manifest, namespace) : undefined
      if (key === undefined) continue
      const owner = owners.get(key)
      if (!owner) owners.set(key, { delivery, manifest })
      else if (owner.delivery !== delivery) {
        const pair = `${index} ${deliveries.indexOf(owner.delivery)}`
        if (!shared.has(pair)) shared.set(pair, { before: owner.delivery, delivery, objects: [] })
        shared.get(pair)!.objects.push({ name: objectName(manifest, namespace), mine: manifest, other: owner.manifest })
      }
    }
  }
  return [...shared.values()].filter(({ objects }) => !objects.some(isSecondPrimary))
}

/** Namespaces have a rule of their own, and an Application that two others deliver is Argo CD's to keep. */
function isJudged(manifest: Manifest): boolean {
  return !isNamespace(manifest) && !isApplication(manifest)
}

/** Two Bootstraps are two primaries: another rule's. */
function isSecondPrimary({ mine, other }: Shared['objects'][number]): boolean {
  return isBootstrap(mine) && mine !== other
}

function complaintOf({ before, delivery, objects }: Shared): Complaint {
  const [first, ...rest] = objects
  const more = rest.length > 0 ? ` and ${rest.length} more` : ''
  return {
    about: destinationOf(delivery),
    message: `${quoted(delivery.application.name)} delivers ${first!.name}${more} to a cluster that has it from ${quoted(before.application.name)}: let one Application deliver it.`,
    related: [
      { about: whole(first!.mine), message: 'delivered by this Application' },
      { about: destinationOf(before), message: 'the other Application' }
    ],
    severity: objects.every(({ mine, other }) => saySame(mine, other)) ? 'warning' : 'error'
  }
}
