// Rule: the Secret that is pushed as the join token has Kasten's own type.
import { isSecret, joinTokenType, primaryNamespace, secretTypeOf, tokenKey } from '../../model/kinds.ts'
import { stringAt, whole, type Manifest } from '../../model/manifest.ts'
import type { Primary } from '../../model/primary.ts'
import type { PushSecret } from '../../model/push-secret.ts'
import { inPrimaryNamespace } from '../../model/site.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const joinTokenTypeIsExact: FleetRule = {
  id: 'join-token-type-is-exact',
  severity: 'error',
  title: "The Secret that is pushed as the join token has Kasten's own type.",
  why: `Kasten writes a token into Secrets of the type \`${joinTokenType}\` in \`${primaryNamespace}\`, and into no other. Any other Secret stays
empty: the PushSecret fails with \`secret key token does not exist\`, and no secondary gets a token.`,
  fix: `\`\`\`yaml
apiVersion: v1
kind: Secret
metadata:
  name: <the name it has>
  namespace: ${primaryNamespace}
type: ${joinTokenType}
\`\`\`

Kubernetes does not change the type of a Secret that exists: delete that one first.`,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [21],
  bad: [
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
type: dist.kio.kasten.io/join_token # <- here
`,
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret # <- here
metadata:
  name: join-token
  namespace: kasten-io-mc
`
  ],
  good: [
    `
# file: primary/registry.yaml
apiVersion: v1
kind: Secret
metadata:
  name: registry
  namespace: kasten-io-mc
type: kubernetes.io/dockerconfigjson
# file: primary/push-registry.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-registry
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "3"
spec:
  refreshInterval: 10m
  deletionPolicy: None
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: registry
  data:
    - match:
        secretKey: .dockerconfigjson
        remoteRef:
          remoteKey: registry
`
  ],
  *check({ primaries }) {
    for (const primary of primaries) {
      for (const { manifest } of primary.site.objects.filter(inPrimaryNamespace)) {
        if (isMeantAsToken(manifest, primary)) yield complaintOf(manifest)
      }
    }
  }
}

function isMeantAsToken(manifest: Manifest, { pushSecrets }: Primary): boolean {
  const type = secretTypeOf(manifest)
  if (!isSecret(manifest) || type === joinTokenType) return false
  return /join.?token/i.test(type) || pushSecrets.some(push => pushesAsToken(push, manifest.name))
}

function pushesAsToken({ selects, matches }: PushSecret, name: string): boolean {
  return selects?.value === name && matches.some(({ secretKey }) => secretKey?.value === tokenKey)
}

function complaintOf(manifest: Manifest): Complaint {
  const type = stringAt(manifest, 'type')
  const is = type?.value ? `the type ${quoted(type.value)}` : 'no type, which means "Opaque"'
  return {
    about: type ?? whole(manifest),
    message: `The Secret ${quoted(manifest.name)} has ${is}; Kasten fills only "${joinTokenType}".`
  }
}
