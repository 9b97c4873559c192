// Rule: the values of mc-join-config are strings.
import { isObject, type Json } from '../../source/json.ts'
import { valueAt, type Manifest } from '../../model/manifest.ts'
import { configsOf } from '../once.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const configValuesAreStrings: FleetRule = {
  id: 'config-values-are-strings',
  severity: 'error',
  title: 'The values of mc-join-config are strings.',
  why: `A ConfigMap holds strings. A bare \`true\` or a number is refused: the sync fails with \`cannot unmarshal bool into Go struct field ConfigMap.data of type string\`, and nothing of the Application is applied. Kasten's own page shows \`allow-insecure-primary-ingress: true\` without quotes.`,
  fix: `Quote the value:

\`\`\`yaml
data:
  <key>: "<value>"
\`\`\``,
  source: 'https://kubernetes.io/docs/concepts/configuration/configmap/',
  rows: [69],
  bad: [
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: 1234 # <- here
  cluster-ingress: https://kasten.east.contoso.com/k10
  primary-ingress: http://kasten.primary.contoso.com/k10
  allow-insecure-primary-ingress: true # <- here
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
  cluster-name: "1234"
  cluster-ingress: https://kasten.east.contoso.com/k10
`
  ],
  *check(fleet) {
    for (const { object, clusters } of configsOf(fleet)) {
      for (const complaint of complaintsOf(object.manifest)) yield { ...complaint, clusters }
    }
  }
}

function complaintsOf(config: Manifest): Complaint[] {
  const data = valueAt(config.object, ['data'])
  if (!isObject(data)) return []
  return Object.entries(data)
    .filter(([, value]) => typeof value !== 'string' && value !== null)
    .map(([key, value]) => ({ about: { manifest: config, path: ['data', key] }, message: messageOf(key, value) }))
}

function messageOf(key: string, value: Json): string {
  if (typeof value === 'object')
    return `${quoted(key)} is not a string, so Kubernetes refuses the ConfigMap: write text.`
  return `${quoted(key)} is the ${typeof value} ${value}, so Kubernetes refuses the ConfigMap: write it in quotes, "${value}".`
}
