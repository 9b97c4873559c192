// What belongs to some secondaries alone: whole files, documents of shared files, and items of lists.
import { folderOf, liesIn, type Checkout } from '../source/checkout.ts'
import type { Delivery } from '../model/delivery.ts'
import type { Fleet } from '../model/fleet.ts'
import { urlOf } from '../model/ingress.ts'
import { isStore } from '../model/kinds.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Secondary } from '../model/secondary.ts'
import { cleaned } from '../model/source-path.ts'
import { groupedBy } from '../source/grouped.ts'
import { documentsOf } from '../source/yaml.ts'
import { identityOf } from './identity.ts'
import { listItemsOf, speaksOf, type ListItem } from './list-items.ts'
import { listPlacesOf } from './list-places.ts'
import { renamingOf } from './renaming.ts'
import { namedValueFiles } from './value-files.ts'

/** Everything some secondaries have to themselves. */
export interface Belongings {
  /** Paths, sorted. */
  readonly files: readonly string[]
  /** Folders all of whose files are among them. */
  readonly folders: readonly string[]
  /** Documents of files that others share: the Application of a file with many. */
  readonly documents: readonly { readonly file: string; readonly document: number }[]
  readonly items: readonly ListItem[]
}

/** @param group secondaries of the fleet; what only they share belongs to them */
export function belongingsOf(fleet: Fleet, group: readonly Secondary[]): Belongings {
  const own = [...new Set(group.flatMap(secondary => ownDeliveries(fleet, secondary)))]
  const others = everyDelivery(fleet).filter(each => !own.includes(each))
  const folders = ownFolders(fleet, group, own, others)
  const files = new Set([
    ...folders.flatMap(folder => (fleet.folders.isFile(folder) ? [folder] : fleet.folders.filesIn(folder, true))),
    ...linksIn(fleet, folders),
    ...looseFiles(fleet, own),
    ...wholeFiles(fleet, applicationsOf(own)),
    ...configFiles(fleet, own, group),
    ...valueFiles(fleet, own, others, group)
  ])
  const documents = applicationDocuments(fleet, own, files)
  const isTaken = (item: ListItem): boolean =>
    documents.some(({ file, document }) => file === item.file && document === item.document)
  const items = listItemsOf(fleet, listPlacesOf(fleet, own, files), group)
  return {
    files: [...files].sort(),
    folders: folders.filter(folder => !fleet.folders.isFile(folder)),
    documents,
    items: distinct(items.filter(item => !isTaken(item)))
  }
}

function distinct(items: readonly ListItem[]): ListItem[] {
  const keyOf = ({ file, document, path }: ListItem): string => `${file} ${document} ${JSON.stringify(path)}`
  return [...new Map(items.map(item => [keyOf(item), item])).values()]
}

/** What makes it a secondary, and the stores it pulls from. Other teams' Applications on the same cluster are theirs. */
function ownDeliveries({ concerned }: Fleet, { site, joins }: Secondary): Delivery[] {
  const stores = new Set(joins.flatMap(({ storeRef }) => storeRef?.name?.value ?? []))
  return site.deliveries.filter(
    delivery =>
      concerned.has(delivery) ||
      delivery.application === undefined ||
      (delivery.manifests.length > 0 && delivery.manifests.every(each => isStore(each) && stores.has(each.name)))
  )
}

function everyDelivery({ deliveries, sites }: Fleet): Delivery[] {
  return [...new Set([...deliveries, ...sites.flatMap(site => site.deliveries)])]
}

function applicationsOf(deliveries: readonly Delivery[]): Manifest[] {
  return deliveries.flatMap(({ application }) => application?.manifest ?? [])
}

/** Folders that only the group's Applications deliver. A chart is everybody's, unless it is about one of the group. */
function ownFolders(
  { folders, repository }: Fleet,
  group: readonly Secondary[],
  own: readonly Delivery[],
  others: readonly Delivery[]
): string[] {
  const elsewhere = [...new Set(others.flatMap(sourceFolders))].filter(folder => folder !== '')
  const foreign = [...new Set(others.flatMap(({ manifests }) => manifests.map(({ origin }) => origin.file)))]
  const isForeign = (folder: string): boolean => [...elsewhere, ...foreign].some(path => liesIn(path, folder))
  const isCommonChart = (folder: string): boolean =>
    folders.isFile(`${folder}/Chart.yaml`) && !group.some(each => isAbout(repository.checkout, each, folder))
  const loose = group.flatMap(({ site }) => site.folder ?? [])
  return [...new Set([...own.flatMap(sourceFolders), ...loose])].filter(
    folder => folder !== '' && folder !== '.' && !isCommonChart(folder) && !isForeign(folder)
  )
}

/** Links are not followed, but they lie there. */
function linksIn({ repository }: Fleet, folders: readonly string[]): string[] {
  const { refused } = repository.checkout
  return refused.map(({ file }) => file).filter(file => folders.some(folder => liesIn(file, folder)))
}

function isCalledLike(secondary: Secondary, path: string): boolean {
  const identity = identityOf(secondary)
  return renamingOf(identity, { ...identity, name: '' }).path(path) !== path
}

/** A chart called "secondary" is no cluster's own, though a cluster be called so; its dashboard would be written in its own. */
function isAbout(checkout: Checkout, secondary: Secondary, chart: string): boolean {
  const host = urlOf(secondary.ingress?.value ?? '')?.host
  if (!isCalledLike(secondary, chart)) return false
  return (
    host === undefined ||
    checkout.paths.some(path => {
      const content = liesIn(path, chart) ? checkout.read(path) : undefined
      return content !== undefined && 'text' in content && content.text.includes(host)
    })
  )
}

function sourceFolders({ application }: Delivery): string[] {
  return application?.sources.flatMap(({ path }) => (path ? (cleaned(path.value) ?? []) : [])) ?? []
}

/** Where no Application says what is whose: files in which every manifest is the group's. */
function looseFiles(fleet: Fleet, own: readonly Delivery[]): string[] {
  return wholeFiles(
    fleet,
    own.filter(({ application }) => !application).flatMap(({ manifests }) => manifests)
  )
}

function wholeFiles({ repository }: Fleet, manifests: readonly Manifest[]): string[] {
  const own = new Set(manifests)
  const files = new Set(manifests.map(({ origin }) => origin.file))
  return [...files].filter(file => repository.files.get(file)?.manifests.every(manifest => own.has(manifest)) ?? false)
}

/** Config files from which generators make nothing but Applications of the group's clusters. */
function configFiles(fleet: Fleet, own: readonly Delivery[], group: readonly Secondary[]): string[] {
  const sites = new Set(group.flatMap(({ site }) => site.deliveries))
  const others = fleet.deliveries.filter(each => !sites.has(each))
  const elsewhere = new Set([...applicationsOf(others), ...fleet.applicationSets].map(({ origin }) => origin.file))
  const files = new Set(applicationsOf(own).map(({ origin }) => origin.file))
  const holdsNothingElse = (file: string): boolean => (fleet.repository.files.get(file)?.manifests.length ?? 0) === 0
  const isCommonTemplate = (file: string): boolean =>
    template.test(file) && !group.some(each => isCalledLike(each, file.slice(folderOf(file).length)))
  return [...files].filter(
    file => !elsewhere.has(file) && fleet.folders.isFile(file) && holdsNothingElse(file) && !isCommonTemplate(file)
  )
}

const template = /(?:^|\/)templates\//

/**
 * Values files that only the group's Applications name. Where there is nobody else to name them, a file is the group's
 * when it is called like one of it, or speaks of one otherwise than in lists and maps of clusters.
 */
function valueFiles(
  fleet: Fleet,
  own: readonly Delivery[],
  others: readonly Delivery[],
  group: readonly Secondary[]
): string[] {
  const elsewhere = new Set(others.flatMap(namedValueFiles))
  const areAlone = fleet.secondaries.every(each => group.includes(each))
  const isOurs = (file: string): boolean =>
    !areAlone ||
    group.some(each => isCalledLike(each, file.slice(folderOf(file).length))) ||
    speaksOf(fleet, file, group)
  return own.flatMap(namedValueFiles).filter(file => !elsewhere.has(file) && fleet.folders.isFile(file) && isOurs(file))
}

/** Documents of files that hold Applications of others too. */
function applicationDocuments(
  fleet: Fleet,
  own: readonly Delivery[],
  files: ReadonlySet<string>
): { file: string; document: number }[] {
  const byFile = groupedBy(applicationsOf(own), ({ origin }) => origin.file)
  return [...byFile].flatMap(([path, manifests]) => {
    const file = fleet.repository.files.get(path)
    if (!file || files.has(path)) return []
    const texts = documentsOf(file.text).documents.map(({ value }) => JSON.stringify(value))
    return manifests
      .filter(manifest => file.manifests.includes(manifest))
      .map(({ object }) => ({ file: path, document: texts.indexOf(JSON.stringify(object)) }))
      .filter(({ document }) => document >= 0)
  })
}
