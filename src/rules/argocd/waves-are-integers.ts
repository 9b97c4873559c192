// Rule: sync waves are integers.
import type { Fleet } from '../../model/fleet.ts'
import type { Manifest } from '../../model/manifest.ts'
import { bringingDeliveriesOf, fleetDeliveriesOf } from '../../model/of-the-fleet.ts'
import { integerOf, waveAnnotationOf } from '../../model/sync-annotations.ts'
import { changed } from '../example-change.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

export const wavesAreIntegers: FleetRule = {
  id: 'waves-are-integers',
  severity: 'warning',
  title: 'Sync waves are integers.',
  why: 'A wave that is no integer counts as 0, so what was to come last comes among the first.',
  fix: `\`\`\`yaml
metadata:
  annotations:
    argocd.argoproj.io/sync-wave: "2"
\`\`\``,
  source: 'argoproj/argo-cd: gitops-engine/pkg/sync/syncwaves/waves.go',
  rows: [13, 123],
  bad: [
    changed('primary/store.yaml', ['sync-wave: "2"', 'sync-wave: "two" # <- here']),
    changed('argocd/east.yaml', [
      '  namespace: argocd\n',
      '  namespace: argocd\n  annotations:\n    argocd.argoproj.io/sync-wave: "1.5" # <- here\n'
    ])
  ],
  good: [changed('primary/store.yaml', ['sync-wave: "2"', 'sync-wave: "-2"'])],
  *check(fleet) {
    const judged = judgedElsewhere(fleet)
    for (const manifest of syncedObjectsOf(fleet)) {
      const wave = waveAnnotationOf(manifest)
      if (!wave || judged.has(manifest) || integerOf(wave.value) !== undefined) continue
      const message = `The sync wave ${quoted(wave.value)} is no integer, so Argo CD takes 0: write a quoted integer.`
      yield { about: wave, message }
    }
  }
}

/** What the order of the token's way is judged by. */
function judgedElsewhere({ primaries }: Fleet): Set<Manifest> {
  return new Set(
    primaries.flatMap(({ bootstraps, joinTokens, pushSecrets }) =>
      [...bootstraps, ...joinTokens, ...pushSecrets].map(({ manifest }) => manifest)
    )
  )
}

function syncedObjectsOf(fleet: Fleet): Set<Manifest> {
  const objects = new Set<Manifest>()
  for (const { application } of fleetDeliveriesOf(fleet)) objects.add(application.manifest)
  for (const { manifests } of bringingDeliveriesOf(fleet)) for (const manifest of manifests) objects.add(manifest)
  return objects
}
