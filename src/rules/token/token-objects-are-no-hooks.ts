// Rule: what the token passes through is no hook of Argo CD.
import type { Fleet } from '../../model/fleet.ts'
import type { Manifest } from '../../model/manifest.ts'
import { hookOf, type Hook } from '../../model/sync-annotations.ts'
import type { Severity } from '../finding.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const tokenObjectsAreNoHooks: FleetRule = {
  id: 'token-objects-are-no-hooks',
  severity: 'error',
  title: 'What the token passes through is no hook of Argo CD.',
  why: `Argo CD deletes a hook before it creates it again, at every sync. That revokes a join token; it deletes \`mc-join\` with its ExternalSecret;
with \`deletionPolicy: Delete\` a PushSecret takes the vault's secret along. A lost hook is not restored by \`selfHeal\` either. With a value that
Argo CD does not know, or \`Skip\`, the object is never applied.`,
  fix: 'Remove the annotation `argocd.argoproj.io/hook` (or `helm.sh/hook`); sync waves order objects without it.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/',
  rows: [25, 52],
  bad: [
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/hook: PreSync # <- here
type: dist.kio.kasten.io/join-token
`,
    `
# file: primary/push-secret.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/hook: AfterSync # <- here
spec:
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
  annotations:
    helm.sh/hook: pre-install,pre-upgrade # <- here
spec:
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
# file: primary/notify.yaml
apiVersion: batch/v1
kind: Job
metadata:
  name: notify
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/hook: PostSync
`
  ],
  *check(fleet) {
    for (const [manifest, severity] of passedThrough(fleet)) {
      const hook = hookOf(manifest)
      if (hook) yield complaintOf(manifest, hook, severity)
    }
  }
}

/** With how grave it is that they come and go. */
function passedThrough({ primaries, secondaries }: Fleet): Map<Manifest, Severity> {
  const all = new Map<Manifest, Severity>()
  for (const { bootstraps, joinTokens, pushSecrets } of primaries) {
    for (const { manifest } of bootstraps) all.set(manifest, 'warning')
    for (const { manifest } of [...joinTokens, ...pushSecrets]) all.set(manifest, 'error')
  }
  for (const { config, joins, literals } of secondaries) {
    for (const { manifest } of [...(config ? [config] : []), ...joins, ...literals]) all.set(manifest, 'warning')
  }
  return all
}

function complaintOf(manifest: Manifest, { annotation, phases }: Hook, severity: Severity): Complaint {
  const object = `The ${manifest.kind} ${quoted(manifest.name)}`
  const never = phases.every(phase => phase === 'Skip')
  return {
    about: annotation,
    message: never
      ? `${object} is marked as a hook ${quoted(annotation.value)}, which Argo CD never applies: remove the annotation.`
      : `${object} is a hook (${quoted(annotation.value)}), which Argo CD deletes and creates again at each sync: remove the annotation.`,
    severity: never ? 'error' : severity
  }
}
