// Rule: the fields of the fleet's objects are ones that Kubernetes knows.
import { changed } from '../example-change.ts'
import { hasBeside, mismatchCheck, sentenceOf, type FleetMismatch } from '../fleet-mismatches.ts'
import type { FleetRule, Complaint } from '../rule.ts'

export const fieldIsKnown: FleetRule = {
  id: 'field-is-known',
  severity: 'warning',
  title: "The fields of the fleet's objects are ones that their kinds have.",
  why: 'The API server drops a field that the CRD does not have, and applies the rest: `targetRevison` follows the default branch, `selfheal` heals nothing, and the sync is green. Where the field was needed, the object is refused or does nothing.',
  fix: 'Write the field as the message suggests, in the same case. If it is newer than what is assumed, say so: `eso-version`, `argocd-version`.',
  source:
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-pruning',
  rows: [123],
  bad: [
    changed('argocd/east.yaml', ['    targetRevision: main\n', '    targetRevison: main # <- here\n']),
    changed('argocd/east.yaml', ['    repoURL: ', '    repoUrl: ']).replace(/(repoUrl: .*)/, '$1 # <- here'),
    changed('secondaries/east/join-secret.yaml', ['deletionPolicy: Retain', 'retainSecret: true # <- here']),
    changed('primary/bootstrap.yaml', ['      name: primary\n', '      name: primary\n      region: west # <- here\n'])
  ],
  good: [
    // A release after the one that the schemas are made from may have more.
    `# settings: {"esoVersion":"2.11.0"}
${changed('secondaries/east/join-secret.yaml', ['deletionPolicy: Retain', 'deletionPolicy: Retain\n    somethingNewer: true'])}`,
    changed('primary/store.yaml', [
      '  name: join-tokens\n',
      '  name: join-tokens\n  labels:\n    any.thing/goes: "yes"\n'
    ])
  ],
  check: mismatchCheck(['unknown'], found => ({ message: messageOf(found), ...graver(found) }))
}

function messageOf(found: FleetMismatch): string {
  const isGuess = !found.mismatch.certain
  return `${sentenceOf(found)} ${isGuess ? "Kasten's documentation has no such field." : 'Kubernetes drops it without a word.'}`
}

/** Without these nothing is deployed, pushed or pulled. */
const indispensable = new Set(
  [
    ['destination', 'source', 'sources', 'repoURL', 'path', 'server'],
    ['secretStoreRef', 'secretStoreRefs', 'selector', 'data', 'match', 'secretKey', 'remoteRef', 'remoteKey', 'key'],
    ['provider', 'azurekv', 'vaultUrl', 'spec', 'metadata']
  ].flat()
)

function graver({ manifest, mismatch: { path, suggestion, certain } }: FleetMismatch): Pick<Complaint, 'severity'> {
  const isMissed =
    suggestion !== undefined && indispensable.has(suggestion) && !hasBeside({ manifest, path }, suggestion)
  return certain && isMissed ? { severity: 'error' } : {}
}
