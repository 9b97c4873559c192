// Rule: references of a ClusterSecretStore name their namespace.
import { below, keyOf, objectAt } from '../../model/manifest.ts'
import { usedStoresOf } from '../../model/used-stores.ts'
import type { FleetRule } from '../rule.ts'

export const storeRefsNameTheirNamespace: FleetRule = {
  id: 'store-refs-name-their-namespace',
  severity: 'warning',
  title: 'References of a ClusterSecretStore name their namespace.',
  why: `A Secret or ServiceAccount that a ClusterSecretStore names without \`namespace\` is looked for in the namespace of whatever uses the store: in \`kasten-io-mc\` on the primary, in \`kasten-io\` on a secondary. It is seldom there, and the store can't be checked: its status stays \`Unknown\`.`,
  fix: `\`\`\`yaml
serviceAccountRef:
  name: <name of the ServiceAccount>
  namespace: <its namespace>
\`\`\``,
  source: 'external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go',
  rows: [59],
  bad: [
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
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
      serviceAccountRef: # <- here
        name: push-join-tokens
`
  ],
  good: [
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata:
  name: join-tokens
  namespace: kasten-io-mc
spec:
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: push-join-tokens
# file: primary/push-secret.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "3"
spec:
  refreshInterval: 10m
  deletionPolicy: None
  updatePolicy: Replace
  secretStoreRefs:
    - name: join-tokens
      kind: SecretStore
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
`
  ],
  *check(fleet) {
    for (const { store, uses } of usedStoresOf(fleet)) {
      if (store.kind !== 'ClusterSecretStore') continue
      const namespaces = [...new Set(uses.flatMap(({ namespace }) => namespace ?? []))].join(' and ')
      for (const path of references) {
        const ref = objectAt(store, 'spec', 'provider', 'azurekv', ...path)
        if (!ref || below(ref, 'namespace')) continue
        yield {
          about: keyOf(ref),
          message: `${path.at(-1)} names no namespace, so ESO looks for it in ${namespaces || 'the namespace of each user'}: add the namespace where it is.`
        }
      }
    }
  }
}

const references = [
  ['serviceAccountRef'],
  ['authSecretRef', 'clientId'],
  ['authSecretRef', 'clientSecret'],
  ['authSecretRef', 'clientCertificate'],
  ['authSecretRef', 'tenantId']
] as const
