// Rule: a dashboard URL has the dashboard's path, and nothing else behind the host.
import { absoluteUrlOf, dashboardsOf, type Dashboard } from '../dashboards.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

export const ingressHasAPath: FleetRule = {
  id: 'ingress-has-a-path',
  severity: 'error',
  title: "A dashboard URL has the dashboard's path, and nothing behind it.",
  why: `Kasten serves its dashboard and the join below a path, by default the name of its Helm release. A URL without it meets the ingress
controller's 404, and \`mc-join-status\` never becomes \`joined\`.`,
  fix: '`https://<host>/<path>`: the path of the dashboard, no query, no fragment, no user.',
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [10, 75, 77],
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
      name: primary
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/ # <- here
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com # <- here
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
      name: primary
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/k10/#/clusters # <- here
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east
  cluster-ingress: https://admin:password@kasten.east.contoso.com/k10 # <- here
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
  cluster-ingress: https://kasten.east.contoso.com/backup/dashboard/
`
  ],
  *check(fleet) {
    for (const dashboard of dashboardsOf(fleet)) {
      const message = wrongWithPath(dashboard)
      if (message !== undefined)
        yield { about: dashboard.url, message, severity: dashboard.joins ? 'error' : 'warning' }
    }
  }
}

/** What is wrong behind the host, or before it. Never the URL itself where it has a user: that is a credential. */
export function wrongWithPath({ url: { value }, title }: Pick<Dashboard, 'url' | 'title'>): string | undefined {
  const url = absoluteUrlOf(value)
  if (!url) return undefined
  if (url.username !== '' || url.password !== '') {
    return `A user or password stands in ${title}: Kasten has no use for it, and it is in Git for all to read. Remove it, and change it where it is valid.`
  }
  if (/^\/*$/.test(url.pathname))
    return `${quoted(value)}, ${title}, has no path: add the dashboard's, by default the Helm release's name ("/k10").`
  return url.search === '' && url.hash === ''
    ? undefined
    : `${quoted(value)}, ${title}, goes on behind the path: end it with the path.`
}
