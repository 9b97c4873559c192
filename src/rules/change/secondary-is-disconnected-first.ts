// Rule: a secondary is disconnected before it leaves Git.
import { whole, type Manifest } from '../../model/manifest.ts'
import type { Primary } from '../../model/primary.ts'
import { quoted } from '../quoted.ts'
import type { ChangeRule } from '../rule.ts'

export const secondaryIsDisconnectedFirst: ChangeRule = {
  id: 'secondary-is-disconnected-first',
  severity: 'warning',
  title: 'A secondary is disconnected before it leaves Git.',
  why: `Removing the Application or its manifests takes \`mc-join\` and \`mc-join-config\` away (with prune or a finalizer), but does not disconnect the cluster: the primary keeps its Cluster object, and the cluster keeps the policies and profiles that were distributed to it.`,
  fix: `First delete the Cluster object on the primary: \`kubectl -n kasten-io-mc delete clusters.dist.kio.kasten.io NAME\`, with the name of the one that leaves. Then merge the change. \`mode: offboard\` writes a pull request that says all of it.`,
  source: 'https://docs.kasten.io/latest/multicluster/how-tos/disconnect.html',
  rows: [116],
  bad: [
    `
# removed: secondaries/east/join-config.yaml
# removed: secondaries/east/join-secret.yaml
# removed: secondaries/east/store.yaml
# removed: argocd/east.yaml
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap # <- here
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "1"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
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
# file: readme.txt
nothing of the fleet changed
`
  ],
  *check({ before, after }) {
    const sites = new Set(after.secondaries.map(({ site }) => site.key))
    const names = new Set(after.secondaries.flatMap(({ name }) => name?.value ?? []))
    const about = after.primaries.flatMap(marksOf)[0]
    for (const { site, name, label } of about ? before.secondaries : []) {
      if (sites.has(site.key) || (name && names.has(name.value))) continue
      yield {
        about: whole(about!),
        message: `The secondary ${quoted(label)} leaves Git, which does not disconnect it: delete its Cluster object on the primary first.`,
        clusters: [label]
      }
    }
  }
}

/** What stays to point at: the primary, since what left has no line any more. */
function marksOf({ bootstraps, charts, joinTokens }: Primary): Manifest[] {
  return [
    ...bootstraps.map(({ manifest }) => manifest),
    ...charts.map(({ source }) => source.target.manifest),
    ...joinTokens.map(({ manifest }) => manifest)
  ]
}
