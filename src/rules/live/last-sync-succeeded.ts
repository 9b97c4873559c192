// Rule: the last sync of an Application succeeded.
import { quoted } from '../quoted.ts'
import type { LiveRule } from '../rule.ts'
import { liveFleetOf, nameOf } from '../live-pairs.ts'

export const lastSyncSucceeded: LiveRule = {
  id: 'last-sync-succeeded',
  severity: 'error',
  title: 'The last sync of an Application succeeded.',
  why: `Argo CD tries a commit once, unless \`retry\` says otherwise: a sync that failed stays failed until the next commit, and the cluster keeps its old state.`,
  fix: `Read the message, mend what it says, and sync again: \`argocd app sync APPLICATION\`.`,
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/auto_sync/',
  rows: [],
  bad: [
    `
# live: {"name":"kasten-east","phase":"Failed","phaseMessage":"one or more objects failed to apply"}
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
      if (live?.phase !== 'Failed' && live?.phase !== 'Error') continue
      const said = live.phaseMessage === undefined ? '' : `: ${quoted(live.phaseMessage)}`
      yield {
        about: nameOf(application.manifest),
        message: `The last sync of ${quoted(application.name)} failed${said}.`
      }
    }
  }
}
