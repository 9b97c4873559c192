// Rule: the vault that is pulled from is the vault that is pushed to.
import type { PullEntry } from '../../model/external-secret.ts'
import type { MulticlusterSet } from '../../model/multicluster-set.ts'
import { comparableKeyOf, pushedIn, tokenEntriesOf } from '../../model/pushed-token.ts'
import type { Secondary } from '../../model/secondary.ts'
import { vaultKeyOf, type StoreRef } from '../../model/store.ts'
import { placeholderIn } from '../placeholder.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const joinVaultAgrees: FleetRule = {
  id: 'join-vault-agrees',
  severity: 'error',
  title: 'The vault that is pulled from is the vault that is pushed to.',
  why: 'Each cluster has stores of its own, and two of one name can be two vaults. When the token is pushed to one vault and pulled from another, both sides look healthy by themselves and the ExternalSecret says `SecretSyncedError`, `Secret does not exist`.',
  fix: 'Write the same `vaultUrl` in the store the PushSecret uses and in the store the ExternalSecret uses.',
  source: 'external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go',
  rows: [65, 87],
  bad: [
    `
# file: secondaries/east/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: [kasten-io]
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-east.vault.azure.net # <- here
      serviceAccountRef:
        name: pull-join-tokens
        namespace: external-secrets
`
  ],
  good: [
    `
# file: secondaries/east/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: vault-of-the-east
spec:
  conditions:
    - namespaces: [kasten-io]
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://Contoso-Fleet.vault.azure.net/
      serviceAccountRef:
        name: pull-join-tokens
        namespace: external-secrets
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: vault-of-the-east
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# removed: primary/store.yaml
# file: secondaries/east/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: [kasten-io]
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-east.vault.azure.net
      serviceAccountRef:
        name: pull-join-tokens
        namespace: external-secrets
`
  ],
  *check(fleet) {
    for (const set of fleet.sets) {
      const refs = storesByKey(set)
      for (const secondary of set.secondaries) {
        for (const entry of secondary.joins.flatMap(tokenEntriesOf)) yield* complaintsOf(entry, secondary, refs)
      }
    }
  }
}

/** The stores that each remote key is pushed through. */
function storesByKey(set: MulticlusterSet): Map<string, StoreRef[]> {
  const refs = new Map<string, StoreRef[]>()
  for (const { push, remoteKey } of pushedIn(set)) {
    const key = comparableKeyOf(remoteKey.value)
    refs.set(key, [...(refs.get(key) ?? []), ...push.storeRefs])
  }
  return refs
}

/** A key that nobody pushes is another rule's; a vault that nobody knows cannot be compared. */
function complaintsOf(entry: PullEntry, { label }: Secondary, byKey: ReadonlyMap<string, StoreRef[]>): Complaint[] {
  const pulled = entry.store?.vaultUrl
  const refs = (entry.remoteKey && byKey.get(comparableKeyOf(entry.remoteKey.value))) ?? []
  const pushed = refs.flatMap(({ vaultUrl }) => vaultUrl ?? [])
  if (!pulled || pushed.length === 0 || pushed.length < refs.length) return []
  if ([pulled, ...pushed].some(({ value }) => placeholderIn(value) !== undefined)) return []
  const vaults = new Set(pushed.map(({ value }) => vaultKeyOf(value)))
  if (vaults.has(vaultKeyOf(pulled.value))) return []
  return [
    {
      about: pulled,
      message: `The token is pulled from the vault ${quoted(pulled.value)}, but pushed to ${quoted(pushed[0]!.value)}: write one vault in both stores.`,
      related: [
        { about: pushed[0]!, message: 'pushed to this vault' },
        { about: entry.store.name ?? entry.store.target, message: 'pulled through this store' }
      ],
      clusters: [label]
    }
  ]
}
