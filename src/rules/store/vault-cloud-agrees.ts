// Rule: `environmentType` is the cloud of the vault.
import { stringAt } from '../../model/manifest.ts'
import { vaultUrlOf } from '../../model/store.ts'
import { usedStoresOf } from '../../model/used-stores.ts'
import { cloudOf } from '../../model/vault-cloud.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

export const vaultCloudAgrees: FleetRule = {
  id: 'vault-cloud-agrees',
  severity: 'error',
  title: '`environmentType` is the cloud of the vault.',
  why: `ESO asks the Entra ID of the cloud that \`environmentType\` names (PublicCloud when it names none) for a token. A vault of another cloud refuses that token with 401, and every push and pull fails.`,
  fix: `\`\`\`yaml
azurekv:
  environmentType: USGovernmentCloud
  vaultUrl: https://<vault>.vault.usgovcloudapi.net
\`\`\``,
  source: 'external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go',
  rows: [55],
  bad: [
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: [kasten-io-mc]
  provider:
    azurekv:
      environmentType: ChinaCloud # <- here
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: push-join-tokens
        namespace: external-secrets
`,
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: [kasten-io-mc]
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.cn # <- here
      serviceAccountRef:
        name: push-join-tokens
        namespace: external-secrets
# file: secondaries/east/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: [kasten-io]
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.cn # <- here
      serviceAccountRef:
        name: pull-join-tokens
        namespace: external-secrets
# file: secondaries/west/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: [kasten-io]
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.cn # <- here
      serviceAccountRef:
        name: pull-join-tokens
        namespace: external-secrets
`
  ],
  good: [
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: [kasten-io-mc]
  provider:
    azurekv:
      environmentType: PublicCloud
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: push-join-tokens
        namespace: external-secrets
`
  ],
  *check(fleet) {
    for (const { store } of usedStoresOf(fleet)) {
      const vaultUrl = vaultUrlOf(store)
      const vault = vaultUrl && cloudOf(vaultUrl.value)
      if (!vault) continue
      const written = stringAt(store, 'spec', 'provider', 'azurekv', 'environmentType')
      const environment = written?.value ?? 'PublicCloud'
      if (environment === vault.environment || environment === 'AzureStackCloud') continue
      yield {
        about: written ?? vaultUrl,
        message: `The vault ${quoted(vaultUrl.value)} is in the ${vault.environment}, environmentType is ${quoted(environment)}${written ? '' : ' by default'}: write ${vault.environment}.`,
        ...(written && { related: [{ about: vaultUrl, message: 'the vault' }] })
      }
    }
  }
}
