// Rule: the join token is in the vault.
import type { VaultSecret } from '../../model/vault.ts'
import { quoted } from '../quoted.ts'
import type { VaultRule } from '../rule.ts'
import { seenTokensOf } from '../seen-tokens.ts'

export const tokenIsInTheVault: VaultRule = {
  id: 'token-is-in-the-vault',
  severity: 'error',
  title: 'The join token is in the vault.',
  why: `Without the secret every new secondary waits forever: its ExternalSecret says \`SecretSyncedError\`, and mc-join is not made. A secret that was deleted keeps its name blocked: ESO can't create it again (\`409 ObjectIsDeletedButRecoverable\`) until a person recovers it.`,
  fix: `Missing: look at the PushSecret on the primary, \`kubectl -n kasten-io-mc describe pushsecret\`. Deleted: recover it, do not purge it:

\`\`\`sh
az keyvault secret recover --vault-name VAULT --name SECRET
\`\`\``,
  source: 'https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview',
  rows: [128, 129],
  bad: [
    `
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"missing"}
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
# vault: {"url":"https://contoso-fleet.vault.azure.net","secret":"fleet-join-token","state":"deleted","deletedOn":"2026-11-20T08:00:00Z","purgeOn":"2027-02-18T08:00:00Z"}
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
      const message = seen.state === 'missing' ? missing(seen) : seen.state === 'deleted' ? deleted(seen) : undefined
      if (message !== undefined) yield { about, message, clusters, related }
    }
  }
}

function missing({ secret, url, reason }: VaultSecret): string {
  const more = reason === undefined ? '' : ` (${reason})`
  return `The vault ${url} has no secret ${quoted(secret)}${more}: secondaries can't pull the token. Look at the PushSecret on the primary.`
}

function deleted({ secret, url, purgeOn }: VaultSecret): string {
  const vault = new URL(url).hostname.split('.')[0]
  const until = purgeOn === undefined ? '' : ` until ${purgeOn.slice(0, 10)}`
  return `The secret ${quoted(secret)} in ${url} was deleted, and its name is blocked${until}: recover it, do not purge it (az keyvault secret recover --vault-name ${vault} --name ${secret}).`
}
