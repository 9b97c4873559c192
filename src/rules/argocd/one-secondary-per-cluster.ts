// Rule: a cluster is one secondary.
import { changed } from '../example-change.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'
import { destinationOf, onAnotherSecondary } from '../shared-clusters.ts'

export const oneSecondaryPerCluster: FleetRule = {
  id: 'one-secondary-per-cluster',
  severity: 'error',
  title: 'No two Applications make a secondary of one cluster.',
  why: 'A cluster has one `mc-join-config`. Of two Applications that write it the last sync wins, again and again, with `SharedResourceWarning` on both; the cluster that the other one was meant for never joins.',
  fix: 'Write another cluster in `destination`, or remove one of the two Applications.',
  source:
    'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#fail-the-sync-if-a-shared-resource-is-found',
  rows: [104],
  bad: [
    changed('argocd/west.yaml', [
      'server: https://west.k8s.contoso.com:6443',
      'server: HTTPS://East.k8s.contoso.com:6443/ # <- here'
    ])
  ],
  good: [
    changed('argocd/west.yaml', [
      'server: https://west.k8s.contoso.com:6443',
      'server: https://east.k8s.contoso.com:6444'
    ])
  ],
  *check(fleet) {
    for (const { delivery, before } of onAnotherSecondary(fleet)) {
      yield {
        about: destinationOf(delivery),
        message: `${quoted(delivery.application.name)} and ${quoted(before.application.name)} make a secondary of the same cluster: write another destination in one of them.`,
        related: [{ about: destinationOf(before), message: 'the same cluster' }]
      }
    }
  }
}
