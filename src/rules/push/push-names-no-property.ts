// Rule: a PushSecret to Key Vault names no property.
import { keyOf } from '../../model/manifest.ts'
import { mayBeKeyVault } from '../../model/store.ts'
import type { FleetRule } from '../rule.ts'

export const pushNamesNoProperty: FleetRule = {
  id: 'push-names-no-property',
  severity: 'warning',
  title: 'A PushSecret to Key Vault names no property.',
  why: `A Key Vault secret is one value. ESO's Azure provider ignores \`remoteRef.property\` when it pushes, while an ExternalSecret with the same property looks for it inside the value and fails: \`property … does not exist in key …\`.`,
  fix: `Remove the line \`property: …\`.`,
  source: 'external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go',
  rows: [40],
  bad: [
    `
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
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
          property: token # <- here
`
  ],
  good: [
    `
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
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token # one value, no property
`
  ],
  *check({ primaries }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      if (!push.storeRefs.every(mayBeKeyVault)) continue
      for (const { property } of push.matches) {
        if (property)
          yield {
            about: keyOf(property),
            message: 'Key Vault secrets have no properties: ESO ignores this line. Remove it.'
          }
      }
    }
  }
}
