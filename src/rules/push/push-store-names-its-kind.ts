// Rule: a PushSecret names its stores, with the kind that is meant.
import { at } from '../../model/manifest.ts'
import type { PushSecret } from '../../model/push-secret.ts'
import type { StoreRef } from '../../model/store.ts'
import type { Complaint, FleetRule } from '../rule.ts'
import { wrongKindComplaint } from '../store-kind.ts'

export const pushStoreNamesItsKind: FleetRule = {
  id: 'push-store-names-its-kind',
  severity: 'error',
  title: 'A PushSecret names its stores, with the kind that is meant.',
  why: `Without \`kind\` ESO looks for a SecretStore in the namespace of the PushSecret, not for a ClusterSecretStore. The PushSecret then says \`could not get SecretStore … not found\` and nothing is pushed.`,
  fix: `\`\`\`yaml
secretStoreRefs:
  - name: <name of the store>
    kind: ClusterSecretStore
\`\`\``,
  source: 'external-secrets/external-secrets: apis/externalsecrets/v1alpha1/pushsecret_types.go',
  rows: [41],
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
    - name: join-tokens # <- here
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
`,
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
  secretStoreRefs: [] # <- here
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
`,
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
    - kind: ClusterSecretStore # <- here
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
  good: [
    `
# removed: primary/store.yaml
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
    - name: vault-of-this-namespace
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata:
  name: vault-of-this-namespace
  namespace: kasten-io-mc
spec:
  provider:
    azurekv:
      authType: WorkloadIdentity
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: push-join-tokens
`
  ],
  *check({ primaries, stores }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      if (push.storeRefs.length === 0) yield noStore(push)
      for (const ref of push.storeRefs) {
        const complaint = unnamed(ref) ?? wrongKindComplaint(ref, stores)
        if (complaint) yield complaint
      }
    }
  }
}

function noStore({ manifest }: PushSecret): Complaint {
  const about = { manifest, path: ['spec', 'secretStoreRefs'] }
  return { about, message: 'This PushSecret names no store, so the token goes nowhere: name one in secretStoreRefs.' }
}

function unnamed({ target, name }: StoreRef): Complaint | undefined {
  if (name || at(target.manifest, ...target.path, 'labelSelector')) return undefined
  return { about: target, message: 'This reference names no store: give it a name, or a labelSelector.' }
}
