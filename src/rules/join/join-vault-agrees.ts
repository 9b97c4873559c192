// Rule: the vault that is pulled from is the vault that is pushed to.
import { groupedBy } from '../../source/grouped.ts'
import type { PullEntry } from '../../model/external-secret.ts'
import type { Located } from '../../model/manifest.ts'
import type { MulticlusterSet } from '../../model/multicluster-set.ts'
import { comparableKeyOf, pushedIn, tokenEntriesOf } from '../../model/pushed-token.ts'
import type { Secondary } from '../../model/secondary.ts'
import { vaultKeyOf, type StoreRef } from '../../model/store.ts'
import { placeholderIn } from '../placeholder.ts'
import { quoted } from '../quoted.ts'
import { mostShown, type Complaint, type FleetRule } from '../rule.ts'
import { wrongWithVaultUrl } from '../store/vault-url-is-a-key-vault.ts'

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
      vaultUrl: https://Contoso-Fleet.vault.azure.net:443/
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
    for (const set of fleet.sets) yield* disagreementsIn(set)
  }
}

/** A vault that is pulled from, and by whom. */
interface Pull {
  readonly pulled: Located<string>
  readonly pushed: Located<string>
  readonly store: StoreRef
  readonly label: string
}

/** One vault that many pull from in place of another is one mistake. */
function disagreementsIn(set: MulticlusterSet): Complaint[] {
  const refs = storesByKey(set)
  const strays = set.secondaries.flatMap(secondary =>
    secondary.joins.flatMap(tokenEntriesOf).flatMap(entry => strayOf(entry, secondary, refs))
  )
  const byVaults = groupedBy(strays, ({ pulled, pushed }) => JSON.stringify([pulled.value, pushed.value]))
  return [...byVaults.values()].map(complaintOf)
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

/** A key that nobody pushes is another rule's, and so is a vault that is none; one that nobody knows cannot be compared. */
function strayOf(
  { store, remoteKey }: PullEntry,
  { label }: Secondary,
  byKey: ReadonlyMap<string, StoreRef[]>
): Pull[] {
  const pulled = store?.vaultUrl
  const refs = (remoteKey && byKey.get(comparableKeyOf(remoteKey.value))) ?? []
  const pushed = refs.flatMap(({ vaultUrl }) => vaultUrl ?? [])
  if (!pulled || pushed.length === 0 || pushed.length < refs.length) return []
  if ([pulled, ...pushed].some(isNoVault)) return []
  const vaults = new Set(pushed.map(({ value }) => vaultKeyOf(value)))
  return vaults.has(vaultKeyOf(pulled.value)) ? [] : [{ pulled, pushed: pushed[0]!, store, label }]
}

function isNoVault(vaultUrl: Located<string>): boolean {
  const fault = wrongWithVaultUrl(vaultUrl)
  return placeholderIn(vaultUrl.value) !== undefined || (fault !== undefined && fault.severity !== 'warning')
}

function complaintOf(pulls: readonly Pull[]): Complaint {
  const [first, ...others] = [...new Map(pulls.map(pull => [pull.pulled.manifest, pull])).values()]
  const { pulled, pushed, store } = first!
  return {
    about: pulled,
    message: `The token is pulled from the vault ${quoted(pulled.value)}, but pushed to ${quoted(pushed.value)}: write one vault in both stores.`,
    related: [
      { about: pushed, message: 'pushed to this vault' },
      { about: store.name ?? store.target, message: 'pulled through this store' },
      ...others.slice(0, mostShown).map(each => ({ about: each.pulled, message: 'pulled from the same vault here' }))
    ],
    clusters: [...new Set(pulls.map(({ label }) => label))]
  }
}
