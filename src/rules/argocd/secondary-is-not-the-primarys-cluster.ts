// Rule: no secondary is deployed to the primary's cluster.
import { changed } from '../example-change.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'
import { destinationOf, onThePrimary } from '../shared-clusters.ts'

export const secondaryIsNotThePrimarysCluster: FleetRule = {
  id: 'secondary-is-not-the-primarys-cluster',
  severity: 'error',
  title: "A secondary's Application goes to a cluster other than the primary's.",
  why: "The primary's Kasten finds `mc-join` and `mc-join-config` in its own namespace and tries to join itself, while the cluster that was meant gets nothing and never joins.",
  fix: `Write the cluster that joins, as Argo CD knows it

\`\`\`yaml
destination:
  server: <URL of its API server>
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [98, 103],
  bad: [
    changed('argocd/east.yaml', [
      'server: https://east.k8s.contoso.com:6443',
      'server: https://kubernetes.default.svc # <- here'
    ]),
    changed('argocd/east.yaml', ['server: https://east.k8s.contoso.com:6443', 'name: in-cluster # <- here'])
  ],
  good: [
    // A primary that is not the cluster Argo CD runs on leaves that one free to join.
    `${changed('argocd/primary.yaml', ['https://kubernetes.default.svc', 'https://primary.k8s.contoso.com'])}
${changed('argocd/east.yaml', ['https://east.k8s.contoso.com:6443', 'https://kubernetes.default.svc'])}`
  ],
  *check(fleet) {
    for (const { delivery, before } of onThePrimary(fleet)) {
      const { application } = delivery
      yield {
        about: destinationOf(delivery),
        message: `The secondary's Application ${quoted(application.name)} goes to the cluster of the primary, as ${quoted(before.application.name)} does: write the cluster that joins.`,
        related: [{ about: destinationOf(before), message: 'the primary goes here' }]
      }
    }
  }
}
