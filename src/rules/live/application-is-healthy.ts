// Rule: what is deployed is healthy.
import type { LiveResource } from '../../model/live.ts'
import { quoted } from '../quoted.ts'
import type { LiveRule } from '../rule.ts'
import { isOfTheFleet, liveFleetOf, nameOf, resourceName } from '../live-pairs.ts'

export const applicationIsHealthy: LiveRule = {
  id: 'application-is-healthy',
  severity: 'error',
  title: 'What is deployed is healthy.',
  why: `A degraded PushSecret means that the token does not reach the vault; a degraded ExternalSecret means that it does not reach the secondary. Neither is visible in Kasten.`,
  fix: `Read the condition of the object that is named, and mend what it says:

\`\`\`sh
kubectl -n NAMESPACE describe KIND NAME
\`\`\``,
  source: 'argoproj/argo-cd: resource_customizations/external-secrets.io',
  rows: [],
  bad: [
    `
# live: {"name":"kasten-east","health":"Degraded","resources":[{"group":"external-secrets.io","kind":"ExternalSecret","namespace":"kasten-io","name":"mc-join","health":"Degraded","message":"SecretSyncedError: could not get secret data from provider"}]}
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
# live: {"name":"kasten-east","health":"Progressing"}
# file: readme.txt
on its way
`
  ],
  *check(view) {
    for (const { application, live } of liveFleetOf(view).pairs) {
      if (live?.health !== 'Degraded' && live?.health !== 'Missing') continue
      const ill = live.resources.filter(({ health }) => health === 'Degraded' || health === 'Missing')
      const ours = ill.filter(isOfTheFleet)
      const named = (ours.length > 0 ? ours : ill).slice(0, 3).map(conditionOf)
      const why = named.length > 0 ? named.join('; ') : (live.healthMessage ?? '')
      yield {
        about: nameOf(application.manifest),
        severity: ill.length > 0 && ours.length === 0 ? 'warning' : 'error',
        message: `The Application ${quoted(application.name)} is ${live.health}${why && `: ${why}`}.`
      }
    }
  }
}

function conditionOf(resource: LiveResource): string {
  return resource.message === undefined
    ? resourceName(resource)
    : `${resourceName(resource)} says ${quoted(resource.message)}`
}
