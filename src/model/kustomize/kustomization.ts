// A kustomization in the repository with all it builds on, or what keeps it from being built here.
import { isObject, type Json, type JsonObject } from '../../source/json.ts'
import { documentAt } from '../document-at.ts'
import type { Folders } from '../folders.ts'
import type { Origin } from '../manifest.ts'
import type { Repository } from '../repository.ts'
import { cleaned } from '../source-path.ts'

/** A kustomization, read with its bases and components. Everything it names is in the repository. */
export interface Kustomization {
  readonly folder: string
  /** The path of its file. */
  readonly file: string
  readonly object: JsonObject
  readonly origin: Origin
  /** In order: a path of a file with objects, or a kustomization. */
  readonly resources: readonly (string | Kustomization)[]
  readonly components: readonly Kustomization[]
}

/** Why it can't be built. */
export interface NotBuilt {
  readonly wrong: string
}

interface Reader {
  readonly repository: Repository
  readonly folders: Folders
  /** The folders on the way down: one that comes again is a cycle. */
  readonly above: readonly string[]
}

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** Fields that fetch, or run a program or a plugin. */
const refused = ['helmCharts', 'helmChartInflationGenerator', 'generators', 'transformers', 'validators']

/** The kustomization of a folder. */
export function kustomizationOf(folder: string, repository: Repository, folders: Folders): Kustomization | NotBuilt {
  return readAt(folder, { repository, folders, above: [] })
}

function readAt(folder: string, reader: Reader): Kustomization | NotBuilt {
  const { folders, repository, above } = reader
  const shown = folder === '' ? 'the root' : folder
  if (above.includes(folder)) return { wrong: `${shown} builds on itself` }
  const inside = (name: string): string => (folder === '' ? name : `${folder}/${name}`)
  const files = names.map(inside).filter(path => folders.isFile(path))
  const [file] = files
  if (file === undefined) return { wrong: `${shown} holds no kustomization.yaml` }
  if (files.length > 1) return { wrong: `${shown} holds more than one kustomization file` }
  const document = documentAt(file, repository)
  if (!document || !isObject(document.value)) return { wrong: `${file} can't be read` }
  const object = document.value
  const plugin = refused.find(field => !isEmpty(object[field]))
  if (plugin !== undefined) return { wrong: `${file} uses "${plugin}", which is not run here` }
  const remote = remoteNameIn(object)
  if (remote !== undefined) return { wrong: `${file} names "${remote}", which is not in this repository` }
  const below = { ...reader, above: [...above, folder] }
  const resources = allOf([...listOf(object.resources), ...listOf(object.bases)], file, folder, below)
  if ('wrong' in resources) return resources
  const components = allOf(listOf(object.components), file, folder, below)
  if ('wrong' in components) return components
  return {
    folder,
    file,
    object,
    origin: document.origin,
    resources,
    components: components.filter(component => typeof component !== 'string')
  }
}

function allOf(
  entries: readonly Json[],
  file: string,
  folder: string,
  reader: Reader
): readonly (string | Kustomization)[] | NotBuilt {
  const found: (string | Kustomization)[] = []
  for (const entry of entries) {
    const one = entryOf(entry, file, folder, reader)
    if (typeof one !== 'string' && 'wrong' in one) return one
    found.push(one)
  }
  return found
}

function entryOf(entry: Json, file: string, folder: string, reader: Reader): string | Kustomization | NotBuilt {
  if (typeof entry !== 'string') return { wrong: `${file} names a resource that is no string` }
  const path = entry.startsWith('/') ? undefined : cleaned(folder === '' ? entry : `${folder}/${entry}`)
  if (path !== undefined && reader.folders.isFile(path)) return path
  if (path !== undefined && reader.folders.has(path)) return readAt(path, reader)
  if (isRemote(entry)) return { wrong: `${file} builds on "${entry}", which is not in this repository` }
  return { wrong: `${file} names "${entry}", which does not exist` }
}

/** Fields whose texts are no names of files. */
const words = new Set([
  'patch',
  'pairs',
  'commonLabels',
  'commonAnnotations',
  'literals',
  'options',
  'images',
  'metadata',
  'replicas'
])

/** A URL where kustomize would take one for a file to fetch. */
function remoteNameIn(value: Json): string | undefined {
  if (typeof value === 'string') return /^\w[\w+.-]*:\/\/|^git@|^git::/.test(value) ? value : undefined
  const parts = isObject(value)
    ? Object.entries(value).flatMap(([key, child]) => (words.has(key) ? [] : [child]))
    : Array.isArray(value)
      ? value
      : []
  for (const part of parts) {
    const found = remoteNameIn(part)
    if (found !== undefined) return found
  }
  return undefined
}

function isRemote(entry: string): boolean {
  return /:\/\/|^git@|\?ref=|^[\w-]+(?:\.[\w-]+)+\/.+\/.+/.test(entry)
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

/** Whether a field says nothing. */
export function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0
}

/** A kustomization and all it builds on, each once. */
export function closureOf(top: Kustomization): Kustomization[] {
  const all = new Map<string, Kustomization>()
  const visit = (kustomization: Kustomization): void => {
    if (all.has(kustomization.folder)) return
    all.set(kustomization.folder, kustomization)
    for (const part of [...kustomization.resources, ...kustomization.components]) {
      if (typeof part !== 'string') visit(part)
    }
  }
  visit(top)
  return [...all.values()]
}
