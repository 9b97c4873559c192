// Rule: a store that a token passes through is known.
import type { Fleet } from '../../model/fleet.ts'
import type { StoreRef } from '../../model/store.ts'
import { storeUsesOf, type StoreUse } from '../../model/used-stores.ts'
import { groupedBy } from '../../source/grouped.ts'
import { nearest } from '../../source/nearest.ts'
import { placeholderIn } from '../placeholder.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'
import { clusterStoresUsed, otherKindComplaint, wrongKindComplaint } from '../store-kind.ts'

export const storeIsKnown: FleetRule = {
  id: 'store-is-known',
  severity: 'notice',
  title: 'A store that a token passes through is known.',
  why: `ESO finds the store by kind and name on the cluster. When the repository has other stores of that kind, a name that none of them has is most likely a slip, and the PushSecret or ExternalSecret is Errored. Stores made by hand are normal: name them in \`known-stores\`.`,
  fix: `Correct the name, or say that the store exists:

\`\`\`yaml
with:
  known-stores: <name of the store>
\`\`\``,
  source: 'external-secrets/external-secrets: pkg/controllers/secretstore/client_manager.go',
  rows: [42],
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
    - name: join-token # <- here
      kind: ClusterSecretStore
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
# removed: primary/store.yaml
# removed: secondaries/east/store.yaml
# removed: secondaries/west/store.yaml
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
      kind: ClusterSecretStore
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
# removed: secondaries/east/store.yaml
# removed: secondaries/west/store.yaml
# settings: {"knownStores":["join-tokens"]}
`
  ],
  *check(fleet) {
    const known = new Set(fleet.settings.knownStores)
    const used = clusterStoresUsed(fleet)
    const unknown = groupedBy(storeUsesOf(fleet), ({ ref, pushes }) => {
      const { name, kind, store } = ref
      if (!name || store || known.has(name.value) || placeholderIn(name.value)) return undefined
      if (wrongKindComplaint(ref, fleet.stores) || (!pushes && otherKindComplaint(ref, used))) return undefined
      return hasSeveral(ref, fleet) ? undefined : `${kind} ${name.value}`
    })
    for (const uses of unknown.values()) yield complaintOf(uses, fleet)
  }
}

/** Several stores of that name on other clusters: each cluster is likely to have its own. */
function hasSeveral({ kind, name }: StoreRef, { stores }: Fleet): boolean {
  return stores.all.some(store => store.kind === kind && store.name === name?.value)
}

function complaintOf(uses: readonly StoreUse[], { stores }: Fleet): Complaint {
  const { kind, name } = uses[0]!.ref
  const others = [...new Set(stores.all.filter(store => store.kind === kind).map(store => store.name))]
  const meant = nearest(name!.value, others)
  const said = `The repository has no ${kind} ${quoted(name!.value)}`
  const message =
    others.length === 0
      ? `${said}. If it exists on the cluster, name it in known-stores.`
      : `${said}${meant ? `; did you mean ${quoted(meant)}?` : `, though it has others (${others.slice(0, 3).map(quoted).join(', ')}).`} If it exists on the cluster, name it in known-stores.`
  return {
    about: name!,
    message,
    ...(others.length > 0 && { severity: 'warning' as const }),
    clusters: uses.map(({ cluster }) => cluster)
  }
}
