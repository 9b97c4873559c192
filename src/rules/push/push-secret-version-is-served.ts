// Rule: PushSecret has an API version that ESO serves.
import type { FleetRule } from '../rule.ts'
import { servedVersionComplaint } from '../served-versions.ts'

export const pushSecretVersionIsServed: FleetRule = {
  id: 'push-secret-version-is-served',
  severity: 'error',
  title: 'PushSecret has an API version that ESO serves.',
  why: `PushSecret exists as \`external-secrets.io/v1alpha1\` and nothing else, in every release of ESO. With another version the sync fails: \`no matches for kind "PushSecret" in version "external-secrets.io/v1"\`, and the token is never pushed.`,
  fix: `\`\`\`yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
\`\`\``,
  source: 'external-secrets/external-secrets: config/crds/bases/external-secrets.io_pushsecrets.yaml',
  rows: [32],
  bad: [
    `
# file: primary/push-secret.yaml
apiVersion: external-secrets.io/v1 # <- here
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
  refreshInterval: 30m
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
  *check(fleet) {
    for (const { site, pushSecrets } of fleet.primaries) {
      for (const { manifest } of pushSecrets) {
        const complaint = servedVersionComplaint(manifest, site, fleet)
        if (complaint) yield complaint
      }
    }
  }
}
