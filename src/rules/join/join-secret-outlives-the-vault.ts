// Rule: mc-join stays when the vault secret is gone.
import { stringAt } from '../../model/manifest.ts'
import { joinsOf } from '../once.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

export const joinSecretOutlivesTheVault: FleetRule = {
  id: 'join-secret-outlives-the-vault',
  severity: 'warning',
  title: 'mc-join stays when the vault secret is gone.',
  why: 'With `target.deletionPolicy: Delete` ESO deletes `mc-join` as soon as the vault secret is gone, and says `Ready=True`, `SecretDeleted`: Argo CD shows Healthy while the token has vanished. `Merge` takes the key out of the Secret, as quietly. With `Retain` the Secret stays, and the ExternalSecret says what is wrong.',
  fix: `\`\`\`yaml
target:
  name: mc-join
  deletionPolicy: Retain
\`\`\``,
  source: 'external-secrets/external-secrets: apis/externalsecrets/v1/externalsecret_types.go',
  rows: [92],
  bad: [
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  target:
    name: mc-join
    deletionPolicy: Delete # <- here
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
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
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  target:
    name: mc-join
    deletionPolicy: Retain
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
  refreshInterval: 10m
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
      const policy = stringAt(object.manifest, 'spec', 'target', 'deletionPolicy')
      if (policy?.value !== 'Delete' && policy?.value !== 'Merge') continue
      const message = `With deletionPolicy ${quoted(policy.value)} the token vanishes from mc-join when the vault secret is gone, and all looks healthy: write "Retain".`
      yield { about: policy, message, clusters }
    }
  }
}
