// Rule: argo CD looks at its Applications regularly.
import { quoted } from '../quoted.ts'
import type { LiveRule } from '../rule.ts'
import { liveFleetOf, nameOf } from '../live-pairs.ts'

export const applicationIsReconciled: LiveRule = {
  id: 'application-is-reconciled',
  severity: 'warning',
  title: 'Argo CD looks at its Applications regularly.',
  why: `A controller that hangs leaves its Applications at their last state: they say Synced and Healthy, and nothing that is pushed arrives.`,
  fix: `Look at the application controller: its logs, its queue, its memory.`,
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/high_availability/',
  rows: [],
  bad: [
    `
# live: {"name":"kasten-east","reconciledAt":"2026-11-28T00:00:00Z"}
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
# live: {"name":"kasten-east","reconciledAt":"2026-11-30T23:30:00Z"}
# file: readme.txt
healthy
`
  ],
  *check(view) {
    for (const { application, live } of liveFleetOf(view).pairs) {
      const age = live?.reconciledAt === undefined ? 0 : view.now - Date.parse(live.reconciledAt)
      if (age <= longest) continue
      yield {
        about: nameOf(application.manifest),
        message: `Argo CD last looked at ${quoted(application.name)} on ${live!.reconciledAt!.slice(0, 16).replace('T', ' at ')} UTC: its controller may hang, and what it says of it is old.`
      }
    }
  }
}

/** Argo CD compares every three minutes by itself; a day is long even where that was turned down. */
const longest = 24 * 3_600_000
