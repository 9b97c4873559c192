// Rule: an Application of the fleet that is in Argo CD is in Git.
import { quoted } from '../quoted.ts'
import type { LiveRule } from '../rule.ts'
import { liveFleetOf, nameOf } from '../live-pairs.ts'

export const liveApplicationIsInGit: LiveRule = {
  id: 'live-application-is-in-git',
  severity: 'warning',
  title: 'An Application of the fleet that is in Argo CD is in Git.',
  why: `An Application that left Git but not Argo CD goes on: it still delivers a join token to a cluster that the fleet no longer lists.`,
  fix: `Delete the Application in Argo CD (mind what its finalizer deletes), or add it to Git again.`,
  source: 'argoproj/argo-cd: pkg/apis/application/v1alpha1/types.go',
  rows: [],
  bad: [
    `
# live: {"name":"kasten-south","sources":[{"repoURL":"https://github.com/contoso/kasten-fleet.git","path":"secondaries/south"}]}
# file: argocd/primary.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-primary # <- here
  namespace: argocd
spec:
  project: default
  destination:
    server: https://kubernetes.default.svc
    namespace: kasten-io-mc
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: primary
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
# live: {"name":"guestbook","sources":[{"repoURL":"https://github.com/contoso/guestbook","path":"secondaries/south"}]}
# file: readme.txt
another team
`
  ],
  *check(view) {
    const primary = view.fleet.primaries[0]?.site.deliveries.find(({ application }) => application)?.application
    for (const live of liveFleetOf(view).orphans) {
      if (!primary) return
      yield {
        about: nameOf(primary.manifest),
        message: `Argo CD has the Application ${quoted(live.name)}, which deploys ${quoted(live.sources[0]?.path ?? '')} of this repository, but Git has not: delete it there, or add it here.`
      }
    }
  }
}
