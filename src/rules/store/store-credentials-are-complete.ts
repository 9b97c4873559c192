// Rule: a store names all that its way of signing in needs, and nothing else.
import { below, keyOf, objectAt, stringBelow, type Located, type Target } from '../../model/manifest.ts'
import { usedStoresOf } from '../../model/used-stores.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const storeCredentialsAreComplete: FleetRule = {
  id: 'store-credentials-are-complete',
  severity: 'error',
  title: 'A store names all that its way of signing in needs, and nothing else.',
  why: `A ServicePrincipal needs \`tenantId\`, a client id and one of client secret and certificate; without them ESO says \`missing tenantID in store config\` or \`missing clientID/clientSecret\`. Workload identity needs a service account, or credentials mounted into ESO's own pod.`,
  fix: `\`\`\`yaml
azurekv:
  authType: ServicePrincipal
  tenantId: <tenant>
  authSecretRef:
    clientId: { name: <Secret>, namespace: <its namespace>, key: <key> }
    clientSecret: { name: <Secret>, namespace: <its namespace>, key: <key> }
\`\`\``,
  source: 'external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go',
  rows: [56, 57, 58],
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
    azurekv: # <- here
      authType: ServicePrincipal
      vaultUrl: https://contoso-fleet.vault.azure.net
      authSecretRef:
        clientId:
          name: eso-azure
          namespace: external-secrets
          key: clientId
        clientSecret:
          name: eso-azure
          namespace: external-secrets
          key: clientSecret
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
      authType: ServicePrincipal
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      authSecretRef: # <- here
        clientId:
          name: eso-azure
          namespace: external-secrets
          key: clientId
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
      identityId: 99999999-2222-3333-4444-555555555555 # <- here
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      authSecretRef:
        clientId:
          name: eso-azure
          namespace: external-secrets
          key: clientId
        clientSecret:
          name: eso-azure
          namespace: external-secrets
          key: clientSecret
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
      authType: ServicePrincipal
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      authSecretRef:
        clientId:
          name: eso-azure
          namespace: external-secrets
          key: clientId
        clientSecret:
          name: eso-azure
          namespace: external-secrets
          key: clientSecret
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
      authType: ManagedIdentity
      identityId: 99999999-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
`
  ],
  *check(fleet) {
    for (const { store } of usedStoresOf(fleet)) {
      const azurekv = objectAt(store, 'spec', 'provider', 'azurekv')
      if (!azurekv) continue
      const authType = stringBelow(azurekv, 'authType')?.value || 'ServicePrincipal'
      if (authType === 'ServicePrincipal') yield* servicePrincipal(azurekv)
      const identity = below(azurekv, 'identityId')
      if (identity && authType !== 'ManagedIdentity') {
        yield {
          about: keyOf(identity),
          severity: 'warning',
          message: `identityId has no effect with authType ${quoted(authType)}: it belongs to "ManagedIdentity".`
        }
      }
    }
  }
}

function* servicePrincipal(azurekv: Target): Generator<Complaint> {
  const auth = below(azurekv, 'authSecretRef')
  if (!below(azurekv, 'tenantId') && !below(azurekv, 'authSecretRef', 'tenantId')) {
    yield { about: keyOf(azurekv), message: 'A ServicePrincipal needs the tenantId, which is missing.' }
  }
  const missing = missingIn(auth)
  if (missing)
    yield {
      about: keyOf(auth ?? azurekv),
      message: `A ServicePrincipal needs ${missing}, which is missing in authSecretRef.`
    }
  const secret = auth && below(auth, 'clientSecret')
  if (secret && below(auth, 'clientCertificate')) {
    yield {
      about: keyOf(secret),
      message: 'A ServicePrincipal signs in with clientSecret or clientCertificate, not with both: remove one.'
    }
  }
}

function missingIn(auth: Located | undefined): string | undefined {
  if (!auth) return 'clientId and clientSecret'
  if (!below(auth, 'clientId')) return 'a clientId'
  return below(auth, 'clientSecret') || below(auth, 'clientCertificate')
    ? undefined
    : 'a clientSecret or a clientCertificate'
}
