// Rule: the newest version of the token is enabled.
import { quoted } from '../quoted.ts'
import type { VaultRule } from '../rule.ts'
import { seenTokensOf } from '../seen-tokens.ts'

export const vaultSecretIsEnabled: VaultRule = {
  id: 'vault-secret-is-enabled',
  severity: 'error',
  title: 'The newest version of the token is enabled.',
  why: `Key Vault answers \`403 SecretDisabled\` for a disabled version. ESO can then neither pull the token nor push a new one.`,
  fix: `\`\`\`sh
az keyvault secret set-attributes --vault-name VAULT --name SECRET --enabled true
\`\`\``,
  source: 'https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates',
  rows: [130],
  bad: [
    `
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"disabled","createdOn":"2026-11-01T08:00:00Z","updatedOn":"2026-11-01T08:00:00Z","managedBy":"external-secrets","purgeProtected":true,"versions":1}
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
    for (const { seen, about, clusters, related } of seenTokensOf(fleet, vault)) {
      if (seen.state !== 'disabled') continue
      yield {
        about,
        clusters,
        related,
        message: `The newest version of the secret ${quoted(seen.secret)} in ${seen.url} is disabled: ESO can neither pull nor push it. Enable it.`
      }
    }
  }
}
