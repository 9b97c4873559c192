// An Application of a fresh fleet, with the comments that say why it is so.
import { scalar, type RecipeNames } from './names.ts'

/** Where an Application goes: by server, or by the name Argo CD knows the cluster by. */
export interface RecipeDestination {
  readonly server: string | undefined
  readonly destinationName: string | undefined
  readonly namespace: string
}

/** @param source lines below `source:`, indented by four, without repository and revision */
export function applicationText(
  name: string,
  comment: string,
  to: RecipeDestination,
  source: string,
  names: RecipeNames
): string {
  const cluster = to.server === undefined ? `name: ${scalar(to.destinationName ?? '')}` : `server: ${scalar(to.server)}`
  return `# ${comment}
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${scalar(name)}
  namespace: argocd
spec:
  project: default
  destination:
    ${cluster}
    namespace: ${to.namespace}
  source:
    repoURL: ${scalar(names.repoURL)}
    targetRevision: ${scalar(names.revision)}
${source}  syncPolicy:
    automated:
      selfHeal: true # no prune: what must not vanish does not
    retry: # the first sync races with Kasten and with External Secrets Operator; without retry it fails for good
      limit: 10
      backoff:
        duration: 10s
        factor: 2
        maxDuration: 5m
`
}
