// Rule: nothing stands on the line that separates two documents.
import { fileIsOfTheFleet } from '../../model/of-the-fleet.ts'
import { problemsOf } from '../file-problems.ts'
import { exampleFleet } from '../example-fleet.ts'
import type { FleetRule } from '../rule.ts'

export const documentsAreSeparated: FleetRule = {
  id: 'documents-are-separated',
  severity: 'error',
  title: 'The line that separates two documents has nothing else on it.',
  why: 'Kubernetes splits a file at lines that begin with `---` and drops what else is on such a line. An object or a key that begins there is lost, or its first line is.',
  fix: 'Put what follows `---` on a line of its own.',
  source: 'https://pkg.go.dev/k8s.io/apimachinery/pkg/util/yaml#YAMLReader',
  rows: [123],
  bad: [
    `# file: secondaries/east/join-config.yaml
${exampleFleet['secondaries/east/join-config.yaml']}--- {apiVersion: v1, kind: Namespace, metadata: {name: kasten-extras}} # <- here
`
  ],
  good: [
    `# file: secondaries/east/join-config.yaml
--- # the config
${exampleFleet['secondaries/east/join-config.yaml']}`
  ],
  *check(fleet) {
    for (const { kind, message, place } of problemsOf(fleet)) {
      if (kind !== 'separator' || !fileIsOfTheFleet(fleet, place.file)) continue
      yield { about: place, message: `${message[0]!.toUpperCase()}${message.slice(1)}.` }
    }
  }
}
