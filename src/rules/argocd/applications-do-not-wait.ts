// Rule: nobody relies on waves between Applications that Argo CD does not keep.
import type { Fleet } from '../../model/fleet.ts'
import type { Delivery } from '../../model/delivery.ts'
import { isApplication } from '../../model/kinds.ts'
import { whole, type Manifest } from '../../model/manifest.ts'
import { bringingDeliveriesOf } from '../../model/of-the-fleet.ts'
import { waveAnnotationOf, waveOf } from '../../model/sync-annotations.ts'
import { changed } from '../example-change.ts'
import type { FleetRule } from '../rule.ts'

const root = `
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
`

const inWave = (name: string, wave: number, mark = ''): string =>
  changed(`argocd/${name}.yaml`, [
    '  namespace: argocd\n',
    `  namespace: argocd\n  annotations:\n    argocd.argoproj.io/sync-wave: "${wave}"${mark}\n`
  ])

export const applicationsDoNotWait: FleetRule = {
  id: 'applications-do-not-wait',
  severity: 'notice',
  title: 'Nobody relies on waves between Applications, which Argo CD does not keep by itself.',
  why: "Argo CD has had no health check for Applications since 1.8, so a parent goes on to the next wave at once: the secondaries' Applications are synced before the primary has a token to push. They get there, since External Secrets Operator tries again; the waves just do not do what they say.",
  fix: 'Remove the waves, or give Applications a health check: `resource.customizations.health.argoproj.io_Application` in the ConfigMap `argocd-cm`.',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/health/#argocd-app',
  rows: [120],
  bad: [root + inWave('primary', 0) + inWave('east', 1, ' # <- here') + inWave('west', 1)],
  good: [
    root + inWave('primary', 1) + inWave('east', 1) + inWave('west', 1),
    `${root}${inWave('primary', 0)}${inWave('east', 1)}${inWave('west', 1)}
# file: argo/argocd-cm.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: argocd-cm
  namespace: argocd
data:
  resource.customizations.health.argoproj.io_Application: |
    return { status = "Healthy" }
`
  ],
  *check(fleet) {
    const bringing = roleByApplication(fleet)
    for (const delivery of fleet.concerned) {
      const waves = wavesIn(delivery, bringing)
      const first = waves.primaries[0]
      const later = first && waves.secondaries.find(manifest => waveOf(manifest) > waveOf(first))
      if (!first || !later || hasHealthCheck(fleet)) continue
      yield {
        about: waveAnnotationOf(later) ?? whole(later),
        message: `This wave ${waveOf(later)} does not wait for the primary's Application in wave ${waveOf(first)}: Argo CD has no health check for Applications unless argocd-cm adds one.`,
        related: [{ about: waveAnnotationOf(first) ?? whole(first), message: "the primary's wave" }]
      }
    }
  }
}

type Role = 'primary' | 'secondary'

function roleByApplication(fleet: Fleet): Map<Manifest, Role> {
  const sites = new Set(fleet.primaries.map(({ site }) => site))
  const onPrimary = new Set([...sites].flatMap(({ deliveries }) => deliveries))
  const roles = new Map<Manifest, Role>()
  for (const delivery of bringingDeliveriesOf(fleet)) {
    if (delivery.application)
      roles.set(delivery.application.manifest, onPrimary.has(delivery) ? 'primary' : 'secondary')
  }
  return roles
}

function wavesIn(
  { manifests }: Delivery,
  roles: ReadonlyMap<Manifest, Role>
): Record<'primaries' | 'secondaries', Manifest[]> {
  const children = manifests.filter(isApplication)
  return {
    primaries: children.filter(manifest => roles.get(manifest) === 'primary'),
    secondaries: children.filter(manifest => roles.get(manifest) === 'secondary')
  }
}

/** In argocd-cm itself or in the values of the chart that makes it. */
function hasHealthCheck({ repository }: Fleet): boolean {
  return [...repository.files.values()].some(({ text }) => /argoproj\.io[_/]Application\b/.test(text))
}
