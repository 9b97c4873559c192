// Rule: Kasten's multi-cluster feature is on wherever it is used.
import { chartValuesOf } from '../../model/chart-values.ts'
import type { Located } from '../../model/manifest.ts'
import type { FleetRule } from '../rule.ts'

export const multiclusterIsEnabled: FleetRule = {
  id: 'multicluster-is-enabled',
  severity: 'error',
  title: "Kasten's multi-cluster feature is on wherever it is used.",
  why: `With \`multicluster.enabled: false\` the Bootstrap, \`mc-join\` and \`mc-join-config\` have no effect at all, and no status says so. On a
cluster that has joined already, the upgrade of the k10 chart fails.`,
  fix: `Remove the setting, whose default is true, from the values of the k10 chart, or

\`\`\`yaml
multicluster:
  enabled: true
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/how-tos/disable.html',
  rows: [20],
  bad: [
    `
# file: argocd/k10-east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: k10-east
  namespace: argocd
spec:
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: kasten-io
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 8.5.0
    helm:
      parameters:
        - name: multicluster.enabled
          value: "false" # <- here
`,
    `
# file: values/k10.yaml
multicluster:
  enabled: false # <- here
# file: argocd/k10-east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: k10-east
  namespace: argocd
spec:
  destination:
    server: https://east.k8s.contoso.com:6443
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
`
  ],
  good: [
    `
# file: argocd/k10-lonely.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: k10-lonely
  namespace: argocd
spec:
  project: default
  destination:
    server: https://lonely.k8s.contoso.com:6443
    namespace: kasten-io
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 8.5.0
    helm:
      valuesObject:
        multicluster:
          enabled: false
`
  ],
  *check({ primaries, secondaries, repository }) {
    const sites = new Set([...primaries, ...secondaries].map(({ site }) => site))
    for (const site of sites) {
      for (const { chart, values } of site.charts) {
        const enabled = chart === 'k10' ? chartValuesOf(values, repository).find('multicluster', 'enabled') : undefined
        if (!enabled || !isOff(enabled)) continue
        yield {
          about: enabled,
          message:
            'Multi-cluster is switched off where this cluster is to join a set: remove the setting, or set it to true.'
        }
      }
    }
  }
}

/** Helm reads "false" as a boolean in parameters only; in values it is a text, which counts as true. */
function isOff({ value, path }: Located): boolean {
  return value === false || (value === 'false' && path.includes('parameters'))
}
