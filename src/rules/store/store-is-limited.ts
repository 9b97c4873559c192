// Rule: a ClusterSecretStore says who may use it.
import { itemsAt } from '../../model/manifest.ts'
import { usedStoresOf } from '../../model/used-stores.ts'
import type { FleetRule } from '../rule.ts'

export const storeIsLimited: FleetRule = {
  id: 'store-is-limited',
  severity: 'notice',
  title: 'A ClusterSecretStore says who may use it.',
  why: `Without \`conditions\` every namespace of the cluster may use the store, and so read the join token: whoever may create an ExternalSecret anywhere can join a cluster to the fleet.`,
  fix: `\`\`\`yaml
spec:
  conditions:
    - namespaces: [<namespace of those who use it>]
\`\`\``,
  source: 'https://external-secrets.io/latest/api/clustersecretstore/',
  rows: [61],
  bad: [
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec: # <- here
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: push-join-tokens
        namespace: external-secrets
`
  ],
  good: [
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: ["kasten-io-mc", "kasten-io"]
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: push-join-tokens
        namespace: external-secrets
`
  ],
  *check(fleet) {
    for (const { store, uses } of usedStoresOf(fleet)) {
      if (store.kind !== 'ClusterSecretStore' || itemsAt(store, 'spec', 'conditions').length > 0) continue
      const namespaces = [...new Set(uses.flatMap(({ namespace }) => namespace ?? []))].sort().join(', ')
      yield {
        about: { manifest: store, path: ['spec'], part: 'key' },
        message: `Every namespace may use this store, and read the join token: limit it to ${namespaces || 'those that need it'} with conditions.`
      }
    }
  }
}
