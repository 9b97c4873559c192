// Rule: secondaries pull with an identity of their own.
import { objectAt, stringBelow, type Manifest, type Target } from '../../model/manifest.ts'
import { usedStoresOf, type UsedStore } from '../../model/used-stores.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const pullingNeedsNoWrite: FleetRule = {
  id: 'pulling-needs-no-write',
  severity: 'notice',
  title: 'Secondaries pull with an identity of their own.',
  why: `The identity that pushes may write secrets. When secondaries pull with the same one, a single compromised secondary can overwrite the token of the whole fleet; pulling needs \`Key Vault Secrets User\` only.`,
  fix: `Give the stores of secondaries an identity with the role \`Key Vault Secrets User\`, and keep \`Key Vault Secrets Officer\` for the store that pushes.`,
  source: 'https://learn.microsoft.com/azure/key-vault/general/rbac-guide',
  rows: [66],
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
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: push-join-tokens # <- here
        namespace: external-secrets
`
  ],
  good: [
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
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: pull-join-tokens-of-east
        namespace: external-secrets
`
  ],
  *check(fleet) {
    const stores = usedStoresOf(fleet)
    const pushing = new Map(
      stores.filter(isPushing).flatMap(({ store }) => identityOf(store).map(each => [each.key, each] as const))
    )
    for (const used of stores) {
      if (used.uses.some(({ pushes }) => pushes)) continue
      for (const { key, about, name } of identityOf(used.store)) {
        const same = pushing.get(key)
        if (same) yield complaintOf(about, name, same.about, used)
      }
    }
  }
}

function complaintOf(about: Target, name: string, pushes: Target, { uses }: UsedStore): Complaint {
  return {
    about,
    message: `This store pulls as ${quoted(name)}, which also pushes: a secondary could overwrite the token of all. Give it an identity that may only read.`,
    related: [{ about: pushes, message: 'pushes' }],
    clusters: uses.map(({ cluster }) => cluster)
  }
}

function isPushing({ uses }: UsedStore): boolean {
  return uses.some(({ pushes }) => pushes)
}

/** What a store signs in as, when the text tells: a service account, or the Secret that holds the client's id. */
function identityOf(store: Manifest): { readonly key: string; readonly name: string; readonly about: Target }[] {
  const refs = [
    objectAt(store, 'spec', 'provider', 'azurekv', 'serviceAccountRef'),
    objectAt(store, 'spec', 'provider', 'azurekv', 'authSecretRef', 'clientId')
  ]
  return refs.flatMap(ref => {
    const name = ref && stringBelow(ref, 'name')
    const key =
      ref &&
      JSON.stringify([ref.path, name?.value, stringBelow(ref, 'namespace')?.value, stringBelow(ref, 'key')?.value])
    return name && key !== undefined ? [{ key, name: name.value, about: name }] : []
  })
}
