// Rule: a secondary says so when it joins over http, and only then.
import { urlOf } from '../../model/ingress.ts'
import { misspeltKeyOf } from '../../model/join-config.ts'
import { at, keyOf, objectAt, whole, type Located, type Manifest, type Target } from '../../model/manifest.ts'
import type { MulticlusterSet } from '../../model/multicluster-set.ts'
import type { Secondary } from '../../model/secondary.ts'
import { severalOf } from '../once.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const insecurePrimaryIsAllowed: FleetRule = {
  id: 'insecure-primary-is-allowed',
  severity: 'error',
  title: 'A secondary says so when it joins over http, and only then.',
  why: 'Kasten refuses to join a primary whose URL is `http://` unless `allow-insecure-primary-ingress` is the string `"true"`: `mc-join-status` says `rejected`. With an https URL the setting does nothing but wait for the day the URL is not.',
  fix: `Best give the primary an https URL. Else allow it on every secondary:

\`\`\`yaml
data:
  allow-insecure-primary-ingress: "true"
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/how-tos/http_primary_ingress_connection.html',
  rows: [78, 79],
  bad: [
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
  primary-ingress: http://kasten.primary.contoso.com/k10 # <- here
`,
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
  primary-ingress: http://kasten.primary.contoso.com/k10
  allow-insecure-primary-ingress: "True" # <- here
`,
    `
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "1"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
spec:
  clusters:
    primary:
      name: primary
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: http://kasten.primary.contoso.com/k10
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data: # <- here
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
# file: secondaries/west/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: west
  cluster-ingress: https://kasten.west.contoso.com/k10
  allow-insecure-primary-ingress: "true"
`,
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
  allow-insecure-primary-ingress: "true" # <- here
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
  allow-insecure-primary-ingress: "false"
`
  ],
  *check(fleet) {
    for (const set of fleet.sets) {
      for (const secondary of set.secondaries) yield* ownComplaints(secondary, set)
      yield* inheritedComplaint(set)
    }
  }
}

const key = 'allow-insecure-primary-ingress'
const advice = `write ${key}: "true", or use https.`

/** The URL that a set's tokens carry. */
function tokenUrlOf({ primaries }: MulticlusterSet): Located<string> | undefined {
  return primaries.find(({ ingress }) => ingress)?.ingress
}

function isOf(protocol: 'http:' | 'https:', url: Located<string> | undefined): boolean {
  return url !== undefined && urlOf(url.value)?.protocol === protocol
}

/** Whether the setting is missing or says no; one that is misspelt, or no string, has a rule of its own. */
function forbids({ config, allowInsecure }: Secondary): boolean {
  if (!config || allowInsecure?.value === 'true') return false
  if (allowInsecure) return true
  return at(config.manifest, 'data', key) === undefined && misspeltKeyOf(config.manifest, key) === undefined
}

function ownComplaints(secondary: Secondary, set: MulticlusterSet): Complaint[] {
  const { primaryIngress, allowInsecure } = secondary
  if (isOf('http:', primaryIngress) && forbids(secondary)) {
    const message = `primary-ingress ${quoted(primaryIngress!.value)} is http, which Kasten refuses unless it is allowed: ${advice}`
    return [{ about: allowInsecure ?? primaryIngress!, message }]
  }
  const url = primaryIngress ?? tokenUrlOf(set)
  if (allowInsecure?.value !== 'true' || !isOf('https:', url)) return []
  const message = `The primary's URL is https, so ${key} does nothing now, and lets http through later: remove it.`
  return [{ about: allowInsecure, message, severity: 'warning', related: [{ about: url!, message: 'https' }] }]
}

/** The URL in the token is http: one mistake, however many secondaries it hits. */
function inheritedComplaint(set: MulticlusterSet): Complaint[] {
  const url = tokenUrlOf(set)
  if (!isOf('http:', url)) return []
  const refused = set.secondaries.filter(secondary => !secondary.primaryIngress && forbids(secondary))
  const [first] = refused
  if (!first) return []
  return [
    {
      about: first.allowInsecure ?? dataOf(first.config!.manifest),
      message: `The primary's URL ${quoted(url!.value)} is http, which Kasten refuses unless it is allowed: ${advice}`,
      related: [{ about: url!, message: "the primary's URL" }],
      clusters: severalOf(refused.map(({ label }) => label))
    }
  ]
}

function dataOf(config: Manifest): Target {
  const data = objectAt(config, 'data')
  return data ? keyOf(data) : whole(config)
}
