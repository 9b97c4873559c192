// Rule: a custom cloud is configured as ESO can use it.
import { below, keyOf, objectAt, stringBelow, type Target } from '../../model/manifest.ts'
import { usedStoresOf } from '../../model/used-stores.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const storeCloudConfigFits: FleetRule = {
  id: 'store-cloud-config-fits',
  severity: 'error',
  title: 'A custom cloud is configured as ESO can use it.',
  why: `ESO's webhook denies a store with \`customCloudConfig\` but without \`useAzureSDK: true\`, and one of \`AzureStackCloud\` without \`customCloudConfig\`. The German cloud was closed in 2021.`,
  fix: `\`\`\`yaml
azurekv:
  environmentType: AzureStackCloud
  useAzureSDK: true
  customCloudConfig:
    activeDirectoryEndpoint: <URL>
\`\`\``,
  source: 'external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go',
  rows: [63],
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
      customCloudConfig: # <- here
        activeDirectoryEndpoint: https://login.contoso.local/
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
      environmentType: AzureStackCloud # <- here
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
      environmentType: GermanCloud # <- here
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: push-join-tokens
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
      environmentType: AzureStackCloud
      useAzureSDK: true
      customCloudConfig:
        activeDirectoryEndpoint: https://login.contoso.local/
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
      const azurekv = objectAt(store, 'spec', 'provider', 'azurekv')
      const complaint = azurekv && complaintOf(azurekv)
      if (complaint) yield complaint
    }
  }
}

function complaintOf(azurekv: Target): Complaint | undefined {
  const custom = below(azurekv, 'customCloudConfig')
  const environment = stringBelow(azurekv, 'environmentType')
  if (custom && below(azurekv, 'useAzureSDK')?.value !== true) {
    return { about: keyOf(custom), message: 'customCloudConfig works with the new SDK only: add useAzureSDK: true.' }
  }
  if (environment?.value === 'AzureStackCloud' && !custom) {
    return {
      about: environment,
      message: 'AzureStackCloud needs customCloudConfig with its endpoints, which is missing.'
    }
  }
  return environment?.value === 'GermanCloud'
    ? { about: environment, message: 'The German cloud was closed in October 2021: no vault answers there.' }
    : undefined
}
