// Rule: the values of the fleet's objects have the types that their kinds ask for.
import { changed } from '../example-change.ts'
import { mismatchCheck, sentenceOf } from '../fleet-mismatches.ts'
import type { FleetRule } from '../rule.ts'

export const fieldHasTheRightType: FleetRule = {
  id: 'field-has-the-right-type',
  severity: 'error',
  title: "The values of the fleet's objects have the types that their kinds ask for.",
  why: 'The API server refuses the object, `cannot unmarshal number into Go struct field ObjectMeta.metadata.annotations of type string` or `must be of type boolean`, and with it the sync of the whole Application. In YAML `1`, `true`, `yes` and `1e3` are no strings unless they are quoted.',
  fix: `Quote what must be a string, and only that

\`\`\`yaml
metadata:
  annotations:
    argocd.argoproj.io/sync-wave: "1"
\`\`\``,
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  rows: [123],
  bad: [
    changed('primary/store.yaml', ['sync-wave: "2"', 'sync-wave: 2 # <- here']),
    changed('argocd/east.yaml', ['selfHeal: true', 'selfHeal: "true" # <- here']),
    changed('argocd/east.yaml', ['  syncPolicy:\n', '  syncPolicy:\n    syncOptions: CreateNamespace=true # <- here\n'])
  ],
  good: [
    // An empty field counts as absent.
    changed('argocd/east.yaml', ['  syncPolicy:\n', '  syncPolicy:\n    syncOptions:\n'])
  ],
  check: mismatchCheck(['type'], found => ({ message: sentenceOf(found) }))
}
