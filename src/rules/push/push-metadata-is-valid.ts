// Rule: the metadata of a push is what Key Vault gets.
import { at, below, keyOf, objectAt, stringBelow, type Located, type Target } from '../../model/manifest.ts'
import type { PushSecret } from '../../model/push-secret.ts'
import { mayBeKeyVault } from '../../model/store.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const pushMetadataIsValid: FleetRule = {
  id: 'push-metadata-is-valid',
  severity: 'error',
  title: 'The metadata of a push is what Key Vault gets.',
  why: `ESO reads \`metadata\` as a PushSecretMetadata: with another kind or a date it can't read the PushSecret is Errored and nothing is pushed. The tag \`managed-by\` is ESO's own. With \`useAzureSDK: true\` on the store, \`expirationDate\` is ignored.`,
  fix: `\`\`\`yaml
metadata:
  apiVersion: kubernetes.external-secrets.io/v1alpha1
  kind: PushSecretMetadata
  spec:
    expirationDate: "<time to come, such as 2027-06-30T00:00:00Z>"
\`\`\``,
  source: 'external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go',
  rows: [50],
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
          remoteKey: fleet-join-token
      metadata:
        apiVersion: kubernetes.external-secrets.io/v1alpha1
        kind: PushSecretMetadata
        spec:
          expirationDate: "30.06.2027" # <- here
          tags:
            team: platform
`,
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
          remoteKey: fleet-join-token
      metadata:
        apiVersion: kubernetes.external-secrets.io/v1alpha1
        kind: PushSecretMetadata
        spec:
          expirationDate: "2025-06-30T00:00:00Z" # <- here
          tags:
            team: platform
`,
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
          remoteKey: fleet-join-token
      metadata:
        apiVersion: kubernetes.external-secrets.io/v1alpha1
        kind: Metadata # <- here
        spec:
          expirationDate: "2027-06-30T00:00:00Z"
          tags:
            team: platform
`,
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
          remoteKey: fleet-join-token
      metadata:
        apiVersion: kubernetes.external-secrets.io/v1alpha1
        kind: PushSecretMetadata
        spec:
          expirationDate: "2027-06-30T00:00:00Z"
          tags:
            managed-by: us # <- here
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
          remoteKey: fleet-join-token
      metadata:
        apiVersion: kubernetes.external-secrets.io/v1alpha1
        kind: PushSecretMetadata
        spec:
          expirationDate: "2027-06-30T00:00:00Z"
          tags:
            team: platform
`
  ],
  *check({ primaries, settings }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      if (!push.storeRefs.every(mayBeKeyVault)) continue
      for (const { target } of push.matches) {
        const metadata = objectAt(target.manifest, ...target.path, 'metadata')
        if (metadata) yield* complaintsAbout(metadata, push, settings.now)
      }
    }
  }
}

const kind = 'PushSecretMetadata'
const version = 'kubernetes.external-secrets.io/v1alpha1'

function* complaintsAbout(metadata: Target, push: PushSecret, now: number): Generator<Complaint> {
  const wrongKind = [stringBelow(metadata, 'kind'), stringBelow(metadata, 'apiVersion')].find(
    (found, index) => found && found.value !== (index === 0 ? kind : version)
  )
  if (wrongKind)
    yield {
      about: wrongKind,
      message: `ESO reads metadata of kind ${kind} in ${version} only, not ${quoted(wrongKind.value)}.`
    }
  const managedBy = below(metadata, 'spec', 'tags', 'managed-by')
  if (managedBy)
    yield { about: keyOf(managedBy), message: 'ESO refuses the tag "managed-by", which is its own: remove it.' }
  const expiry = stringBelow(metadata, 'spec', 'expirationDate')
  const complaint = expiry && expiryComplaint(expiry, push, now)
  if (complaint) yield complaint
}

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[-+]\d{2}:\d{2})$/

function expiryComplaint(expiry: Located<string>, push: PushSecret, now: number): Complaint | undefined {
  const time = rfc3339.test(expiry.value) ? Date.parse(expiry.value) : Number.NaN
  if (Number.isNaN(time)) {
    return {
      about: expiry,
      message: `The expirationDate ${quoted(expiry.value)} is no time in RFC 3339: write it like "2027-06-30T00:00:00Z".`
    }
  }
  if (time <= now) {
    return {
      about: expiry,
      severity: 'warning',
      message: `The expirationDate ${quoted(expiry.value)} has passed: each push writes a secret that is expired already.`
    }
  }
  const ignored = push.storeRefs.some(
    ({ store }) => store && at(store, 'spec', 'provider', 'azurekv', 'useAzureSDK')?.value === true
  )
  return ignored
    ? {
        about: keyOf(expiry),
        severity: 'warning',
        message: 'A store with useAzureSDK ignores the expirationDate: the secret gets none.'
      }
    : undefined
}
