// Rule: what every secondary hangs on is protected where its Application prunes or cascades.
import { syncOptionOf, type Application } from '../../model/application.ts'
import type { Delivery } from '../../model/delivery.ts'
import { isNamespace, primaryNamespace } from '../../model/kinds.ts'
import { annotationOf, whole, type Manifest, type Target } from '../../model/manifest.ts'
import type { Primary } from '../../model/primary.ts'
import { objectOptionOf } from '../../model/sync-annotations.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const primarySurvivesPruning: FleetRule = {
  id: 'primary-survives-pruning',
  severity: 'warning',
  title: 'Namespace, Bootstrap and join token are protected where their Application prunes or cascades.',
  why: `With \`prune: true\` one commit that moves or empties the folder deletes them; with the finalizer
\`resources-finalizer.argocd.argoproj.io\` the deletion of the Application does. A deleted join token is revoked; a deleted \`kasten-io-mc\`
takes every \`Cluster\` object with it, which disconnects all secondaries and leaves the namespace \`Terminating\` over their finalizers.`,
  fix: `On the Namespace, the Bootstrap and the join token

\`\`\`yaml
metadata:
  annotations:
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
\`\`\`

\`Prune=confirm,Delete=confirm\` does as well: Argo CD then asks.`,
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#no-prune-resources',
  rows: [16],
  bad: [
    `
# file: argocd/primary.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-primary
  namespace: argocd
spec:
  destination:
    server: https://kubernetes.default.svc
    namespace: kasten-io-mc
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: primary
  syncPolicy:
    automated:
      prune: true # <- here
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
type: dist.kio.kasten.io/join-token
`,
    `
# file: argocd/primary.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-primary
  namespace: argocd
  finalizers:
    - resources-finalizer.argocd.argoproj.io # <- here
spec:
  destination:
    server: https://kubernetes.default.svc
    namespace: kasten-io-mc
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: primary
# file: primary/namespace.yaml
apiVersion: v1
kind: Namespace
metadata:
  name: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-options: Prune=false
`
  ],
  good: [
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "2"
type: dist.kio.kasten.io/join-token
`
  ],
  *check({ primaries }) {
    for (const primary of primaries) {
      for (const [{ application }, precious] of preciousOn(primary)) {
        if (application) yield* complaintsAbout(application, precious)
      }
    }
  }
}

/** What must not vanish, by who delivers it. */
function preciousOn({ site, bootstraps, joinTokens }: Primary): Map<Delivery, Manifest[]> {
  const namespaces = site.objects.filter(({ manifest }) => isNamespace(manifest) && manifest.name === primaryNamespace)
  const precious = new Map<Delivery, Manifest[]>()
  for (const { manifest, delivery } of [...namespaces, ...bootstraps, ...joinTokens]) {
    precious.set(delivery, [...(precious.get(delivery) ?? []), manifest])
  }
  return precious
}

function complaintsAbout(application: Application, precious: readonly Manifest[]): Complaint[] {
  const pruned = application.automated?.prune ? precious.filter(each => !isKept(each, application, 'Prune')) : []
  const cascaded = application.cascades ? precious.filter(each => !isKept(each, application, 'Delete')) : []
  const lost = [...new Set([...pruned, ...cascaded])]
  if (lost.length === 0) return []
  const names = [...new Set(lost.map(({ kind }) => kind))].join(', ')
  const doing = pruned.length > 0 ? 'prunes' : 'deletes what it deployed when it is deleted'
  const option = pruned.length > 0 ? 'Prune=false' : 'Delete=false'
  const message = `This Application ${doing}, and nothing protects its ${names}, which every secondary hangs on: give them the sync option ${option}.`
  return [{ about: settingIn(application, pruned.length > 0), message, related: lost.map(relatedTo) }]
}

/** Kept, or asked about first. `helm.sh/resource-policy: keep` keeps from both. argo-cd: controller/state.go */
function isKept(manifest: Manifest, application: Application, key: 'Prune' | 'Delete'): boolean {
  const ofAll = syncOptionOf(application, key)
  const options = [`${key}=false`, `${key}=confirm`]
  return (
    options.some(option => option === ofAll || objectOptionOf(manifest, option) !== undefined) ||
    annotationOf(manifest, 'helm.sh/resource-policy')?.value === 'keep'
  )
}

function settingIn({ automated, cascades }: Application, prunes: boolean): Target {
  return prunes || !cascades ? { ...automated!.target, path: [...automated!.target.path, 'prune'] } : cascades
}

function relatedTo(manifest: Manifest): { about: Target; message: string } {
  return { about: whole(manifest), message: 'not protected' }
}
