// Rule: an Application has each object once.
import type { Fleet } from '../../model/fleet.ts'
import { whole, type Manifest } from '../../model/manifest.ts'
import { bringingDeliveriesOf } from '../../model/of-the-fleet.ts'
import { deliveredBy } from '../../model/site.ts'
import type { Delivery } from '../../model/delivery.ts'
import { copied } from '../example-change.ts'
import { objectKeyOf, objectName, saySame } from '../../model/object-key.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const objectsAreDeclaredOnce: FleetRule = {
  id: 'objects-are-declared-once',
  severity: 'error',
  title: 'An Application has each object once.',
  why: 'When two manifests of an Application are the same object, Argo CD applies the last one, in the order of the files, and drops the other with `RepeatedResourceWarning`. What the first says never reaches the cluster.',
  fix: 'Remove one of the two, or give it a name of its own.',
  source: 'argoproj/argo-cd: controller/state.go DeduplicateTargetObjects',
  rows: [105],
  bad: [
    copied(
      'secondaries/east/join-config.yaml',
      'secondaries/east/more.yaml',
      ['kind: ConfigMap', 'kind: ConfigMap # <- here'],
      ['  cluster-ingress: https://kasten.east.contoso.com/k10\n', '']
    )
  ],
  good: [
    // Two cluster's objects in one file each are not one Application's.
    copied('primary/namespace.yaml', 'spare/namespace.yaml')
  ],
  *check(fleet) {
    for (const delivery of bringingDeliveriesOf(fleet)) if (isRead(delivery, fleet)) yield* repeatedIn(delivery)
  }
}

/** What lies in a folder without an Application may never be applied together. */
function isRead(delivery: Delivery, fleet: Fleet): boolean {
  return delivery.application !== undefined && fleet.concerned.has(delivery)
}

function repeatedIn(delivery: Delivery): Complaint[] {
  const first = new Map<string, Manifest>()
  return deliveredBy(delivery).flatMap(({ manifest, namespace }) => {
    const key = objectKeyOf(manifest, namespace)
    const before = key === undefined ? undefined : first.get(key)
    if (key !== undefined) first.set(key, manifest)
    return before && before !== manifest ? [complaintOf(before, manifest, namespace)] : []
  })
}

function complaintOf(before: Manifest, manifest: Manifest, namespace: string | undefined): Complaint {
  const same = saySame(before, manifest)
  const what = same ? 'Argo CD warns of it' : 'Argo CD applies this one alone'
  return {
    about: whole(manifest),
    message: `The Application has ${objectName(manifest, namespace)} twice, and ${what}: remove one of the two.`,
    related: [{ about: whole(before), message: same ? 'the same object' : 'never applied' }],
    severity: same ? 'notice' : 'error'
  }
}
