// Rule: Kasten alone writes the join token.
import { madeSecretOf } from '../../model/external-secret.ts'
import { isExternalSecret, isJoinToken, joinTokenType } from '../../model/kinds.ts'
import { stringAt, whole, type Manifest, type Target } from '../../model/manifest.ts'
import type { Primary } from '../../model/primary.ts'
import { inPrimaryNamespace } from '../../model/site.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const joinTokenHasOneWriter: FleetRule = {
  id: 'join-token-has-one-writer',
  severity: 'warning',
  title: 'Kasten alone writes the join token.',
  why: `Kasten makes the token and writes it into the Secret. An ExternalSecret, a SealedSecret or sops that writes the same Secret puts another
value there, and which of the two the PushSecret finds depends on who came last.`,
  fix: `Declare the join token as a plain Secret without data, and remove whatever else makes it. The way of a token is from this Secret to the
vault, never back.`,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [28],
  bad: [
    `
# file: primary/token-from-vault.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret # <- here
metadata:
  name: join-token
  namespace: kasten-io-mc
spec:
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
# file: primary/sealed.yaml
apiVersion: bitnami.com/v1alpha1
kind: SealedSecret # <- here
metadata:
  name: join-token
  namespace: kasten-io-mc
spec:
  encryptedData: {}
`,
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
type: dist.kio.kasten.io/join-token
data:
  token: ENC[AES256_GCM,data:bm90aGluZw==,type:str]
sops: # <- here
  version: 3.9.0
`
  ],
  good: [
    `
# file: primary/vault-credential.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: registry
  namespace: kasten-io-mc
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: password
      remoteRef:
        key: registry-password
`
  ],
  *check({ primaries }) {
    for (const primary of primaries) {
      const tokens = primary.joinTokens.map(({ manifest }) => manifest).filter(isJoinToken)
      yield* tokens.filter(isEncrypted).map(encrypted)
      yield* writersOf(tokens, primary)
    }
  }
}

function isEncrypted(token: Manifest): boolean {
  return Object.hasOwn(token.object, 'sops')
}

function encrypted(token: Manifest): Complaint {
  const about: Target = { manifest: token, path: ['sops'], part: 'key' }
  return {
    about,
    message: `The join token ${quoted(token.name)} comes with data encrypted by sops: declare it without data, for Kasten to fill.`
  }
}

function writersOf(tokens: readonly Manifest[], { site }: Primary): Complaint[] {
  const names = new Set(tokens.map(({ name }) => name))
  return site.objects.filter(inPrimaryNamespace).flatMap(({ manifest }) => {
    const made = madeBy(manifest)
    if (made === undefined || !(names.has(made.name) || made.type === joinTokenType)) return []
    const message = `This ${manifest.kind} writes the join token ${quoted(made.name)}, which Kasten fills: remove it.`
    return [{ about: whole(manifest), message }]
  })
}

/** The Secret that an object of another kind makes. */
function madeBy(manifest: Manifest): { readonly name: string; readonly type: string | undefined } | undefined {
  if (isExternalSecret(manifest)) {
    return { name: madeSecretOf(manifest), type: stringAt(manifest, 'spec', 'target', 'template', 'type')?.value }
  }
  if (manifest.kind !== 'SealedSecret') return undefined
  return { name: manifest.name, type: stringAt(manifest, 'spec', 'template', 'type')?.value }
}
