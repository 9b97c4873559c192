// Rule: `dataTo` is used where ESO knows it, and not beside `data` for the same key.
import { at, itemsAt, keyOf, stringBelow, type Manifest } from '../../model/manifest.ts'
import { atLeast } from '../../source/version.ts'
import type { Complaint, FleetRule } from '../rule.ts'
import { versionWords } from '../version-words.ts'

export const dataToIsServedAndPlain: FleetRule = {
  id: 'data-to-is-served-and-plain',
  severity: 'warning',
  title: '`dataTo` is used where ESO knows it, and not beside `data` for the same key.',
  why: `ESO before 2.3.0 does not know \`dataTo\` and pushes nothing by it. With \`remoteKey\` it bundles all keys of the Secret as one JSON object, which no secondary can join with.`,
  fix: `Use \`data\`:

\`\`\`yaml
data:
  - match:
      secretKey: token
      remoteRef:
        remoteKey: <name of the secret in the vault>
\`\`\``,
  source: 'external-secrets/external-secrets: apis/externalsecrets/v1alpha1/pushsecret_types.go',
  rows: [49],
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
  dataTo: # <- here
    - storeRef:
        name: join-tokens
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
# settings: {"esoVersion":"0.17.0"}
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
  dataTo:
    - storeRef:
        name: join-tokens
      remoteKey: everything # <- here
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
  refreshInterval: 10m
  deletionPolicy: None
  updatePolicy: Replace
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  dataTo:
    - storeRef:
        name: join-tokens
      match:
        regexp: ^nothing$
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
`
  ],
  *check({ primaries, versions }) {
    for (const { pushSecrets, site } of primaries) {
      const eso = versions.eso(site)
      for (const { manifest } of pushSecrets) {
        const dataTo = at(manifest, 'spec', 'dataTo')
        if (dataTo && !atLeast(eso.version, '2.3.0')) {
          yield {
            about: keyOf(dataTo),
            message: `${versionWords('ESO', eso)} does not know dataTo, which came with 2.3.0: use data.`
          }
        } else yield* bundles(manifest)
      }
    }
  }
}

function bundles(manifest: Manifest): Complaint[] {
  return itemsAt(manifest, 'spec', 'dataTo').flatMap(item => {
    const remoteKey = stringBelow(item, 'remoteKey')
    return remoteKey
      ? [
          {
            about: remoteKey,
            message: 'A dataTo with remoteKey pushes all keys as one JSON object, which is no join token: use data.'
          }
        ]
      : []
  })
}
