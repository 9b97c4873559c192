// Rule: a primary has a name.
import { declaredWithout } from '../declared-without.ts'
import type { FleetRule } from '../rule.ts'

export const primaryHasAName: FleetRule = {
  id: 'primary-has-a-name',
  severity: 'error',
  title: 'A primary has a name.',
  why: `Kasten creates the primary's \`Cluster\` object under this name. Without it there is nothing to create, and the k10 chart with
\`multicluster.primary.create\` does not even render.`,
  fix: `\`\`\`yaml
spec:
  clusters:
    <key of the primary>:
      name: <name of the primary>
\`\`\`

or, in the values of the k10 chart, \`multicluster.primary.name: <name of the primary>\`.`,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [6],
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
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/k10
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
      valuesObject:
        multicluster:
          primary:
            create: true # <- here
            ingressURL: https://kasten.primary.contoso.com/k10
`
  ],
  good: [
    `
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
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 8.5.0
    helm:
      valueFiles:
        - values-of-another-repository.yaml
      valuesObject:
        multicluster:
          primary:
            create: true
            ingressURL: https://kasten.primary.contoso.com/k10
  syncPolicy:
    automated: {}
    retry:
      limit: 10
`
  ],
  *check({ primaries }) {
    for (const about of primaries.flatMap(primary => declaredWithout(primary, 'name', ['name']))) {
      yield {
        about,
        message: 'The primary has no name: give it one, which tells it from the other clusters of the set.'
      }
    }
  }
}
