// The clusters of a clusters-file: a YAML list of what Argo CD knows of each.
import { isObject, type Json, type JsonObject } from '../source/json.ts'
import { documentsOf } from '../source/yaml.ts'
import type { ClusterSecret } from './cluster-secret.ts'

/** The clusters, or what is wrong with the text in words that name no value. */
export type ClustersFile = { readonly clusters: readonly ClusterSecret[] } | { readonly wrong: string }

/** Reads `- {name, server, labels, annotations, project}` items; name and server are needed, an unknown key is refused. */
export function clustersFileOf(text: string): ClustersFile {
  const { documents, problems } = documentsOf(text)
  const [problem] = problems
  if (problem) return { wrong: problem.message }
  const value = documents[0]?.value ?? []
  if (!Array.isArray(value) || documents.length > 1) return { wrong: 'it has to be one list of clusters' }
  const clusters: ClusterSecret[] = []
  for (const [index, item] of value.entries()) {
    const cluster = isObject(item) ? clusterOf(item) : 'is no mapping'
    if (typeof cluster === 'string') return { wrong: `its cluster ${index + 1} ${cluster}` }
    clusters.push(cluster)
  }
  return { clusters }
}

const keys: ReadonlySet<string> = new Set(['name', 'server', 'project', 'labels', 'annotations'])

function clusterOf(item: JsonObject): ClusterSecret | string {
  const unknown = Object.keys(item).find(key => !keys.has(key))
  if (unknown !== undefined) return 'has a key other than name, server, project, labels and annotations'
  const { name, server, project = '' } = item
  if (typeof name !== 'string' || name === '') return 'has no name'
  if (typeof server !== 'string' || server === '') return 'has no server'
  const labels = textsOf(item.labels)
  const annotations = textsOf(item.annotations)
  if (typeof project !== 'string' || !labels || !annotations) return 'has a value that is no text'
  return { name, server, project, labels, annotations }
}

function textsOf(value: Json | undefined): Record<string, string> | undefined {
  if (value === undefined || value === null) return {}
  if (!isObject(value)) return undefined
  const entries = Object.entries(value)
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? Object.fromEntries(entries)
    : undefined
}
