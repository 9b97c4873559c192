// What belongs to one secondary alone: whole files, documents of shared files, and items of lists.
import { folderOf, liesIn } from '../source/checkout.ts'
import type { Fleet } from '../model/fleet.ts'
import type { Delivery } from '../model/delivery.ts'
import { itemsAt } from '../model/manifest.ts'
import type { Secondary } from '../model/secondary.ts'
import { cleaned } from '../model/source-path.ts'
import { identityOf, recogniserOf } from './identity.ts'
import { listItemsOf, type ListItem } from './list-items.ts'
import { renamingOf } from './renaming.ts'

/** Everything a secondary has to itself. */
export interface Belongings {
  /** Paths, sorted. */
  readonly files: readonly string[]
  /** Documents of files that others share: the Application of a file with many. */
  readonly documents: readonly { readonly file: string; readonly document: number }[]
  readonly items: readonly ListItem[]
}

/** @param secondary one of the fleet's */
export function belongingsOf(fleet: Fleet, secondary: Secondary): Belongings {
  const files = ownFiles(fleet, secondary)
  const isOwn = (file: string): boolean => files.has(file)
  const applications = applicationDocuments(fleet, secondary, isOwn)
  const items = listFiles(fleet, secondary, isOwn).flatMap(file => listItemsOf(fleet, file, secondary))
  const inDocuments = new Set(applications.map(({ file }) => file))
  return {
    files: [...files].sort(),
    documents: applications,
    items: items.filter(({ file }) => !inDocuments.has(file))
  }
}

function ownFiles(fleet: Fleet, secondary: Secondary): Set<string> {
  const { site } = secondary
  const files = new Set<string>()
  for (const delivery of site.deliveries) for (const file of deliveredAlone(fleet, secondary, delivery)) files.add(file)
  for (const file of applicationFiles(fleet, secondary)) files.add(file)
  for (const file of valueFiles(fleet, secondary)) files.add(file)
  for (const file of namedFiles(fleet, secondary)) files.add(file)
  return files
}

/** Files in folders that only this secondary's Applications deliver. A chart is everybody's. */
function deliveredAlone(fleet: Fleet, { site }: Secondary, delivery: Delivery): string[] {
  const folders = delivery.application
    ? sourceFolders(delivery)
    : site.folder !== undefined && site.folder !== '.'
      ? [site.folder]
      : []
  const others = fleet.deliveries.filter(each => !site.deliveries.includes(each)).flatMap(sourceFolders)
  return folders
    .filter(
      folder =>
        folder !== '' &&
        !isChart(fleet, folder) &&
        !others.some(other => other === '' || liesIn(other, folder) || liesIn(folder, other))
    )
    .flatMap(folder => (fleet.folders.isFile(folder) ? [folder] : fleet.folders.filesIn(folder, true)))
}

function sourceFolders({ application }: Delivery): string[] {
  return application?.sources.flatMap(({ path }) => (path ? (cleaned(path.value) ?? []) : [])) ?? []
}

function isChart(fleet: Fleet, folder: string): boolean {
  return fleet.folders.isFile(`${folder}/Chart.yaml`)
}

/** Application files that hold nothing but this secondary's. */
function applicationFiles(fleet: Fleet, { site }: Secondary): string[] {
  const own = new Set(site.deliveries.flatMap(({ application }) => application?.manifest ?? []))
  const files = new Set([...own].map(({ origin }) => origin.file))
  return [...files].filter(
    file => fleet.repository.files.get(file)?.manifests.every(manifest => own.has(manifest)) ?? false
  )
}

/** Values files that only this secondary's Applications name. */
function valueFiles(fleet: Fleet, { site }: Secondary): string[] {
  const others = new Set(fleet.deliveries.filter(each => !site.deliveries.includes(each)).flatMap(namedValueFiles))
  return site.deliveries.flatMap(namedValueFiles).filter(file => !others.has(file) && fleet.folders.isFile(file))
}

function namedValueFiles({ application }: Delivery): string[] {
  return (
    application?.sources.flatMap(source =>
      itemsAt(source.target.manifest, ...source.target.path, 'helm', 'valueFiles').flatMap(({ value }) =>
        typeof value === 'string' ? (valueFilePath(value, source.path?.value ?? '') ?? []) : []
      )
    ) ?? []
  )
}

function valueFilePath(written: string, chart: string): string | undefined {
  const fromRoot = /^\$[^/]+\/(.+)$/.exec(written)?.[1] ?? /^\/(.+)$/.exec(written)?.[1]
  return cleaned(fromRoot ?? `${chart}/${written}`)
}

/**
 * Files that carry the secondary's name in their path where another secondary has the same file under its own name:
 * `clusters/east/config.json` beside `clusters/west/config.json`.
 */
function namedFiles(fleet: Fleet, secondary: Secondary): string[] {
  const { name } = identityOf(secondary)
  const others = fleet.secondaries.filter(each => each !== secondary && each.name && each.name.value !== name)
  return fleet.repository.checkout.paths.filter(path => {
    if (!/\.(?:ya?ml|json)$/.test(path) || !hasStep(path, name)) return false
    const own = renamingOf(
      { name, ingress: '', server: undefined, destinationName: undefined },
      { name, ingress: '', server: undefined, destinationName: undefined }
    )
    return own.names(path) && others.some(other => fleet.folders.isFile(renamedPath(path, name, other.name!.value)))
  })
}

function hasStep(path: string, name: string): boolean {
  return path.includes(name)
}

function renamedPath(path: string, from: string, to: string): string {
  const none = { ingress: '', server: undefined, destinationName: undefined }
  return renamingOf({ name: from, ...none }, { name: to, ...none }).path(path)
}

/** Documents of files that hold Applications of others too. */
function applicationDocuments(
  fleet: Fleet,
  { site }: Secondary,
  isOwn: (file: string) => boolean
): { file: string; document: number }[] {
  return site.deliveries.flatMap(({ application }) => {
    const file = application && fleet.repository.files.get(application.manifest.origin.file)
    if (!application || !file || isOwn(file.path)) return []
    const document = file.manifests.indexOf(application.manifest)
    return document < 0 ? [] : [{ file: file.path, document }]
  })
}

const kustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/

/** Files in which a list may name a secondary: what Argo CD and Kustomize read, and values of the fleet's charts. */
function listFiles(fleet: Fleet, secondary: Secondary, isOwn: (file: string) => boolean): string[] {
  const argo = [
    ...fleet.applicationSets,
    ...fleet.projects.map(({ manifest }) => manifest),
    ...fleet.applications.map(({ manifest }) => manifest)
  ]
  const kustomizations = fleet.repository.checkout.paths.filter(path => kustomization.test(path))
  const values = [...fleet.concerned].flatMap(namedValueFiles)
  const recogniser = recogniserOf(secondary)
  return [...new Set([...argo.map(({ origin }) => origin.file), ...kustomizations, ...values])]
    .filter(file => !isOwn(file) && !file.startsWith('.github/') && folderOf(file) !== '.git')
    .filter(file => {
      const content = fleet.repository.checkout.read(file)
      return 'text' in content && recogniser.names(content.text)
    })
    .sort()
}
