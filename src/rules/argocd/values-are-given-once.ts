// Rule: a Helm source has its inline values in one place.
import type { ApplicationSource } from '../../model/application.ts'
import { below, keyOf } from '../../model/manifest.ts'
import { fleetDeliveriesOf } from '../../model/of-the-fleet.ts'
import { isObject } from '../../source/json.ts'
import type { Complaint, FleetRule } from '../rule.ts'

const k10 = (values: string): string => `
# file: argocd/k10-east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: k10-east
  namespace: argocd
spec:
  project: default
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: kasten-io
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: charts/join
    helm:
${values}
# file: charts/join/Chart.yaml
apiVersion: v2
name: join
version: 1.0.0
`

export const valuesAreGivenOnce: FleetRule = {
  id: 'values-are-given-once',
  severity: 'warning',
  title: 'A Helm source has its inline values in values or in valuesObject, not in both.',
  why: 'Argo CD does not merge the two: `valuesObject` wins, and what `values` says never reaches the chart.',
  fix: 'Move everything to `valuesObject` and remove `values`.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/helm/#helm-value-precedence',
  rows: [112],
  bad: [k10('      values: "name: east" # <- here\n      valuesObject:\n        name: east')],
  good: [k10('      valuesObject:\n        name: east')],
  *check(fleet) {
    for (const { application } of fleetDeliveriesOf(fleet)) yield* application.sources.flatMap(complaintOf)
  }
}

function complaintOf({ target }: ApplicationSource): Complaint[] {
  const values = below(target, 'helm', 'values')
  const object = below(target, 'helm', 'valuesObject')
  if (!values || values.value === '' || !object || !isObject(object.value) || Object.keys(object.value).length === 0)
    return []
  return [
    {
      about: keyOf(values),
      message: 'The source has values and valuesObject, and Argo CD takes valuesObject alone: move all there.',
      related: [{ about: keyOf(object), message: 'this one counts' }]
    }
  ]
}
