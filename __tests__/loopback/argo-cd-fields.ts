// Argo CD's `fields` query: a fixed list of what a list of Applications can be narrowed to; other fields are dropped silently.
// Source: argoproj/argo-cd pkg/apiclient/application/forwarder_overwrite.go.

const selectable = [
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'metadata.labels',
  'metadata.creationTimestamp',
  'metadata.deletionTimestamp',
  'spec',
  'spec.destination',
  'spec.project',
  'spec.source',
  'spec.sources',
  'spec.sourceHydrator',
  'spec.syncPolicy',
  'status.sourceHydrator',
  'status.summary',
  'status.sync.status',
  'status.sync.revision',
  'status.health',
  'status.operationState.startedAt',
  'status.operationState.finishedAt',
  'status.operationState.phase',
  'status.operationState.operation.sync',
  'status.resources',
  'operation.sync'
]

/** These are left out when there is nothing; of the others a nothing is sent as null. */
const omitted = /^(?:status\.operationState\.|status\.resources$|operation\.)/

/** `application` narrowed to `fields`: names after `items.`, joined by commas; a leading `-` means all but these. */
export function selected(application: object, fields: string): object {
  const exclude = fields.startsWith('-')
  const named = new Set(fields.replace(/^-/, '').split(','))
  const chosen = selectable.filter(field => named.has(`items.${field}`) !== exclude)
  const result = {}
  for (const field of chosen) {
    if (chosen.some(ancestor => field.startsWith(`${ancestor}.`))) continue
    const value = valueAt(application, sourceOf(field))
    if (value !== undefined || !omitted.test(field)) put(result, field.split('.'), value ?? null)
  }
  return result
}

/** The one field that is not read where it is written: Argo CD answers with the sync result. */
const sourceOf = (field: string): string => field.replace('operationState.operation.sync', 'operationState.syncResult')

function valueAt(from: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), from)
}

function put(into: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    into[key] = value
    return
  }
  const next = into[key]
  const inner = isRecord(next) ? next : {}
  into[key] = inner
  put(inner, rest, value)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
