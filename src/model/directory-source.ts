// What Argo CD reads of a plain directory: which files, and the objects in them.
import { gobwasGlob } from '../source/glob.ts'
import { isObject } from '../source/json.ts'
import type { ApplicationSource } from './application.ts'
import type { Folders } from './folders.ts'
import { valueAt, type Manifest } from './manifest.ts'
import type { Repository } from './repository.ts'

/** A directory as read: whole, or with files in it that could not be. */
interface Directory {
  readonly manifests: Manifest[]
  readonly complete: boolean
}

/** What directories are read with; what several sources share is read once. */
export interface DirectoryReader {
  readonly repository: Repository
  readonly folders: Folders
  readonly unread: ReadonlySet<string>
  readonly directories: Map<string, Directory>
}

/** A reader that has read nothing yet. */
export function directoryReaderOf(repository: Repository, folders: Folders): DirectoryReader {
  const unread = new Set(repository.unread.map(({ file }) => file))
  return { repository, folders, unread, directories: new Map() }
}

/** The objects of a source's directory. A pattern that does not compile matches nothing. */
export function directorySource(
  source: ApplicationSource,
  folder: string,
  reader: DirectoryReader
): Directory & { readonly badPattern: boolean } {
  const options = directoryOptionsOf(source)
  const include = patternOf(options.include)
  const exclude = patternOf(options.exclude)
  const key = JSON.stringify([folder, options])
  let directory = reader.directories.get(key)
  if (!directory) {
    const wanted = (path: string): boolean => include !== null && !exclude?.(path) && (include?.(path) ?? true)
    directory = directoryOf(folder, options.recurse, wanted, reader)
    reader.directories.set(key, directory)
  }
  return { ...directory, badPattern: include === null || exclude === null }
}

interface DirectoryOptions {
  readonly recurse: boolean
  readonly include: string
  readonly exclude: string
}

function directoryOptionsOf(source: ApplicationSource): DirectoryOptions {
  const directory = valueAt(source.target.manifest.object, [...source.target.path, 'directory']) ?? null
  if (!isObject(directory)) return { recurse: false, include: '', exclude: '' }
  const text = (value: unknown): string => (typeof value === 'string' ? value : '')
  return { recurse: directory.recurse === true, include: text(directory.include), exclude: text(directory.exclude) }
}

/** A compiled pattern, undefined for none, null for one that does not compile: Argo CD then matches nothing by it. */
function patternOf(pattern: string): ((path: string) => boolean) | undefined | null {
  return pattern === '' ? undefined : (gobwasGlob(pattern) ?? null)
}

/** Argo CD's file filter is case-sensitive. argo-cd: reposerver/repository/repository.go manifestFile */
const manifestFile = /\.(?:yaml|yml|json|jsonnet)$/
const skipMarker = '+argocd:skip-file-rendering'

function directoryOf(
  folder: string,
  recurse: boolean,
  wanted: (path: string) => boolean,
  { repository, folders, unread }: DirectoryReader
): Directory {
  const below = folder === '' ? 0 : folder.length + 1
  const manifests: Manifest[] = []
  let complete = true
  for (const path of folders.filesIn(folder, recurse)) {
    if (!manifestFile.test(path) || !wanted(path.slice(below))) continue
    const file = repository.files.get(path)
    if (unread.has(path) || path.endsWith('.jsonnet') || (file && file.problems.length > 0)) complete = false
    if (!file || file.text.includes(skipMarker)) continue
    for (const manifest of file.manifests) manifests.push(manifest)
  }
  return { manifests, complete }
}
