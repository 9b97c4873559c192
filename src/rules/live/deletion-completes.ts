// Rule: an Application that is being deleted goes.
import { quoted } from '../quoted.ts'
import type { LiveRule } from '../rule.ts'
import { liveFleetOf, nameOf } from '../live-pairs.ts'

export const deletionCompletes: LiveRule = {
  id: 'deletion-completes',
  severity: 'error',
  title: 'An Application that is being deleted goes.',
  why: `A deletion that hangs on a finalizer leaves the Application half gone: some of its objects are deleted, and what Git says is not applied again.`,
  fix: `Read the conditions of the Application. When its cluster is gone, remove the finalizer: \`kubectl -n argocd patch application APPLICATION --type json -p '[{"op":"remove","path":"/metadata/finalizers"}]'\`.`,
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/',
  rows: [],
  bad: [
    `
# live: {"name":"kasten-east","deletionTimestamp":"2026-11-29T00:00:00Z"}
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
    for (const { application, live } of liveFleetOf(view).pairs) {
      if (live?.deletionTimestamp === undefined) continue
      const stuck = view.now - Date.parse(live.deletionTimestamp) > patience
      yield {
        about: nameOf(application.manifest),
        severity: stuck ? 'error' : 'warning',
        message: `The Application ${quoted(application.name)} is being deleted since ${live.deletionTimestamp.slice(0, 16).replace('T', ' at ')} UTC, though Git has it${stuck ? ': a finalizer holds it' : ''}.`
      }
    }
  }
}

const patience = 3_600_000
