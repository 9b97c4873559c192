// Rule: the secret is a token, and not the secret of a certificate.
import { quoted } from '../quoted.ts'
import type { VaultRule } from '../rule.ts'
import { seenTokensOf } from '../seen-tokens.ts'

export const vaultSecretIsNoCertificate: VaultRule = {
  id: 'vault-secret-is-no-certificate',
  severity: 'error',
  title: 'The secret is a token, and not the secret of a certificate.',
  why: `A certificate of Key Vault keeps its key in a secret of the same name. What secondaries would pull is a private key; what ESO would push is refused.`,
  fix: `Choose a \`remoteKey\` that no certificate has.`,
  source: 'https://learn.microsoft.com/azure/key-vault/certificates/about-certificates',
  rows: [138],
  bad: [
    `
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"present","createdOn":"2026-11-01T08:00:00Z","updatedOn":"2026-11-01T08:00:00Z","managedBy":"external-secrets","purgeProtected":true,"versions":1,"certificate":true}
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
      if (!seen.certificate) continue
      yield {
        about,
        clusters,
        related,
        message: `The secret ${quoted(seen.secret)} in ${seen.url} belongs to a certificate, and is no token: choose another remoteKey.`
      }
    }
  }
}
