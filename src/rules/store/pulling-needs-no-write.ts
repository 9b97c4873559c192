// Rule: secondaries pull with an identity of their own.
import { annotationOf, objectAt, stringBelow, type Located, type Target } from '../../model/manifest.ts'
import { namespaceIn, type Site } from '../../model/site.ts'
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
    // One name, and on each cluster a service account of its own.
    `
# file: primary/service-account.yaml
apiVersion: v1
kind: ServiceAccount
metadata:
  name: eso
  namespace: external-secrets
  annotations:
    azure.workload.identity/client-id: 11111111-aaaa-3333-4444-555555555555
# file: secondaries/east/service-account.yaml
apiVersion: v1
kind: ServiceAccount
metadata:
  name: eso
  namespace: external-secrets
  annotations:
    azure.workload.identity/client-id: 22222222-aaaa-3333-4444-555555555555
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
      serviceAccountRef:
        name: eso
        namespace: external-secrets
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
        name: eso
        namespace: external-secrets
`,
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
      stores.filter(isPushing).flatMap(used => identitiesOf(used).map(each => [each.key, each] as const))
    )
    for (const used of stores) {
      if (isPushing(used)) continue
      const shared = identitiesOf(used).find(({ key }) => pushing.has(key))
      if (shared) yield complaintOf(shared, pushing.get(shared.key)!.about, used)
    }
  }
}

function complaintOf({ about, isKnown }: Identity, pushes: Target, { uses }: UsedStore): Complaint {
  const same = isKnown ? ', which also pushes' : ', as the one that pushes does'
  const unless = isKnown ? '' : 'unless these are two identities, '
  return {
    about,
    message: `This store pulls as ${quoted(about.value)}${same}: ${unless}a secondary could overwrite the token of all. Give it an identity that may only read.`,
    related: [{ about: pushes, message: 'pushes' }],
    clusters: uses.map(({ cluster }) => cluster)
  }
}

function isPushing({ uses }: UsedStore): boolean {
  return uses.some(({ pushes }) => pushes)
}

/** What a store signs in as. */
interface Identity {
  readonly key: string
  /** The name of the service account, or of the Secret that holds the client's id. */
  readonly about: Located<string>
  /** Whether the repository says which client it is: one name can be two identities on two clusters. */
  readonly isKnown: boolean
}

function identitiesOf({ store, uses }: UsedStore): Identity[] {
  const account = objectAt(store, 'spec', 'provider', 'azurekv', 'serviceAccountRef')
  const secret = objectAt(store, 'spec', 'provider', 'azurekv', 'authSecretRef', 'clientId')
  const sites = new Set(uses.map(({ site }) => site))
  return [
    ...(account ? [...sites].flatMap(site => identityOf(account, clientIdOf(account, site))) : []),
    ...(secret ? identityOf(secret, undefined) : [])
  ]
}

function identityOf(ref: Target, clientId: string | undefined): Identity[] {
  const about = stringBelow(ref, 'name')
  if (!about) return []
  const named = [ref.path, about.value, stringBelow(ref, 'namespace')?.value, stringBelow(ref, 'key')?.value]
  return [{ key: JSON.stringify(clientId ?? named), about, isKnown: clientId !== undefined }]
}

/** The client of a service account that the repository brings to the cluster. https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html */
function clientIdOf(ref: Target, { deliveries }: Site): string | undefined {
  const name = stringBelow(ref, 'name')?.value
  const namespace = stringBelow(ref, 'namespace')?.value ?? ref.manifest.namespace
  for (const delivery of deliveries) {
    const account = delivery.manifests.find(
      manifest =>
        manifest.kind === 'ServiceAccount' && manifest.name === name && namespaceIn(manifest, delivery) === namespace
    )
    const clientId = account && annotationOf(account, 'azure.workload.identity/client-id')
    if (clientId) return clientId.value
  }
  return undefined
}
