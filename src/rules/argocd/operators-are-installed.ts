// Rule: where the repository installs an operator on most clusters of the fleet, it does so on all.
import { knowsAllApplications, type Fleet } from '../../model/fleet.ts'
import type { Delivered, Site } from '../../model/site.ts'
import { siteLabel } from '../../model/site.ts'
import { keyOf, whole } from '../../model/manifest.ts'
import { changed, copied } from '../example-change.ts'
import { severalOf } from '../once.ts'
import type { Complaint, FleetRule } from '../rule.ts'

const eso = (name: string): string => `
# file: argocd/eso-${name}.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: eso-${name}
  namespace: argocd
spec:
  project: default
  destination:
    server: ${name === 'primary' ? 'https://kubernetes.default.svc' : `https://${name}.k8s.contoso.com:6443`}
    namespace: external-secrets
  source:
    repoURL: https://charts.external-secrets.io
    chart: external-secrets
    targetRevision: 2.9.0
`

export const operatorsAreInstalled: FleetRule = {
  id: 'operators-are-installed',
  severity: 'notice',
  title: 'An operator that the repository installs on most clusters of the fleet is installed on all.',
  why: 'Without External Secrets Operator the sync ends with `no matches for kind "ExternalSecret"`; without Kasten nothing reads `mc-join`.',
  fix: 'Add the Application that installs it there, or see that somebody else does.',
  source: 'https://external-secrets.io/latest/introduction/getting-started/',
  rows: [124],
  bad: [
    [
      ...['primary', 'west', 'north'].map(eso),
      copied(
        'argocd/east.yaml',
        'argocd/north.yaml',
        ['name: kasten-east', 'name: kasten-north'],
        ['//east.', '//north.'],
        ['secondaries/east', 'secondaries/north']
      ),
      copied(
        'secondaries/east/join-config.yaml',
        'secondaries/north/join-config.yaml',
        ['cluster-name: east', 'cluster-name: north'],
        ['.east.', '.north.']
      ),
      changed('argocd/east.yaml', ['  destination:', '  destination: # <- here'])
    ].join('')
  ],
  good: [eso('primary') + eso('east') + eso('west'), eso('primary')],
  *check(fleet) {
    if (!knowsAllApplications(fleet)) return
    for (const [chart, title] of operators) yield* complaintsFor(chart, title, fleet)
  }
}

const operators: ReadonlyMap<string, string> = new Map([
  ['external-secrets', 'External Secrets Operator'],
  ['k10', 'Kasten']
])

interface Member {
  readonly site: Site
  readonly object: Delivered
}

function complaintsFor(chart: string, title: string, fleet: Fleet): Complaint[] {
  const members = membersOf(fleet)
  const installs = (site: Site): boolean => site.charts.some(use => use.chart === chart)
  const without = members.filter(({ site }) => !installs(site))
  const [first] = without
  // What most have is a habit, what some have is not. A cluster by name and one by server may be the same.
  if (!first || without.length * 3 > members.length - without.length || !isComparable(fleet)) return []
  if (without.some(({ site }) => !site.complete)) return []
  const { application } = first.object.delivery
  return [
    {
      about: application
        ? keyOf({ manifest: application.manifest, path: ['spec', 'destination'] })
        : whole(first.object.manifest),
      message: `The repository installs ${title} on most clusters of the fleet, but not on this one: add an Application with the chart ${chart}, unless it is there already.`,
      clusters: severalOf(without.map(({ site }) => siteLabel(site)))
    }
  ]
}

function membersOf({ primaries, secondaries }: Fleet): Member[] {
  const bySite = new Map<Site, Delivered>()
  for (const { site, bootstraps, joinTokens } of primaries) {
    const object = bootstraps[0] ?? joinTokens[0]
    if (object) bySite.set(site, object)
  }
  for (const { site, config, joins } of secondaries) {
    const object = config ?? joins[0]
    if (object && !bySite.has(site)) bySite.set(site, object)
  }
  return [...bySite].filter(([site]) => site.folder === undefined).map(([site, object]) => ({ site, object }))
}

/** Whether all destinations of the repository are said in one way. */
function isComparable({ applications }: Fleet): boolean {
  const names = applications.filter(({ destination }) => destination.name).length
  return names === 0 || names === applications.length
}
