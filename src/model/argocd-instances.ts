// Tells apart the clusters of a repository in which every cluster has an Argo CD of its own, and calls itself in-cluster.
import { foldersAbove } from '../source/checkout.ts'
import { inClusterKey } from './cluster.ts'
import type { Delivery } from './delivery.ts'
import { isBootstrap, isClusterScoped, isJoinConfig, isJoinToken, joinConfigName } from './kinds.ts'
import type { Manifest } from './manifest.ts'
import { objectKeyOf } from './object-key.ts'
import { namespaceIn } from './site.ts'

/**
 * Where all Applications deploy in-cluster and their files lie in several folders, each cluster has an Argo CD of its own, and its folder is
 * the highest one that can be a single cluster's: one Argo CD that manages several clusters names at least one other. Where all folders
 * together can be one cluster's they are, and everything else stays as it is.
 */
export function perInstance(deliveries: readonly Delivery[]): readonly Delivery[] {
  if (deliveries.some(({ cluster }) => cluster !== undefined && cluster !== inClusterKey)) return deliveries
  const shared = sharedFolders(deliveries)
  return shared.has('') ? deliveries.map(delivery => inItsFolder(delivery, shared)) : deliveries
}

function inItsFolder(delivery: Delivery, shared: ReadonlySet<string>): Delivery {
  if (delivery.cluster === undefined) return delivery
  const folders = foldersAbove(fileOf(delivery))
  const own = folders.findLast(folder => !shared.has(folder)) ?? folders[0]!
  return { ...delivery, cluster: `${delivery.cluster} of ${own}` }
}

/** The folders that several clusters share: they hold twice what a cluster has once, or a primary and a secondary. */
function sharedFolders(deliveries: readonly Delivery[]): Set<string> {
  const held = new Map<string, Set<string>>()
  const shared = new Set<string>()
  for (const delivery of deliveries) {
    const things = new Set(thingsOf(delivery))
    for (const folder of foldersAbove(fileOf(delivery))) {
      if (shared.has(folder)) continue
      const here = held.get(folder) ?? new Set()
      held.set(folder, here)
      if ([...things].some(thing => here.has(excludedBy(thing)))) shared.add(folder)
      for (const thing of things) here.add(thing)
    }
  }
  return shared
}

const roles: ReadonlyMap<string, string> = new Map([
  ['primary', 'secondary'],
  ['secondary', 'primary']
])

/** What a cluster that has the thing can't get from another Application: the other role, or the thing itself. */
function excludedBy(thing: string): string {
  return roles.get(thing) ?? thing
}

/** Kasten and ESO are installed once on a cluster; of other charts there may be several releases. */
const operators: ReadonlySet<string> = new Set(['k10', 'external-secrets'])

/** The Application itself, the operator it installs, its objects, and the role they give. */
function thingsOf(delivery: Delivery): string[] {
  const { application, charts, manifests } = delivery
  const name = application ? [`Application ${application.namespace}/${application.name}`] : []
  const installed = charts.filter(({ chart }) => operators.has(chart)).map(({ chart }) => `chart ${chart}`)
  return [
    ...name,
    ...installed,
    ...manifests.flatMap(manifest => [...objectIn(manifest, delivery), ...roleOf(manifest)])
  ]
}

function objectIn(manifest: Manifest, delivery: Delivery): string[] {
  const namespace = isClusterScoped(manifest) ? undefined : namespaceIn(manifest, delivery)
  const key = objectKeyOf(manifest, namespace)
  return key === undefined ? [] : [key]
}

function roleOf(manifest: Manifest): string[] {
  if (isBootstrap(manifest)) return ['primary', 'Bootstrap']
  if (isJoinToken(manifest)) return ['primary']
  return isJoinConfig(manifest) ? ['secondary', joinConfigName] : []
}

function fileOf({ application }: Delivery): string {
  return application?.manifest.origin.file ?? ''
}
