// A kustomization in the repository with all it builds on, or what keeps it from being built here.
import { isObject, type Json, type JsonObject } from '../../source/json.ts'
import { nearest } from '../../source/nearest.ts'
import type { Place } from '../../source/place.ts'
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
  /** Set where kustomize itself would refuse it: the place to mend. */
  readonly failsAt?: Place
}

interface Reader {
  readonly repository: Repository
  readonly folders: Folders
  /** The folders on the way down: one that comes again is a cycle. */
  readonly above: readonly string[]
}

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** Source: kubernetes-sigs/kustomize, api/types/kustomization.go; any other is refused when it is read. */
const fields = new Set(
  'apiVersion kind metadata openapi namePrefix nameSuffix namespace commonLabels labels commonAnnotations patchesStrategicMerge patchesJson6902 patches images imageTags replacements replicas vars sortOptions resources components crds bases configMapGenerator secretGenerator helmGlobals helmCharts helmChartInflationGenerator generatorOptions configurations generators transformers validators buildMetadata'.split(
    ' '
  )
)
const lowerFields = new Set([...fields].map(field => field.toLowerCase()))

/** Go reads the names of fields without regard to case. */
const isKnownField = (field: string): boolean => lowerFields.has(field.toLowerCase())

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
  const odd = Object.keys(object).find(field => !isKnownField(field))
  if (odd !== undefined) {
    const meant = nearest(odd, fields)
    const wrong = `${file} has the field "${odd}", which kustomize does not know${meant === undefined ? '' : ` (did you mean ${meant}?)`}`
    return { wrong, failsAt: document.origin.locate([odd], 'key') }
  }
  const plugin = refused.find(field => !isEmpty(object[field]))
  if (plugin !== undefined) return { wrong: `${file} uses "${plugin}", which is not run here` }
  const remote = remoteNameIn(object)
  if (remote !== undefined) return { wrong: `${file} names "${remote}", which is not in this repository` }
  const below = { ...reader, above: [...above, folder] }
  const parts = (field: string): ReturnType<typeof allOf> =>
    allOf(listOf(object[field]), file, folder, below, index => document.origin.locate([field, index], 'value'))
  const [resources, bases, components] = [parts('resources'), parts('bases'), parts('components')]
  for (const part of [resources, bases, components]) if ('wrong' in part) return part
  return {
    folder,
    file,
    object,
    origin: document.origin,
    resources: [...partsIn(resources), ...partsIn(bases)],
    components: partsIn(components).filter(component => typeof component !== 'string')
  }
}

function allOf(
  entries: readonly Json[],
  file: string,
  folder: string,
  reader: Reader,
  placeOf: (index: number) => Place
): Parts | NotBuilt {
  const found: (string | Kustomization)[] = []
  for (const [index, entry] of entries.entries()) {
    const one = entryOf(entry, file, folder, reader, () => placeOf(index))
    if (typeof one !== 'string' && 'wrong' in one) return one
    found.push(one)
  }
  return found
}

type Parts = readonly (string | Kustomization)[]

const partsIn = (parts: Parts | NotBuilt): Parts => ('wrong' in parts ? [] : parts)

function entryOf(
  entry: Json,
  file: string,
  folder: string,
  reader: Reader,
  place: () => Place
): string | Kustomization | NotBuilt {
  if (typeof entry !== 'string') return { wrong: `${file} names a resource that is no string` }
  const path = entry.startsWith('/') ? undefined : cleaned(folder === '' ? entry : `${folder}/${entry}`)
  if (path !== undefined && reader.folders.isFile(path)) return path
  if (path !== undefined && reader.folders.has(path)) return readAt(path, reader)
  if (isRemote(entry)) return { wrong: `${file} builds on "${entry}", which is not in this repository` }
  if (path !== undefined && reader.folders.isInSubmodule(path))
    return { wrong: `${file} names "${entry}", which lies in a submodule that is not checked out` }
  const wrong = `${file} names "${entry}", which does not exist`
  return path === undefined ? { wrong } : { wrong, failsAt: place() }
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
