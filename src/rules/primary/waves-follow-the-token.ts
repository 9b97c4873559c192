// Rule: sync waves follow the token: what makes it comes before what pushes it, and the push comes last.
import { isNamespace, primaryNamespace } from '../../model/kinds.ts'
import { whole, type Manifest, type Target } from '../../model/manifest.ts'
import type { Primary } from '../../model/primary.ts'
import type { PushSecret } from '../../model/push-secret.ts'
import { hookOf, integerOf, waveAnnotationOf, waveOf } from '../../model/sync-annotations.ts'
import type { Delivered } from '../../model/site.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const wavesFollowTheToken: FleetRule = {
  id: 'waves-follow-the-token',
  severity: 'warning',
  title: 'Sync waves follow the token: Bootstrap, join token, and last of all the PushSecret.',
  why: `Argo CD begins a wave when all of the one before is healthy. A PushSecret whose Secret has no token yet is Degraded, which ends the sync
there: what comes in a later wave is not applied. When that is the Bootstrap or the join token itself, the sync never gets past it.`,
  fix: `Number them in their order, as quoted integers, and leave nothing behind the PushSecret

\`\`\`yaml
metadata:
  annotations:
    argocd.argoproj.io/sync-wave: "3"
\`\`\``,
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/',
  rows: [13],
  bad: [
    `
# file: primary/push-secret.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "1" # <- here
spec:
  refreshInterval: 10m
  secretStoreRefs:
    - name: join-tokens
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
# file: primary/push-secret.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret # <- here
metadata:
  name: push-join-token
  namespace: kasten-io-mc
spec:
  refreshInterval: 10m
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: first # <- here
spec:
  clusters:
    primary:
      name: primary
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/k10
`,
    `
# file: primary/dashboard.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: grafana-dashboard
  namespace: kasten-io
  annotations:
    argocd.argoproj.io/sync-wave: "4"
# file: primary/push-secret.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "3" # <- here
spec:
  refreshInterval: 10m
  secretStoreRefs:
    - name: join-tokens
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
# file: primary/push-secret.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "2"
spec:
  refreshInterval: 10m
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
# file: primary/report.yaml
apiVersion: batch/v1
kind: Job
metadata:
  name: report
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/hook: PostSync
    argocd.argoproj.io/sync-wave: "9"
`
  ],
  *check({ primaries }) {
    for (const primary of primaries) {
      for (const push of primary.pushSecrets.filter(isSynced)) yield* aboutPush(push, primary)
      for (const token of primary.joinTokens.filter(isSynced)) yield* aboutToken(token, primary)
      yield* aboutNamespaces(primary)
      yield* aboutAnnotations(primary)
    }
  }
}

/** Hooks run before or after the rest, and have a rule of their own. */
function isSynced({ manifest }: Delivered): boolean {
  return hookOf(manifest) === undefined
}

/** Waves order one sync alone: only what the same Application delivers can be compared. */
function together(one: Delivered, others: readonly Delivered[]): Delivered[] {
  return others.filter(other => other.delivery === one.delivery && isSynced(other))
}

function aboutPush(push: PushSecret, { bootstraps, joinTokens }: Primary): Complaint[] {
  const wave = waveOf(push.manifest)
  const selected = joinTokens.filter(({ manifest }) => manifest.name === push.selects?.value)
  const needed = together(push, [...bootstraps, ...selected]).find(({ manifest }) => waveOf(manifest) > wave)
  if (needed) {
    const message = `The PushSecret is in wave ${wave}, before the ${needed.manifest.kind} it waits for, in wave ${waveOf(needed.manifest)}: the sync stops at it. Give it the last wave.`
    return [{ about: wavePlace(push.manifest), message, severity: 'error', related: relatedTo(needed.manifest) }]
  }
  const behind = push.delivery.manifests.find(manifest => waveOf(manifest) > wave && !hookOf(manifest))
  if (!behind) return []
  const message = `The PushSecret is in wave ${wave}, and wave ${waveOf(behind)} follows: the first sync ends at it, while the token is still missing. Give it the last wave.`
  return [{ about: wavePlace(push.manifest), message, related: relatedTo(behind) }]
}

/** Nobody says whether Kasten minds the order of these two: good to know, no more. */
function aboutToken(token: Delivered, { bootstraps }: Primary): Complaint[] {
  const wave = waveOf(token.manifest)
  const later = together(token, bootstraps).find(({ manifest }) => waveOf(manifest) > wave)
  if (!later) return []
  const message = `The join token is in wave ${wave}, before the Bootstrap, in wave ${waveOf(later.manifest)}: give it that wave or a later one.`
  return [{ about: wavePlace(token.manifest), message, severity: 'notice', related: relatedTo(later.manifest) }]
}

/** Argo CD creates the destination's namespace before all waves, so its own does not count. argo-cd: gitops-engine/pkg/sync/sync_context.go */
function aboutNamespaces({ site, bootstraps, joinTokens }: Primary): Complaint[] {
  const namespaces = site.objects.filter(({ manifest }) => isNamespace(manifest) && manifest.name === primaryNamespace)
  return namespaces.flatMap(namespace => {
    const wave = waveOf(namespace.manifest)
    const inIt = together(namespace, [...bootstraps, ...joinTokens])
    const earlier = inIt.find(({ manifest }) => waveOf(manifest) < wave)
    if (!earlier || namespace.delivery.namespace === primaryNamespace) return []
    const message = `The Namespace is in wave ${wave}, after the ${earlier.manifest.kind} that lives in it, in wave ${waveOf(earlier.manifest)}: give it the first wave.`
    return [{ about: wavePlace(namespace.manifest), message, related: relatedTo(earlier.manifest) }]
  })
}

function aboutAnnotations({ bootstraps, joinTokens, pushSecrets }: Primary): Complaint[] {
  return [...bootstraps, ...joinTokens, ...pushSecrets].flatMap(({ manifest }) => {
    const wave = waveAnnotationOf(manifest)
    if (!wave || integerOf(wave.value) !== undefined) return []
    return [
      {
        about: wave,
        message: `The sync wave ${quoted(wave.value)} is no integer, so Argo CD takes 0: write a quoted integer.`
      }
    ]
  })
}

function wavePlace(manifest: Manifest): Target {
  return waveAnnotationOf(manifest) ?? whole(manifest)
}

function relatedTo(manifest: Manifest): Complaint['related'] {
  return [{ about: wavePlace(manifest), message: `wave ${waveOf(manifest)}` }]
}
