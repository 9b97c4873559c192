// Rule: no key of a fleet's file is written twice.
import { fileIsOfTheFleet } from '../../model/of-the-fleet.ts'
import { changed } from '../example-change.ts'
import { problemsOf } from '../file-problems.ts'
import type { FleetRule } from '../rule.ts'

export const keysAreUnique: FleetRule = {
  id: 'keys-are-unique',
  severity: 'warning',
  title: 'No key is written twice in one map.',
  why: 'Argo CD takes the last one and drops what the others say; other tools, Kustomize among them, refuse the file. Whoever reads the file sees the first.',
  fix: 'Remove one of the two.',
  source: 'https://yaml.org/spec/1.2.2/#3213-node-comparison',
  rows: [123],
  bad: [
    changed('secondaries/east/join-config.yaml', [
      '  cluster-name: east\n',
      '  cluster-name: old-east\n  cluster-name: east # <- here\n'
    ])
  ],
  good: [
    // Another team's.
    '# file: monitoring/alerts.yaml\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: alerts\n  name: alarms\n'
  ],
  *check(fleet) {
    for (const { kind, message, place } of problemsOf(fleet)) {
      if (kind !== 'duplicate-key' || !fileIsOfTheFleet(fleet, place.file)) continue
      yield { about: place, message: `${message[0]!.toUpperCase()}${message.slice(1)}.` }
    }
  }
}
