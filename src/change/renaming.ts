// Turns what is written of one secondary into what is to be written of another: name, dashboard, destination, folders.
import { urlOf } from '../model/ingress.ts'
import { commentEdits, commentsIn } from './comments.ts'
import { destinationEdits, movedDestination } from './destination-key.ts'
import type { Edit } from './edits.ts'
import { namedKeyEdits } from './named-keys.ts'
import { renamedSpan } from './renamed-span.ts'
import { classifies, keyOf, scalarsOf, type Scalar } from './scalars.ts'
import type { Sibling } from './siblings.ts'

/** What a secondary is called and where it is, in all the words its files use. */
export interface Identity {
  readonly name: string
  readonly ingress: string
  readonly server: string | undefined
  readonly destinationName: string | undefined
}

/** Only what it is called. */
export function nameOnly({ name }: Identity): Identity {
  return { name, ingress: '', server: undefined, destinationName: undefined }
}

/** A renaming from one identity to another. Old and new folders and files come with `path`. */
export interface Renaming {
  readonly from: Identity
  readonly to: Identity
  /** A text with everything that names the one replaced by what names the other. */
  text(value: string): string
  /** A path of the repository likewise. */
  path(path: string): string
  /** Whether a text names the old one at all. */
  names(value: string): boolean
}

/** @param folders old paths and new ones, for folders and files that do not carry the name */
export function renamingOf(from: Identity, to: Identity, folders: ReadonlyMap<string, string> = new Map()): Renaming {
  const words = wordsOf(from, to, folders)
  const pattern = new RegExp(words.map(([old, , bound]) => (bound ? bounded(old) : escaped(old))).join('|'), 'g')
  const byOld = new Map(words.map(([old, now]) => [old, now]))
  const text = (value: string): string => value.replace(pattern, found => byOld.get(found) ?? found)
  const ownName = new RegExp(bounded(from.name), 'g')
  return {
    from,
    to,
    text,
    path: path => folders.get(path) ?? path.replace(ownName, () => to.name),
    names: value => value.search(pattern) >= 0
  }
}

/** Old word, new word, and whether it counts only between other characters than letters and digits; longest first. */
function wordsOf(from: Identity, to: Identity, folders: ReadonlyMap<string, string>): [string, string, boolean][] {
  const words: [string, string, boolean][] = []
  const url = from.ingress.replace(/\/+$/, '')
  if (url !== '') words.push([url, to.ingress.replace(/\/+$/, ''), false])
  const [oldHost, newHost] = [urlOf(from.ingress)?.host, urlOf(to.ingress)?.host]
  if (oldHost && newHost) words.push([oldHost, newHost, true])
  // An address that the new one has none for stays: nobody's would come of putting its name in.
  if (from.server !== undefined) words.push([from.server, to.server ?? from.server, false])
  if (from.destinationName !== undefined && to.destinationName !== undefined) {
    words.push([from.destinationName, to.destinationName, true])
  }
  for (const [old, now] of folders) words.push([old, now, true])
  words.push([from.name, to.name, true])
  return words.filter(([old]) => old !== '').sort((a, b) => b[0].length - a[0].length)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}

function bounded(text: string): string {
  return `(?<![A-Za-z0-9])${escaped(text)}(?![A-Za-z0-9])`
}

/**
 * The edits that turn a text about one secondary into one about another.
 * @param sibling the same text of a third secondary, when there is one
 */
export function renamedEdits(text: string, renaming: Renaming, sibling: Sibling | undefined): Edit[] {
  return [
    ...editsOf(text, scalarsOf(text), renaming, sibling),
    ...namedKeyEdits(text, renaming, sibling),
    ...commentEdits(commentsIn(text), renaming, sibling)
  ]
}

/** Likewise for some scalars of the text. */
export function editsOf(
  text: string,
  scalars: readonly Scalar[],
  renaming: Renaming,
  sibling: Sibling | undefined
): Edit[] {
  return scalars.flatMap(scalar => {
    const moved = destinationEdits(text, scalar, renaming)
    if (moved.length > 0) return moved
    return typeof scalar.value === 'string' && fateOf(scalar, renaming, sibling) === 'renamed'
      ? (renamedSpan(text, { ...scalar, value: scalar.value }, renaming) ?? [])
      : []
  })
}

/** What stays though it is the old name, as `role: secondary`, or holds it: it may be a word for something else. */
export function doubtfulIn(scalars: readonly Scalar[], renaming: Renaming, sibling: Sibling | undefined): string[] {
  return scalars.flatMap(scalar =>
    (scalar.value === renaming.from.name || !classifies(scalar.path)) &&
    fateOf(scalar, renaming, sibling) === 'doubtful'
      ? [`${keyOf(scalar.path)}: ${beginningOf(scalar.value as string)}`]
      : []
  )
}

function beginningOf(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79)}…` : value
}

/** What others say alike is shared, and stays. Where a sort of thing is written, only the example of another tells a name. */
function fateOf(scalar: Scalar, renaming: Renaming, sibling: Sibling | undefined): 'kept' | 'renamed' | 'doubtful' {
  const { value, path } = scalar
  if (typeof value !== 'string' || isFixed(scalar) || !renaming.names(value)) return 'kept'
  const theirs = sibling?.valueAt(scalar)
  if (theirs === value) return 'kept'
  if (renaming.text(value) === value) return movedDestination(scalar, renaming) ? 'kept' : 'doubtful'
  if (classifies(path)) return typeof theirs === 'string' && sibling?.isCalled(theirs) ? 'renamed' : 'doubtful'
  return sibling || mayCarryTheName(scalar, renaming) ? 'renamed' : 'doubtful'
}

/** Names that Kasten gives, and fields that name no cluster, whatever a cluster is called. */
function isFixed({ path, value }: Scalar): boolean {
  const key = path.at(-1)
  return key === 'apiVersion' || key === 'kind' || fixedWords.has(value as string)
}

const fixedWords = new Set(['kasten-io', 'kasten-io-mc', 'mc-join', 'mc-join-config'])

const namingKeys = new Set([
  'name',
  'path',
  'releaseName',
  'cluster-name',
  'namePrefix',
  'nameSuffix',
  'targetPath',
  'cluster',
  'host',
  'valueFiles',
  'resources',
  'fullnameOverride',
  'nameOverride'
])

/** With nothing to compare with, a part of a longer text counts only where names and paths are written. */
function mayCarryTheName({ path, value }: Scalar, { from }: Renaming): boolean {
  const text = value as string
  if (
    text === from.name ||
    holds(text, from.ingress.replace(/\/+$/, '')) ||
    holds(text, from.server) ||
    text === from.destinationName
  )
    return true
  if (urlOf(from.ingress)?.host !== undefined && holds(text, urlOf(from.ingress)!.host)) return true
  return (
    path.some(
      step => typeof step === 'string' && (namingKeys.has(step) || step === 'labels' || step === 'annotations')
    ) && !text.includes('://')
  )
}

function holds(text: string, part: string | undefined): boolean {
  return part !== undefined && part !== '' && text.includes(part)
}
