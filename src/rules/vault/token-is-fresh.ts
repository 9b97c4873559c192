// Rule: the newest version of the token is younger than `max-token-age`.
import { durationText } from '../../source/duration.ts'
import { quoted } from '../quoted.ts'
import type { VaultRule } from '../rule.ts'
import { seenTokensOf } from '../seen-tokens.ts'

export const tokenIsFresh: VaultRule = {
  id: 'token-is-fresh',
  severity: 'warning',
  title: 'The newest version of the token is younger than `max-token-age`.',
  why: `ESO writes a new version when the token changes. A version older than the longest time between rotations means that a rotation did not arrive: secondaries that join with it are refused with \`Invalid join token\`.`,
  fix: `Look at the PushSecret on the primary: does it say \`Synced\`, and when did it last refresh?`,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [135],
  bad: [
    `
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"present","createdOn":"2026-01-01T00:00:00Z","updatedOn":"2026-01-01T00:00:00Z","managedBy":"external-secrets","purgeProtected":true,"versions":1}
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
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token # <- here
`
  ],
  good: [
    `
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"present","createdOn":"2026-11-01T08:00:00Z","updatedOn":"2026-11-01T08:00:00Z","managedBy":"external-secrets","purgeProtected":true,"versions":1}
# file: readme.txt
healthy
`
  ],
  *check({ fleet, vault, now, maxTokenAge }) {
    if (maxTokenAge === undefined) return
    for (const { seen, about, clusters, related } of seenTokensOf(fleet, vault)) {
      const age = seen.createdOn === undefined ? 0 : now - Date.parse(seen.createdOn)
      if (age <= maxTokenAge) continue
      yield {
        about,
        clusters,
        related,
        message: `The newest version of ${quoted(seen.secret)} in ${seen.url} is of ${seen.createdOn!.slice(0, 10)}, older than ${quoted(durationText(maxTokenAge))} (max-token-age): has a rotation not arrived?`
      }
    }
  }
}
