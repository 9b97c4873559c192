// Rule: a secondary that joined keeps its name.
import { quoted } from '../quoted.ts'
import type { ChangeRule } from '../rule.ts'

export const secondaryKeepsItsName: ChangeRule = {
  id: 'secondary-keeps-its-name',
  severity: 'warning',
  title: 'A secondary that joined keeps its name.',
  why: `What a changed \`cluster-name\` does to a cluster that joined is not documented: it may be ignored, or make a second Cluster object on the primary.`,
  fix: `Keep the name. To rename a cluster, disconnect it first, and let it join again with a rotated token.`,
  source: 'https://docs.kasten.io/latest/multicluster/how-tos/disconnect.html',
  rows: [74],
  bad: [
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: orient # <- here
  cluster-ingress: https://kasten.east.contoso.com/k10
  primary-ingress: https://kasten.primary.contoso.com/k10
`
  ],
  good: [
    `
# file: readme.txt
nothing of the fleet changed
`,
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/dashboard
`
  ],
  *check({ before, after }) {
    const bySite = new Map(before.secondaries.map(secondary => [secondary.site.key, secondary]))
    for (const { name, site } of after.secondaries) {
      const old = bySite.get(site.key)?.name
      if (!old || !name || old.value === name.value) continue
      yield {
        about: name,
        message: `This cluster was called ${quoted(old.value)}, and is now ${quoted(name.value)}: a cluster that joined may ignore the new name, or appear twice on the primary.`
      }
    }
  }
}
