// Rule: the dashboard URL of a secondary is its own.
import { normalisedUrl } from '../../model/ingress.ts'
import { misspeltKeyOf } from '../../model/join-config.ts'
import { at, objectAt, whole, type Located } from '../../model/manifest.ts'
import type { MulticlusterSet } from '../../model/multicluster-set.ts'
import type { Secondary } from '../../model/secondary.ts'
import { configsOf } from '../once.ts'
import { placeholderIn } from '../placeholder.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const secondaryIngressIsItsOwn: FleetRule = {
  id: 'secondary-ingress-is-its-own',
  severity: 'warning',
  title: 'The dashboard URL of a secondary is its own.',
  why: '`cluster-ingress` is where the primary sends people who click on this cluster. With the URL of another cluster they see, and change, the wrong one. Without it the join works, but the cluster cannot be opened from the primary.',
  fix: `\`\`\`yaml
data:
  cluster-ingress: <URL of this cluster's dashboard>
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [75, 76],
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
  cluster-ingress: https://kasten.primary.contoso.com/k10/ # <- here
  primary-ingress: https://kasten.primary.contoso.com/k10
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
  cluster-ingress: https://kasten.fleet.contoso.com/k10 # <- here
# file: secondaries/west/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: west
  cluster-ingress: https://KASTEN.fleet.contoso.com:443/k10 # <- here
`,
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data: # <- here
  cluster-name: east
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
  cluster-ingress: https://kasten.contoso.com/east
# file: secondaries/west/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: west
  cluster-ingress: https://kasten.contoso.com/west
`
  ],
  *check(fleet) {
    for (const { object, clusters } of configsOf(fleet)) {
      const { manifest } = object
      // A misspelt key, or a value that is no string, has a rule of its own.
      if (at(manifest, 'data', key) || misspeltKeyOf(manifest, key)) continue
      const about = objectAt(manifest, 'data') ? { manifest, path: ['data', key] } : whole(manifest)
      yield { about, message: absent, clusters, severity: 'notice' }
    }
    for (const set of fleet.sets) yield* copiedIn(set)
  }
}

const key = 'cluster-ingress'
const absent = `This secondary has no ${key}: it joins, but cannot be opened from the primary's dashboard.`

function copiedIn(set: MulticlusterSet): Complaint[] {
  const owners = ownersOf(set.secondaries)
  const known = set.primaries.flatMap(({ ingress }) => ingress ?? [])
  return set.secondaries.flatMap(secondary => {
    const url = comparableOf(secondary.ingress)
    if (url === undefined) return []
    const primary = (known.length > 0 ? known : [secondary.primaryIngress]).find(
      ingress => comparableOf(ingress) === url
    )
    if (primary) return complaint(secondary.ingress!, "the primary's", primary)
    const { first, other } = owners.get(url)!
    const twin = [first, other].find(each => each && isTwin(each, secondary))
    return twin ? complaint(secondary.ingress!, `that of ${quoted(twin.label)} too`, twin.ingress!) : []
  })
}

/** The first secondary with a URL, and the first on another cluster with a text of its own: one text for both is another rule's. */
interface Owners {
  readonly first: Secondary
  readonly other: Secondary | undefined
}

function ownersOf(secondaries: readonly Secondary[]): Map<string, Owners> {
  const owners = new Map<string, Owners>()
  for (const secondary of secondaries) {
    const url = comparableOf(secondary.ingress)
    if (url === undefined) continue
    const known = owners.get(url)
    if (!known) owners.set(url, { first: secondary, other: undefined })
    else if (!known.other && isTwin(known.first, secondary)) owners.set(url, { ...known, other: secondary })
  }
  return owners
}

function isTwin(a: Secondary, b: Secondary): boolean {
  return a.site !== b.site && a.config?.manifest !== b.config?.manifest
}

function comparableOf(url: Located<string> | undefined): string | undefined {
  return url && placeholderIn(url.value) === undefined ? normalisedUrl(url.value) : undefined
}

function complaint(about: Located<string>, whose: string, other: Located<string>): Complaint[] {
  const message = `The ${key} ${quoted(about.value)} is ${whose}: the dashboard would show the wrong cluster. Write this cluster's own URL.`
  return [{ about, message, related: [{ about: other, message: 'the same URL' }] }]
}
