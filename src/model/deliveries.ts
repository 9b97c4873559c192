// Every Application of a repository, written, generated or rendered, with what it delivers.
import { expansionContextOf } from './application-set/context.ts'
import { expansionOf, type Expansion } from './application-set/expansion.ts'
import { applicationOf, argocdNamespace, type Application } from './application.ts'
import { perInstance } from './argocd-instances.ts'
import { clusterSecretOf, isClusterSecret, type ClusterSecret } from './cluster-secret.ts'
import { resolverOf, type Delivery } from './delivery.ts'
import type { Folders } from './folders.ts'
import { isApplication, isApplicationSet } from './kinds.ts'
import type { Manifest } from './manifest.ts'
import { ownRepositoryOf, type OwnRepository } from './own-repository.ts'
import type { Renderings } from './rendering.ts'
import type { Repository } from './repository.ts'
import type { Settings } from './settings.ts'

/** What the Applications of a repository come to. */
export interface Deliveries {
  readonly applications: readonly Application[]
  /** One for each Application, in the same order. */
  readonly deliveries: readonly Delivery[]
  /** One for each ApplicationSet. */
  readonly expansions: readonly Expansion[]
  readonly own: OwnRepository
}

/**
 * All Applications of the repository with what each delivers: those written, those that ApplicationSets generate, and those that only
 * a rendering shows. What another one delivers lives in the other's destination namespace. Each is followed once, so a cycle ends.
 */
export function deliveriesOf(
  repository: Repository,
  manifests: readonly Manifest[],
  folders: Folders,
  settings: Settings,
  renderings: Renderings
): Deliveries {
  const applications = manifests.filter(isApplication).map(manifest => applicationOf(manifest))
  const own = ownRepositoryOf(applications, manifests.filter(isApplicationSet), folders, settings)
  const here = { ...settings, repository: own.url }
  const resolver = resolverOf(repository, folders, here, renderings)
  const context = expansionContextOf({ repository, folders, settings: here, clusters: clustersOf(settings, manifests) })
  const expansions: Expansion[] = []
  const known = expansionsOf(settings)
  const expand = (applicationSet: Manifest, namespace: string): void => {
    const expansion = known.get(applicationSet) ?? expansionOf(applicationSet, namespace, context)
    known.set(applicationSet, expansion)
    expansions.push(expansion)
    for (const manifest of expansion.applications) applications.push(applicationOf(manifest))
  }
  const seen = new Set(manifests)
  for (const manifest of manifests.filter(isApplicationSet)) expand(manifest, manifest.namespace ?? argocdNamespace)
  const deliveries: Delivery[] = []
  for (const application of applications) {
    const delivery = resolver.deliveryOf(application)
    deliveries.push(delivery)
    for (const child of delivery.manifests) {
      if (seen.has(child)) continue
      seen.add(child)
      if (isApplication(child)) applications.push(applicationOf(child, delivery.namespace))
      else if (isApplicationSet(child)) expand(child, child.namespace ?? delivery.namespace ?? argocdNamespace)
    }
  }
  return { applications, deliveries: perInstance(deliveries), expansions, own }
}

const expanded = new WeakMap<Settings, WeakMap<Manifest, Expansion>>()

/** What was expanded before: a fleet is read again after each round of rendering, and its ApplicationSets come to the same. */
function expansionsOf(settings: Settings): WeakMap<Manifest, Expansion> {
  let known = expanded.get(settings)
  if (!known) expanded.set(settings, (known = new WeakMap()))
  return known
}

/** The clusters that are known: those of the settings, else those whose Secrets are in the repository, when all of them can be read. */
function clustersOf({ clusters }: Settings, manifests: readonly Manifest[]): readonly ClusterSecret[] | undefined {
  if (clusters.length > 0) return clusters
  const secrets = manifests.filter(isClusterSecret)
  const known = secrets.flatMap(manifest => clusterSecretOf(manifest) ?? [])
  return known.length > 0 && known.length === secrets.length ? known : undefined
}
