// Rule: sync options are ones that Argo CD reads.
import type { Fleet } from '../../model/fleet.ts'
import { annotationOf, type Located, type Manifest } from '../../model/manifest.ts'
import { bringingDeliveriesOf, fleetDeliveriesOf } from '../../model/of-the-fleet.ts'
import { nearest } from '../../source/nearest.ts'
import { changed } from '../example-change.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const syncOptionsAreKnown: FleetRule = {
  id: 'sync-options-are-known',
  severity: 'warning',
  title: 'Sync options are written as Argo CD reads them.',
  why: 'Argo CD compares sync options letter by letter and passes over what it does not know: with `createNamespace=true` no namespace is made, and with `Prune=False` nothing is protected.',
  fix: 'Write them as `CreateNamespace=true`, `Prune=false`: the key in this case, the value in small letters, no spaces.',
  source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/',
  rows: [117],
  bad: [
    changed('argocd/east.yaml', [
      '  syncPolicy:\n',
      '  syncPolicy:\n    syncOptions:\n      - createNamespace=true # <- here\n'
    ]),
    changed('argocd/east.yaml', [
      '  syncPolicy:\n',
      '  syncPolicy:\n    syncOptions:\n      - CreateNamespace=True # <- here\n'
    ]),
    changed('primary/store.yaml', [
      '    argocd.argoproj.io/sync-wave: "2"\n',
      '    argocd.argoproj.io/sync-options: Prune=flase,Delete=false # <- here\n'
    ])
  ],
  good: [
    changed('argocd/east.yaml', [
      '  syncPolicy:\n',
      '  syncPolicy:\n    syncOptions:\n      - CreateNamespace=true\n      - PrunePropagationPolicy=foreground\n      - SkipSomethingNewer=true\n'
    ])
  ],
  *check(fleet) {
    for (const { application } of fleetDeliveriesOf(fleet)) {
      for (const option of application.syncOptions) yield* complaintOf(option, option.value)
    }
    for (const manifest of objectsOf(fleet)) {
      const options = annotationOf(manifest, 'argocd.argoproj.io/sync-options')
      for (const option of options?.value.split(',') ?? []) yield* complaintOf(options!, option.trim())
    }
  }
}

function objectsOf(fleet: Fleet): Set<Manifest> {
  return new Set([...bringingDeliveriesOf(fleet)].flatMap(({ manifests }) => manifests))
}

const switches = ['true', 'false']
const protections = ['false', 'confirm', 'true']

/** The options with their values. argo-cd: gitops-engine/pkg/sync/common/types.go, controller/sync.go */
const known: ReadonlyMap<string, readonly string[]> = new Map([
  ...[
    'ApplyOutOfSyncOnly',
    'ClientSideApplyMigration',
    'CreateNamespace',
    'FailOnSharedResource',
    'Force',
    'PruneLast',
    'Replace',
    'RespectIgnoreDifferences',
    'ServerSideApply',
    'SkipDryRunOnMissingResource',
    'Validate'
  ].map(key => [key, switches] as const),
  ['Delete', protections],
  ['Prune', protections],
  ['PrunePropagationPolicy', ['foreground', 'background', 'orphan']]
])

/** An option that is near to none may be a newer Argo CD's. */
function complaintOf(about: Located<string>, option: string): Complaint[] {
  const [key = '', value = ''] = option.split('=', 2).map(part => part.trim())
  const rightKey = known.has(key) ? key : nearest(key, known.keys())
  if (rightKey === undefined) return []
  const values = known.get(rightKey)!
  const rightValue = values.includes(value)
    ? value
    : (nearest(value, values) ?? (value === '' ? values[0]! : undefined))
  const right = rightValue === undefined ? undefined : `${rightKey}=${rightValue}`
  if (right === option || (rightValue === undefined && rightKey === key && /[{$<]/.test(value))) return []
  const advice = right === undefined ? `it takes ${values.join(', ')}.` : `did you mean ${quoted(right)}?`
  return [{ about, message: `Argo CD does not read the sync option ${quoted(option)}: ${advice}` }]
}
