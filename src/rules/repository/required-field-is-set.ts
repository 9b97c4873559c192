// Rule: the objects of the fleet have the fields that their kinds require.
import { changed } from '../example-change.ts'
import { mismatchCheck, sentenceOf } from '../fleet-mismatches.ts'
import type { FleetRule } from '../rule.ts'

export const requiredFieldIsSet: FleetRule = {
  id: 'required-field-is-set',
  severity: 'error',
  title: 'The objects of the fleet have the fields that their kinds require.',
  why: 'The API server refuses the object, `spec.data[0].remoteRef.key: Required value`, and with it the sync of the Application.',
  fix: 'Write the field; an empty one counts as absent.',
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  rows: [107],
  bad: [
    changed('argocd/east.yaml', ['spec:\n', 'spec: # <- here\n'], ['  project: default\n', '']),
    changed('secondaries/east/join-secret.yaml', [
      '      remoteRef:\n        key: fleet-join-token\n',
      '      remoteRef: # <- here\n        conversionStrategy: Default\n'
    ])
  ],
  good: [
    // A patch of a kustomization has what it changes, and no more.
    `# file: overlay/kustomization.yaml
resources: [../argocd]
patches:
  - path: patch.yaml
# file: overlay/patch.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-north
  namespace: argocd
spec:
  destination:
    namespace: kasten-io
`
  ],
  check: mismatchCheck(['missing'], found => ({ message: sentenceOf(found) }))
}
