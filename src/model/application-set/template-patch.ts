// The templatePatch of an ApplicationSet: a strategic merge patch over each generated Application.
import { isObject, setKey, type Json, type JsonObject, type Path } from '../../source/json.ts'
import { documentsOf, type Document } from '../../source/yaml.ts'
import { copied } from './params.ts'

/** A rendered patch, read; or why it is none. */
export type Patch = { readonly document: Document | undefined; readonly object: JsonObject } | PatchRefusal

interface PatchRefusal {
  readonly refused: string
  readonly fails: boolean
}

/** Reads a rendered patch: YAML or JSON. An empty one changes nothing. */
export function patchOf(text: string): Patch {
  const { documents, problems, needsFallback } = documentsOf(text)
  if (needsFallback) return { refused: 'its templatePatch is too unusual to be read here', fails: false }
  const [document] = documents
  if (problems.some(({ kind }) => kind !== 'duplicate-key'))
    return { refused: 'its templatePatch, rendered, is no YAML', fails: true }
  const value = document?.value ?? {}
  return isObject(value)
    ? { document, object: value }
    : { refused: 'its templatePatch, rendered, is no mapping', fails: true }
}

/**
 * An Application with a patch laid over it. Lists are replaced, save for finalizers, which are joined; null takes a key away; the project
 * stays. argo-cd: applicationset/controllers/template/patch.go, k8s.io/apimachinery pkg/util/strategicpatch
 */
export function patched(application: JsonObject, patch: JsonObject): { readonly object: JsonObject } | PatchRefusal {
  const result = merged(application, patch, [])
  if ('refused' in result) return result.refused
  const { project } = isObject(application.spec) ? application.spec : { project: null }
  const spec = isObject(result.value.spec) ? copied(result.value.spec) : {}
  setKey(spec, 'project', project ?? 'default')
  return { object: { ...result.value, spec } }
}

type Merged = { readonly value: JsonObject } | { readonly refused: PatchRefusal }

function merged(original: JsonObject, patch: JsonObject, path: Path): Merged {
  const { $patch: directive, ...rest } = patch
  if (directive === 'replace') return { value: rest }
  if (directive === 'delete') return { value: {} }
  const result = copied(original)
  for (const [key, value] of Object.entries(rest)) {
    if (key.startsWith('$')) return refused(`its templatePatch uses the directive ${key.split('/')[0]}`, false)
    const present = Object.hasOwn(result, key) ? result[key]! : undefined
    if (isBytes(path) && isSameKind(present, value)) return refused(notInBytes, true)
    if (value === null) delete result[key]
    else if (isObject(value)) {
      const below = merged(isObject(present) ? present : {}, value, [...path, key])
      if ('refused' in below) return below
      setKey(result, key, below.value)
    } else setKey(result, key, listOr(present, value, [...path, key]))
  }
  return { value: result }
}

function refused(reason: string, fails: boolean): Merged {
  return { refused: { refused: reason, fails } }
}

const notInBytes = 'its templatePatch merges a map or a list inside valuesObject, which Kubernetes cannot'

function isSameKind(present: Json | undefined, value: Json): boolean {
  return (isObject(present) && isObject(value)) || (Array.isArray(present) && Array.isArray(value))
}

/** Kubernetes knows no keys below what Argo CD keeps as bytes: "unable to find api field in struct RawExtension". */
function isBytes(path: Path): boolean {
  return path.at(-1) === 'valuesObject'
}

function listOr(present: Json | undefined, value: Json, path: Path): Json {
  const joins = path.join('.') === 'metadata.finalizers' && Array.isArray(present) && Array.isArray(value)
  return joins ? [...new Set([...present, ...value])] : value
}
