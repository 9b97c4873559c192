// Rule: the token in the vault does not expire soon.
import { quoted } from '../quoted.ts'
import type { VaultRule } from '../rule.ts'
import { seenTokensOf } from '../seen-tokens.ts'

export const tokenDoesNotExpireSoon: VaultRule = {
  id: 'token-does-not-expire-soon',
  severity: 'warning',
  title: 'The token in the vault does not expire soon.',
  why: `Key Vault still hands out a secret that has expired: the date is information, for policies and for people who act on it. What it says about the token itself nobody knows but those who set it.`,
  fix: `Rotate the token before the date (delete the join-token Secret on the primary, Kasten fills a new one), or remove the date.`,
  source: 'https://learn.microsoft.com/azure/key-vault/secrets/about-secrets',
  rows: [131],
  bad: [
    `
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"expired","createdOn":"2026-11-01T08:00:00Z","updatedOn":"2026-11-01T08:00:00Z","managedBy":"external-secrets","purgeProtected":true,"versions":1,"expiresOn":"2026-11-30T00:00:00Z"}
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
`,
    `
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"present","createdOn":"2026-11-01T08:00:00Z","updatedOn":"2026-11-01T08:00:00Z","managedBy":"external-secrets","purgeProtected":true,"versions":1,"expiresOn":"2026-12-20T00:00:00Z"}
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
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"present","createdOn":"2026-11-01T08:00:00Z","updatedOn":"2026-11-01T08:00:00Z","managedBy":"external-secrets","purgeProtected":true,"versions":1,"expiresOn":"2027-06-30T00:00:00Z"}
# file: readme.txt
healthy
`
  ],
  *check({ fleet, vault, now, expiresWithin }) {
    for (const { seen, about, clusters, related } of seenTokensOf(fleet, vault)) {
      const left = seen.expiresOn === undefined ? undefined : Date.parse(seen.expiresOn) - now
      if (left === undefined || left > expiresWithin) continue
      const date = seen.expiresOn!.slice(0, 10)
      const said = left <= 0 ? `expired on ${date}` : `expires on ${date}, in ${inDays(left)}`
      yield {
        about,
        clusters,
        related,
        message: `The secret ${quoted(seen.secret)} in ${seen.url} ${said}: rotate the token, or move the date.`
      }
    }
  }
}

function inDays(milliseconds: number): string {
  const days = Math.floor(milliseconds / 86_400_000)
  return days === 1 ? '1 day' : `${days} days`
}
