// Rule: the keys of mc-join-config are those that Kasten reads.
import { atLeast } from '../../source/version.ts'
import { dataKeysOf, joinConfigKeys, meantKeyOf, oldPrimaryKey } from '../../model/join-config.ts'
import type { Manifest } from '../../model/manifest.ts'
import type { KnownVersion } from '../../model/versions.ts'
import { configsOf } from '../once.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'
import { pinOf, versionWords } from '../version-words.ts'

export const configKeysAreKnown: FleetRule = {
  id: 'config-keys-are-known',
  severity: 'warning',
  title: 'The keys of mc-join-config are those that Kasten reads.',
  why: 'A key that Kasten does not know is ignored without a word, and its default holds: a random cluster name, no click-through, the URL of the token. `primary-endpoint` was removed in Kasten 6.5.14; since then it is ignored too.',
  fix: `Kasten reads four keys:

\`\`\`yaml
data:
  cluster-name: <name of this cluster>
  cluster-ingress: <URL of this cluster's dashboard>
  primary-ingress: <URL of the primary's dashboard>
  allow-insecure-primary-ingress: "true" # only for http
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/upgrading.html',
  rows: [70],
  bad: [
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  clusterName: east # <- here
  cluster-ingress: https://kasten.east.contoso.com/k10
  primary-endpoint: https://kasten.primary.contoso.com/k10 # <- here
  region: westeurope # <- here
`,
    `
# settings: {"kastenVersion":"6.5.13"}
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
  primary-ingress: https://kasten.primary.contoso.com/k10 # <- here
# file: secondaries/west/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: west
`
  ],
  good: [
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
  primary-ingress: https://kasten.primary.contoso.com/k10
  allow-insecure-primary-ingress: "false"
`,
    `
# settings: {"kastenVersion":"6.5.13"}
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
  primary-endpoint: https://kasten.primary.contoso.com/k10
# file: secondaries/west/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: west
  cluster-ingress: https://kasten.west.contoso.com/k10
`
  ],
  *check(fleet) {
    for (const { object, secondary, clusters } of configsOf(fleet)) {
      const kasten = fleet.versions.kasten(secondary.site)
      for (const complaint of complaintsOf(object.manifest, kasten)) yield { ...complaint, clusters }
    }
  }
}

const newKey = 'primary-ingress'
/** The release that took `primary-endpoint` away and brought `primary-ingress`. */
const turn = '6.5.14'

function complaintsOf(config: Manifest, kasten: KnownVersion): Complaint[] {
  const isNew = atLeast(kasten.version, turn)
  const known = new Set(isNew ? joinConfigKeys : joinConfigKeys.map(key => (key === newKey ? oldPrimaryKey : key)))
  return dataKeysOf(config)
    .filter(key => !known.has(key) && !holdsToken.test(key))
    .map(key => ({
      about: { manifest: config, path: ['data', key], part: 'key' },
      ...(isTurned(key) ? turnedComplaint(key, kasten) : { message: unknownText(key, [...known]) })
    }))
}

/** A token in a ConfigMap is a leak: another rule's. */
const holdsToken = /token$/i

function isTurned(key: string): boolean {
  return key === oldPrimaryKey || key === newKey
}

function turnedComplaint(key: string, kasten: KnownVersion): Pick<Complaint, 'message' | 'severity' | 'related'> {
  const [change, right] = key === oldPrimaryKey ? ['removed', newKey] : ['added', oldPrimaryKey]
  return {
    message: `The key ${quoted(key)} was ${change} in Kasten ${turn}, so ${versionWords('Kasten', kasten)} ignores it: write ${quoted(right)}.`,
    severity: key === oldPrimaryKey ? 'error' : 'warning',
    related: pinOf(kasten)
  }
}

function unknownText(key: string, known: readonly string[]): string {
  const meant = meantKeyOf(key)
  const advice =
    meant && known.includes(meant) ? `did you mean ${quoted(meant)}?` : `it reads ${known.map(quoted).join(', ')}.`
  return `Kasten ignores the key ${quoted(key)}: ${advice}`
}
