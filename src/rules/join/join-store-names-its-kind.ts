// Rule: the ExternalSecret of a secondary names its store, with the kind that is meant.
import type { ExternalSecret } from '../../model/external-secret.ts'
import { itemsAt, keyOf, whole } from '../../model/manifest.ts'
import type { StoreRef } from '../../model/store.ts'
import { joinsOf } from '../once.ts'
import type { Complaint, FleetRule } from '../rule.ts'
import { clusterStoresUsed, otherKindComplaint, wrongKindComplaint } from '../store-kind.ts'

export const joinStoreNamesItsKind: FleetRule = {
  id: 'join-store-names-its-kind',
  severity: 'error',
  title: 'The ExternalSecret of a secondary names its store, with the kind that is meant.',
  why: 'Without `kind` ESO looks for a SecretStore in the namespace of the ExternalSecret, not for a ClusterSecretStore. The ExternalSecret then says `SecretSyncedError`, `could not get SecretStore … not found`, and there is no token to join with.',
  fix: `\`\`\`yaml
secretStoreRef:
  name: <name of the store>
  kind: ClusterSecretStore
\`\`\``,
  source: 'external-secrets/external-secrets: apis/externalsecrets/v1/externalsecret_types.go',
  rows: [86],
  bad: [
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens # <- here
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# removed: primary/store.yaml
# removed: secondaries/east/store.yaml
# removed: secondaries/west/store.yaml
# settings: {"knownStores":["join-tokens"]}
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens # <- here
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef: # <- here
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`
  ],
  good: [
    `
# file: secondaries/east/store.yaml
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata:
  name: vault-of-this-namespace
  namespace: kasten-io
spec:
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: pull-join-tokens
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: vault-of-this-namespace
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`
  ],
  *check(fleet) {
    const elsewhere = clusterStoresUsed(fleet)
    for (const { object, clusters } of joinsOf(fleet)) {
      for (const ref of refsOf(object)) {
        const complaint = unnamed(ref) ?? wrongKindComplaint(ref, fleet.stores) ?? otherKindComplaint(ref, elsewhere)
        if (complaint) yield { ...complaint, clusters }
      }
      if (namesNone(object)) yield { about: whole(object.manifest), message: none, clusters }
    }
  }
}

const none = 'This ExternalSecret names no store to pull the token from: add secretStoreRef.'

function refsOf({ storeRef, entries }: ExternalSecret): StoreRef[] {
  return [...new Set([storeRef, ...entries.map(({ store }) => store)])].filter(ref => ref !== undefined)
}

function namesNone({ manifest, entries }: ExternalSecret): boolean {
  return itemsAt(manifest, 'spec', 'dataFrom').length === 0 && entries.some(({ store }) => !store)
}

function unnamed({ name, target }: StoreRef): Complaint | undefined {
  if (name) return undefined
  return { about: keyOf(target), message: 'This reference names no store: give it a name and a kind.' }
}
