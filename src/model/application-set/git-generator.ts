// The git generator, for this repository: one set of parameters for each folder, or for each object of each config file.
import { posix } from 'node:path'
import { isObject, setKey, type Json, type JsonObject, type Path } from '../../source/json.ts'
import { pathMatch } from '../../source/glob.ts'
import { normalized } from '../../source/template/argo-functions.ts'
import { elsewhereReason } from '../elsewhere.ts'
import { configFileOf, pathInFile, type ConfigFile } from './config-file.ts'
import { spend, within, type Expanding } from './context.ts'
import { flattened, pathOfFlat } from './flattened.ts'
import type { Generator } from './generator.ts'
import { selectedFilesOf } from './git-files.ts'
import { copied, mapOr, noTypes, ParamSet, type Trace, type Types } from './params.ts'
import { failing, unknowable } from './refusal.ts'
import { withValues } from './values.ts'

/** argo-cd: applicationset/generators/git.go */
export function gitSetsOf(generator: Generator, expanding: Expanding): ParamSet[] {
  const git = mapOr(generator.value.git)
  const path = [...generator.path, 'git']
  const url = typeof git.repoURL === 'string' ? git.repoURL : undefined
  const revision = typeof git.revision === 'string' ? git.revision : ''
  const elsewhere = elsewhereReason(url, revision, expanding.context.settings)
  if (elsewhere) throw unknowable(within(expanding, [...path, 'repoURL']), `its git generator: ${elsewhere}`)
  const sets = isFilled(git.directories)
    ? directorySets(git.directories, git, expanding)
    : isFilled(git.files)
      ? fileSets(git.files, git, [...path, 'files'], expanding)
      : undefined
  if (!sets) throw failing(within(expanding, path), 'its git generator names neither directories nor files')
  return sets.map(set => withValues(set, generator, 'git', expanding))
}

function isFilled(list: Json | undefined): list is Json[] {
  return Array.isArray(list) && list.length > 0
}

/** Patterns of path.Match; what one excludes stays out, whatever another one includes. A malformed pattern matches nothing. */
function directorySets(items: readonly Json[], git: JsonObject, expanding: Expanding): ParamSet[] {
  const patterns = items.filter(isObject).map(({ path, exclude }) => ({
    matches: pathMatch(typeof path === 'string' ? path : '') ?? (() => false),
    exclude: exclude === true
  }))
  const isWanted = (folder: string): boolean => {
    const matching = patterns.filter(({ matches }) => matches(folder))
    return matching.length > 0 && matching.every(({ exclude }) => !exclude)
  }
  return expanding.context
    .directories()
    .filter(isWanted)
    .map(folder => {
      const { params, types } = pathParams(folder, undefined, prefixOf(git), expanding)
      return new ParamSet(params, () => undefined, types)
    })
}

function fileSets(items: readonly Json[], git: JsonObject, path: Path, expanding: Expanding): ParamSet[] {
  return selectedFilesOf(items, path, expanding).flatMap(file => {
    const read = readOnce(file, expanding)
    if ('refused' in read) {
      const reason = `the file ${file} of its git generator: ${read.refused}`
      throw read.fails ? failing(within(expanding, path), reason) : unknowable(within(expanding, path), reason)
    }
    spend(expanding, read.objects.length, path)
    return read.objects.map((_, index) => fileSet(file, read, index, prefixOf(git), expanding))
  })
}

function readOnce(file: string, { context }: Expanding): ConfigFile {
  let read = context.configFiles.get(file)
  if (!read) context.configFiles.set(file, (read = configFileOf(context.repository, file)))
  return read
}

function fileSet(
  file: string,
  read: Extract<ConfigFile, { objects: readonly JsonObject[] }>,
  index: number,
  prefix: string,
  expanding: Expanding
): ParamSet {
  const object = read.objects[index]!
  const own = pathParams(posix.dirname(file), posix.basename(file), prefix, expanding)
  const { go } = expanding.language
  const params = go ? copied(object) : copied(flattened(object))
  for (const [key, value] of Object.entries(own.params)) setKey(params, key, value)
  const { origin } = read
  const traceOf = (path: Path): Trace | undefined => {
    const [first] = path
    if (!origin || Object.hasOwn(own.params, String(first))) return undefined
    const steps = go ? path : pathOfFlat(object, String(first))
    return steps && { origin, path: pathInFile(read, index, steps) }
  }
  return new ParamSet(params, traceOf, own.types, file)
}

function prefixOf({ pathParamPrefix }: JsonObject): string {
  return typeof pathParamPrefix === 'string' ? pathParamPrefix : ''
}

/** The parameters that a folder's path, and a file's name, give. */
function pathParams(
  folder: string,
  filename: string | undefined,
  prefix: string,
  expanding: Expanding
): { params: JsonObject; types: Types } {
  const basename = posix.basename(folder)
  const names = {
    basename,
    basenameNormalized: normalized(basename),
    ...(filename !== undefined && { filename, filenameNormalized: normalized(filename) })
  }
  const segments = folder.split('/')
  if (!expanding.language.go) return { params: flatPathParams(folder, segments, names, prefix), types: noTypes }
  const path = { path: folder, ...names, segments }
  return prefix === ''
    ? { params: { path }, types: { stringMaps: [], stringLists: [['path', 'segments']] } }
    : { params: { [prefix]: { path } }, types: { stringMaps: [], stringLists: [[prefix, 'path', 'segments']] } }
}

function flatPathParams(
  folder: string,
  segments: readonly string[],
  names: Readonly<Record<string, string>>,
  prefix: string
): JsonObject {
  const name = prefix === '' ? 'path' : `${prefix}.path`
  const params: JsonObject = { [name]: folder }
  for (const [key, value] of Object.entries(names)) params[`${name}.${key}`] = value
  for (const [index, segment] of segments.entries()) if (segment !== '') params[`${name}[${index}]`] = segment
  return params
}
