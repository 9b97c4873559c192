// Rule: no two clusters of a set have one name.
import type { Located, Manifest } from '../../model/manifest.ts'
import type { MulticlusterSet } from '../../model/multicluster-set.ts'
import { siteLabel, type Site } from '../../model/site.ts'
import { severalOf } from '../once.ts'
import { placeholderIn } from '../placeholder.ts'
import { quoted } from '../quoted.ts'
import { mostShown, type Complaint, type FleetRule } from '../rule.ts'

export const clusterNamesAreUnique: FleetRule = {
  id: 'cluster-names-are-unique',
  severity: 'error',
  title: 'No two clusters of a set have one name.',
  why: 'The name becomes the name of a `Cluster` object on the primary. The second cluster that comes with it is turned away: its `mc-join-status` says `rejected`.',
  fix: `Give each secondary a \`cluster-name\` of its own, other than the primary's.`,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [73],
  bad: [
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east # <- here
  cluster-ingress: https://kasten.east.contoso.com/k10
# file: secondaries/west/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east # <- here
  cluster-ingress: https://kasten.west.contoso.com/k10
`,
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: primary # <- here
  cluster-ingress: https://kasten.east.contoso.com/k10
`,
    `
# file: argocd/west.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-west
  namespace: argocd
spec:
  project: default
  destination:
    server: https://west.k8s.contoso.com:6443
    namespace: kasten-io
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: secondaries/east
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east # <- here
  cluster-ingress: https://kasten.east.contoso.com/k10
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
  cluster-name: primary-east
  cluster-ingress: https://kasten.east.contoso.com/k10
`
  ],
  *check(fleet) {
    for (const set of fleet.sets) {
      for (const [name, holders] of holdersIn(set)) {
        const primary = set.primaries.find(each => each.name?.value === name)?.name
        if (primary) yield* holders.map(holder => likePrimary(holder, primary))
        else yield* likeEachOther(holders)
      }
    }
  }
}

/** A text that gives a name, and the clusters it gives it to. */
interface Holder {
  readonly name: Located<string>
  readonly sites: Set<Site>
}

/** By name. */
function holdersIn({ secondaries }: Pick<MulticlusterSet, 'secondaries'>): [string, Holder[]][] {
  const byName = new Map<string, Map<Manifest, Holder>>()
  for (const { name, site } of secondaries) {
    if (!name?.value || placeholderIn(name.value) !== undefined) continue
    const holders = byName.get(name.value) ?? new Map<Manifest, Holder>()
    byName.set(name.value, holders)
    const known = holders.get(name.manifest)
    if (known) known.sites.add(site)
    else holders.set(name.manifest, { name, sites: new Set([site]) })
  }
  return [...byName].map(([name, holders]) => [name, [...holders.values()]])
}

function likePrimary({ name, sites }: Holder, primary: Located<string>): Complaint {
  return {
    about: name,
    message: `The cluster-name ${quoted(name.value)} is the primary's own, so this cluster is turned away: give it another.`,
    related: [{ about: primary, message: 'the primary' }],
    clusters: severalOf([...sites].map(siteLabel))
  }
}

/** The sources of Applications that take one text to several clusters. An ApplicationSet's are one place. */
function deliveredBy({ name, sites }: Holder): NonNullable<Complaint['related']> {
  const deliveries = [...sites].flatMap(
    site => site.objects.find(({ manifest }) => manifest === name.manifest)?.delivery ?? []
  )
  return deliveries.slice(0, mostShown).flatMap(({ application }) => {
    const path = application?.sources.find(source => source.path)?.path
    return application && path ? [{ about: path, message: `delivered by ${application.name}` }] : []
  })
}

/** Twice on one cluster is one cluster. */
function likeEachOther(holders: readonly Holder[]): Complaint[] {
  const count = new Set(holders.flatMap(({ sites }) => [...sites])).size
  if (count < 2) return []
  const [first, second] = holders
  return holders.map(holder => {
    const other = holder === first ? second : first
    return {
      about: holder.name,
      message: `${count} clusters have the cluster-name ${quoted(holder.name.value)}, and all but the first are turned away: give each its own.`,
      related: other
        ? [{ about: other.name, message: `also the name of ${siteLabel([...other.sites][0]!)}` }]
        : deliveredBy(holder),
      clusters: severalOf([...holder.sites].map(siteLabel))
    }
  })
}
