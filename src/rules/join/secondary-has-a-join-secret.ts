// Rule: a cluster that gets mc-join-config also gets something that makes mc-join.
import { madeSecretOf } from '../../model/external-secret.ts'
import type { Fleet } from '../../model/fleet.ts'
import { isExternalSecret, joinConfigName, joinSecretName } from '../../model/kinds.ts'
import { stringAt, whole, type Manifest } from '../../model/manifest.ts'
import { pushedIn, type Pushed } from '../../model/pushed-token.ts'
import type { Secondary } from '../../model/secondary.ts'
import { hasJoinSecret, misnamedJoinsOf, pushedKeysOf } from '../misnamed-joins.ts'
import { placeholderIn } from '../placeholder.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const secondaryHasAJoinSecret: FleetRule = {
  id: 'secondary-has-a-join-secret',
  severity: 'error',
  title: 'A secondary has something that makes the Secret mc-join.',
  why: 'Kasten starts to join only when both the ConfigMap `mc-join-config` and the Secret `mc-join` are there. Without the Secret nothing happens at all: no `mc-join-status`, no error, no cluster on the primary.',
  fix: `Deliver an ExternalSecret that pulls the token:

\`\`\`yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: <namespace of Kasten>
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: <name of the store>
    kind: ClusterSecretStore
  target:
    name: mc-join
  data:
    - secretKey: token
      remoteRef:
        key: <remoteKey of the PushSecret>
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [67],
  bad: [
    `
# removed: secondaries/east/join-secret.yaml
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config # <- here
  namespace: kasten-io
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
`
  ],
  good: [
    `
# removed: secondaries/east/join-secret.yaml
# file: secondaries/east/sealed.yaml
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  encryptedData:
    token: AgBy3i4OJSWK
`,
    `
# removed: secondaries/east/join-secret.yaml
# file: argocd/east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-east
  namespace: argocd
spec:
  project: default
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: kasten-io
  sources:
    - repoURL: https://github.com/contoso/kasten-fleet
      targetRevision: main
      path: secondaries/east
    - repoURL: https://github.com/contoso/join-secrets
      targetRevision: main
      path: east
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
`
  ],
  *check(fleet) {
    const primaries = new Set(fleet.primaries.map(({ site }) => site))
    for (const set of fleet.sets) {
      // What is sent to the primary's cluster is in the wrong place: other rules say so.
      const lacking = set.secondaries.filter(secondary => isLacking(secondary) && !primaries.has(secondary.site))
      if (lacking.length === 0) continue
      const keys = pushedKeysOf(set)
      const pushed = pushedIn(set)[0]
      for (const secondary of lacking) {
        if (misnamedJoinsOf(secondary, keys, fleet.stores).length > 0) continue
        if (secondary.site.folder !== undefined && (isUnfilled(secondary) || makesElsewhere(fleet))) continue
        yield complaintOf(secondary.config!.manifest, pushed)
      }
    }
  }
}

function isLacking(secondary: Secondary): boolean {
  return secondary.config !== undefined && secondary.site.complete && !hasJoinSecret(secondary)
}

/** A template for new secondaries, of whatever tool, need not be whole. */
function isUnfilled({ name, ingress, primaryIngress }: Secondary): boolean {
  return [name, ingress, primaryIngress].some(value => value && placeholderIn(value.value) !== undefined)
}

/** Where no Application says what belongs together, an ExternalSecret that lies by itself may belong to this secondary. */
function makesElsewhere({ manifests, secondaries }: Fleet): boolean {
  const placed = new Set(secondaries.flatMap(({ joins }) => joins.map(({ manifest }) => manifest)))
  return manifests.some(
    manifest => isExternalSecret(manifest) && madeSecretOf(manifest) === joinSecretName && !placed.has(manifest)
  )
}

function complaintOf(config: Manifest, pushed: Pushed | undefined): Complaint {
  return {
    about: stringAt(config, 'metadata', 'name') ?? whole(config),
    message: `This cluster gets the ConfigMap "${joinConfigName}", but nothing makes the Secret "${joinSecretName}" with the token, so Kasten never starts to join: add an ExternalSecret that pulls it.`,
    related: pushed ? [{ about: pushed.remoteKey, message: 'the token is pushed here' }] : []
  }
}
