// Rule: a store has an API version that ESO serves.
import { usedStoresOf } from '../../model/used-stores.ts'
import type { FleetRule } from '../rule.ts'
import { servedVersionComplaint } from '../served-versions.ts'

export const storeVersionIsServed: FleetRule = {
  id: 'store-version-is-served',
  severity: 'error',
  title: 'A store has an API version that ESO serves.',
  why: `ESO 0.16 brought \`external-secrets.io/v1\`, and 0.17 stopped to serve \`v1beta1\`. With a version that is not served the sync of that cluster fails: \`no matches for kind "ClusterSecretStore" in version "external-secrets.io/v1beta1"\`.`,
  fix: `\`\`\`yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
\`\`\`

For an older ESO say so: \`eso-version: <version>\`.`,
  source: 'external-secrets/external-secrets: config/crds/bases/external-secrets.io_clustersecretstores.yaml',
  rows: [53],
  bad: [
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1beta1 # <- here
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: [kasten-io-mc]
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
apiVersion: external-secrets.io/v1 # served since 0.16
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: [kasten-io-mc]
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
      const complaint = servedVersionComplaint(store, uses[0]!.site, fleet)
      if (complaint) yield { ...complaint, clusters: uses.map(({ cluster }) => cluster) }
    }
  }
}
