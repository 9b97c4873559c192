// Rule: a vault with purge protection is not pushed to with deletionPolicy Delete.
import { quoted } from '../quoted.ts'
import type { VaultRule } from '../rule.ts'
import { seenTokensOf } from '../seen-tokens.ts'

export const deletePolicyFitsTheVault: VaultRule = {
  id: 'delete-policy-fits-the-vault',
  severity: 'error',
  title: 'A vault with purge protection is not pushed to with deletionPolicy Delete.',
  why: `With purge protection nobody can free the name of a deleted secret before its retention ends. When ESO deletes the secret once, the token can't be pushed under that name for up to 90 days, unless a person recovers it.`,
  fix: `\`\`\`yaml
spec:
  deletionPolicy: None
\`\`\``,
  source: 'https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview',
  rows: [134],
  bad: [
    `
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"present","createdOn":"2026-11-01T08:00:00Z","updatedOn":"2026-11-01T08:00:00Z","managedBy":"external-secrets","purgeProtected":true,"versions":1}
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
  deletionPolicy: Delete # <- here
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
          remoteKey: fleet-join-token
`
  ],
  good: [
    `
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"present","createdOn":"2026-11-01T08:00:00Z","updatedOn":"2026-11-01T08:00:00Z","managedBy":"external-secrets","purgeProtected":true,"versions":1}
# file: readme.txt
healthy
`
  ],
  *check({ fleet, vault }) {
    for (const { seen, token } of seenTokensOf(fleet, vault)) {
      for (const { push } of seen.purgeProtected ? token.pushes : []) {
        if (push.deletionPolicy?.value !== 'Delete') continue
        yield {
          about: push.deletionPolicy,
          message: `The vault ${seen.url} has purge protection: a deleted ${quoted(seen.secret)} blocks its name, and nobody can purge it. Write deletionPolicy "None".`
        }
      }
    }
  }
}
