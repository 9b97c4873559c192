// Rule: `vaultUrl` is the address of a Key Vault.
import { urlOf } from '../../model/ingress.ts'
import { at, type Located, type Manifest } from '../../model/manifest.ts'
import { vaultUrlOf } from '../../model/store.ts'
import { usedStoresOf } from '../../model/used-stores.ts'
import { cloudOf, suffixes } from '../../model/vault-cloud.ts'
import { placeholderIn } from '../placeholder.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const vaultUrlIsAKeyVault: FleetRule = {
  id: 'vault-url-is-a-key-vault',
  severity: 'error',
  title: '`vaultUrl` is the address of a Key Vault.',
  why: `ESO speaks to \`https://<name>.vault.azure.net\` (or its counterpart of another cloud). With a path, a port, plain http or another host the store is accepted and every push and pull fails at its first use, since \`Ready\` of the store proves nothing.`,
  fix: `\`\`\`yaml
provider:
  azurekv:
    vaultUrl: https://<vault>.vault.azure.net
\`\`\``,
  source: 'https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates',
  rows: [54],
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
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: http://contoso-fleet.vault.azure.net # <- here
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
      vaultUrl: https://contoso-fleet.vault.azure.net/secrets # <- here
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
      vaultUrl: contoso-fleet # <- here
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
      vaultUrl: https://contoso--fleet.vault.azure.net # <- here
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
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://Contoso-Fleet.vault.azure.net/
      serviceAccountRef:
        name: push-join-tokens
        namespace: external-secrets
`
  ],
  *check(fleet) {
    for (const { store } of usedStoresOf(fleet)) {
      const vaultUrl = vaultUrlOf(store)
      const wrong = vaultUrl && wrongWithVaultUrl(vaultUrl)
      if (wrong) yield { about: vaultUrl, ...wrong }
    }
  }
}

/** Why a store's vaultUrl is no Key Vault's. A placeholder is for another rule to name. */
export function wrongWithVaultUrl({ value, manifest }: Located<string>): UrlFault | undefined {
  return placeholderIn(value) !== undefined || hasOwnCloud(manifest) ? undefined : wrongWith(value)
}

type UrlFault = Pick<Complaint, 'message' | 'severity'>

/** A cloud of one's own has suffixes of its own. */
function hasOwnCloud(store: Manifest): boolean {
  return at(store, 'spec', 'provider', 'azurekv', 'environmentType')?.value === 'AzureStackCloud'
}

function wrongWith(text: string): UrlFault | undefined {
  const url = urlOf(text)
  const vault = cloudOf(text)
  if (!url) return { message: `The vaultUrl ${quoted(text)} is no URL: write https://<name>.vault.azure.net.` }
  if (url.protocol !== 'https:')
    return { message: `The vaultUrl ${quoted(text)} is not https: Key Vault speaks nothing else.` }
  if (url.port !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    return { message: `The vaultUrl ${quoted(text)} is more than a host: write https://${url.hostname}.` }
  }
  if (!vault) {
    return {
      severity: 'warning',
      message: `The host of the vaultUrl ${quoted(text)} ends in no suffix of Key Vault (${suffixes.join(', ')}).`
    }
  }
  return vaultName.test(vault.name)
    ? undefined
    : { message: `${quoted(vault.name)} is no name of a vault: 3 to 24 letters, digits and single hyphens.` }
}

const vaultName = /^(?=.{3,24}$)[0-9a-z]+(?:-[0-9a-z]+)*$/i
