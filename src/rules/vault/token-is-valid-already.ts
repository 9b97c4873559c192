// Rule: the token in the vault is valid already.
import { quoted } from '../quoted.ts'
import type { VaultRule } from '../rule.ts'
import { seenTokensOf } from '../seen-tokens.ts'

export const tokenIsValidAlready: VaultRule = {
  id: 'token-is-valid-already',
  severity: 'warning',
  title: 'The token in the vault is valid already.',
  why: `A \`notBefore\` in the future tells people and policies that the secret is not to be used yet. Key Vault hands it out all the same.`,
  fix: `Remove the date, or wait for it.`,
  source: 'https://learn.microsoft.com/azure/key-vault/secrets/about-secrets',
  rows: [132],
  bad: [
    `
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"not-yet-valid","createdOn":"2026-11-01T08:00:00Z","updatedOn":"2026-11-01T08:00:00Z","managedBy":"external-secrets","purgeProtected":true,"versions":1,"notBefore":"2027-01-01T00:00:00Z"}
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
  *check({ fleet, vault, now }) {
    for (const { seen, about, clusters, related } of seenTokensOf(fleet, vault)) {
      if (seen.notBefore === undefined || Date.parse(seen.notBefore) <= now) continue
      yield {
        about,
        clusters,
        related,
        message: `The secret ${quoted(seen.secret)} in ${seen.url} is not valid before ${seen.notBefore.slice(0, 10)}: remove the date, or wait for it.`
      }
    }
  }
}
