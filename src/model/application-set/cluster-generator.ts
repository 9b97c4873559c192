// The cluster generator: one set of parameters for each cluster that Argo CD knows.
import { setKey, type JsonObject, type Path } from '../../source/json.ts'
import { normalized } from '../../source/template/argo-functions.ts'
import { inClusterName, inClusterServer } from '../cluster.ts'
import {
  fieldPathOf,
  metadataPathOf,
  secretTypeLabel,
  type ClusterField,
  type ClusterSecret
} from '../cluster-secret.ts'
import { spend, within, type Expanding } from './context.ts'
import type { Generator } from './generator.ts'
import { mapOr, ParamSet, type Trace } from './params.ts'
import { failing, unknowable } from './refusal.ts'
import { asksForSomething, selectorOf } from './selector.ts'
import { withValues } from './values.ts'

/**
 * Clusters by name, since Argo CD's own order is random. The cluster that Argo CD runs on has no Secret of its own: it comes last,
 * unless a selector asks for labels or a Secret registers it. argo-cd: applicationset/generators/cluster.go
 */
export function clusterSetsOf(generator: Generator, expanding: Expanding): ParamSet[] {
  const options = mapOr(generator.value.clusters)
  const path = [...generator.path, 'clusters']
  const { clusters } = expanding.context
  if (!clusters) {
    const reason = 'its clusters generator: only Argo CD knows the clusters; give them with clusters-file'
    throw unknowable(within(expanding, path), reason)
  }
  const isSelected = selectorOf(options.selector ?? {})
  if ('refused' in isSelected) throw failing(within(expanding, [...path, 'selector']), isSelected.refused)
  const selected = byName(clusters).filter(({ labels }) => isSelected({ ...labels, [secretTypeLabel]: 'cluster' }))
  const sets = selected.map(cluster => clusterSet(cluster, expanding))
  const isLocalThere = selected.some(({ server }) => server === inClusterServer)
  if (!asksForSomething(options.selector) && !isLocalThere) sets.push(localSet())
  spend(expanding, sets.length, path)
  const withOwn = sets.map(set => withValues(set, generator, 'clusters', expanding))
  return options.flatList === true ? [flatList(withOwn)] : withOwn
}

/** Of clusters with one name the last counts. */
function byName(clusters: readonly ClusterSecret[]): ClusterSecret[] {
  const unique = new Map(clusters.map(cluster => [cluster.name, cluster]))
  return [...unique.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

function clusterSet(cluster: ClusterSecret, { language }: Expanding): ParamSet {
  const { name, server, project, annotations } = cluster
  const labels = { ...cluster.labels, [secretTypeLabel]: 'cluster' }
  const params: JsonObject = { name, nameNormalized: normalized(name), server, project }
  if (language.go) {
    const some = Object.keys(annotations).length > 0
    params.metadata = { ...(some && { annotations: { ...annotations } }), labels }
    const stringMaps = [
      ['metadata', 'annotations'],
      ['metadata', 'labels']
    ]
    return new ParamSet(params, path => secretTrace(cluster, path), { stringMaps, stringLists: [] })
  }
  for (const [key, value] of Object.entries(annotations)) setKey(params, `metadata.annotations.${key}`, value)
  for (const [key, value] of Object.entries(labels)) setKey(params, `metadata.labels.${key}`, value)
  return new ParamSet(params, ([flat]) => secretTrace(cluster, stepsOf(String(flat))))
}

function stepsOf(flat: string): Path {
  const [, map, key] = /^metadata\.(annotations|labels)\.(.*)$/s.exec(flat) ?? []
  return map === undefined || key === undefined ? [flat] : ['metadata', map, key]
}

const fields: Readonly<Record<string, ClusterField>> = {
  name: 'name',
  nameNormalized: 'name',
  server: 'server',
  project: 'project'
}

/** Where a cluster's parameter is written, when the repository holds its Secret. */
function secretTrace({ manifest }: ClusterSecret, path: Path): Trace | undefined {
  if (!manifest) return undefined
  const [first, ...rest] = path
  const metadata = metadataPathOf(manifest)
  if (first === 'metadata') return metadata && { origin: manifest.origin, path: [...metadata, ...rest] }
  const field = fields[String(first)]
  const written = field && fieldPathOf(manifest, field)
  return written && { origin: manifest.origin, path: written }
}

function localSet(): ParamSet {
  const params = { name: inClusterName, nameNormalized: inClusterName, server: inClusterServer, project: '' }
  return new ParamSet(params, () => undefined)
}

/** All clusters as one parameter, `clusters`, of one Application. */
function flatList(sets: readonly ParamSet[]): ParamSet {
  return new ParamSet(
    { clusters: sets.map(({ params }) => params) },
    ([, index, ...path]) => (typeof index === 'number' ? sets[index]?.traceOf(path) : undefined),
    {
      stringMaps: sets.flatMap(({ types }, index) => types.stringMaps.map(path => ['clusters', index, ...path])),
      stringLists: []
    }
  )
}
