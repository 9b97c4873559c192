// Rule: the primary's cluster gets no join objects.
import type { Delivery } from '../../model/delivery.ts'
import type { Fleet } from '../../model/fleet.ts'
import { stringAt, whole, type Manifest } from '../../model/manifest.ts'
import type { FleetRule } from '../rule.ts'

export const primaryDoesNotJoinItself: FleetRule = {
  id: 'primary-does-not-join-itself',
  severity: 'error',
  title: `The primary's cluster gets no join objects.`,
  why: `An Application that delivers the primary's objects and \`mc-join-config\` together makes the primary join itself. A cluster is one or the other: the join is rejected, and a secondary cannot be made a primary before it is disconnected.`,
  fix: `Keep the primary's objects and each secondary's in folders of their own, each with an Application of its own.`,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [98],
  bad: [
    `
# file: primary/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config # <- here
  namespace: kasten-io
data:
  cluster-name: south
`
  ],
  good: [
    `
# file: primary/more.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: notes
  namespace: kasten-io-mc
data:
  team: backup
`
  ],
  *check(fleet) {
    const primaries = objectsOfPrimaries(fleet)
    for (const { config, joins } of fleet.secondaries) {
      const object = config ?? joins[0]
      const primary = object?.delivery.application && primaries.get(object.delivery)
      if (!primary) continue
      yield {
        about: stringAt(object.manifest, 'metadata', 'name') ?? whole(object.manifest),
        message: "This is delivered to the primary's own cluster, which would join itself: move it out of this folder.",
        related: [{ about: whole(primary), message: 'the primary' }]
      }
    }
  }
}

/** An object of the primary for each Application that delivers one. A secondary that is sent to the primary's cluster by mistake is another rule's. */
function objectsOfPrimaries({ primaries }: Fleet): Map<Delivery, Manifest> {
  const objects = primaries.flatMap(({ joinTokens, bootstraps }) => [...joinTokens, ...bootstraps])
  return new Map(objects.map(({ delivery, manifest }) => [delivery, manifest]))
}
