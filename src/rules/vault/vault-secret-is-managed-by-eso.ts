// Rule: ESO may update the secret that a PushSecret writes.
import { quoted } from '../quoted.ts'
import type { VaultRule } from '../rule.ts'
import { seenTokensOf } from '../seen-tokens.ts'

export const vaultSecretIsManagedByEso: VaultRule = {
  id: 'vault-secret-is-managed-by-eso',
  severity: 'error',
  title: 'ESO may update the secret that a PushSecret writes.',
  why: `ESO never overwrites a secret without its own tag \`managed-by: external-secrets\`: the PushSecret says \`secret not managed by external-secrets\` and a rotated token never arrives. This happens when somebody made the secret by hand first.`,
  fix: `\`\`\`sh
az keyvault secret set-attributes --vault-name VAULT --name SECRET --tags managed-by=external-secrets
\`\`\``,
  source: 'external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go',
  rows: [133],
  bad: [
    `
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"present","createdOn":"2026-11-01T08:00:00Z","updatedOn":"2026-11-01T08:00:00Z","purgeProtected":true,"versions":1}
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
    for (const { seen, about, clusters, related, token } of seenTokensOf(fleet, vault)) {
      if (seen.createdOn === undefined || token.pushes.length === 0 || seen.managedBy === 'external-secrets') continue
      const tag = seen.managedBy === undefined ? 'has no tag "managed-by"' : `is managed by ${quoted(seen.managedBy)}`
      yield {
        about,
        clusters,
        related,
        message: `The secret ${quoted(seen.secret)} in ${seen.url} ${tag}, so ESO refuses to update it: set the tag managed-by=external-secrets.`
      }
    }
  }
}
