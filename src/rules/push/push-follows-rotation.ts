// Rule: a PushSecret pushes again when the token changes.
import type { FleetRule } from '../rule.ts'
import { refreshIntervalComplaint } from '../refresh-interval.ts'

export const pushFollowsRotation: FleetRule = {
  id: 'push-follows-rotation',
  severity: 'error',
  title: 'A PushSecret pushes again when the token changes.',
  why: `ESO does not watch the Secret it pushes: it looks again every \`refreshInterval\`. With \`0\`, or with \`updatePolicy: IfNotExists\`, a new token never reaches the vault while the PushSecret stays \`Ready\`; secondaries that join later are refused with \`Invalid join token\`.`,
  fix: `\`\`\`yaml
spec:
  refreshInterval: 10m
  updatePolicy: Replace
\`\`\``,
  source: 'external-secrets/external-secrets: pkg/controllers/pushsecret/pushsecret_controller.go',
  rows: [44, 46],
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
  updatePolicy: IfNotExists # <- here
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
  refreshInterval: "0" # <- here
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
  refreshInterval: 1d # <- here
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
  refreshInterval: 24h # <- here
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
  refreshInterval: 1h0m0s
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
`
  ],
  *check({ primaries, settings }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      const interval = refreshIntervalComplaint(push.manifest, settings.maxRefresh, 'error')
      if (interval) yield interval
      const { updatePolicy } = push
      if (updatePolicy?.value === 'IfNotExists') yield { about: updatePolicy, message: neverAgain }
    }
  }
}

const neverAgain =
  'With updatePolicy "IfNotExists" a rotated token never replaces the one in the vault: write "Replace".'
