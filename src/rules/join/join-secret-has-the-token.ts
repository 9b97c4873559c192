// Rule: the Secret mc-join has the token under the key token.
import type { ExternalSecret } from '../../model/external-secret.ts'
import { joinSecretName, tokenKey } from '../../model/kinds.ts'
import { at, below, itemsAt, keyOf, objectAt, stringBelow, whole, type Located } from '../../model/manifest.ts'
import { mayBeKeyVault } from '../../model/store.ts'
import { joinsOf } from '../once.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const joinSecretHasTheToken: FleetRule = {
  id: 'join-secret-has-the-token',
  severity: 'error',
  title: 'The Secret mc-join has the token under the key token.',
  why: 'Kasten reads the key `token` of `mc-join` and nothing else. A Secret with another key is as good as none. `dataFrom.extract` takes the value apart as JSON, which a token is not: the ExternalSecret says `SecretSyncedError`, `error unmarshalling json data`.',
  fix: `\`\`\`yaml
data:
  - secretKey: token
    remoteRef:
      key: <remoteKey of the PushSecret>
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [84, 94, 95],
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
  data:
    - secretKey: join-token # <- here
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
  dataFrom:
    - extract: # <- here
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
    template:
      data: # <- here
        jwt: "{{ .token }}"
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
    template:
      data:
        token: "{{ .token | b64enc }}" # <- here
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
    template:
      data:
        token: "{{ .joinToken }}"
  data:
    - secretKey: joinToken
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
    template:
      metadata:
        labels:
          team: backup
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# file: secondaries/east/store.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: [kasten-io]
  provider:
    vault:
      server: https://vault.contoso.com
      path: secret
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
  dataFrom:
    - extract:
        key: fleet-join-token
`
  ],
  *check(fleet) {
    for (const { object, clusters } of joinsOf(fleet)) {
      const complaint = complaintOf(object)
      if (complaint) yield { ...complaint, clusters }
    }
  }
}

function complaintOf(join: ExternalSecret): Complaint | undefined {
  const { manifest } = join
  const many = itemsAt(manifest, 'spec', 'dataFrom')
  if (many.length > 0) return mayBeVaults(join) ? many.map(wrongWay).find(complaint => complaint) : undefined
  // Which keys these templates give is written elsewhere.
  if (at(manifest, 'spec', 'target', 'template', 'templateFrom')) return undefined
  const data = objectAt(manifest, 'spec', 'target', 'template', 'data')
  if (!data) return lacksToken(join)
  const token = stringBelow(data, tokenKey)
  if (token) return changedComplaint(token)
  const merges = at(manifest, 'spec', 'target', 'template', 'mergePolicy')?.value === 'Merge'
  return merges ? lacksToken(join) : { about: keyOf(data), message: lost }
}

function mayBeVaults({ storeRef }: ExternalSecret): boolean {
  return storeRef !== undefined && mayBeKeyVault(storeRef)
}

/** Many keys from one secret, or keys named after secrets: neither gives `token` unless it is rewritten. */
function wrongWay(item: Located): Complaint | undefined {
  if (below(item, 'sourceRef')) return undefined
  const extract = below(item, 'extract')
  if (extract && !below(extract, 'metadataPolicy')) return { about: keyOf(extract), message: extracted }
  const find = below(item, 'find')
  return find && !below(item, 'rewrite') ? { about: keyOf(find), message: found } : undefined
}

const instead = `pull it with data and secretKey: ${tokenKey}.`
const extracted = `dataFrom.extract reads the value as JSON, and the token is not JSON: ${instead}`
const found = `dataFrom.find names keys after the secrets it finds, not ${quoted(tokenKey)}: ${instead}`
const lost = `This template leaves no key ${quoted(tokenKey)} in ${joinSecretName}: add it as "{{ .${tokenKey} }}", or remove the template.`

function lacksToken({ manifest, entries }: ExternalSecret): Complaint | undefined {
  const [first] = entries
  if (!first) return { about: whole(manifest), message: `This ExternalSecret pulls nothing: ${instead}` }
  if (!first.secretKey || entries.some(({ secretKey }) => secretKey?.value === tokenKey)) return undefined
  const message = `The token is put under the key ${quoted(first.secretKey.value)}, but Kasten reads ${quoted(tokenKey)}: write secretKey: ${tokenKey}.`
  return { about: first.secretKey, message }
}

/** Hands a value on as it is, save for blanks around it. */
const unchanged = /^\s*\{\{-?\s*(?:\.\w+|index \. "[^"]+")(?:\s*\|\s*(?:toString|trim))*\s*-?\}\}\s*$/
const changes = /\b(?:b64enc|b64dec|b32enc|b32dec|upper|lower|title|quote|squote|toJson|sha\d+sum|urlquery)\b/

function changedComplaint(token: Located<string>): Complaint | undefined {
  if (unchanged.test(token.value)) return undefined
  const message = `This template changes the token on its way into ${joinSecretName}: write "{{ .${tokenKey} }}".`
  return { about: token, message, severity: changes.test(token.value) ? 'error' : 'warning' }
}
