// Objects as kustomize's own transformers change them, each change traced to the kustomization that makes it.
import { isObject, type Json, type JsonObject, type Path } from '../../source/json.ts'
import { manifestOf, valueAt, type Manifest, type Origin } from '../manifest.ts'

/** A set of labels or annotations, and where in the kustomization it stands. */
export interface Pairs {
  readonly field: 'labels' | 'annotations'
  readonly pairs: Readonly<Record<string, Json>>
  readonly path: readonly (string | number)[]
}

/** Kinds whose names kustomize leaves alone. */
const keptNames = new Set(['Namespace', 'CustomResourceDefinition', 'APIService'])

/** With `namespace`: a Namespace is renamed, everything else moves there; kustomize takes unknown kinds for namespaced. */
export function namespaced(manifest: Manifest, namespace: string, origin: Origin): Manifest {
  const field = manifest.kind === 'Namespace' && manifest.apiVersion === 'v1' ? 'name' : 'namespace'
  const changed = (path: Path): Path | undefined => (isAt(path, 'metadata', field) ? ['namespace'] : undefined)
  return withMetadata(manifest, { [field]: namespace }, origin, changed)
}

/** With `namePrefix` and `nameSuffix`. The name stays traced to the object: both are part of it. */
export function named(manifest: Manifest, prefix: string, suffix: string): Manifest {
  if (keptNames.has(manifest.kind)) return manifest
  return withMetadata(manifest, { name: `${prefix}${manifest.name}${suffix}` }, manifest.origin, () => undefined)
}

/** With labels or annotations. */
export function labelled(manifest: Manifest, { field, pairs, path: at }: Pairs, origin: Origin): Manifest {
  const before = valueAt(manifest.object, ['metadata', field])
  const merged: JsonObject = { ...(isObject(before) ? before : {}), ...pairs }
  return withMetadata(manifest, { [field]: merged }, origin, path =>
    isAt(path, 'metadata', field, path[2]) && Object.hasOwn(pairs, String(path[2])) ? [...at, path[2]!] : undefined
  )
}

function withMetadata(
  manifest: Manifest,
  fields: Record<string, Json>,
  origin: Origin,
  changed: (path: Path) => Path | undefined
): Manifest {
  const { metadata } = manifest.object
  const object = { ...manifest.object, metadata: { ...(isObject(metadata) ? metadata : {}), ...fields } }
  const way: Origin = {
    file: manifest.origin.file,
    locate(path, part) {
      const at = changed(path)
      return at ? origin.locate(at, part) : manifest.origin.locate(path, part)
    }
  }
  return manifestOf(object, way) ?? manifest
}

function isAt(path: Path, ...wanted: readonly (string | number | undefined)[]): boolean {
  return path.length === wanted.length && wanted.every((step, index) => path[index] === step)
}
