// Objects wait for their CRDs when another Application brings those.
import { syncOptionOf, type Application } from '../../model/application.ts'
import { chartValuesOf } from '../../model/chart-primary.ts'
import type { ChartUse, Delivery } from '../../model/delivery.ts'
import type { Fleet } from '../../model/fleet.ts'
import { at, groupOf, whole, type Manifest } from '../../model/manifest.ts'
import type { Site } from '../../model/site.ts'
import { objectOptionOf } from '../../model/sync-annotations.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

const option = 'SkipDryRunOnMissingResource=true'

export const crdsComeBeforeTheirObjects: FleetRule = {
  id: 'crds-come-before-their-objects',
  severity: 'warning',
  title: 'Objects wait for their CRDs when another Application brings those.',
  why: `Applications do not wait for each other. When this one is synced before the one that installs the CRDs, the dry run fails with
\`the server could not find the requested resource\`, nothing of it is applied, and without a \`retry\` Argo CD does not try that commit again.`,
  fix: `Let the Application try again

\`\`\`yaml
syncPolicy:
  retry:
    limit: 10
\`\`\`

or skip the dry run of what is not known yet, with the sync option \`${option}\`.`,
  source:
    'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#skip-dry-run-for-new-custom-resources-types',
  rows: [15],
  bad: [
    `
# file: argocd/eso.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: external-secrets
  namespace: argocd
spec:
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: external-secrets
  source:
    repoURL: https://charts.external-secrets.io
    chart: external-secrets
    targetRevision: 2.9.0
# file: argocd/east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-east
  namespace: argocd
spec:
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: kasten-io
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: secondaries/east
  syncPolicy:
    automated: {} # <- here
`
  ],
  good: [
    `
# file: argocd/eso.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: external-secrets
  namespace: argocd
spec:
  project: default
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: external-secrets
  source:
    repoURL: https://charts.external-secrets.io
    chart: external-secrets
    targetRevision: 2.9.0
  syncPolicy:
    automated: {}
    retry:
      limit: 10
`
  ],
  *check(fleet) {
    const sites = new Set([...fleet.primaries, ...fleet.secondaries].map(({ site }) => site))
    for (const site of sites) {
      for (const use of site.charts) if (groups.has(use.chart)) yield* complaintsOn(site, use, fleet)
    }
  }
}

/** Charts that bring CRDs, and the API group of those. */
const groups: ReadonlyMap<string, string> = new Map([
  ['external-secrets', 'external-secrets.io'],
  ['k10', 'dist.kio.kasten.io']
])

function complaintsOn(site: Site, use: ChartUse, fleet: Fleet): Complaint[] {
  return site.deliveries.flatMap(delivery => {
    const first = delivery.charts.includes(use) ? undefined : firstWaiting(delivery, groups.get(use.chart)!)
    if (!first || !delivery.application || !syncsOnce(delivery.application) || !bringsCrds(use, site, fleet)) return []
    const message = `The CRD of ${first.kind} comes with another Application's chart, ${quoted(use.chart)}, and this one tries once only: add a retry, or the sync option ${option}.`
    const related = [
      { about: use.source.chart ?? use.source.target, message: 'installed here' },
      { about: whole(first), message: 'needed here' }
    ]
    return [{ about: { ...delivery.application.automated!.target, part: 'key' as const }, message, related }]
  })
}

function firstWaiting(delivery: Delivery, group: string): Manifest | undefined {
  return delivery.manifests.find(manifest => groupOf(manifest) === group && !objectOptionOf(manifest, option))
}

/** Synced by Argo CD itself, with nothing that makes it try again. */
function syncsOnce(application: Application): boolean {
  const { automated, manifest } = application
  const retries = at(manifest, 'spec', 'syncPolicy', 'retry') !== undefined
  return (
    automated !== undefined && !retries && syncOptionOf(application, 'SkipDryRunOnMissingResource')?.value !== option
  )
}

/** With installCRDs: false they come from somewhere else. */
function bringsCrds({ source }: ChartUse, site: Site, { repository }: Fleet): boolean {
  const installs = chartValuesOf(source, site, repository).find('installCRDs')?.value
  return installs !== false && installs !== 'false'
}
