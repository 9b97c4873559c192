// Rule: a secondary says what it is called.
import { misspeltKeyOf } from '../../model/join-config.ts'
import { at, objectAt, whole, type Manifest, type Target } from '../../model/manifest.ts'
import { configsOf } from '../once.ts'
import type { FleetRule } from '../rule.ts'

export const secondaryHasAName: FleetRule = {
  id: 'secondary-has-a-name',
  severity: 'warning',
  title: 'A secondary says what it is called.',
  why: 'Without `cluster-name` the primary makes up a name: the new entry in its list of clusters cannot be traced to this repository, and joining again may make a second one.',
  fix: `\`\`\`yaml
data:
  cluster-name: <name of this cluster>
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [71],
  bad: [
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data: # <- here
  cluster-ingress: https://kasten.east.contoso.com/k10
`,
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap # <- here
metadata:
  name: mc-join-config
  namespace: kasten-io
# file: secondaries/west/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: west
`
  ],
  good: [
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
`
  ],
  *check(fleet) {
    for (const { object, clusters } of configsOf(fleet)) {
      const { manifest } = object
      // A misspelt key, or a value that is no string, has a rule of its own.
      if (at(manifest, 'data', key) || misspeltKeyOf(manifest, key)) continue
      yield { about: dataOf(manifest), message, clusters }
    }
  }
}

const key = 'cluster-name'
const message = `This secondary has no ${key}, so the primary makes one up: name it.`

function dataOf(config: Manifest): Target {
  return objectAt(config, 'data') ? { manifest: config, path: ['data', key] } : whole(config)
}
