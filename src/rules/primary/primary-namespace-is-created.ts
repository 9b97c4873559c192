// Rule: the primary's namespace is created before what lives in it.
import { switchedOn } from '../../model/application.ts'
import type { Delivery } from '../../model/delivery.ts'
import { isNamespace, primaryNamespace } from '../../model/kinds.ts'
import { whole } from '../../model/manifest.ts'
import type { Primary } from '../../model/primary.ts'
import { inPrimaryNamespace, type Delivered } from '../../model/site.ts'
import type { FleetRule } from '../rule.ts'

export const primaryNamespaceIsCreated: FleetRule = {
  id: 'primary-namespace-is-created',
  severity: 'warning',
  title: "The primary's namespace is created.",
  why: `Kasten does not create \`kasten-io-mc\` by itself. On a cluster where nobody did so by hand, Argo CD's sync ends with
\`namespaces "kasten-io-mc" not found\`, and nothing of the primary is applied.`,
  fix: `Add the namespace to the primary's manifests

\`\`\`yaml
apiVersion: v1
kind: Namespace
metadata:
  name: kasten-io-mc
\`\`\`

or let the Application create it: \`destination.namespace: kasten-io-mc\` and the sync option \`CreateNamespace=true\`.`,
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#create-namespace',
  rows: [4],
  bad: [
    `
# removed: primary/namespace.yaml
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap # <- here
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "1"
spec:
  clusters:
    primary:
      name: primary
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/k10
`
  ],
  good: [
    `
# removed: primary/namespace.yaml
# file: argocd/primary.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-primary
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
    automated: {}
    retry:
      limit: 10
    syncOptions:
      - CreateNamespace=true
`
  ],
  *check({ primaries, manifests, deliveries }) {
    // Names and servers of one cluster can't be told equal: what creates it anywhere may create it here.
    if (manifests.some(isPrimaryNamespace) || deliveries.some(creates)) return
    for (const primary of primaries) {
      const first = firstIn(primary)
      if (!first || !isWholeAndDelivered(primary)) continue
      yield {
        about: whole(first.manifest),
        message: `Nothing creates the namespace "${primaryNamespace}" that this ${first.manifest.kind} lives in: add a Namespace, or CreateNamespace=true to the Application.`
      }
    }
  }
}

function isPrimaryNamespace(manifest: Delivered['manifest']): boolean {
  return isNamespace(manifest) && manifest.name === primaryNamespace
}

function creates({ application, namespace, manifests }: Delivery): boolean {
  if (manifests.some(isPrimaryNamespace)) return true
  return namespace === primaryNamespace && application !== undefined && !!switchedOn(application, 'CreateNamespace')
}

function firstIn({ bootstraps, joinTokens, pushSecrets }: Primary): Delivered | undefined {
  return [...bootstraps, ...joinTokens, ...pushSecrets].find(inPrimaryNamespace)
}

function isWholeAndDelivered({ site }: Primary): boolean {
  return site.complete && site.folder === undefined
}
