// Rule: a ClusterSecretStore admits the namespaces that use it.
import { itemsAt, type Located, type Manifest } from '../../model/manifest.ts'
import { usedStoresOf, type StoreUse } from '../../model/used-stores.ts'
import { isObject, type Json, type JsonObject } from '../../source/json.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const storeAdmitsItsUsers: FleetRule = {
  id: 'store-admits-its-users',
  severity: 'error',
  title: 'A ClusterSecretStore admits the namespaces that use it.',
  why: `\`conditions\` say which namespaces may use a ClusterSecretStore. A PushSecret or ExternalSecret of another one is refused: \`using cluster store "…" is not allowed from namespace "kasten-io": denied by spec.condition\`.`,
  fix: `\`\`\`yaml
spec:
  conditions:
    - namespaces: [<namespace of those who use it>]
\`\`\``,
  source: 'external-secrets/external-secrets: pkg/controllers/secretstore/client_manager.go',
  rows: [60],
  bad: [
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions: # <- here
    - namespaces: [kasten-io]
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
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: [other]
    - namespaceRegexes: ["^kasten-.*$"]
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: push-join-tokens
        namespace: external-secrets
`,
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaceSelector:
        matchLabels:
          contoso.com/vault: fleet
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
  // What is in a wrong namespace is another rule's finding: here it is judged as where it belongs.
  *check(fleet) {
    for (const { store, uses } of usedStoresOf(fleet)) {
      const conditions = itemsAt(store, 'spec', 'conditions')
      if (store.kind !== 'ClusterSecretStore' || conditions.length === 0) continue
      const refused = uses.filter(
        ({ namespace, belongsIn }) =>
          namespace !== undefined && belongsIn !== undefined && !conditions.some(each => admits(each, belongsIn))
      )
      const first = refused[0]
      if (first) yield complaintOf(store, refused, first.belongsIn!)
    }
  }
}

function complaintOf(store: Manifest, refused: readonly StoreUse[], namespace: string): Complaint {
  const user = refused[0]!.ref.target.manifest
  return {
    about: { manifest: store, path: ['spec', 'conditions'], part: 'key' },
    message: `These conditions do not admit the namespace ${quoted(namespace)}, where ${user.kind} ${quoted(user.name)} uses this store: add it.`,
    related: [{ about: refused[0]!.ref.target, message: 'used here' }],
    clusters: refused.map(({ cluster }) => cluster)
  }
}

/** Whether a condition may admit a namespace. Of labels only the one that every namespace has is known here. */
function admits(condition: Located, namespace: string): boolean {
  if (!isObject(condition.value)) return false
  const { namespaces, namespaceSelector, namespaceRegexes } = condition.value
  if (Array.isArray(namespaces) && namespaces.includes(namespace)) return true
  if (isObject(namespaceSelector) && maySelect(namespaceSelector, namespace)) return true
  return Array.isArray(namespaceRegexes) && namespaceRegexes.some(each => mayMatch(each, namespace))
}

function maySelect({ matchLabels, matchExpressions }: JsonObject, namespace: string): boolean {
  if (matchExpressions !== undefined) return true
  const name = isObject(matchLabels) ? matchLabels['kubernetes.io/metadata.name'] : undefined
  return name === undefined || name === namespace
}

/** Go's expressions are not JavaScript's: only plain ones are judged. */
function mayMatch(regex: Json, namespace: string): boolean {
  if (typeof regex !== 'string' || !/^[\^$a-z0-9.*-]{1,100}$/.test(regex) || /\*.*\*.*\*/.test(regex)) return true
  return new RegExp(regex).test(namespace)
}
