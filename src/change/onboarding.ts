// The change that adds a secondary by the example of another: its files copied, its list items copied, all of it renamed.
import { folderOf } from '../source/checkout.ts'
import type { Fleet } from '../model/fleet.ts'
import type { Secondary } from '../model/secondary.ts'
import { belongingsOf, type Belongings } from './belongings.ts'
import type { Changeset } from './changeset.ts'
import type { ClusterRequest } from './cluster-request.ts'
import { documentCopyEdit } from './documents.ts'
import { edited } from './edits.ts'
import { identityOf } from './identity.ts'
import { copyEdit } from './list-items.ts'
import { scalar } from './recipes/names.ts'
import { renamedEdits, renamingOf, type Identity, type Renaming } from './renaming.ts'

/** A change, or why there is none; each problem is a sentence. */
export type Plan = { readonly changes: Changeset } | { readonly problems: readonly string[] }

/** A plan for one request. Several requests are planned one after the other, each over the tree that the last one leaves. */
export function onboardingOf(fleet: Fleet, example: Secondary, request: ClusterRequest): Plan {
  const belongings = belongingsOf(fleet, example)
  const identity = identityOf(example)
  const target = {
    name: request.name,
    ingress: request.ingress,
    server: request.server,
    destinationName: request.destinationName
  }
  const folders = newPlaces(belongings, identity, target)
  const renaming = renamingOf(identity, likeTheExample(identity, target), folders)
  const taken = belongings.files.map(file => renaming.path(file)).filter(path => fleet.folders.isFile(path))
  if (taken.length > 0) return { problems: taken.map(path => `The file ${path} exists already.`) }
  if (belongings.files.length + belongings.items.length + belongings.documents.length === 0) {
    return { problems: [`Nothing in the repository belongs to "${identity.name}" alone, so there is nothing to copy.`] }
  }
  const changes = new Map<string, string>()
  copyFiles(fleet, example, belongings, renaming, changes)
  editShared(fleet, belongings, renaming, changes)
  return { changes }
}

/** A text of the tree with the destination written as the example writes it; what the example has by name and the request by server stays for `withDestination`. */
function likeTheExample(from: Identity, to: Identity): Identity {
  return { ...to, server: to.server ?? from.server, destinationName: to.destinationName ?? from.destinationName }
}

/**
 * New paths for files and folders that do not carry the name: the folder that is all the example's gets the new name, and so does
 * a file that stands beside others'.
 */
function newPlaces({ files }: Belongings, from: Identity, to: Identity): Map<string, string> {
  const plain = renamingOf(nameOnly(from), nameOnly(to))
  const places = new Map<string, string>()
  const unchanged = files.filter(file => plain.path(file) === file)
  for (const file of unchanged) {
    const folder = topFolder(file, files)
    const inFolder = folder !== undefined && folder !== ''
    const old = inFolder ? folder : file
    places.set(old, inFolder ? `${parentOf(folder)}${to.name}` : besideFile(file, to.name))
    if (inFolder) places.set(file, `${parentOf(folder)}${to.name}${file.slice(folder.length)}`)
  }
  return places
}

function nameOnly({ name }: Identity): Identity {
  return { name, ingress: '', server: undefined, destinationName: undefined }
}

/** The folder of a file when several of the files lie in it. */
function topFolder(file: string, files: readonly string[]): string | undefined {
  const folder = folderOf(file)
  return files.filter(other => folderOf(other) === folder).length > 1 ? folder : undefined
}

function parentOf(folder: string): string {
  const parent = folderOf(folder)
  return parent === '' ? '' : `${parent}/`
}

function besideFile(file: string, name: string): string {
  const folder = folderOf(file)
  const extension = /\.[^./]+$/.exec(file)?.[0] ?? ''
  return `${folder === '' ? '' : `${folder}/`}${name}${extension}`
}

function copyFiles(
  fleet: Fleet,
  example: Secondary,
  { files }: Belongings,
  renaming: Renaming,
  changes: Map<string, string>
): void {
  const { checkout } = fleet.repository
  const siblingOf = siblingFinder(fleet, example)
  for (const file of files) {
    const content = checkout.read(file)
    if (!('text' in content)) continue
    const readable = /\.(?:ya?ml|json)$/.test(file)
    const text = readable ? edited(content.text, renamedEdits(content.text, renaming, siblingOf(file))) : content.text
    changes.set(renaming.path(file), withDestination(text, renaming))
  }
}

/** The same file of another secondary, to tell what is shared from what is each one's own. */
function siblingFinder(fleet: Fleet, example: Secondary): (file: string) => string | undefined {
  const { name } = identityOf(example)
  const others = fleet.secondaries.filter(each => each !== example && each.name && each.name.value !== name)
  const renamings = others
    .slice(0, 20)
    .map(other => renamingOf(nameOnly(identityOf(example)), nameOnly(identityOf(other))))
  return file => {
    for (const renaming of renamings) {
      const path = renaming.path(file)
      const content = path === file ? undefined : fleet.repository.checkout.read(path)
      if (content && 'text' in content) return content.text
    }
    return undefined
  }
}

/** Where the example names its cluster by server and the new one has a name, or the other way round, the key changes too. */
function withDestination(text: string, { from, to }: Renaming): string {
  const wantsName = to.destinationName !== undefined && from.destinationName === undefined && from.server !== undefined
  const wantsServer = to.server !== undefined && to.server !== from.server && from.server === undefined
  if (wantsName) return text.replaceAll(line('server', from.server), written('name', to.destinationName))
  return wantsServer ? text.replaceAll(line('name', from.destinationName!), written('server', to.server)) : text
}

/** The new entry, in the quotes of the old one; without any, quoted where YAML would read it otherwise. */
function written(key: string, value: string): (all: string, lead: string, gap: string, quote: string) => string {
  return (_all, lead, gap, quote) => `${lead}${key}:${gap}${quote === '' ? scalar(value) : `${quote}${value}${quote}`}`
}

function line(key: string, value: string): RegExp {
  return new RegExp(
    `(^[ \\t]*(?:- )?|[{,][ \\t]*)${key}:([ \\t]+)(["']?)${value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}\\3(?=\\s|[,}]|$)`,
    'gm'
  )
}

function editShared(
  fleet: Fleet,
  { items, documents }: Belongings,
  renaming: Renaming,
  changes: Map<string, string>
): void {
  for (const file of new Set([...items, ...documents].map(each => each.file))) {
    const content = fleet.repository.checkout.read(file)
    if (!('text' in content)) continue
    const edits = [
      ...items.filter(item => item.file === file).map(item => copyEdit(content.text, item, renaming)),
      ...documents
        .filter(each => each.file === file)
        .map(each => documentCopyEdit(content.text, each.document, renaming))
    ]
    const copies = edits
      .filter(edit => edit !== undefined)
      .map(edit => ({ ...edit, text: withDestination(edit.text, renaming) }))
    changes.set(file, edited(content.text, copies))
  }
}
