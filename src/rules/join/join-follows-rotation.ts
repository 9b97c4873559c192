// Rule: a rotated token reaches the secondary.
import { stringAt, type Manifest } from '../../model/manifest.ts'
import type { ExternalSecret } from '../../model/external-secret.ts'
import { tokenEntriesOf } from '../../model/pushed-token.ts'
import { joinsOf } from '../once.ts'
import { quoted } from '../quoted.ts'
import { refreshIntervalComplaint } from '../refresh-interval.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const joinFollowsRotation: FleetRule = {
  id: 'join-follows-rotation',
  severity: 'warning',
  title: 'A rotated token reaches the secondary.',
  why: 'ESO looks into the vault every `refreshInterval`, one hour unless it says otherwise. A secondary that looks once, or holds on to one version of the vault secret, keeps the old token after a rotation: joining again ends with `Invalid join token`.',
  fix: `\`\`\`yaml
spec:
  refreshInterval: 10m
  data:
    - secretKey: token
      remoteRef:
        key: <remoteKey of the PushSecret> # no version
\`\`\``,
  source: 'external-secrets/external-secrets: pkg/controllers/externalsecret/externalsecret_controller.go',
  rows: [89, 93],
  bad: [
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 1d # <- here
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: "0" # <- here
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 12h # <- here
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshPolicy: CreatedOnce # <- here
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
        version: 0123456789abcdef0123456789abcdef # <- here
`
  ],
  good: [
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshPolicy: Periodic
  refreshInterval: 1h0m0s
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`
  ],
  *check(fleet) {
    for (const { object, clusters } of joinsOf(fleet)) {
      const complaints = [...whenComplaints(object.manifest, fleet.settings.maxRefresh), ...pinComplaints(object)]
      for (const complaint of complaints) yield { ...complaint, clusters }
    }
  }
}

/** Under a policy that never looks again the interval is not in force, though it must be one. */
function whenComplaints(manifest: Manifest, longest: number): Complaint[] {
  const policy = stringAt(manifest, 'spec', 'refreshPolicy')
  const once = policy?.value === 'CreatedOnce' || policy?.value === 'OnChange'
  const interval = refreshIntervalComplaint(manifest, longest, 'warning')
  const complaints = interval && (!once || interval.severity === 'error') ? [interval] : []
  if (!once) return complaints
  const message = `With refreshPolicy ${quoted(policy.value)} a rotated token never comes: remove it, or write "Periodic".`
  return [...complaints, { about: policy, message }]
}

function pinComplaints(join: ExternalSecret): Complaint[] {
  return tokenEntriesOf(join).flatMap(({ version }) => {
    if (!version || version.value === '') return []
    return [
      {
        about: version,
        message: 'This holds on to one version of the vault secret, so a rotated token never comes: remove version.'
      }
    ]
  })
}
