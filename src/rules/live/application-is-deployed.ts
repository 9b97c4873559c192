// Rule: an Application that is in Git is in Argo CD.
import { quoted } from '../quoted.ts'
import type { LiveRule } from '../rule.ts'
import { liveFleetOf, nameOf } from '../live-pairs.ts'

export const applicationIsDeployed: LiveRule = {
  id: 'application-is-deployed',
  severity: 'error',
  title: 'An Application that is in Git is in Argo CD.',
  why: `What Git says of a cluster is only true when Argo CD has the Application. Without it nothing is delivered, and nothing says so.`,
  fix: `Sync the Application that delivers it, or apply the file:

\`\`\`sh
kubectl apply -n argocd -f FILE
\`\`\``,
  source: 'argoproj/argo-cd: pkg/apis/application/v1alpha1/types.go',
  rows: [],
  bad: [
    `
# live: {"name":"kasten-east","absent":true}
# file: argocd/east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-east # <- here
  namespace: argocd
spec:
  project: default
  destination:
    server: https://east.k8s.contoso.com:6443
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
      backoff:
        duration: 10s
        factor: 2
        maxDuration: 5m
`
  ],
  good: [
    `
# file: readme.txt
healthy
`
  ],
  *check(view) {
    for (const { application, live, hidden } of liveFleetOf(view).pairs) {
      if (live || hidden) continue
      yield {
        about: nameOf(application.manifest),
        message: `Argo CD has no Application ${quoted(application.name)} in ${quoted(application.namespace)}: nothing of it is deployed. Apply it, or look at what delivers it.`
      }
    }
  }
}
