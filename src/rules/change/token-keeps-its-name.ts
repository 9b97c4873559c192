// Rule: a join-token Secret keeps its name.
import { stringAt, type Target } from '../../model/manifest.ts'
import type { Primary } from '../../model/primary.ts'
import type { Delivered } from '../../model/site.ts'
import { quoted } from '../quoted.ts'
import type { ChangeRule } from '../rule.ts'

export const tokenKeepsItsName: ChangeRule = {
  id: 'token-keeps-its-name',
  severity: 'warning',
  title: 'A join-token Secret keeps its name.',
  why: `Renaming or removing the Secret deletes it on the cluster once it is pruned, and deleting it revokes the token: the copy in the vault becomes invalid, and clusters that join with it are refused with \`Invalid join token\`. Clusters that joined before stay.`,
  fix: `Keep the name; to rotate the token on purpose, delete the Secret on the cluster and let Argo CD make it again.`,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [30],
  bad: [
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token-2 # <- here
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "2"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
type: dist.kio.kasten.io/join-token
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
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token-2
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
`,
    `
# removed: primary/join-token.yaml
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
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token # <- here
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
`
  ],
  good: [
    `
# file: readme.txt
nothing of the fleet changed
`
  ],
  *check({ before, after }) {
    const kept = new Set(after.primaries.flatMap(({ joinTokens }) => joinTokens.map(keyOfToken)))
    for (const old of before.primaries) {
      for (const token of old.joinTokens) {
        if (kept.has(keyOfToken(token))) continue
        const about = insteadOf(old, after.primaries)
        if (about)
          yield {
            about,
            message: `The join-token Secret ${quoted(token.manifest.name)} is removed or renamed: once it is pruned its token is revoked, and the copy in the vault is worth nothing until the new one is pushed.`
          }
      }
    }
  }
}

function keyOfToken({ manifest, namespace }: Delivered): string {
  return `${namespace}/${manifest.name}`
}

/** The token that came instead, else what reads it. */
function insteadOf(old: Primary, primaries: readonly Primary[]): Target | undefined {
  const now = primaries.find(({ site }) => site.key === old.site.key)
  const known = new Set(old.joinTokens.map(keyOfToken))
  const other = now?.joinTokens.find(token => !known.has(keyOfToken(token)))
  if (other) return stringAt(other.manifest, 'metadata', 'name')
  const push = now?.pushSecrets[0]
  return push?.selects ?? (push && { manifest: push.manifest, path: ['metadata', 'name'] })
}
