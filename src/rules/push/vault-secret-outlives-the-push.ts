// Rule: the secret in the vault outlives the PushSecret.
import type { Located } from '../../model/manifest.ts'
import { mayBeKeyVault } from '../../model/store.ts'
import type { KnownVersion } from '../../model/versions.ts'
import { atLeast } from '../../source/version.ts'
import type { Complaint, FleetRule } from '../rule.ts'
import { versionWords } from '../version-words.ts'

export const vaultSecretOutlivesThePush: FleetRule = {
  id: 'vault-secret-outlives-the-push',
  severity: 'warning',
  title: 'The secret in the vault outlives the PushSecret.',
  why: `With \`deletionPolicy: Delete\` ESO deletes the vault secret when the PushSecret goes, and from ESO 2.3.0 on also when the join-token Secret goes. Key Vault keeps a deleted name blocked for up to 90 days (soft delete can't be switched off): the next push gets \`409 ObjectIsDeletedButRecoverable\` and stays Errored until a person recovers or purges the secret.`,
  fix: `\`\`\`yaml
spec:
  deletionPolicy: None
\`\`\``,
  source: 'https://github.com/external-secrets/external-secrets/issues/3519',
  rows: [45],
  bad: [
    `
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
  *check({ primaries, versions }) {
    for (const { pushSecrets, site } of primaries) {
      const eso = versions.eso(site)
      for (const { deletionPolicy, storeRefs } of pushSecrets) {
        if (deletionPolicy?.value !== 'Delete' || !storeRefs.every(mayBeKeyVault)) continue
        yield complaintOf(deletionPolicy, eso)
      }
    }
  }
}

/** From 2.3.0 on the trap springs by itself; where the version is only assumed, that is no error. */
function complaintOf(about: Located<string>, eso: KnownVersion): Complaint {
  const springs = atLeast(eso.version, '2.3.0')
  const when = springs ? 'when the PushSecret or the join-token Secret goes' : 'when the PushSecret goes'
  return {
    about,
    message: `${versionWords('ESO', eso)} deletes the vault secret ${when}, and Key Vault then blocks its name for up to 90 days: write deletionPolicy "None".`,
    ...(springs && eso.from !== 'assumed' && { severity: 'error' as const })
  }
}
