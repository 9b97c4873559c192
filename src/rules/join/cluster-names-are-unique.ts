// Rule: no two clusters of a set have one name.
import type { Located } from '../../model/manifest.ts'
import type { MulticlusterSet } from '../../model/multicluster-set.ts'
import type { Secondary } from '../../model/secondary.ts'
import { siteLabel } from '../../model/site.ts'
import { placeholderIn } from '../placeholder.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

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
        else if (isTwice(holders)) yield* holders.map(holder => likeOther(holder, holders))
      }
    }
  }
}

/** A secondary with a name. */
interface Holder {
  readonly secondary: Secondary
  readonly name: Located<string>
}

function holdersIn({ secondaries }: Pick<MulticlusterSet, 'secondaries'>): Map<string, Holder[]> {
  const byName = new Map<string, Holder[]>()
  for (const secondary of secondaries) {
    const { name } = secondary
    if (!name?.value || placeholderIn(name.value) !== undefined) continue
    const others = byName.get(name.value)
    if (others) others.push({ secondary, name })
    else byName.set(name.value, [{ secondary, name }])
  }
  return byName
}

/** Twice on one cluster is one cluster. */
function isTwice([first, ...others]: readonly Holder[]): boolean {
  return others.some(({ secondary }) => secondary.site !== first!.secondary.site)
}

function likePrimary({ name }: Holder, primary: Located<string>): Complaint {
  return {
    about: name,
    message: `The cluster-name ${quoted(name.value)} is the primary's own, so this cluster is turned away: give it another.`,
    related: [{ about: primary, message: 'the primary' }]
  }
}

function likeOther({ secondary, name }: Holder, holders: readonly Holder[]): Complaint {
  const other = holders.find(each => each.secondary.site !== secondary.site)!
  const sites = new Set(holders.map(each => each.secondary.site))
  const shared = other.name.manifest === name.manifest
  return {
    about: name,
    message: `${sites.size} clusters have the cluster-name ${quoted(name.value)}, and all but the first are turned away: give each its own.`,
    related: shared ? [] : [{ about: other.name, message: `also the name of ${siteLabel(other.secondary.site)}` }],
    clusters: [...sites].map(siteLabel)
  }
}
