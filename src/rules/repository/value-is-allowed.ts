// Rule: the values of the fleet's objects are ones that their kinds allow.
import { changed } from '../example-change.ts'
import { mismatchCheck, sentenceOf } from '../fleet-mismatches.ts'
import type { FleetRule } from '../rule.ts'

export const valueIsAllowed: FleetRule = {
  id: 'value-is-allowed',
  severity: 'error',
  title: "The values of the fleet's objects are ones that their kinds allow.",
  why: 'The API server refuses the object, `Unsupported value` or `should match`, and with it the sync of the Application.',
  fix: 'Write one of the values that the message names.',
  source: 'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation',
  rows: [123],
  bad: [
    changed('secondaries/east/join-secret.yaml', [
      '        key: fleet-join-token\n',
      '        key: fleet-join-token\n        conversionStrategy: default # <- here\n'
    ])
  ],
  good: [
    changed('secondaries/east/join-secret.yaml', [
      '        key: fleet-join-token\n',
      '        key: fleet-join-token\n        conversionStrategy: Default\n'
    ])
  ],
  check: mismatchCheck(['enum', 'pattern', 'range'], found => ({ message: sentenceOf(found) }))
}
