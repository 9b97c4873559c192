// A Kubernetes object as it would be applied, with the way back to the text that says so.
import { isObject, type Json, type JsonObject, type Path } from '../source/json.ts'
import type { Place } from '../source/place.ts'

/** Which side of a `key: value` a place is wanted for. */
export type Part = 'key' | 'value'

/** How to find the text behind an object: a file's own document, a template and its values, a generator's element. */
export interface Origin {
  /** The file that a person would open for the object as a whole. */
  readonly file: string
  /**
   * The place a person would edit to change what stands at `path`; the nearest that exists where the path does not.
   */
  locate(path: Path, part: Part): Place
}

/** One object, whole. Nothing in it is checked: `kind` and the rest are '' where the text has no string there. */
export interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  /** `metadata.namespace` as written. */
  readonly namespace: string | undefined
  readonly object: JsonObject
  readonly origin: Origin
}

/** Something in a manifest that can be pointed at. */
export interface Target {
  readonly manifest: Manifest
  readonly path: Path
  /** 'value' when absent. */
  readonly part?: Part
}

/** A value that remembers where it was written. */
export interface Located<T = Json> extends Target {
  readonly value: T
}

/** A manifest from a decoded document; undefined when it is not an object with a kind (Kubernetes would refuse it). */
export function manifestOf(value: Json, origin: Origin): Manifest | undefined {
  if (!isObject(value) || typeof value.kind !== 'string' || value.kind === '') return undefined
  const metadata = isObject(value.metadata) ? value.metadata : {}
  return {
    apiVersion: typeof value.apiVersion === 'string' ? value.apiVersion : '',
    kind: value.kind,
    name: typeof metadata.name === 'string' ? metadata.name : '',
    namespace: typeof metadata.namespace === 'string' && metadata.namespace !== '' ? metadata.namespace : undefined,
    object: value,
    origin
  }
}

/** The API group of a manifest: 'external-secrets.io' of 'external-secrets.io/v1', '' for the core group. */
export function groupOf(manifest: Manifest): string {
  const slash = manifest.apiVersion.indexOf('/')
  return slash < 0 ? '' : manifest.apiVersion.slice(0, slash)
}

/** What stands at a path, or undefined: null counts as absent, as it does for the Kubernetes API. */
export function valueAt(root: Json, path: Path): Json | undefined {
  let value: Json | undefined = root
  for (const step of path) {
    if (Array.isArray(value)) value = typeof step === 'number' ? value[step] : undefined
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[step]
    else return undefined
  }
  return value ?? undefined
}

/** The located value at a path; undefined when nothing, or null, stands there. */
export function at(manifest: Manifest, ...path: Path): Located | undefined {
  const value = valueAt(manifest.object, path)
  return value === undefined ? undefined : { manifest, path, value }
}

/** As `at`, only when a string stands there. */
export function stringAt(manifest: Manifest, ...path: Path): Located<string> | undefined {
  const found = at(manifest, ...path)
  return typeof found?.value === 'string' ? (found as Located<string>) : undefined
}

/** As `at`, only when a mapping stands there. */
export function objectAt(manifest: Manifest, ...path: Path): Located<JsonObject> | undefined {
  const found = at(manifest, ...path)
  return found && isObject(found.value) ? (found as Located<JsonObject>) : undefined
}

/** The items of the list at a path, each located; none when no list stands there. */
export function itemsAt(manifest: Manifest, ...path: Path): Located[] {
  const list = valueAt(manifest.object, path)
  if (!Array.isArray(list)) return []
  return list.map((value, index) => ({ manifest, path: [...path, index], value }))
}

/** The located value below a located one. */
export function below(parent: Target, ...path: Path): Located | undefined {
  return at(parent.manifest, ...parent.path, ...path)
}

/** The located string below a located value. */
export function stringBelow(parent: Target, ...path: Path): Located<string> | undefined {
  return stringAt(parent.manifest, ...parent.path, ...path)
}

/** The annotation of a manifest; annotation values that are no strings are no annotations. */
export function annotationOf(manifest: Manifest, name: string): Located<string> | undefined {
  return stringAt(manifest, 'metadata', 'annotations', name)
}

/** Where a target is written. */
export function placeOf(target: Target): Place {
  return target.manifest.origin.locate(target.path, target.part ?? 'value')
}

/** The target to point at for an object as a whole: its kind. */
export function whole(manifest: Manifest): Target {
  return { manifest, path: ['kind'] }
}

/** The key of a located value, to point at a setting rather than at what it is set to. */
export function keyOf(target: Target): Target {
  return { manifest: target.manifest, path: target.path, part: 'key' }
}
