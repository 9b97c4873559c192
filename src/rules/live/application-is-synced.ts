// Rule: what is deployed is what Git says.
import { quoted } from '../quoted.ts'
import type { LiveRule } from '../rule.ts'
import { isOfTheFleet, liveFleetOf, nameOf, resourceName } from '../live-pairs.ts'

export const applicationIsSynced: LiveRule = {
  id: 'application-is-synced',
  severity: 'error',
  title: 'What is deployed is what Git says.',
  why: `\`OutOfSync\` means that the objects on the cluster differ from Git. When the difference is in the objects that carry the token, a rotation or a correction does not reach the cluster.`,
  fix: `Sync the Application, and look at its diff: \`argocd app diff APPLICATION\`. Fields that a controller fills in belong into \`ignoreDifferences\`.`,
  source: 'argoproj/argo-cd: pkg/apis/application/v1alpha1/types.go',
  rows: [],
  bad: [
    `
# live: {"name":"kasten-east","sync":"OutOfSync"}
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
`,
    `
# live: {"name":"kasten-east","sync":"OutOfSync","resources":[{"group":"","kind":"Service","namespace":"kasten-io","name":"gateway","sync":"OutOfSync"}]}
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
`,
    `
# live: {"name":"kasten-east","sync":"OutOfSync","phase":"Running"}
# file: readme.txt
it is being synced
`
  ],
  *check(view) {
    for (const { application, live } of liveFleetOf(view).pairs) {
      if (live?.sync !== 'OutOfSync' || live.phase === 'Running') continue
      const differing = live.resources.filter(({ sync }) => sync === 'OutOfSync')
      const ours = differing.filter(isOfTheFleet)
      const which = (ours.length > 0 ? ours : differing).slice(0, 3).map(resourceName).join(', ')
      yield {
        about: nameOf(application.manifest),
        severity: differing.length > 0 && ours.length === 0 ? 'warning' : 'error',
        message: `The Application ${quoted(application.name)} is OutOfSync${which && `: ${which} differ from Git`}. Sync it${live.automated ? ', and see why it did not do so itself' : ''}.`
      }
    }
  }
}
