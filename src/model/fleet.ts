// The fleet as declared: its Applications, its clusters, its primaries and secondaries. It does not enforce that any of it is right.
import type { Expansion } from './application-set/expansion.ts'
import type { Application } from './application.ts'
import { folderSitesOf } from './folder-sites.ts'
import { foldersOf, type Folders } from './folders.ts'
import { deliveriesOf } from './deliveries.ts'
import type { Delivery } from './delivery.ts'
import { baseFilesOf } from './kustomize/bases.ts'
import { isApplication, isApplicationSet, isProject, isStore } from './kinds.ts'
import type { Manifest } from './manifest.ts'
import type { OwnRepository } from './own-repository.ts'
import { setsOf, type MulticlusterSet } from './multicluster-set.ts'
import { primaryOf, type Primary } from './primary.ts'
import { projectOf, type Project } from './project.ts'
import type { RenderRequest, Renderings } from './rendering.ts'
import type { Repository } from './repository.ts'
import { secondariesOf, type Secondary } from './secondary.ts'
import type { Settings } from './settings.ts'
import { shownManifests } from './shown-manifests.ts'
import { sitesOf, type Site } from './site.ts'
import { storesOf, type Stores } from './store.ts'
import { versionsOf, type Versions } from './versions.ts'

/** The fleet as the repository declares it, right or wrong. */
export interface Fleet {
  readonly repository: Repository
  readonly folders: Folders
  readonly settings: Settings
  readonly versions: Versions
  /** Which URL means this repository. */
  readonly own: OwnRepository
  /** All manifests of the repository, in order of their files. */
  readonly manifests: readonly Manifest[]
  /** Those of them that only show how it is done, and are no part of the fleet. */
  readonly shown: ReadonlySet<Manifest>
  readonly applications: readonly Application[]
  readonly applicationSets: readonly Manifest[]
  /** One for each ApplicationSet; the Applications they generate are among `applications`. */
  readonly expansions: readonly Expansion[]
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
  const { applications, deliveries, own, expansions } = deliveriesOf(
    repository,
    manifests,
    folders,
    settings,
    renderings
  )
  const delivered = new Set(deliveries.flatMap(delivery => delivery.manifests))
  const built = new Set(deliveries.flatMap(delivery => delivery.built ?? []))
  const undelivered = manifests.filter(manifest => !delivered.has(manifest) && !built.has(manifest))
  const shown = shownManifests(undelivered, delivered, settings)
  const known = undelivered.filter(manifest => !shown.has(manifest))
  const bases = baseFilesOf(repository, folders)
  const loose = known.filter(({ origin }) => !bases.has(origin.file))
  const sites = [...sitesOf(deliveries), ...folderSitesOf(loose, repository, folders, settings)]
  const stores = storesOf([...delivered, ...known].filter(isStore))
  const primaries = sites.flatMap(site => primaryOf(site, stores, repository) ?? [])
  const secondaries = sites.flatMap(site => secondariesOf(site, stores)).sort(byLabel)
  return {
    repository,
    folders,
    settings,
    versions: versionsOf(settings, sites),
    own,
    manifests,
    shown,
    applications,
    applicationSets: expansions.map(({ applicationSet }) => applicationSet),
    expansions,
    projects: manifests.filter(isProject).map(projectOf),
    deliveries,
    sites,
    stores,
    primaries,
    secondaries,
    sets: setsOf(primaries, secondaries),
    concerned: concernedOf(deliveries, expansions, primaries, secondaries),
    requests: deliveries.flatMap(delivery => delivery.requests)
  }
}

function concernedOf(
  deliveries: readonly Delivery[],
  expansions: readonly Expansion[],
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
  addParents(concerned, deliveries, expansions)
  return concerned
}

/** The Applications that deliver those of the fleet, or the ApplicationSets that generate them. */
function addParents(concerned: Set<Delivery>, deliveries: readonly Delivery[], expansions: readonly Expansion[]): void {
  const parentOf = new Map<Manifest, Delivery>()
  for (const delivery of deliveries) {
    for (const manifest of delivery.manifests) {
      if (isApplication(manifest) || isApplicationSet(manifest)) parentOf.set(manifest, delivery)
    }
  }
  for (const { applicationSet, applications } of expansions) {
    const parent = parentOf.get(applicationSet)
    for (const manifest of applications) if (parent) parentOf.set(manifest, parent)
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

/** Whether all Applications are known: every ApplicationSet was expanded. */
export function knowsAllApplications({ expansions }: Pick<Fleet, 'expansions'>): boolean {
  return expansions.every(({ notExpanded }) => notExpanded.length === 0)
}
