// The change that adds a secondary by the example of another: its files copied, its list items copied, all of it renamed.
import { folderOf, liesIn } from '../source/checkout.ts'
import type { Fleet } from '../model/fleet.ts'
import type { Secondary } from '../model/secondary.ts'
import { belongingsOf, type Belongings } from './belongings.ts'
import type { Changeset } from './changeset.ts'
import type { ClusterRequest } from './cluster-request.ts'
import { documentCopyEdits } from './documents.ts'
import { edited } from './edits.ts'
import { identityOf } from './identity.ts'
import { copyEdits } from './list-copies.ts'
import type { ListItem } from './list-items.ts'
import { scalar } from './recipes/names.ts'
import { renamedEdits, renamingOf, type Identity, type Renaming } from './renaming.ts'

/** A change, or why there is none; each problem is a sentence. */
export type Plan = { readonly changes: Changeset } | { readonly problems: readonly string[] }

/** A plan for some requests, each a copy of the same example. */
export function onboardingOf(fleet: Fleet, example: Secondary, ...requests: readonly ClusterRequest[]): Plan {
  const belongings = belongingsOf(fleet, [example])
  const identity = identityOf(example)
  if (belongings.files.length + belongings.items.length + belongings.documents.length === 0) {
    return { problems: [`Nothing in the repository belongs to "${identity.name}" alone, so there is nothing to copy.`] }
  }
  const renamings = requests.map(({ name, ingress, server, destinationName }) => {
    const target = { name, ingress, server, destinationName }
    return renamingOf(identity, likeTheExample(identity, target), newPlaces(belongings, identity, target))
  })
  const taken = renamings.flatMap(renaming =>
    belongings.files.map(file => renaming.path(file)).filter(path => fleet.folders.isFile(path))
  )
  if (taken.length > 0) return { problems: taken.map(path => `The file ${path} exists already.`) }
  const changes = new Map<string, string>()
  for (const renaming of renamings) copyFiles(fleet, example, belongings, renaming, changes)
  editShared(fleet, belongings, renamings, changes)
  return { changes }
}

/** A text of the tree with the destination written as the example writes it; what the example has by name and the request by server stays for `withDestination`. */
function likeTheExample(from: Identity, to: Identity): Identity {
  return { ...to, server: to.server ?? from.server, destinationName: to.destinationName ?? from.destinationName }
}

/**
 * New paths for folders and files that do not carry the name: the folder that is all the example's gets the new name, and so does
 * a file that stands beside others'.
 */
function newPlaces({ files, folders }: Belongings, from: Identity, to: Identity): Map<string, string> {
  const plain = renamingOf(nameOnly(from), nameOnly(to))
  const places = new Map<string, string>()
  const nameless = folders.filter(folder => plain.path(folder) === folder)
  for (const folder of nameless) places.set(folder, `${parentOf(folder)}${to.name}`)
  for (const file of files) {
    const folder = nameless.findLast(each => liesIn(file, each))
    if (folder !== undefined) places.set(file, `${parentOf(folder)}${to.name}${file.slice(folder.length)}`)
    else if (plain.path(file) === file) places.set(file, besideFile(file, to.name))
  }
  return places
}

function nameOnly({ name }: Identity): Identity {
  return { name, ingress: '', server: undefined, destinationName: undefined }
}

function parentOf(path: string): string {
  const parent = folderOf(path)
  return parent === '' ? '' : `${parent}/`
}

function besideFile(file: string, name: string): string {
  const extension = /\.[^./]+$/.exec(file)?.[0] ?? ''
  return `${parentOf(file)}${name}${extension}`
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
  if (from.server !== undefined && from.destinationName === undefined && to.destinationName !== undefined)
    return text.replaceAll(line('server', from.server), written('name', to.destinationName))
  if (from.destinationName !== undefined && from.server === undefined && to.server !== undefined)
    return text.replaceAll(line('name', from.destinationName), written('server', to.server))
  return text
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
  renamings: readonly Renaming[],
  changes: Map<string, string>
): void {
  for (const file of new Set([...items, ...documents].map(each => each.file))) {
    const content = fleet.repository.checkout.read(file)
    if (!('text' in content)) continue
    const { text } = content
    const whole = documents.filter(each => each.file === file)
    const copies = renamings.flatMap(renaming =>
      whole
        .flatMap(({ document }) => documentCopyEdits(text, document, [renaming]))
        .map(edit => ({ ...edit, text: withDestination(edit.text, renaming) }))
    )
    const elements = items
      .filter(item => item.file === file)
      .flatMap(item => copyEdits(text, item, renamings, isDestination(item) ? withDestination : copy => copy))
    changes.set(file, edited(text, [...copies, ...elements]))
  }
}

/** What an AppProject allows is written as an Application's destination is; elsewhere `server` and `name` may mean anything. */
function isDestination({ path }: ListItem): boolean {
  return path[0] === 'spec' && path[1] === 'destinations'
}
