// Rule: a PushSecret sends the key `token`, and names it.
import { tokenKey } from '../../model/kinds.ts'
import { at } from '../../model/manifest.ts'
import type { PushMatch, PushSecret } from '../../model/push-secret.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const pushSecretSendsTheToken: FleetRule = {
  id: 'push-secret-sends-the-token',
  severity: 'error',
  title: 'A PushSecret sends the key `token`, and names it.',
  why: `Kasten writes the token to the key \`token\`. Another key gives \`secret key … does not exist\` and nothing is pushed. Without a \`secretKey\` ESO pushes the whole Secret as a JSON object: the secondaries then join with that text and are refused with \`Invalid join token\`.`,
  fix: `\`\`\`yaml
data:
  - match:
      secretKey: token
      remoteRef:
        remoteKey: <name of the secret in the vault>
\`\`\``,
  source: 'external-secrets/external-secrets: pkg/controllers/pushsecret/pushsecret_controller.go',
  rows: [36, 37],
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
        secretKey: join-token # <- here
        remoteRef:
          remoteKey: fleet-join-token
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
    - match: # <- here
        remoteRef:
          remoteKey: fleet-join-token
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
spec: # <- here
  refreshInterval: 10m
  deletionPolicy: None
  updatePolicy: Replace
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
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
        secretKey: "token"
        remoteRef:
          remoteKey: fleet-join-token
`
  ],
  *check({ primaries }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      if (push.matches.length === 0 && !at(push.manifest, 'spec', 'dataTo')) yield nothingSent(push)
      for (const match of push.matches) {
        const complaint = wrongKey(match)
        if (complaint) yield complaint
      }
    }
  }
}

function nothingSent({ manifest }: PushSecret): Complaint {
  const about = { manifest, path: ['spec'], part: 'key' } as const
  return {
    about,
    message: `This PushSecret has no data, so it pushes nothing: match the key "${tokenKey}" to a remoteKey.`
  }
}

function wrongKey({ target, secretKey }: PushMatch): Complaint | undefined {
  if (secretKey?.value === tokenKey) return undefined
  if (secretKey?.value) {
    const message = `The key ${quoted(secretKey.value)} is pushed, but Kasten writes the token to the key "${tokenKey}": write secretKey: ${tokenKey}.`
    return { about: secretKey, message }
  }
  const about = { ...target, path: [...target.path, 'match'], part: 'key' } as const
  return {
    about,
    message: `Without a secretKey the whole Secret is pushed as JSON, which no secondary can join with: write secretKey: ${tokenKey}.`
  }
}
