// Rule: the files of the fleet can be read.
import { fileIsOfTheFleet } from '../../model/of-the-fleet.ts'
import { changed } from '../example-change.ts'
import { problemsOf } from '../file-problems.ts'
import type { FleetRule } from '../rule.ts'

export const yamlParses: FleetRule = {
  id: 'yaml-parses',
  severity: 'error',
  title: 'The files of the fleet can be read.',
  why: 'Argo CD cannot read the file either: `ComparisonError`, `failed to unmarshal manifest`, with the name of the file and neither its folder nor the line. Nothing of the Application is applied; a file that looks like no manifest is passed over instead, without a word.',
  fix: 'Mend the line. Indent with spaces, not with tabs; quote a text that begins with a special character such as `*`, `&`, `@` or `%`, or that holds `: `.',
  source: 'argoproj/argo-cd: reposerver/repository/repository.go getObjsFromYAMLOrJSON',
  rows: [123],
  bad: [
    changed('secondaries/east/join-config.yaml', ['  cluster-name: east\n', '\tcluster-name: east # <- here\n']),
    changed('secondaries/east/join-config.yaml', ['  cluster-name: east\n', '  cluster-name: *east # <- here\n'])
  ],
  good: [
    // Another team's.
    '# file: monitoring/alerts.yaml\nkind: [\n'
  ],
  *check(fleet) {
    for (const { kind, message, place } of problemsOf(fleet)) {
      if (kind === 'duplicate-key' || kind === 'separator' || !fileIsOfTheFleet(fleet, place.file)) continue
      yield { about: place, message: `The file cannot be read: ${message}.` }
    }
  }
}
