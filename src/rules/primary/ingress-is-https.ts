// Rule: a dashboard URL is absolute and https.
import { absoluteUrlOf, dashboardsOf, type Dashboard } from '../dashboards.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const ingressIsHttps: FleetRule = {
  id: 'ingress-is-https',
  severity: 'error',
  title: 'A dashboard URL is absolute and https.',
  why: `The primary's URL is written into every join token as it stands; one without a scheme leads nowhere. Under \`http://\` a secondary
refuses to join unless its \`mc-join-config\` says \`allow-insecure-primary-ingress: "true"\`, the dashboard cannot join one at all, and tokens
cross the network in the clear.`,
  fix: '`https://<host>/<path>`: scheme, host and path.',
  source: 'https://docs.kasten.io/latest/multicluster/how-tos/http_primary_ingress_connection.html',
  rows: [9, 75, 77],
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
          url: kasten.primary.contoso.com/k10 # <- here
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
  cluster-ingress: http://kasten.east.contoso.com/k10 # <- here
  primary-ingress: kasten.primary.contoso.com/k10 # <- here
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
  cluster-ingress: HTTPS://Kasten.East.Contoso.com:8443/k10/
  primary-ingress: https://KASTEN.primary.contoso.com:443/k10/
`
  ],
  *check(fleet) {
    for (const dashboard of dashboardsOf(fleet)) yield* complaintsAbout(dashboard)
  }
}

function complaintsAbout({ url, title, joins, allowsHttp }: Dashboard): Complaint[] {
  const { value } = url
  if (!absoluteUrlOf(value)) {
    return [
      {
        about: url,
        message: `${capital(title)} is ${quoted(value)}, which is no absolute URL: write https://<host>/<path>.`
      }
    ]
  }
  if (!/^http:/i.test(value) || !allowsHttp) return []
  const message = joins
    ? `${capital(title)} is http: every secondary has to allow that, and tokens cross the network in the clear. Use https.`
    : `${capital(title)} is http: sessions of the primary's dashboard reach this cluster in the clear. Use https.`
  return [{ about: url, message, severity: 'warning' }]
}

function capital(title: string): string {
  return title.startsWith('the') ? `T${title.slice(1)}` : title
}
