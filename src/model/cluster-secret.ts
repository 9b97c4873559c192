// A cluster as Argo CD registers it: a Secret's name, server, project, labels and annotations, and never its credentials.
import { isObject, type Json, type Path } from '../source/json.ts'
import { isSecret } from './kinds.ts'
import { valueAt, type Manifest } from './manifest.ts'

/** A registered cluster. There is no field for what Argo CD signs in with. */
export interface ClusterSecret {
  readonly name: string
  readonly server: string
  readonly project: string
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  /** The Secret in the repository that says so. */
  readonly manifest?: Manifest
}

/** The label, and its value, of the Secrets that register clusters. argo-cd: common/common.go */
export const secretTypeLabel = 'argocd.argoproj.io/secret-type'
const clusterType = 'cluster'

/** Whether an object registers a cluster with Argo CD. */
export function isClusterSecret(manifest: Manifest): boolean {
  return isSecret(manifest) && valueAt(manifest.object, ['metadata', 'labels', secretTypeLabel]) === clusterType
}

/** A Secret's cluster; undefined when its name or server cannot be read. */
export function clusterSecretOf(manifest: Manifest): ClusterSecret | undefined {
  const name = fieldOf(manifest, 'name')
  const server = fieldOf(manifest, 'server')
  if (name === undefined || server === undefined) return undefined
  return {
    name,
    server,
    project: fieldOf(manifest, 'project') ?? '',
    labels: stringsAt(manifest, ['metadata', 'labels']),
    annotations: stringsAt(manifest, ['metadata', 'annotations']),
    manifest
  }
}

/** The only three fields of a cluster's Secret that are ever read. */
export type ClusterField = 'name' | 'server' | 'project'

/** Where a field is written: `stringData` wins over `data`. */
export function fieldPathOf(manifest: Manifest, field: ClusterField): Path | undefined {
  return [
    ['stringData', field],
    ['data', field]
  ].find(path => typeof valueAt(manifest.object, path) === 'string')
}

function fieldOf(manifest: Manifest, field: ClusterField): string | undefined {
  const path = fieldPathOf(manifest, field)
  const value = path && valueAt(manifest.object, path)
  if (typeof value !== 'string') return undefined
  return path?.[0] === 'data' ? Buffer.from(value, 'base64').toString('utf8') : value
}

function stringsAt(manifest: Manifest, path: Path): Record<string, string> {
  const value: Json = valueAt(manifest.object, path) ?? null
  const entries = isObject(value) ? Object.entries(value) : []
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
