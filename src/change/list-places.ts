// Where a list may name a secondary: generators, projects, parents and values of its own Applications, and kustomizations.
import { folderOf } from '../source/checkout.ts'
import { isObject, type Json } from '../source/json.ts'
import type { Delivery } from '../model/delivery.ts'
import type { Fleet } from '../model/fleet.ts'
import type { Manifest } from '../model/manifest.ts'
import { cleaned } from '../model/source-path.ts'
import { chartValueFiles, namedValueFiles } from './value-files.ts'

/** Lists of a file. */
export interface ListPlace {
  readonly file: string
  /** Whether a document of the file is the one that is meant. */
  readonly isMeant: (document: Json) => boolean
  /** Whether an item is the group's; absent where what it mentions tells. */
  readonly isOurs?: (item: Json) => boolean
  /** Others need the items too: they are copied, and never taken away. */
  readonly isNeeded: boolean
}

/**
 * @param own the group's Applications
 * @param files the group's files
 */
export function listPlacesOf(fleet: Fleet, own: readonly Delivery[], files: ReadonlySet<string>): ListPlace[] {
  const applications = new Set(own.flatMap(({ application }) => application?.manifest ?? []))
  const sets = fleet.expansions.filter(each => each.applications.some(application => applications.has(application)))
  const parents = [...fleet.concerned].filter(delivery => !own.includes(delivery))
  const values = new Set(
    [...fleet.concerned].flatMap(each => [...namedValueFiles(each), ...chartValueFiles(fleet, each)])
  )
  return [
    ...sets.map(({ applicationSet }) => placeOf(applicationSet, false)),
    ...projectPlaces(fleet, own),
    ...parents.flatMap(({ application }) => (application ? [placeOf(application.manifest, false)] : [])),
    ...[...values].map(file => ({ file, isMeant: () => true, isNeeded: false })),
    ...kustomizationPlaces(fleet, files)
  ].filter(({ file }) => !files.has(file))
}

function placeOf({ origin, kind, name }: Manifest, isNeeded: boolean): ListPlace {
  return {
    file: origin.file,
    isMeant: document =>
      isObject(document) && document.kind === kind && isObject(document.metadata) && document.metadata.name === name,
    isNeeded
  }
}

/** A destination that an Application of somebody else uses as well has to stay. */
function projectPlaces(fleet: Fleet, own: readonly Delivery[]): ListPlace[] {
  const clusters = new Set(own.map(({ cluster }) => cluster))
  const names = new Set(own.map(({ application }) => application?.project))
  const others = fleet.deliveries.filter(each => !own.includes(each) && clusters.has(each.cluster))
  const needed = new Set(others.map(({ application }) => application?.project))
  return fleet.projects
    .filter(({ manifest }) => names.has(manifest.name))
    .map(({ manifest }) => placeOf(manifest, needed.has(manifest.name)))
}

const kustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/

function kustomizationPlaces({ repository, folders }: Fleet, files: ReadonlySet<string>): ListPlace[] {
  const isOurs = (file: string, item: Json): boolean => {
    const path = typeof item === 'string' ? cleaned(`${folderOf(file)}/${item}`) : undefined
    if (path === undefined || path === '') return false
    const inside = folders.filesIn(path, true)
    return files.has(path) || (inside.length > 0 && inside.every(each => files.has(each)))
  }
  return repository.checkout.paths
    .filter(path => kustomization.test(path))
    .map(file => ({ file, isMeant: () => true, isOurs: item => isOurs(file, item), isNeeded: false }))
}
