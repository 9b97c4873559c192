// Fields that rules of their own judge: the rules made from schemas are silent there, so that one mistake is one finding.
import type { Path } from '../source/json.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Mismatch } from '../model/schema/schema.ts'

/** Fields of a kind that one rule judges. In a path, `*` is one step. */
interface Judged {
  readonly kind: string
  /** Only objects of this name. */
  readonly name?: string
  readonly paths: readonly string[]
  readonly problems: readonly Mismatch['problem'][]
  /** The rule that judges them. */
  readonly by: string
}

/** Left out, or written under a key that only looks like theirs: the rule says what is missing. */
const absence = ['missing', 'unknown'] as const

/** A test sees to it that each rule exists. */
export const judgedElsewhere: readonly Judged[] = [
  {
    kind: 'Application',
    paths: ['spec.source.repoURL', 'spec.sources.*.repoURL'],
    problems: ['missing'],
    by: 'source-is-valid'
  },
  { kind: 'Application', paths: ['spec.destination'], problems: ['missing'], by: 'destination-is-one-cluster' },
  {
    kind: 'Bootstrap',
    paths: ['spec', 'spec.clusters', 'spec.clusters.*.primary'],
    problems: absence,
    by: 'bootstrap-names-one-primary'
  },
  { kind: 'Bootstrap', paths: ['spec.clusters.*.name'], problems: absence, by: 'primary-has-a-name' },
  {
    kind: 'Bootstrap',
    paths: ['spec.clusters.*.k10', 'spec.clusters.*.k10.ingress', 'spec.clusters.*.k10.ingress.url'],
    problems: absence,
    by: 'primary-has-an-ingress'
  },
  { kind: 'ConfigMap', name: 'mc-join-config', paths: ['data.*'], problems: ['type'], by: 'config-values-are-strings' },
  { kind: 'Secret', paths: ['type'], problems: absence, by: 'join-token-type-is-exact' },
  {
    kind: 'PushSecret',
    paths: ['spec.secretStoreRefs', 'spec.secretStoreRefs.*.name', 'spec.secretStoreRefs.*.kind'],
    problems: absence,
    by: 'push-store-names-its-kind'
  },
  {
    kind: 'PushSecret',
    paths: ['spec.data', 'spec.data.*.match', 'spec.data.*.match.secretKey'],
    problems: absence,
    by: 'push-secret-sends-the-token'
  },
  { kind: 'PushSecret', paths: ['spec.selector.secret.name'], problems: ['range'], by: 'push-secret-reads-the-token' },
  {
    kind: 'ExternalSecret',
    paths: ['spec.secretStoreRef', 'spec.secretStoreRef.name', 'spec.secretStoreRef.kind'],
    problems: absence,
    by: 'join-store-names-its-kind'
  },
  { kind: 'ExternalSecret', paths: ['spec.data'], problems: absence, by: 'join-secret-has-the-token' },
  { kind: 'ExternalSecret', paths: ['spec.data.*.secretKey'], problems: ['range'], by: 'join-secret-has-the-token' },
  ...(['SecretStore', 'ClusterSecretStore'] as const).flatMap(kind => [
    {
      kind,
      paths: ['spec.conditions.*.namespaces'],
      problems: [...absence, 'type'] as const,
      by: 'store-admits-its-users'
    },
    {
      kind,
      paths: ['spec.provider.azurekv.authType'],
      problems: [...absence, 'enum'] as const,
      by: 'store-credentials-are-complete'
    },
    {
      kind,
      paths: ['spec.provider.azurekv.serviceAccountRef.namespace'],
      problems: absence,
      by: 'store-refs-name-their-namespace'
    }
  ])
]

/** Whether a rule of its own judges what a mismatch is about. */
export function isJudgedElsewhere({ kind, name }: Manifest, { path, problem, suggestion }: Mismatch): boolean {
  const meant = problem === 'unknown' && suggestion !== undefined ? [...path.slice(0, -1), suggestion] : path
  return judgedElsewhere.some(
    judged =>
      judged.kind === kind &&
      (judged.name === undefined || judged.name === name) &&
      judged.problems.includes(problem) &&
      judged.paths.some(pattern => covers(pattern.split('.'), meant))
  )
}

function covers(pattern: readonly string[], path: Path): boolean {
  return pattern.length === path.length && pattern.every((step, index) => step === '*' || step === path[index])
}
