// Rule: a template of a PushSecret keeps the token as it is.
import { tokenKey } from '../../model/kinds.ts'
import { at, keyOf, objectAt, stringBelow } from '../../model/manifest.ts'
import type { FleetRule } from '../rule.ts'

export const pushTemplateKeepsTheToken: FleetRule = {
  id: 'push-template-keeps-the-token',
  severity: 'error',
  title: 'A template of a PushSecret keeps the token as it is.',
  why: `A \`template\` with \`data\` replaces the keys of the Secret before ESO pushes: when it has no \`token\`, ESO says \`secret key token does not exist\`; when it changes the value, the vault gets something that no secondary can join with.`,
  fix: `Remove \`template\`, or keep the key:

\`\`\`yaml
template:
  data:
    token: "{{ .token }}"
\`\`\``,
  source: 'external-secrets/external-secrets: apis/externalsecrets/v1alpha1/pushsecret_types.go',
  rows: [48],
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
  template:
    data: # <- here
      value: "{{ .token }}"
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
  refreshInterval: 10m
  deletionPolicy: None
  updatePolicy: Replace
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  template:
    data:
      token: "{{ .token | b64enc }}" # <- here
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
  template:
    data:
      token: "{{ .token }}"
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
  refreshInterval: 10m
  deletionPolicy: None
  updatePolicy: Replace
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  template:
    mergePolicy: Merge
    data:
      region: westeurope
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
`
  ],
  *check({ primaries }) {
    for (const { manifest } of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      const data = objectAt(manifest, 'spec', 'template', 'data')
      const merged = at(manifest, 'spec', 'template', 'mergePolicy')?.value === 'Merge'
      const token = data && stringBelow(data, tokenKey)
      if (data && !token && !merged) yield { about: keyOf(data), message: lost }
      if (token && !unchanged.test(token.value)) yield { about: token, message: changed }
    }
  }
}

const unchanged = /^\s*\{\{-?\s*\.token(?:\s*\|\s*toString)?\s*-?\}\}\s*$/
const lost = `This template leaves no key "${tokenKey}" to push: add it as "{{ .${tokenKey} }}", or remove the template.`
const changed = `This template changes the token on its way to the vault: write "{{ .${tokenKey} }}".`
