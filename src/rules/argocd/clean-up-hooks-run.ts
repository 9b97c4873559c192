// Rule: hooks that run before or after a deletion are ones that the Argo CD in use runs.
import { whole, type Manifest } from '../../model/manifest.ts'
import { bringingDeliveriesOf } from '../../model/of-the-fleet.ts'
import { hookOf } from '../../model/sync-annotations.ts'
import { atLeast } from '../../source/version.ts'
import type { FleetRule } from '../rule.ts'
import { versionWords } from '../version-words.ts'

const job = (annotation: string): string => `
# settings: {"argocdVersion":"3.2.1"}
# file: primary/clean-up.yaml
apiVersion: batch/v1
kind: Job
metadata:
  name: disconnect
  namespace: kasten-io-mc
  annotations:
    ${annotation}
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: disconnect
          image: registry.k8s.io/kubectl:v1.34.1
`

export const cleanUpHooksRun: FleetRule = {
  id: 'clean-up-hooks-run',
  severity: 'warning',
  title: 'Hooks of a deletion are ones that the Argo CD in use runs.',
  why: 'Argo CD runs hooks before a deletion since 3.3 and after one since 2.10. An older one never runs them: the Application is deleted, and what was to disconnect the clusters first was not done.',
  fix: 'Upgrade Argo CD, or do by hand what the hook does before the Application is deleted. If the version is newer than what is assumed, say so: `argocd-version: <version>`.',
  source: 'argoproj/argo-cd: docs/user-guide/sync-waves.md',
  rows: [121],
  bad: [job('argocd.argoproj.io/hook: PreDelete # <- here'), job('helm.sh/hook: pre-delete # <- here')],
  good: [job('argocd.argoproj.io/hook: PostDelete')],
  *check(fleet) {
    const { argocd } = fleet.versions
    const missing = [...since].filter(([, version]) => !atLeast(argocd.version, version))
    if (missing.length === 0) return
    for (const manifest of objectsOf(bringingDeliveriesOf(fleet))) {
      const hook = hookOf(manifest)
      const [phase, version] = missing.find(([name]) => hook?.phases.includes(name)) ?? []
      if (!hook || phase === undefined) continue
      const message = `Argo CD runs ${phase} hooks since ${version}, so ${versionWords('Argo CD', argocd)} never runs this ${manifest.kind}.`
      yield { about: hook.annotation ?? whole(manifest), message }
    }
  }
}

const since: ReadonlyMap<string, string> = new Map([
  ['PreDelete', '3.3.0'],
  ['PostDelete', '2.10.0']
])

function objectsOf(deliveries: Iterable<{ readonly manifests: readonly Manifest[] }>): Set<Manifest> {
  return new Set([...deliveries].flatMap(({ manifests }) => manifests))
}
