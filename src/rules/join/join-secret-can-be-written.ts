// Rule: ESO makes the Secret mc-join, and keeps it up to date.
import { atLeast } from '../../source/version.ts'
import { at, stringAt, type Manifest } from '../../model/manifest.ts'
import type { Secondary } from '../../model/secondary.ts'
import type { KnownVersion } from '../../model/versions.ts'
import { joinsOf } from '../once.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'
import { pinOf, versionWords } from '../version-words.ts'

export const joinSecretCanBeWritten: FleetRule = {
  id: 'join-secret-can-be-written',
  severity: 'error',
  title: 'ESO makes the Secret mc-join, and keeps it up to date.',
  why: 'With `creationPolicy: None` or `Merge` ESO makes no Secret: the ExternalSecret is Ready and Healthy (`SecretMissing` at most), and there is nothing to join with. With `immutable: true` the first token can never be replaced; with `target.manifest` something else is made in its place.',
  fix: `\`\`\`yaml
target:
  name: mc-join
  creationPolicy: Owner
\`\`\``,
  source: 'external-secrets/external-secrets: apis/externalsecrets/v1/externalsecret_types.go',
  rows: [91, 94],
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
    creationPolicy: Merge # <- here
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# settings: {"esoVersion":"2.7.0"}
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
    creationPolicy: CreateOrMerge # <- here
    immutable: true # <- here
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
  target:
    name: mc-join
    creationPolicy: Orphan # <- here
    template:
      type: kubernetes.io/basic-auth # <- here
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
  target:
    name: mc-join
    manifest:
      apiVersion: v1
      kind: ConfigMap # <- here
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
    creationPolicy: Owner
    immutable: false
    template:
      type: Opaque
    manifest:
      apiVersion: v1
      kind: Secret
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`
  ],
  *check(fleet) {
    for (const { object, secondary, clusters } of joinsOf(fleet)) {
      const { manifest } = object
      const complaints = [
        policyComplaint(manifest, secondary, fleet.versions.eso(secondary.site)),
        immutableComplaint(manifest),
        manifestComplaint(manifest),
        typeComplaint(manifest)
      ]
      for (const complaint of complaints) if (complaint) yield { ...complaint, clusters }
    }
  }
}

const owner = 'write "Owner".'

function policyComplaint(manifest: Manifest, secondary: Secondary, eso: KnownVersion): Complaint | undefined {
  const policy = stringAt(manifest, 'spec', 'target', 'creationPolicy')
  if (policy?.value === 'None')
    return { about: policy, message: `With creationPolicy "None" ESO never makes mc-join: ${owner}` }
  if (policy?.value === 'Merge') return mergeComplaint(policy, secondary)
  if (policy?.value === 'Orphan') {
    const message = `With creationPolicy "Orphan" nothing puts mc-join back when it is changed by hand, and it outlives the ExternalSecret: ${owner}`
    return { about: policy, message, severity: 'warning' }
  }
  return policy?.value === 'CreateOrMerge' ? createOrMergeComplaint(policy, eso) : undefined
}

type About = Complaint['about']

/** Where the Secret is there by other means, that there are two owners is another rule's. */
function mergeComplaint(about: About, { literals, otherSources, site }: Secondary): Complaint | undefined {
  if (literals.length + otherSources.length > 0) return undefined
  const message = `With creationPolicy "Merge" ESO waits for somebody else to make mc-join, and nobody does: ${owner}`
  return { about, message, severity: site.complete ? 'error' : 'warning' }
}

function createOrMergeComplaint(about: About, eso: KnownVersion): Complaint {
  if (!atLeast(eso.version, '2.8.0')) {
    const message = `creationPolicy "CreateOrMerge" exists since ESO 2.8.0, and ${versionWords('ESO', eso)} refuses it: ${owner}`
    return { about, message, related: pinOf(eso) }
  }
  const message = `With creationPolicy "CreateOrMerge" mc-join outlives the ExternalSecret, token and all: ${owner}`
  return { about, message, severity: 'warning' }
}

function immutableComplaint(manifest: Manifest): Complaint | undefined {
  const immutable = at(manifest, 'spec', 'target', 'immutable')
  if (immutable?.value !== true) return undefined
  const message = 'With immutable: true a rotated token can never replace the first one in mc-join: remove it.'
  return { about: immutable, message, severity: 'warning' }
}

function manifestComplaint(manifest: Manifest): Complaint | undefined {
  const kind = stringAt(manifest, 'spec', 'target', 'manifest', 'kind')
  if (!kind || kind.value === 'Secret') return undefined
  return {
    about: kind,
    message: `This makes a ${quoted(kind.value)} with the token, not the Secret mc-join: remove target.manifest.`
  }
}

function typeComplaint(manifest: Manifest): Complaint | undefined {
  const type = stringAt(manifest, 'spec', 'target', 'template', 'type')
  if (!type?.value || type.value === 'Opaque') return undefined
  const message = `The type ${quoted(type.value)} asks for keys that mc-join does not have, or means nothing to Kasten: remove it.`
  return { about: type, message, severity: 'warning' }
}
