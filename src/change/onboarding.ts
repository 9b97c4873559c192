// The change that adds a secondary by the example of another: its files copied, its list items copied, all of it renamed.
import { folderOf, liesIn } from '../source/checkout.ts'
import type { Json } from '../source/json.ts'
import type { Fleet } from '../model/fleet.ts'
import type { Secondary } from '../model/secondary.ts'
import { belongingsOf, type Belongings } from './belongings.ts'
import type { Changeset } from './changeset.ts'
import type { ClusterRequest } from './cluster-request.ts'
import { copiedFiles, type CopiedFile } from './copied-files.ts'
import { copyNotes } from './copy-notes.ts'
import { comesByRegistration } from './registration.ts'
import { documentCopyEdits, doubtfulInDocument, type OtherDocument } from './documents.ts'
import { edited } from './edits.ts'
import { identityOf, mentioned, mentionsIn } from './identity.ts'
import { copiesOf } from './list-copies.ts'
import { nameOnly, renamingOf, type Identity, type Renaming } from './renaming.ts'

/** A change and what to know of it, or why there is none; notes and problems are sentences. */
export type Plan =
  | { readonly changes: Changeset; readonly notes: readonly string[] }
  | { readonly problems: readonly string[] }

/** A plan for some requests, each a copy of the same example. */
export function onboardingOf(fleet: Fleet, example: Secondary, ...requests: readonly ClusterRequest[]): Plan {
  const belongings = belongingsOf(fleet, [example])
  const identity = identityOf(example)
  if (belongings.files.length + belongings.items.length + belongings.documents.length === 0) {
    const advice = comesByRegistration(fleet)
      ? ' Its Application comes from a cluster generator: register the new cluster in Argo CD with the labels that the generator selects, and no pull request is needed.'
      : ''
    return {
      problems: [`Nothing in the repository belongs to "${identity.name}" alone, so there is nothing to copy.${advice}`]
    }
  }
  const renamings = requests.map(({ name, ingress, server, destinationName }) => {
    const target = { name, ingress, server, destinationName }
    return renamingOf(identity, target, newPlaces(belongings, identity, target))
  })
  const taken = renamings.flatMap(renaming =>
    belongings.files.map(file => renaming.path(file)).filter(path => fleet.folders.isFile(path))
  )
  if (taken.length > 0) return { problems: taken.map(path => `The file ${path} exists already.`) }
  const copied = [
    ...renamings.flatMap(renaming => copiedFiles(fleet, example, belongings.files, renaming)),
    ...sharedFiles(fleet, example, belongings, renamings)
  ]
  return {
    changes: new Map(copied.map(({ path, becomes }) => [path, becomes])),
    notes: copyNotes(copied, identity.name)
  }
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

function parentOf(path: string): string {
  const parent = folderOf(path)
  return parent === '' ? '' : `${parent}/`
}

function besideFile(file: string, name: string): string {
  const extension = /\.[^./]+$/.exec(file)?.[0] ?? ''
  return `${parentOf(file)}${name}${extension}`
}

/** One more document and one more item in files that others share. */
function sharedFiles(
  fleet: Fleet,
  example: Secondary,
  { items, documents }: Belongings,
  renamings: readonly Renaming[]
): CopiedFile[] {
  const mentions = mentionsIn(fleet)
  const isSecondarys = (item: Json): boolean => [...mentioned(item, mentions)].some(each => each !== example)
  return [...new Set([...items, ...documents].map(each => each.file))].flatMap(file => {
    const content = fleet.repository.checkout.read(file)
    if (!('text' in content)) return []
    const { text } = content
    const whole = documents.filter(each => each.file === file).map(({ document }) => document)
    const beside = whole.length > 0 ? documentOfAnother(fleet, example, file) : undefined
    const copies = whole.flatMap(document => documentCopyEdits(text, document, renamings, beside))
    const elements = items.filter(item => item.file === file).map(item => copiesOf(text, item, renamings, isSecondarys))
    const doubtful = [
      ...whole.flatMap(document => doubtfulInDocument(text, document, renamings[0]!, beside)),
      ...elements.flatMap(each => each.doubtful)
    ]
    return [{ path: file, becomes: edited(text, [...copies, ...elements.flatMap(({ edits }) => edits)]), doubtful }]
  })
}

function documentOfAnother(fleet: Fleet, example: Secondary, file: string): OtherDocument | undefined {
  for (const other of fleet.secondaries.filter(each => each !== example).slice(-20)) {
    const found = belongingsOf(fleet, [other]).documents.find(each => each.file === file)
    if (found) return { document: found.document, name: identityOf(other).name }
  }
  return undefined
}
