// Rule: a hook has a phase that Argo CD knows.
import type { Fleet } from '../../model/fleet.ts'
import type { Manifest } from '../../model/manifest.ts'
import { bringingDeliveriesOf, isFleetObject } from '../../model/of-the-fleet.ts'
import { hookOf } from '../../model/sync-annotations.ts'
import { nearest } from '../../source/nearest.ts'
import { changed } from '../example-change.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

export const hooksAreKnown: FleetRule = {
  id: 'hooks-are-known',
  severity: 'error',
  title: 'A hook has a phase that Argo CD knows.',
  why: 'The annotation makes the object a hook, whatever it says. With a phase that Argo CD does not know it is a hook of no phase and is never applied; the sync is green.',
  fix: 'Write `PreSync`, `Sync`, `PostSync`, `SyncFail`, `PreDelete` or `PostDelete`, in this case, or remove the annotation.',
  source: 'argoproj/argo-cd: gitops-engine/pkg/sync/hook/hook.go',
  rows: [121],
  bad: [
    changed('primary/store.yaml', [
      '    argocd.argoproj.io/sync-wave: "2"\n',
      '    argocd.argoproj.io/sync-wave: "2"\n    argocd.argoproj.io/hook: presync # <- here\n'
    ])
  ],
  good: [
    changed('primary/store.yaml', [
      '    argocd.argoproj.io/sync-wave: "2"\n',
      '    argocd.argoproj.io/sync-wave: "2"\n    argocd.argoproj.io/hook: PreSync\n'
    ])
  ],
  *check(fleet) {
    for (const manifest of othersOf(fleet)) {
      const hook = hookOf(manifest)
      if (!hook || hook.phases.length > 0 || hook.annotation.path.at(-1) !== 'argocd.argoproj.io/hook') continue
      const meant = nearest(hook.annotation.value, phases)
      const advice =
        meant === undefined ? 'write one it knows, or remove the annotation.' : `did you mean ${quoted(meant)}?`
      const message = `Argo CD knows no hook ${quoted(hook.annotation.value)} and never applies this ${manifest.kind}: ${advice}`
      yield { about: hook.annotation, message }
    }
  }
}

const phases = ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'PreDelete', 'PostDelete']

/** What comes with the fleet; its own objects must be no hooks at all, which is another rule's. */
function othersOf(fleet: Fleet): Set<Manifest> {
  const objects = [...bringingDeliveriesOf(fleet)].flatMap(({ manifests }) => manifests)
  return new Set(objects.filter(manifest => !isFleetObject(manifest)))
}
