// Rule: a Bootstrap marks one of its clusters as the primary.
import { isObject } from '../../source/json.ts'
import { at, whole, type Manifest, type Target } from '../../model/manifest.ts'
import type { BootstrapEntry, Primary } from '../../model/primary.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const bootstrapNamesOnePrimary: FleetRule = {
  id: 'bootstrap-names-one-primary',
  severity: 'warning',
  title: 'A Bootstrap marks one of its clusters as the primary.',
  why: `The entry of \`spec.clusters\` with \`primary: true\` is the cluster that Kasten makes the primary. Without one, no \`Cluster\` with the
label \`dist.kio.kasten.io/cluster-type: primary\` appears and the join token stays empty.`,
  fix: `\`\`\`yaml
spec:
  clusters:
    <key of the primary>:
      name: <name of the primary>
      primary: true
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [5],
  bad: [
    `
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
spec:
  clusters: # <- here
    primary:
      name: primary
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/k10
`,
    `
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
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
    spare:
      name: spare
      primary: true # <- here
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.spare.contoso.com/k10
`
  ],
  good: [
    `
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "1"
spec:
  clusters:
    any-key-will-do:
      name: primary
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/k10/
`
  ],
  *check({ primaries }) {
    for (const primary of primaries) {
      for (const { manifest } of primary.bootstraps) yield* complaintsAbout(manifest, entriesIn(manifest, primary))
    }
  }
}

function entriesIn(manifest: Manifest, { entries }: Primary): BootstrapEntry[] {
  return entries.filter(({ bootstrap }) => bootstrap.manifest === manifest)
}

/** What is no mapping, or no boolean, is for the schema to say. */
function complaintsAbout(manifest: Manifest, entries: readonly BootstrapEntry[]): Complaint[] {
  const clusters = at(manifest, 'spec', 'clusters')
  if (clusters && !isObject(clusters.value)) return []
  if (entries.some(({ primary }) => primary && typeof primary.value !== 'boolean')) return []
  const [first, ...others] = entries.flatMap(({ primary }) => (primary?.value === true ? [primary] : []))
  if (!first) {
    const about: Target = clusters ? { ...clusters, part: 'key' } : whole(manifest)
    return [
      { about, message: `No cluster of this Bootstrap has "primary: true": add it to the one that is the primary.` }
    ]
  }
  const key = quoted(String(first.path[2]))
  return others.map(about => ({
    about,
    message: `This Bootstrap has a primary already, ${key}: keep "primary: true" on one of them.`,
    related: [{ about: first, message: 'the first one' }]
  }))
}
