// A cluster as Git sees it: everything that is delivered to it, of the kinds the fleet is made of.
import { groupedBy } from '../source/grouped.ts'
import { isBootstrap, isClusterScoped, isJoinConfig, isJoinToken, primaryNamespace } from './kinds.ts'
import type { ChartUse } from './chart-use.ts'
import type { Delivery } from './delivery.ts'
import type { Manifest } from './manifest.ts'

/** An object on its cluster. */
export interface Delivered {
  readonly manifest: Manifest
  /** The namespace it lands in; undefined for cluster-scoped kinds, and where nobody says. */
  readonly namespace: string | undefined
  readonly delivery: Delivery
}

/** One cluster, or a folder of which only its contents tell that it belongs on one. */
export interface Site {
  /** Equal for deliveries to the same cluster. */
  readonly key: string
  /** The folder, when no Application says where it goes. */
  readonly folder: string | undefined
  readonly deliveries: readonly Delivery[]
  /** Objects of the fleet's kinds, in the order delivered. */
  readonly objects: readonly Delivered[]
  /** Whether everything delivered was read: only then does absence mean anything. */
  readonly complete: boolean
  readonly charts: readonly ChartUse[]
}

const kinds = new Set([
  'Bootstrap',
  'Cluster',
  'Distribution',
  'Namespace',
  'Secret',
  'ConfigMap',
  'PushSecret',
  'ExternalSecret',
  'ClusterExternalSecret',
  'SecretStore',
  'ClusterSecretStore',
  'SealedSecret'
])

/** Groups deliveries by the cluster they go to; deliveries without a destination belong to no site. */
export function sitesOf(deliveries: readonly Delivery[]): Site[] {
  const byCluster = groupedBy(deliveries, ({ cluster }) => cluster)
  return [...byCluster].map(([key, onCluster]) => siteOf(key, undefined, onCluster))
}

/** A site of some deliveries. An object that two of them share is there twice. */
export function siteOf(key: string, folder: string | undefined, deliveries: readonly Delivery[]): Site {
  return {
    key,
    folder,
    deliveries,
    objects: deliveries.flatMap(deliveredBy),
    complete: deliveries.every(delivery => delivery.complete || isOnlyCharts(delivery)),
    charts: deliveries.flatMap(delivery => delivery.charts)
  }
}

/** An Application of nothing but a chart from elsewhere, such as k10 or an ingress controller, hides nothing of ours. */
function isOnlyCharts(delivery: Delivery): boolean {
  return delivery.charts.length > 0 && delivery.troubles.length + delivery.notRead.length === 0
}

/** The objects of the fleet's kinds in a delivery. */
export function deliveredBy(delivery: Delivery): Delivered[] {
  const delivered: Delivered[] = []
  for (const manifest of delivery.manifests) {
    if (!kinds.has(manifest.kind)) continue
    const namespace = isClusterScoped(manifest) ? undefined : namespaceIn(manifest, delivery)
    delivered.push({ manifest, namespace, delivery })
  }
  return delivered
}

/** A namespace in the manifest is never overridden; without one the object lands in the destination's. */
export function namespaceIn(manifest: Manifest, delivery: Delivery): string | undefined {
  return manifest.namespace ?? delivery.namespace
}

/** The name by which people know the site: its folder, or the Application that brings its part of the fleet, else the first. */
export function siteLabel({ folder, objects, deliveries, key }: Site): string {
  const delivery = objects.find(({ manifest }) => makesMember(manifest))?.delivery ?? deliveries[0]
  return folder ?? delivery?.application?.name ?? key
}

function makesMember(manifest: Manifest): boolean {
  return isBootstrap(manifest) || isJoinToken(manifest) || isJoinConfig(manifest)
}

/** Whether an object is, or would be, in the primary's namespace. */
export function inPrimaryNamespace(delivered: Delivered): boolean {
  return delivered.namespace === primaryNamespace
}
