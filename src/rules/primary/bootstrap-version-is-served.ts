// Rule: a Bootstrap is of the version that Kasten serves.
import { isDistribution, isBootstrap } from '../../model/kinds.ts'
import { whole, type Manifest } from '../../model/manifest.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

const served = 'dist.kio.kasten.io/v1alpha1'

export const bootstrapVersionIsServed: FleetRule = {
  id: 'bootstrap-version-is-served',
  severity: 'error',
  title: 'A Bootstrap is of the version that Kasten serves.',
  why: `Kasten serves \`Bootstrap\` as \`${served}\` and nothing else. Argo CD refuses the whole sync with
\`no matches for kind "Bootstrap"\`, so neither the primary nor its join token comes to be.`,
  fix: `\`\`\`yaml
apiVersion: ${served}
kind: Bootstrap
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [2],
  bad: [
    `
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1 # <- here
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
`,
    `
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: BootStrap # <- here
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
`
  ],
  good: [
    `
# file: other/bootstrap.yaml
apiVersion: infra.contoso.com/v1
kind: Bootstrap
metadata:
  name: nodes
`
  ],
  *check({ manifests, primaries }) {
    for (const { manifest } of primaries.flatMap(({ bootstraps }) => bootstraps)) {
      if (manifest.apiVersion === served) continue
      yield {
        about: { manifest, path: ['apiVersion'] },
        message: `Kasten serves Bootstrap as ${quoted(served)}, not as ${quoted(manifest.apiVersion)}: write the former.`
      }
    }
    for (const manifest of manifests) {
      if (!isMisspelt(manifest)) continue
      yield { about: whole(manifest), message: `Kasten has no kind ${quoted(manifest.kind)}: write "Bootstrap".` }
    }
  }
}

function isMisspelt(manifest: Manifest): boolean {
  return isDistribution(manifest) && !isBootstrap(manifest) && /^bootstraps?$/i.test(manifest.kind)
}
