// Rule: a cluster that gets mc-join also gets mc-join-config, under exactly that name.
import { isNearJoinConfig } from '../../model/join-config.ts'
import { joinConfigName, joinSecretName } from '../../model/kinds.ts'
import { stringAt, whole, type Target } from '../../model/manifest.ts'
import type { Secondary } from '../../model/secondary.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const secondaryHasAJoinConfig: FleetRule = {
  id: 'secondary-has-a-join-config',
  severity: 'error',
  title: 'A secondary has a ConfigMap named mc-join-config.',
  why: 'Kasten starts to join only when both the Secret `mc-join` and the ConfigMap `mc-join-config` are there. Without the ConfigMap, or with one of another name, nothing happens at all: no `mc-join-status`, no error, no cluster on the primary.',
  fix: `Deliver the ConfigMap beside the Secret; it may even be empty:

\`\`\`yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: <namespace of Kasten>
data:
  cluster-name: <name of this cluster>
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [67],
  bad: [
    `
# removed: secondaries/east/join-config.yaml
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret # <- here
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-configs # <- here
  namespace: kasten-io
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
`,
    `
# alone
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
spec:
  clusters:
    primary:
      name: primary
      primary: true
# file: secondary/join.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret # <- here
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`
  ],
  good: [
    `
# file: secondaries/east/more.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: kasten-settings
  namespace: kasten-io
data:
  concurrency: "4"
`
  ],
  *check(fleet) {
    const primaries = new Set(fleet.primaries.map(({ site }) => site))
    for (const secondary of fleet.secondaries) {
      const source = (secondary.joins[0] ?? secondary.literals[0])?.manifest
      // What is sent to the primary's cluster is in the wrong place: other rules say so.
      if (secondary.config || !source || primaries.has(secondary.site)) continue
      const complaint = complaintOf(secondary, whole(source))
      if (complaint) yield complaint
    }
  }
}

function complaintOf({ site }: Secondary, source: Target): Complaint | undefined {
  const near = site.objects.find(({ manifest }) => isNearJoinConfig(manifest))?.manifest
  // The hash that kustomize adds has a rule of its own, which knows how to take it away.
  if (near && /^mc-join-config-[a-z0-9]{10}$/.test(near.name)) return undefined
  if (near) {
    return {
      about: stringAt(near, 'metadata', 'name') ?? whole(near),
      message: `The ConfigMap is named ${quoted(near.name)}, but Kasten reads "${joinConfigName}" alone, so this cluster never joins: rename it.`,
      related: [{ about: source, message: 'the token to join with is pulled here' }]
    }
  }
  if (!site.complete) return undefined
  const message = `This cluster gets the Secret "${joinSecretName}" but no ConfigMap "${joinConfigName}", so Kasten never starts to join: add one, even an empty one.`
  return { about: source, message }
}
