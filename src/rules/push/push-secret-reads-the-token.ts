// Rule: a PushSecret reads the join token of its own namespace.
import { isJoinToken, joinTokenType, primaryNamespace } from '../../model/kinds.ts'
import { at, keyOf, whole, type Located } from '../../model/manifest.ts'
import type { Primary } from '../../model/primary.ts'
import type { PushSecret } from '../../model/push-secret.ts'
import type { Delivered } from '../../model/site.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const pushSecretReadsTheToken: FleetRule = {
  id: 'push-secret-reads-the-token',
  severity: 'error',
  title: 'A PushSecret reads the join token of its own namespace.',
  why: `ESO reads the Secret that \`selector.secret.name\` names, in the namespace of the PushSecret. When there is none the PushSecret says \`could not get source secret\` and the vault never gets a token; a \`generatorRef\` would push a random value instead of the token.`,
  fix: `\`\`\`yaml
metadata:
  namespace: kasten-io-mc
spec:
  selector:
    secret:
      name: <name of the token> # the Secret of type dist.kio.kasten.io/join-token
\`\`\``,
  source: 'external-secrets/external-secrets: pkg/controllers/pushsecret/pushsecret_controller.go',
  rows: [33, 34, 35],
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
      name: join-tokens # <- here
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
    generatorRef: # <- here
      apiVersion: generators.external-secrets.io/v1alpha1
      kind: Password
      name: random
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
  namespace: kasten-io
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
      name: join-token # <- here
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
`
  ],
  good: [
    // What is pushed beside the token is nobody's concern: of a Secret made elsewhere, or by ESO.
    `
# file: primary/push-others.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-backup-credential
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "3"
spec:
  refreshInterval: 10m
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: backup-credential
  data:
    - match:
        secretKey: password
        remoteRef:
          remoteKey: backup-password
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
      selector:
        matchLabels:
          contoso.com/token: join
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
`
  ],
  *check({ primaries }) {
    for (const primary of primaries) {
      for (const push of primary.pushSecrets) {
        const complaint = generated(push) ?? notThere(push, primary)
        if (complaint) yield complaint
      }
    }
  }
}

function generated({ manifest }: PushSecret): Complaint | undefined {
  const generator = at(manifest, 'spec', 'selector', 'generatorRef')
  return generator && { about: keyOf(generator), message: generatorMessage }
}

const generatorMessage =
  'A generatorRef pushes a value of its own making instead of the join token: select the Secret that Kasten fills, by selector.secret.name.'

function notThere(push: PushSecret, { joinTokens, site }: Primary): Complaint | undefined {
  const { selects, namespace } = push
  const named = joinTokens.filter(({ manifest }) => manifest.name === selects?.value)
  if (!selects || named.some(token => token.namespace === namespace)) return undefined
  const elsewhere = named[0]
  if (elsewhere && isMisplaced(elsewhere) && namespace === primaryNamespace) return undefined
  if (elsewhere) {
    const message = `The PushSecret is in namespace ${quoted(namespace ?? '')}, the Secret ${quoted(selects.value)} in ${quoted(elsewhere.namespace ?? '')}: ESO reads the PushSecret's own namespace only, so put both in "${primaryNamespace}".`
    return { about: selects, message, related: [{ about: whole(elsewhere.manifest), message: 'the Secret' }] }
  }
  return site.complete ? unknownSecret(selects, joinTokens) : undefined
}

/** A join token outside Kasten's namespace is the finding of a rule of its own. */
function isMisplaced({ manifest }: Delivered): boolean {
  return isJoinToken(manifest) && ![undefined, primaryNamespace].includes(manifest.namespace)
}

function unknownSecret(selects: Located<string>, joinTokens: Primary['joinTokens']): Complaint {
  const token = joinTokens[0]
  const advice = token ? `select ${quoted(token.manifest.name)}` : `add a Secret of type ${joinTokenType}`
  return {
    about: selects,
    message: `No Secret ${quoted(selects.value)} is delivered with this PushSecret, so nothing is pushed: ${advice}.`,
    related: token ? [{ about: whole(token.manifest), message: 'the join token' }] : []
  }
}
