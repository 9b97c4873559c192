// A config file of a git generator: one mapping, or a list of them, each a set of parameters.
import { isObject, type Json, type JsonObject, type Path } from '../../source/json.ts'
import { documentsOf, type Document, type Reading } from '../../source/yaml.ts'
import type { Origin } from '../manifest.ts'
import { originOf, type Repository } from '../repository.ts'

/** What a config file gives, or why it gives nothing. `fails`: Argo CD cannot read it either. */
export type ConfigFile =
  | { readonly objects: readonly JsonObject[]; readonly origin: Origin | undefined; readonly isList: boolean }
  | { readonly refused: string; readonly fails: boolean }

/**
 * Reads a config file as sigs.k8s.io/yaml does: the first document counts, an empty one is one empty mapping, JSON is YAML.
 * argo-cd: applicationset/generators/git.go generateParamsFromGitFile
 */
export function configFileOf(repository: Repository, path: string): ConfigFile {
  const content = repository.checkout.read(path)
  if ('refused' in content) return { refused: content.refused, fails: false }
  const { text } = content
  const reading = documentsOf(text)
  if (reading.needsFallback) return { refused: 'its YAML is too unusual to be read here', fails: false }
  const first = firstDocumentOf(text, reading)
  const end = first?.index ?? 0
  const broken = reading.problems.find(({ kind, document }) => kind !== 'duplicate-key' && document <= end)
  if (broken) return { refused: broken.message, fails: true }
  return objectsOf(first?.value ?? null, first && originOf(path, text, first))
}

function objectsOf(value: Json, origin: Origin | undefined): ConfigFile {
  if (value === null) return { objects: [{}], origin, isList: false }
  if (isObject(value)) return { objects: [value], origin, isList: false }
  const objects = (Array.isArray(value) ? value : [false]).map(item => item ?? {})
  if (!objects.every(isObject)) return { refused: 'it holds neither a mapping nor a list of mappings', fails: true }
  return { objects, origin, isList: true }
}

/** The first document, unless what stands before it is an empty document that counts. */
function firstDocumentOf(text: string, { documents }: Reading): Document | undefined {
  const [first] = documents
  const before = first ? text.slice(0, first.start).replace(/^[%#\s].*$/gm, '') : ''
  return /^\s*(?:---[^\S\n]*\n?)?\s*$/.test(before) ? first : undefined
}

/** Where an object's parameter is written. */
export function pathInFile({ isList }: { readonly isList: boolean }, index: number, path: Path): Path {
  return isList ? [index, ...path] : path
}
