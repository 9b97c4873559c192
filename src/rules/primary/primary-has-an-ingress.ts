// Rule: a primary has the URL of its dashboard.
import { declaredWithout } from '../declared-without.ts'
import type { FleetRule } from '../rule.ts'

export const primaryHasAnIngress: FleetRule = {
  id: 'primary-has-an-ingress',
  severity: 'error',
  title: 'A primary has the URL of its dashboard.',
  why: `The URL is written into every join token: it is where a secondary calls when it joins. Without it a token leads nowhere and no
secondary can join, unless each has a \`primary-ingress\` of its own.`,
  fix: `\`\`\`yaml
spec:
  clusters:
    <key of the primary>:
      k10:
        ingress:
          url: <URL of its dashboard>
\`\`\`

or, in the values of the k10 chart, \`multicluster.primary.ingressURL\`.`,
  source: 'https://docs.kasten.io/latest/multicluster/upgrading.html',
  rows: [8],
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
    primary: # <- here
      name: primary
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
`,
    `
# removed: primary/bootstrap.yaml
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
      values: | # <- here
        multicluster:
          primary:
            create: true
            name: primary
`
  ],
  good: [
    `
# file: values/k10.yaml
multicluster:
  primary:
    create: true
    name: primary
    ingressURL: https://kasten.primary.contoso.com/k10
# removed: primary/bootstrap.yaml
# file: argocd/k10.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: k10
  namespace: argocd
spec:
  project: default
  destination:
    server: https://kubernetes.default.svc
    namespace: kasten-io
  sources:
    - repoURL: https://charts.kasten.io
      chart: k10
      targetRevision: 8.5.0
      helm:
        valueFiles:
          - $values/values/k10.yaml
    - repoURL: https://github.com/contoso/kasten-fleet
      targetRevision: main
      ref: values
  syncPolicy:
    automated: {}
    retry:
      limit: 10
`
  ],
  *check({ primaries }) {
    for (const about of primaries.flatMap(primary => declaredWithout(primary, 'ingress', ['k10', 'ingress', 'url']))) {
      yield {
        about,
        message: "The primary's dashboard URL is missing: set it to where secondaries reach Kasten, path included."
      }
    }
  }
}
