// From Argo CD's JSON to a LiveApplication: takes what is there, and nothing for granted.
import type { LiveApplication, LiveResource } from '../../model/live.ts'

/** A JSON object, to be read field by field. */
export type Fields = Readonly<Record<string, unknown>>

/** The fields of a JSON object; none for anything else. */
export const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

/** The objects of a JSON list; none for anything else: Argo CD writes null for an empty list. */
export const objectsOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : [])

/** A text; undefined for anything else, and for an empty one, which is how Go writes nothing. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** The Application of a list's item or of a full answer; undefined when it has no name. */
export function liveApplicationOf(json: unknown): LiveApplication | undefined {
  const { metadata, spec, status } = fieldsOf(json)
  const { name, namespace, deletionTimestamp } = fieldsOf(metadata)
  const known = textOf(name)
  if (known === undefined) return undefined
  return {
    name: known,
    namespace: textOf(namespace) ?? '',
    ...specOf(fieldsOf(spec)),
    ...statusOf(fieldsOf(status)),
    ...given({ deletionTimestamp: textOf(deletionTimestamp) })
  }
}

function specOf({ project, destination, source, sources, syncPolicy }: Fields) {
  const { server, name, namespace } = fieldsOf(destination)
  const all = objectsOf(sources)
  return {
    project: textOf(project) ?? 'default',
    destination: given({ server: textOf(server), name: textOf(name), namespace: textOf(namespace) }),
    sources: (all.length > 0 ? all : source ? [fieldsOf(source)] : []).map(sourceOf),
    automated: isAutomated(fieldsOf(syncPolicy)['automated'])
  }
}

/** `automated: {}` is on; `enabled: false` in it is off. */
const isAutomated = (automated: unknown): boolean =>
  typeof automated === 'object' && automated !== null && fieldsOf(automated)['enabled'] !== false

function sourceOf({ repoURL, path, chart, targetRevision }: Fields): LiveApplication['sources'][number] {
  return {
    repoURL: textOf(repoURL) ?? '',
    ...given({ path: textOf(path), chart: textOf(chart), targetRevision: textOf(targetRevision) })
  }
}

function statusOf(status: Fields) {
  const { phase, message, finishedAt } = fieldsOf(status['operationState'])
  const health = fieldsOf(status['health'])
  return {
    sync: textOf(fieldsOf(status['sync'])['status']) ?? 'Unknown',
    health: textOf(health['status']) ?? 'Unknown',
    conditions: objectsOf(status['conditions']).map(({ type, message: text }) => ({
      type: textOf(type) ?? '',
      message: textOf(text) ?? ''
    })),
    resources: objectsOf(status['resources']).map(liveResourceOf),
    ...given({
      healthMessage: textOf(health['message']),
      phase: textOf(phase),
      phaseMessage: textOf(message),
      finishedAt: textOf(finishedAt),
      reconciledAt: textOf(status['reconciledAt'])
    })
  }
}

/** A resource of `status.resources`, or a node of the resource tree, which has no sync status. */
export function liveResourceOf(json: Fields): LiveResource {
  const { status, message } = fieldsOf(json['health'])
  return {
    group: textOf(json['group']) ?? '',
    kind: textOf(json['kind']) ?? '',
    namespace: textOf(json['namespace']) ?? '',
    name: textOf(json['name']) ?? '',
    ...given({ sync: textOf(json['status']), health: textOf(status), message: textOf(message) })
  }
}

/** Without the keys that have no value. */
function given<Name extends string>(texts: Readonly<Record<Name, string | undefined>>): { [Key in Name]?: string } {
  const kept: { [Key in Name]?: string } = {}
  for (const name in texts) {
    const text = texts[name]
    if (text !== undefined) kept[name] = text
  }
  return kept
}
