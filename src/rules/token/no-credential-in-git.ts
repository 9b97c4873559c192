// Rule: no credential of a store is written out in Git.
import type { Fleet } from '../../model/fleet.ts'
import { isSecret } from '../../model/kinds.ts'
import { stringAt, type Manifest, type Target } from '../../model/manifest.ts'
import type { StoreRef } from '../../model/store.ts'
import { entryPlaceOf, literalsOf } from '../literal.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const noCredentialInGit: FleetRule = {
  id: 'no-credential-in-git',
  severity: 'error',
  title: 'No credential of a store is written out in Git.',
  why: `The client secret of a store's service principal opens the vault: who reads the repository reads every join token, and with the
primary's store writes them. Git keeps it for ever; base64 in \`data\` hides nothing.`,
  fix: `Remove the value from Git and rotate it in Entra ID. Use \`authType: WorkloadIdentity\`, which needs no secret, or create the Secret by
hand, or encrypted by sops or SealedSecrets.`,
  source: 'https://external-secrets.io/latest/provider/azure-key-vault/',
  rows: [62],
  bad: [
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
  annotations:
    argocd.argoproj.io/sync-wave: "2"
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
          name: vault-credential
          namespace: external-secrets
          key: id
        clientSecret:
          name: vault-credential
          namespace: external-secrets
          key: password
# file: primary/credential.yaml
apiVersion: v1
kind: Secret
metadata:
  name: vault-credential
  namespace: external-secrets
stringData:
  id: 99999999-2222-3333-4444-555555555555
  password: not-a-real-password # <- here
`
  ],
  good: [
    `
# file: primary/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
  annotations:
    argocd.argoproj.io/sync-wave: "2"
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
          name: vault-credential
          namespace: external-secrets
          key: id
        clientSecret:
          name: vault-credential
          namespace: external-secrets
          key: password
# file: primary/credential.yaml
apiVersion: v1
kind: Secret
metadata:
  name: vault-credential
  namespace: external-secrets
data:
  id: OTk5OTk5OTktMjIyMi0zMzMzLTQ0NDQtNTU1NTU1NTU1NTU1
  password: PENIQU5HRU1FPg==
---
apiVersion: v1
kind: Secret
metadata:
  name: vault-credential
  namespace: another-namespace
stringData:
  password: of-something-else
`
  ],
  *check(fleet) {
    const refs = credentialRefsIn(fleet)
    if (refs.length === 0) return
    const secrets = secretsByName(fleet)
    for (const ref of refs) for (const secret of secrets.get(ref.name) ?? []) yield* leaksIn(secret, ref)
  }
}

/** Where a store names the key of a Secret that holds a credential. */
interface CredentialRef {
  readonly target: Target
  readonly name: string
  readonly key: string
  /** Undefined: that of whoever uses the store. */
  readonly namespace: string | undefined
}

function credentialRefsIn({ primaries, secondaries }: Fleet): CredentialRef[] {
  const refs: (StoreRef | undefined)[] = [
    ...primaries.flatMap(({ pushSecrets }) => pushSecrets.flatMap(({ storeRefs }) => storeRefs)),
    ...secondaries.flatMap(({ joins }) => joins.map(({ storeRef }) => storeRef))
  ]
  const stores = new Set(refs.flatMap(ref => ref?.store ?? []))
  return [...stores].flatMap(store => ['clientSecret', 'clientCertificate'].flatMap(field => refIn(store, field) ?? []))
}

function refIn(store: Manifest, field: string): CredentialRef | undefined {
  const path = ['spec', 'provider', 'azurekv', 'authSecretRef', field]
  const read = (key: string): string | undefined => stringAt(store, ...path, key)?.value
  const name = read('name')
  const key = read('key')
  if (!name || !key) return undefined
  return { target: { manifest: store, path }, name, key, namespace: read('namespace') ?? store.namespace }
}

function secretsByName({ manifests, sites }: Fleet): Map<string, Set<Manifest>> {
  const byName = new Map<string, Set<Manifest>>()
  const delivered = sites.flatMap(({ objects }) => objects.map(({ manifest }) => manifest))
  for (const manifest of [...manifests, ...delivered].filter(isSecret)) {
    const others = byName.get(manifest.name)
    if (others) others.add(manifest)
    else byName.set(manifest.name, new Set([manifest]))
  }
  return byName
}

function leaksIn(secret: Manifest, ref: CredentialRef): Complaint[] {
  if (ref.namespace && secret.namespace && ref.namespace !== secret.namespace) return []
  return literalsOf(secret)
    .filter(({ key }) => key === ref.key)
    .map(({ key, target }) => ({
      about: entryPlaceOf(target),
      message: `The Secret ${quoted(secret.name)} has the store's credential, ${quoted(key)}, in Git. Remove it and rotate it in Entra ID: it opens the vault.`,
      related: [{ about: ref.target, message: 'read by the store here' }]
    }))
}
