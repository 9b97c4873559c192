// Sites of manifests that no Application delivers: folders whose contents tell which cluster they belong on.
import { folderOf, foldersAbove, liesIn } from '../source/checkout.ts'
import type { Delivery } from './delivery.ts'
import { madeSecretOf } from './external-secret.ts'
import type { Folders } from './folders.ts'
import { isBootstrap, isExternalSecret, isJoinConfig, joinSecretName } from './kinds.ts'
import type { Manifest } from './manifest.ts'
import type { Repository } from './repository.ts'
import { siteOf, type Site } from './site.ts'
import type { Settings } from './settings.ts'
import { cleaned } from './source-path.ts'

type Role = 'primary' | 'secondary'

/** A folder, or a single file, that holds one cluster's manifests. */
interface Territory {
  readonly root: string
  readonly manifests: readonly Manifest[]
  /** Whether all that belongs to it can be told: not when several share a folder. */
  readonly complete: boolean
}

/**
 * Groups manifests by cluster. What marks a cluster is a Bootstrap or an mc-join-config; its territory is the highest
 * folder above the mark that holds no other. Folders named by `primary-path` and `secondary-paths` are territories as said.
 * @param manifests those that no Application delivers
 */
export function folderSitesOf(
  manifests: readonly Manifest[],
  repository: Repository,
  folders: Folders,
  settings: Settings
): Site[] {
  const named = namedFolders(settings)
  const marks = manifests.filter(manifest => isMark(manifest) && isBeside(manifest, named))
  const around = territoriesAround(marks, manifests)
  const lonely = lonelyJoins(manifests, around).filter(manifest => isBeside(manifest, named))
  const all = lonely.length > 0 ? territoriesAround([...marks, ...lonely], manifests) : around
  const isWhole = wholenessOf(repository, folders)
  return [...named.map(root => territoryOf(root, manifests)), ...all]
    .filter(territory => territory.manifests.length > 0)
    .map(territory => folderSite({ ...territory, complete: territory.complete && isWhole(territory.root) }))
}

/**
 * ExternalSecrets that make mc-join and lie on no secondary: its mc-join-config was forgotten, unless a secondary without
 * a mc-join shows that the two are put together elsewhere.
 */
function lonelyJoins(manifests: readonly Manifest[], territories: readonly Territory[]): Manifest[] {
  const joins = manifests.filter(makesJoin)
  const secondaries = territories.filter(territory => territory.manifests.some(isJoinConfig))
  if (joins.length === 0 || secondaries.some(territory => !territory.manifests.some(makesJoin))) return []
  const placed = new Set(secondaries.flatMap(ownJoins))
  return joins.filter(manifest => !placed.has(manifest))
}

/** Those beside the secondary's mc-join-config when there are such: others, higher up, are another cluster's. */
function ownJoins({ manifests }: Territory): Manifest[] {
  const joins = manifests.filter(makesJoin)
  const home = folderOf(manifests.find(isJoinConfig)!.origin.file)
  const beside = joins.filter(({ origin }) => liesIn(origin.file, home))
  return beside.length > 0 ? beside : joins
}

function makesJoin(manifest: Manifest): boolean {
  return isExternalSecret(manifest) && madeSecretOf(manifest) === joinSecretName
}

const rendered = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization|Chart\.yaml)$/

/** Whether a folder says all there is: nothing in it has to be rendered, nothing could not be read. */
function wholenessOf(repository: Repository, folders: Folders): (root: string) => boolean {
  const unread = new Set(repository.unread.map(({ file }) => file))
  const isRead = (path: string): boolean =>
    !rendered.test(path) && !unread.has(path) && !repository.files.get(path)?.problems.length
  return root => folders.filesIn(root.replace(/#.*$/, ''), true).every(isRead)
}

function namedFolders(settings: Settings): string[] {
  const named = [settings.primaryPath, ...settings.secondaryPaths]
  return [...new Set(named.flatMap(path => (path === undefined ? [] : (cleaned(path) ?? []))))]
}

function isBeside(manifest: Manifest, folders: readonly string[]): boolean {
  return !folders.some(folder => liesIn(manifest.origin.file, folder))
}

function isMark(manifest: Manifest): boolean {
  return isBootstrap(manifest) || isJoinConfig(manifest)
}

/** The role that a mark gives. */
function roleOf(mark: Manifest): Role {
  return isBootstrap(mark) ? 'primary' : 'secondary'
}

function territoryOf(root: string, manifests: readonly Manifest[], complete = true): Territory {
  return { root, manifests: manifests.filter(({ origin }) => liesIn(origin.file, root)), complete }
}

function territoriesAround(marks: readonly Manifest[], manifests: readonly Manifest[]): Territory[] {
  const counts = new Map<string, number>()
  for (const mark of marks)
    for (const folder of foldersAbove(mark.origin.file)) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  const byRoot = new Map<string, Territory>()
  for (const mark of marks) {
    const roots = foldersAbove(mark.origin.file).filter(folder => counts.get(folder) === 1)
    const root = roots.at(-1)
    const territory = root === undefined ? sharedFolder(mark, marks, manifests) : territoryOf(root, manifests)
    byRoot.set(territory.root, territory)
  }
  return [...byRoot.values()]
}

/** Several marks in one folder: one of each role share it; of more, each has its own file, and the rest can't be told. */
function sharedFolder(mark: Manifest, marks: readonly Manifest[], manifests: readonly Manifest[]): Territory {
  const { file } = mark.origin
  const folder = folderOf(file)
  const others = marks.filter(other => other !== mark && folderOf(other.origin.file) === folder)
  const sameRole = others.some(other => roleOf(other) === roleOf(mark))
  if (!sameRole) return partOf(folder, mark, manifests, others.length > 0)
  return { root: file, manifests: manifests.filter(({ origin }) => origin.file === file), complete: false }
}

/** One role's part of a folder that a primary and a secondary share. */
function partOf(folder: string, mark: Manifest, manifests: readonly Manifest[], shared: boolean): Territory {
  const inFolder = manifests.filter(({ origin }) => folderOf(origin.file) === folder)
  if (!shared) return { root: folder, manifests: inFolder, complete: true }
  const role = roleOf(mark)
  return {
    root: `${folder}#${role}`,
    manifests: inFolder.filter(manifest => mayBelong(manifest, role)),
    complete: true
  }
}

const primaryKinds = new Set(['Bootstrap', 'PushSecret', 'Cluster', 'Distribution'])

function mayBelong(manifest: Manifest, role: Role): boolean {
  if (manifest.kind === 'SecretStore' || manifest.kind === 'ClusterSecretStore') return true
  const onPrimary =
    primaryKinds.has(manifest.kind) || manifest.namespace === 'kasten-io-mc' || manifest.kind === 'Namespace'
  return onPrimary === (role === 'primary')
}

function folderSite({ root, manifests, complete }: Territory): Site {
  const folder = root.replace(/#.*$/, '') || '.'
  const delivery: Delivery = {
    application: undefined,
    cluster: undefined,
    namespace: undefined,
    manifests,
    complete,
    troubles: [],
    charts: [],
    notRead: [],
    requests: []
  }
  return siteOf(`folder ${root}`, folder, [delivery])
}
