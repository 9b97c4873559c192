// Rule: git and the vault write the name of the secret alike.
import { quoted } from '../quoted.ts'
import type { VaultRule } from '../rule.ts'
import { seenTokensOf } from '../seen-tokens.ts'

export const vaultNameIsWrittenAlike: VaultRule = {
  id: 'vault-name-is-written-alike',
  severity: 'notice',
  title: 'Git and the vault write the name of the secret alike.',
  why: `Key Vault ignores case, but conditions of role assignments and ESO's own records do not.`,
  fix: `Write the name as the vault does.`,
  source: 'https://learn.microsoft.com/azure/key-vault/general/rbac-guide',
  rows: [137],
  bad: [
    `
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"present","createdOn":"2026-11-01T08:00:00Z","updatedOn":"2026-11-01T08:00:00Z","managedBy":"external-secrets","purgeProtected":true,"versions":1,"nameInVault":"Fleet-Join-Token"}
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
  *check({ fleet, vault }) {
    for (const { seen, about } of seenTokensOf(fleet, vault)) {
      if (seen.nameInVault === undefined || seen.nameInVault === seen.secret) continue
      yield {
        about,
        message: `Git writes ${quoted(seen.secret)}, the vault ${quoted(seen.nameInVault)}: write them alike.`
      }
    }
  }
}
