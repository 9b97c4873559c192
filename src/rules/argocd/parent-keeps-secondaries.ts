// Rule: a parent Application does not delete a secondary's join objects with its file.
import type { Delivery } from '../../model/delivery.ts'
import type { Fleet } from '../../model/fleet.ts'
import { isApplication } from '../../model/kinds.ts'
import { objectOptionOf } from '../../model/sync-annotations.ts'
import { syncOptionOf, type Application } from '../../model/application.ts'
import { isByApplication } from '../../model/of-the-fleet.ts'
import { whole, type Manifest } from '../../model/manifest.ts'
import { changed } from '../example-change.ts'
import { severalOf } from '../once.ts'
import type { FleetRule } from '../rule.ts'

const root = (prune: string): string => `
# file: root.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: root
  namespace: argocd
spec:
  project: default
  destination:
    server: https://kubernetes.default.svc
    namespace: argocd
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: argocd
  syncPolicy:
    automated:
      prune: ${prune}
`

const cascading = (): string =>
  changed('argocd/east.yaml', [
    '  namespace: argocd\n',
    '  namespace: argocd\n  finalizers:\n    - resources-finalizer.argocd.argoproj.io\n'
  ])

export const parentKeepsSecondaries: FleetRule = {
  id: 'parent-keeps-secondaries',
  severity: 'notice',
  title: "A removed file does not delete a secondary's join objects while the primary still has the cluster.",
  why: 'The parent prunes the Application, whose finalizer deletes `mc-join` and `mc-join-config`. The primary is not told: its `Cluster` object stays, unreachable, until somebody disconnects it.',
  fix: 'Disconnect the cluster on the primary before its file is removed. To be asked first, put `argocd.argoproj.io/sync-options: Prune=confirm` on the Applications; without the finalizer nothing on the cluster is deleted.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/app_deletion/',
  rows: [115, 116],
  bad: [root('true # <- here') + cascading()],
  good: [root('false') + cascading(), root('true')],
  *check(fleet) {
    const children = secondaryApplicationsOf(fleet)
    for (const parent of fleet.concerned) {
      if (!isByApplication(parent) || !parent.application.automated?.prune) continue
      const lost = parent.manifests.filter(isApplication).flatMap(manifest => lostWith(manifest, parent, children))
      const [first] = lost
      if (!first) continue
      const { target } = parent.application.automated
      yield {
        about: { manifest: target.manifest, path: [...target.path, 'prune'] },
        message: `This prunes Applications of secondaries whose finalizer deletes mc-join and mc-join-config, while the primary keeps the cluster: disconnect a cluster before its file is removed.`,
        related: [{ about: first.cascades ?? whole(first.manifest), message: 'the finalizer' }],
        clusters: severalOf(lost.map(({ name }) => name))
      }
    }
  }
}

function secondaryApplicationsOf({ secondaries }: Fleet): Map<Manifest, Application> {
  const parts = secondaries.flatMap(({ config, joins }) => [...(config ? [config] : []), ...joins])
  return new Map(
    parts.flatMap(({ delivery: { application } }) =>
      application ? [[application.manifest, application] as const] : []
    )
  )
}

function lostWith(manifest: Manifest, parent: Delivery, children: ReadonlyMap<Manifest, Application>): Application[] {
  const child = children.get(manifest)
  const option = parent.application && syncOptionOf(parent.application, 'Prune')
  const kept = ['Prune=false', 'Prune=confirm'].some(each => each === option || objectOptionOf(manifest, each))
  return child?.cascades && !kept ? [child] : []
}
