// Rule: the name of a cluster is one that Kubernetes accepts.
import type { Fleet } from '../../model/fleet.ts'
import type { Located } from '../../model/manifest.ts'
import { placeholderIn } from '../placeholder.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#dns-subdomain-names */
const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/
const longestName = 253
const longestLabel = 63

export const clusterNameIsValid: FleetRule = {
  id: 'cluster-name-is-valid',
  severity: 'error',
  title: 'The name of a cluster is one that Kubernetes accepts.',
  why: `The name becomes the name of a \`Cluster\` object on the primary. One with capitals, underscores or spaces is refused by the Kubernetes
API: the primary is never made, or the secondary's \`mc-join-status\` says \`rejected\`. The primary's name is a label value too, and those end
at ${longestLabel} characters.`,
  fix: 'Use small letters, digits, `-` and `.`, with a letter or digit first and last.',
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [6, 72],
  bad: [
    `
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
spec:
  clusters:
    primary:
      name: Primary_1 # <- here
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/k10
`,
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: East # <- here
  cluster-ingress: https://kasten.east.contoso.com/k10
`,
    `
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
spec:
  clusters:
    primary:
      name: the-primary-cluster-of-the-contoso-fleet-in-the-region-of-west-europe # <- here
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/k10
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
  cluster-name: east-1.prod.contoso.com
  cluster-ingress: https://kasten.east.contoso.com/k10
`
  ],
  *check({ primaries, secondaries }) {
    for (const name of namesOf(primaries)) if (name.value !== '') yield* invalid(name) ?? tooLongForLabel(name)
    for (const name of namesOf(secondaries)) yield* invalid(name) ?? []
  }
}

/** Those that are no placeholders, which have a rule of their own, as has a primary without a name. */
function namesOf(clusters: Fleet['primaries'] | Fleet['secondaries']): Located<string>[] {
  const names = clusters.flatMap(({ name }) => name ?? [])
  return names.filter(({ value }) => placeholderIn(value) === undefined)
}

function invalid(name: Located<string>): Complaint[] | undefined {
  if (name.value.length > longestName) {
    return [
      {
        about: name,
        message: `The cluster name has ${name.value.length} characters; Kubernetes allows ${longestName}.`
      }
    ]
  }
  if (subdomain.test(name.value)) return undefined
  const message = `${quoted(name.value)} is no name for a cluster: use small letters, digits, "-" and ".", with a letter or digit first and last.`
  return [{ about: name, message, severity: name.value === '' ? 'warning' : 'error' }]
}

function tooLongForLabel(name: Located<string>): Complaint[] {
  if (name.value.length <= longestLabel) return []
  const message = `The primary's name has ${name.value.length} characters; Kasten uses it as a label value too, and those end at ${longestLabel}.`
  return [{ about: name, message, severity: 'warning' }]
}
