// Rule: a remote key is a name that Key Vault accepts.
import { at } from '../../model/manifest.ts'
import { mayBeKeyVault } from '../../model/store.ts'
import { placeholderIn } from '../placeholder.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

export const remoteKeyIsAVaultName: FleetRule = {
  id: 'remote-key-is-a-vault-name',
  severity: 'error',
  title: 'A remote key is a name that Key Vault accepts.',
  why: `Key Vault takes letters, digits and hyphens, at most 127 of them: anything else is answered with \`400 BadParameter\` and the token is never pushed. ESO reads what stands before a slash as the type of the object, and drops what follows a second one: \`kasten/prod/token\` is an unknown type, \`secret/a/b\` is written under the name \`a\`.`,
  fix: `\`\`\`yaml
remoteRef:
  remoteKey: <name of the secret in the vault>
\`\`\``,
  source: 'external-secrets/external-secrets: providers/v1/azure/keyvault/keyvault.go',
  rows: [38, 39],
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
          remoteKey: fleet_join_token # <- here
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
          remoteKey: kasten/prod/token # <- here
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
          remoteKey: "" # <- here
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
          remoteKey: secret/fleet-join-token
`
  ],
  *check({ primaries }) {
    for (const push of primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
      if (!push.storeRefs.every(mayBeKeyVault)) continue
      for (const { target } of push.matches) {
        const remoteKey = at(target.manifest, ...target.path, 'match', 'remoteRef', 'remoteKey')
        const wrong = typeof remoteKey?.value === 'string' ? wrongWithRemoteKey(remoteKey.value) : undefined
        if (remoteKey && wrong) yield { about: remoteKey, message: wrong }
      }
    }
  }
}

const vaultName = /^[0-9A-Za-z-]{1,127}$/

/** Why Key Vault or ESO refuses a remoteKey. A placeholder is for another rule to name. */
export function wrongWithRemoteKey(remoteKey: string): string | undefined {
  if (remoteKey === '') return 'The remoteKey is empty: name the secret in the vault.'
  if (placeholderIn(remoteKey)) return undefined
  const [type, name = '', ...rest] = remoteKey.includes('/') ? remoteKey.split('/') : ['secret', remoteKey]
  if (type !== 'secret') {
    return `The remoteKey ${quoted(remoteKey)} asks for an object of type ${quoted(type!)}, which ESO can't write a token to: write the bare name of the secret.`
  }
  if (rest.length > 0)
    return `ESO writes the remoteKey ${quoted(remoteKey)} under the name ${quoted(name)} and drops the rest: write one name.`
  return vaultName.test(name)
    ? undefined
    : `Key Vault refuses the name ${quoted(name)}: use letters, digits and hyphens only, at most 127.`
}
