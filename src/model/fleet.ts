// The fleet as declared: its Applications, its clusters, its primaries and secondaries. It does not enforce that any of it is right.
import { applicationOf, type Application } from './application.ts'
import { folderSitesOf } from './folder-sites.ts'
import { foldersOf, type Folders } from './folders.ts'
import { resolverOf, type Delivery } from './delivery.ts'
import {
  isApplication,
  isApplicationSet,
  isBootstrap,
  isConfigMap,
  isProject,
  isStore,
  joinConfigName
} from './kinds.ts'
import type { Manifest } from './manifest.ts'
import { ownRepositoryOf, type OwnRepository } from './own-repository.ts'
import { setsOf, type MulticlusterSet } from './multicluster-set.ts'
import { primaryOf, type Primary } from './primary.ts'
import { projectOf, type Project } from './project.ts'
import type { RenderRequest, Renderings } from './rendering.ts'
import type { Repository } from './repository.ts'
import { secondariesOf, type Secondary } from './secondary.ts'
import type { Settings } from './settings.ts'
import { sitesOf, type Site } from './site.ts'
import { storesOf, type Stores } from './store.ts'
import { versionsOf, type Versions } from './versions.ts'

export interface Fleet {
  readonly repository: Repository
  readonly folders: Folders
  readonly settings: Settings
  readonly versions: Versions
  /** Which URL means this repository. */
  readonly own: OwnRepository
  /** All manifests of the repository, in order of their files. */
  readonly manifests: readonly Manifest[]
  readonly applications: readonly Application[]
  readonly applicationSets: readonly Manifest[]
  readonly projects: readonly Project[]
  /** One for each Application, in the same order. */
  readonly deliveries: readonly Delivery[]
  readonly sites: readonly Site[]
  readonly stores: Stores
  readonly primaries: readonly Primary[]
  /** Sorted by label. */
  readonly secondaries: readonly Secondary[]
  readonly sets: readonly MulticlusterSet[]
  /** Deliveries that bring something of the fleet to a cluster, and the Applications that deliver those Applications. */
  readonly concerned: ReadonlySet<Delivery>
  /** What has to be rendered before the fleet is known whole. */
  readonly requests: readonly RenderRequest[]
}

/** Reads a repository into a fleet. */
export function fleetOf(repository: Repository, settings: Settings, renderings: Renderings = new Map()): Fleet {
  const manifests = [...repository.files.values()].flatMap(file => file.manifests)
  const folders = foldersOf(repository)
  const { applications, deliveries, own } = deliveriesOf(repository, manifests, folders, settings, renderings)
  const delivered = new Set(deliveries.flatMap(delivery => delivery.manifests))
  const loose = manifests.filter(manifest => !delivered.has(manifest))
  const sites = [...sitesOf(deliveries), ...folderSitesOf(loose, repository, folders, settings)]
  const stores = storesOf(manifests.filter(isStore))
  const primaries = sites.flatMap(site => primaryOf(site, stores, repository) ?? [])
  const secondaries = sites.flatMap(site => secondariesOf(site, stores)).sort(byLabel)
  return {
    repository,
    folders,
    settings,
    versions: versionsOf(settings, sites),
    own,
    manifests,
    applications,
    applicationSets: manifests.filter(isApplicationSet),
    projects: manifests.filter(isProject).map(projectOf),
    deliveries,
    sites,
    stores,
    primaries,
    secondaries,
    sets: setsOf(primaries, secondaries),
    concerned: concernedOf(deliveries, primaries, secondaries),
    requests: deliveries.flatMap(delivery => delivery.requests)
  }
}

/**
 * All Applications of the repository with what each delivers. An Application that another one delivers lives in the other's
 * destination namespace; those that only a rendering shows are followed too, each once, so that a cycle ends.
 */
function deliveriesOf(
  repository: Repository,
  manifests: readonly Manifest[],
  folders: Folders,
  settings: Settings,
  renderings: Renderings
): { applications: Application[]; deliveries: Delivery[]; own: OwnRepository } {
  const applications = manifests.filter(isApplication).map(manifest => applicationOf(manifest))
  const own = ownRepositoryOf(applications, folders, settings)
  const resolver = resolverOf(repository, folders, { ...settings, repository: own.url }, renderings)
  const seen = new Set(applications.map(({ manifest }) => manifest))
  const deliveries: Delivery[] = []
  for (const application of applications) {
    const delivery = resolver.deliveryOf(application)
    deliveries.push(delivery)
    for (const child of delivery.manifests) {
      if (!isApplication(child) || seen.has(child)) continue
      seen.add(child)
      applications.push(applicationOf(child, delivery.namespace))
    }
  }
  return { applications, deliveries, own }
}

function concernedOf(
  deliveries: readonly Delivery[],
  primaries: readonly Primary[],
  secondaries: readonly Secondary[]
): Set<Delivery> {
  const parts = [
    ...primaries.flatMap(({ bootstraps, joinTokens, pushSecrets }) => [...bootstraps, ...joinTokens, ...pushSecrets]),
    ...secondaries.flatMap(({ config, joins, literals }) => [...(config ? [config] : []), ...joins, ...literals])
  ]
  const concerned = new Set(parts.map(({ delivery }) => delivery))
  const charts = new Set(primaries.flatMap(primary => primary.charts.map(chart => chart.source.target.manifest)))
  for (const delivery of deliveries) if (charts.has(delivery.application!.manifest)) concerned.add(delivery)
  addParents(concerned, deliveries)
  return concerned
}

function addParents(concerned: Set<Delivery>, deliveries: readonly Delivery[]): void {
  const parentOf = new Map<Manifest, Delivery>()
  for (const delivery of deliveries) {
    for (const manifest of delivery.manifests) if (isApplication(manifest)) parentOf.set(manifest, delivery)
  }
  for (const delivery of concerned) {
    const parent = delivery.application && parentOf.get(delivery.application.manifest)
    if (parent) concerned.add(parent)
  }
}

function byLabel(a: Secondary, b: Secondary): number {
  return a.label < b.label ? -1 : a.label > b.label ? 1 : 0
}

/** Whether the repository has anything to do with Kasten multi-cluster. */
export function isEmpty(fleet: Fleet): boolean {
  return fleet.primaries.length + fleet.secondaries.length === 0
}

/** Manifests that mark a cluster's role, wherever they lie. */
export function isMark(manifest: Manifest): boolean {
  return isBootstrap(manifest) || (isConfigMap(manifest) && manifest.name === joinConfigName)
}
