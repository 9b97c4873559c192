// Rule: Cluster objects are Kasten's own and are not in Git.
import { isDistribution } from '../../model/kinds.ts'
import { whole } from '../../model/manifest.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

export const kastenOwnsItsClusters: FleetRule = {
  id: 'kasten-owns-its-clusters',
  severity: 'warning',
  title: "Cluster objects are Kasten's own and are not in Git.",
  why: `Kasten makes a \`Cluster\` object for the primary and for each secondary that joins, and keeps its identity, connection and finalizer in
it. One that Argo CD applies as well is written by two: it stays \`OutOfSync\`, and pruning it disconnects the cluster.`,
  fix: "Remove the `Cluster` from Git: the Bootstrap makes the primary's, a join makes a secondary's.",
  source: 'https://docs.kasten.io/latest/multicluster/how-tos/disconnect.html',
  rows: [17],
  bad: [
    `
# file: primary/cluster.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Cluster # <- here
metadata:
  name: east
  namespace: kasten-io-mc
`
  ],
  good: [
    `
# file: primary/database.yaml
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: catalog
  namespace: catalog
spec:
  instances: 3
`
  ],
  *check({ sites }) {
    for (const { manifest } of sites.flatMap(({ objects }) => objects)) {
      if (manifest.kind !== 'Cluster' || !isDistribution(manifest)) continue
      yield {
        about: whole(manifest),
        message: `Kasten makes and keeps the Cluster ${quoted(manifest.name)} itself: remove it from Git.`
      }
    }
  }
}
