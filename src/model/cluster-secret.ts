// A cluster as Argo CD registers it: a Secret's name, server, project, labels and annotations, and never its credentials.
import { isObject, type Path } from '../source/json.ts'
import { isExternalSecret, isSecret } from './kinds.ts'
import { groupOf, valueAt, type Manifest } from './manifest.ts'

/** A registered cluster. There is no field for what Argo CD signs in with. */
export interface ClusterSecret {
  readonly name: string
  readonly server: string
  readonly project: string
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  /** The object in the repository that says so. */
  readonly manifest?: Manifest
}

/** The label, and its value, of the Secrets that register clusters. argo-cd: common/common.go */
export const secretTypeLabel = 'argocd.argoproj.io/secret-type'
const clusterType = 'cluster'

/** Whether an object registers a cluster with Argo CD: a Secret, or one that makes such a Secret. */
export function isClusterSecret(manifest: Manifest): boolean {
  const path = metadataPathOf(manifest)
  return path !== undefined && valueAt(manifest.object, [...path, 'labels', secretTypeLabel]) === clusterType
}

/** Where the labels and annotations of the Secret are written; undefined for an object that makes none. */
export function metadataPathOf(manifest: Manifest): Path | undefined {
  if (isSecret(manifest)) return ['metadata']
  if (isExternalSecret(manifest)) return ['spec', 'target', 'template', 'metadata']
  const isSealed = manifest.kind === 'SealedSecret' && groupOf(manifest) === 'bitnami.com'
  return isSealed ? ['spec', 'template', 'metadata'] : undefined
}

/** An object's cluster; undefined when its name or server is encrypted, a template, or not there. */
export function clusterSecretOf(manifest: Manifest): ClusterSecret | undefined {
  const metadata = metadataPathOf(manifest) ?? []
  const name = fieldOf(manifest, 'name')
  const server = fieldOf(manifest, 'server')
  if (name === undefined || server === undefined) return undefined
  return {
    name,
    server,
    project: fieldOf(manifest, 'project') ?? '',
    labels: stringsAt(manifest, [...metadata, 'labels']),
    annotations: stringsAt(manifest, [...metadata, 'annotations']),
    manifest
  }
}

/** The only three fields of a cluster's Secret that are ever read. */
export type ClusterField = 'name' | 'server' | 'project'

/** Where a field is written: `stringData` wins over `data`. */
export function fieldPathOf(manifest: Manifest, field: ClusterField): Path | undefined {
  const maps: Path[] = isSecret(manifest)
    ? [['stringData'], ['data']]
    : [
        ['spec', 'target', 'template', 'data'],
        ['spec', 'template', 'data']
      ]
  return maps.map(map => [...map, field]).find(path => typeof valueAt(manifest.object, path) === 'string')
}

/** What only a tool or ESO turns into the text itself. */
const hidden = /\{\{|^ENC\[/

function fieldOf(manifest: Manifest, field: ClusterField): string | undefined {
  const path = fieldPathOf(manifest, field)
  const value = path && valueAt(manifest.object, path)
  if (typeof value !== 'string' || hidden.test(value)) return undefined
  return path?.[0] === 'data' ? Buffer.from(value, 'base64').toString('utf8') : value
}

function stringsAt(manifest: Manifest, path: Path): Record<string, string> {
  const value = valueAt(manifest.object, path)
  const entries = isObject(value) ? Object.entries(value) : []
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}
