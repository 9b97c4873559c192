// Tells apart the clusters of a repository in which every cluster has an Argo CD of its own, and calls itself in-cluster.
import { folderOf } from '../source/checkout.ts'
import { inClusterKey } from './cluster.ts'
import type { Delivery } from './delivery.ts'

/**
 * Where all Applications deploy in-cluster and their files lie in several folders, each folder belongs to an Argo CD of its own: one Argo CD
 * that manages several clusters names at least one other. Everything else stays as it is.
 */
export function perInstance(deliveries: readonly Delivery[]): readonly Delivery[] {
  if (deliveries.some(({ cluster }) => cluster !== undefined && cluster !== inClusterKey)) return deliveries
  const folders = new Set(deliveries.map(folderOfFile))
  return folders.size < 2 ? deliveries : deliveries.map(delivery => inItsFolder(delivery))
}

function inItsFolder(delivery: Delivery): Delivery {
  return delivery.cluster === undefined
    ? delivery
    : { ...delivery, cluster: `${delivery.cluster} of ${folderOfFile(delivery)}` }
}

function folderOfFile({ application }: Delivery): string {
  return application ? folderOf(application.manifest.origin.file) : ''
}
