// Rule: a join token goes to one vault.
import { vaultKeyOf, type StoreRef } from '../../model/store.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const tokenGoesToOneVault: FleetRule = {
  id: 'token-goes-to-one-vault',
  severity: 'warning',
  title: 'A join token goes to one vault.',
  why: `Every store that a PushSecret names gets a copy of the token. A copy in a vault that nobody meant is a credential that nobody watches: whoever may read it can join a cluster to the fleet.`,
  fix: `Name one store in \`secretStoreRefs\`, or take the copies to one PushSecret each and say why in a comment.`,
  source: 'external-secrets/external-secrets: pkg/controllers/pushsecret/pushsecret_controller.go',
  rows: [43],
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
    - name: audit-vault # <- here
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
# settings: {"knownStores":["audit-vault"]}
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
    - name: join-tokens-again
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
# file: primary/again.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens-again
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
  *check({ primaries }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      const vaults = new Map<string, StoreRef>()
      for (const ref of push.storeRefs)
        if (ref.name) vaults.set(vaultOf(ref, ref.name.value), vaults.get(vaultOf(ref, ref.name.value)) ?? ref)
      const [first, ...others] = [...vaults.values()]
      for (const ref of others) yield complaintOf(ref, first!)
    }
  }
}

/** Stores of one vault are one; a store whose vault is not here stands for itself. */
function vaultOf({ kind, vaultUrl }: StoreRef, name: string): string {
  return vaultUrl ? vaultKeyOf(vaultUrl.value) : `${kind} ${name}`
}

function complaintOf({ name }: StoreRef, first: StoreRef): Complaint {
  return {
    about: name!,
    message: `The token goes to the store ${quoted(first.name!.value)} and to ${quoted(name!.value)} too: a second copy of a credential. Push to one vault, unless this is meant.`,
    related: [{ about: first.name!, message: 'the first store' }]
  }
}
