// Rule: a dashboard URL has a host that other clusters can reach.
import { absoluteUrlOf, dashboardsOf, type Dashboard } from '../dashboards.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'
import type { Severity } from '../finding.ts'

export const ingressHostIsReachable: FleetRule = {
  id: 'ingress-host-is-reachable',
  severity: 'error',
  title: 'A dashboard URL has a host that other clusters can reach.',
  why: `A secondary calls the primary's URL from its own cluster. \`localhost\` and names of services mean something else there, or nothing;
\`example.com\` belongs to nobody's Kasten. The join ends with a connection error.`,
  fix: "The public or corporate name of the dashboard's ingress, which DNS resolves on every cluster of the set.",
  source: 'https://docs.kasten.io/latest/multicluster/concepts/overview.html',
  rows: [11, 77],
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
          url: https://gateway.kasten-io.svc.cluster.local/k10 # <- here
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east
  cluster-ingress: https://10.20.30.40/k10 # <- here
# file: secondaries/west/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: west
  cluster-ingress: https://kasten.west.example.com/k10 # <- here
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
  cluster-ingress: https://kasten.east.svc.contoso.local/k10
`
  ],
  *check(fleet) {
    for (const dashboard of dashboardsOf(fleet)) {
      const wrong = wrongWithHost(dashboard)
      if (wrong) yield { about: dashboard.url, ...wrong }
    }
  }
}

export interface HostFault {
  readonly message: string
  readonly severity: Severity
}

const hosts: readonly { readonly form: RegExp; readonly is: string; readonly certain: boolean }[] = [
  { form: /^(?:(?:.*\.)?localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/, is: 'the cluster itself', certain: true },
  { form: /\.(?:svc|cluster\.local)$/, is: 'a name that only its own cluster knows', certain: true },
  {
    form: /(?:^|\.)(?:example\.(?:com|net|org)|example|invalid)$/,
    is: 'a domain reserved for examples',
    certain: true
  },
  { form: /^(?:\d+\.\d+\.\d+\.\d+|\[.*\])$/, is: 'an address, for which certificates are rare', certain: false }
]

/** Why other clusters can't reach a host, or may not. */
export function wrongWithHost({ url, title, joins }: Omit<Dashboard, 'allowsHttp'>): HostFault | undefined {
  const host = absoluteUrlOf(url.value)?.hostname
  const wrong = host && hosts.find(({ form }) => form.test(host))
  if (!host || !wrong) return undefined
  return {
    message: `The host of ${title}, ${quoted(host)}, is ${wrong.is}: use the name by which the other clusters reach the dashboard.`,
    severity: wrong.certain && joins ? 'error' : 'warning'
  }
}
