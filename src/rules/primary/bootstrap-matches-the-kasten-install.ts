// Rule: a Bootstrap says of Kasten what its installation says.
import { chartValuesOf } from '../../model/chart-values.ts'
import type { ChartUse } from '../../model/chart-use.ts'
import { urlOf } from '../../model/ingress.ts'
import type { Located } from '../../model/manifest.ts'
import type { BootstrapEntry } from '../../model/primary.ts'
import type { Repository } from '../../model/repository.ts'
import type { Site } from '../../model/site.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const bootstrapMatchesTheKastenInstall: FleetRule = {
  id: 'bootstrap-matches-the-kasten-install',
  severity: 'warning',
  title: 'A Bootstrap says of Kasten what its installation says.',
  why: `Kasten finds itself by \`k10.namespace\` and \`k10.releaseName\`. When they name another release than the one that runs, the bootstrap
fails and no \`Cluster\` of type primary appears; when the URL ends with another path than the dashboard's, secondaries meet a 404.`,
  fix: `Take the Helm release's namespace and name over into the Bootstrap

\`\`\`yaml
k10:
  namespace: <namespace of the release>
  releaseName: <name of the release>
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [7, 10],
  bad: [
    `
# file: argocd/k10.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten
  namespace: argocd
spec:
  destination:
    server: https://kubernetes.default.svc
    namespace: backup
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 8.5.0
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
spec:
  clusters:
    primary:
      name: primary
      primary: true
      k10:
        namespace: kasten-io # <- here
        releaseName: k10 # <- here
        ingress:
          url: https://kasten.primary.contoso.com/k10
`,
    `
# file: argocd/k10.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: k10
  namespace: argocd
spec:
  destination:
    server: https://kubernetes.default.svc
    namespace: kasten-io
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 8.5.0
    helm:
      valuesObject:
        ingress:
          create: true
          urlPath: dashboard
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
spec:
  clusters:
    primary:
      name: primary
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/k10 # <- here
`
  ],
  good: [
    `
# file: argocd/k10.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten
  namespace: argocd
spec:
  project: default
  destination:
    server: https://kubernetes.default.svc
    namespace: kasten-io
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 8.5.0
    helm:
      releaseName: k10
      valuesObject:
        route:
          enabled: true
          path: /k10/
  syncPolicy:
    automated: {}
    retry:
      limit: 10
`
  ],
  *check({ primaries, repository }) {
    for (const { site, entries } of primaries) {
      const install = installOn(site)
      if (install) for (const entry of entries) yield* disagreements(entry, install, repository)
    }
  }
}

/** The one chart that installs Kasten on a site; undefined when there is none, or two. */
function installOn(site: Site): ChartUse | undefined {
  const [use, ...others] = site.charts.filter(({ chart }) => chart === 'k10')
  return others.length > 0 ? undefined : use
}

function disagreements(entry: BootstrapEntry, install: ChartUse, repository: Repository): Complaint[] {
  const { kastenNamespace, releaseName, ingress } = entry
  const { namespace, release } = install
  const told = (about: Located<string>, rest: string): Complaint => ({
    about,
    message: `The Bootstrap says ${quoted(about.value)}, but ${rest}.`,
    related: [{ about: install.at, message: 'installed here' }]
  })
  const found: Complaint[] = []
  if (kastenNamespace && namespace !== undefined && kastenNamespace.value !== namespace) {
    found.push(told(kastenNamespace, `Kasten is installed in the namespace ${quoted(namespace)}`))
  }
  if (releaseName && release !== undefined && releaseName.value !== release) {
    found.push(told(releaseName, `Kasten is installed as the release ${quoted(release)}`))
  }
  const path = ingress && pathOf(ingress.value) !== undefined ? dashboardPathOf(install, repository) : undefined
  if (ingress && path !== undefined && lastStep(pathOf(ingress.value)) !== lastStep(path)) {
    found.push(told(ingress, `the dashboard is installed at the path ${quoted(`/${path}`)}`))
  }
  return found
}

/** Where the chart's own ingress or route shows the dashboard; undefined when it makes none, or not all values are known. */
function dashboardPathOf({ values: origin, release }: ChartUse, repository: Repository): string | undefined {
  const values = chartValuesOf(origin, repository)
  const isOn = (...path: string[]): boolean => values.find(...path)?.value === true
  if (!values.complete) return undefined
  const written = isOn('ingress', 'create')
    ? (values.find('ingress', 'urlPath')?.value ?? release)
    : isOn('route', 'enabled') && (values.find('route', 'path')?.value ?? release)
  return typeof written === 'string' ? written.replace(/^\/+|\/+$/g, '') : undefined
}

/** A URL without a path is for another rule. */
function pathOf(url: string): string | undefined {
  const path = urlOf(url)?.pathname.replace(/^\/+|\/+$/g, '')
  return path === '' ? undefined : path
}

function lastStep(path: string | undefined): string | undefined {
  return path?.split('/').at(-1)
}
