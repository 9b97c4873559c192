// The objects that kustomize wrote, each traced by its origin annotation to the resource's file, to a patch, to a generator, or to the kustomization.
import { isObject, type Json, type JsonObject, type Path } from '../../source/json.ts'
import { startOf, type Place } from '../../source/place.ts'
import { documentsOf, spanOf, type Document } from '../../source/yaml.ts'
import { insideBlock } from '../inside-block.ts'
import { manifestOf, valueAt, type Manifest, type Origin, type Part } from '../manifest.ts'
import { originOf, type Repository } from '../repository.ts'
import { cleaned } from '../source-path.ts'
import { generatedPlace, generatorsOf, makersOf } from './generated.ts'
import { closureOf, type Kustomization } from './kustomization.ts'

/** The annotation that `buildMetadata: [originAnnotations]` adds. */
export const originAnnotation = 'config.kubernetes.io/origin'

/** The objects of a text, or why it holds none that can be read. */
export function kustomizeOutputOf(
  text: string,
  top: Kustomization,
  repository: Repository
): readonly Manifest[] | { readonly wrong: string } {
  const { documents, problems } = documentsOf(text)
  if (problems.length > 0) return { wrong: `what kustomize gives is no YAML: ${problems[0]!.message}` }
  const patches = patchesOf(top, repository)
  const generators = generatorsOf(top)
  return documents.flatMap(({ value }) => {
    if (!isObject(value)) return []
    const object = withoutOrigin(value)
    const file = fileOf(value, top.folder)
    const written = file === undefined ? undefined : sourceOf(object, repository.files.get(file)?.manifests ?? [])
    const otherwise = (path: Path, part: Part): Place =>
      (written ? undefined : generatedPlace(makersOf(object, generators), path, part, repository)) ?? startOf(top.file)
    return manifestOf(object, originWith(object, written, patches, top.file, otherwise)) ?? []
  })
}

function fileOf(object: JsonObject, folder: string): string | undefined {
  const annotation = valueAt(object, ['metadata', 'annotations', originAnnotation])
  const path = typeof annotation === 'string' ? /^path: (.+)$/m.exec(annotation)?.[1] : undefined
  return path === undefined ? undefined : cleaned(folder === '' ? path : `${folder}/${path}`)
}

function withoutOrigin(object: JsonObject): JsonObject {
  const metadata = isObject(object.metadata) ? { ...object.metadata } : {}
  if (!isObject(metadata.annotations)) return object
  const { [originAnnotation]: _origin, ...annotations } = metadata.annotations
  if (Object.keys(annotations).length > 0) metadata.annotations = annotations
  else delete metadata.annotations
  return { ...object, metadata }
}

/** The object of the file that became this one: its kind is the same, its name is part of the new one. */
function sourceOf(object: JsonObject, candidates: readonly Manifest[]): Manifest | undefined {
  const name = valueAt(object, ['metadata', 'name'])
  const same = candidates.filter(({ kind }) => kind === object.kind)
  const found = same.filter(candidate => candidate.name === name)
  if (found.length === 1) return found[0]
  const parts = same.filter(
    candidate => typeof name === 'string' && candidate.name !== '' && name.includes(candidate.name)
  )
  return parts.length === 1 ? parts[0] : undefined
}

function originWith(
  object: JsonObject,
  written: Manifest | undefined,
  patches: readonly Patch[],
  file: string,
  otherwise: Origin['locate']
): Origin {
  return {
    file: written?.origin.file ?? file,
    locate(path, part) {
      const value = valueAt(object, path)
      const original = written && valueAt(written.object, path)
      if (written && (value === undefined || typeof value === 'object' || value === original)) {
        return written.origin.locate(path, part)
      }
      const changed =
        value === undefined ? [] : patches.flatMap(patch => patch.placeOf(object, path, value, part) ?? [])
      if (changed.length === 1) return changed[0]!
      return written && path[0] === 'metadata' && path[1] === 'name'
        ? written.origin.locate(path, part)
        : otherwise(path, part)
    }
  }
}

/** A patch of a kustomization: where it writes a value of an object. */
interface Patch {
  placeOf(object: JsonObject, path: Path, value: Json, part: Part): Place | undefined
}

function patchesOf(top: Kustomization, repository: Repository): Patch[] {
  return closureOf(top).flatMap(({ object, origin, folder }) => {
    const settings: Patch = { placeOf: (_object, path, value, part) => settingPlace(object, origin, path, value, part) }
    const written = ['patches', 'patchesStrategicMerge', 'patchesJson6902'].flatMap(field => {
      const list = object[field]
      return (Array.isArray(list) ? list : []).flatMap((entry, index) =>
        patchOf(entry, [field, index], origin, folder, repository)
      )
    })
    return [...written, settings]
  })
}

/** What the kustomization itself sets: the namespace, labels, annotations. */
function settingPlace(object: JsonObject, origin: Origin, path: Path, value: Json, part: Part): Place | undefined {
  const [first, second, third] = path
  if (first !== 'metadata') return undefined
  if (second === 'namespace' && object.namespace === value) return origin.locate(['namespace'], part)
  const field = second === 'labels' ? 'commonLabels' : second === 'annotations' ? 'commonAnnotations' : undefined
  if (field === undefined || third === undefined) return undefined
  return valueAt(object, [field, third]) === value ? origin.locate([field, third], part) : undefined
}

/** A patch in a file of its own, or written in the kustomization. */
function patchOf(entry: Json, at: Path, origin: Origin, folder: string, repository: Repository): Patch[] {
  const named = typeof entry === 'string' && !entry.includes('\n') ? entry : isObject(entry) ? entry.path : undefined
  if (typeof named === 'string') {
    const file = cleaned(folder === '' ? named : `${folder}/${named}`)
    const content = file === undefined ? undefined : repository.checkout.read(file)
    if (file === undefined || !content || 'refused' in content) return []
    return [
      textPatch(content.text, (document, path, part) => originOf(file, content.text, document).locate(path, part))
    ]
  }
  const text = typeof entry === 'string' ? entry : isObject(entry) ? entry.patch : undefined
  if (typeof text !== 'string') return []
  const block = (): Place => origin.locate(isObject(entry) ? [...at, 'patch'] : at, 'value')
  return [
    textPatch(text, (document, path, part) => {
      const span = spanOf(text, document, path, part)
      return span ? insideBlock(block(), text, span, repository) : block()
    })
  ]
}

function textPatch(text: string, locate: (document: Document, path: Path, part: Part) => Place): Patch {
  const { documents } = documentsOf(text)
  return {
    placeOf(object, path, value, part) {
      for (const document of documents) {
        if (Array.isArray(document.value)) {
          const index = document.value.findIndex(operation => isOperation(operation, path, value))
          if (index >= 0) return locate(document, [index, 'value'], part)
        } else if (isFor(document.value, object) && valueAt(document.value, path) === value) {
          return locate(document, path, part)
        }
      }
      return undefined
    }
  }
}

/** A JSON patch's operation that writes this value at this path. */
function isOperation(operation: Json, path: Path, value: Json): boolean {
  if (!isObject(operation) || operation.value !== value || typeof operation.path !== 'string') return false
  const steps = operation.path
    .slice(1)
    .split('/')
    .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'))
  return steps.length === path.length && steps.every((step, index) => step === String(path[index]))
}

/** Whether a strategic merge patch is for this object, whose name may have grown since. */
function isFor(patch: Json, object: JsonObject): boolean {
  if (!isObject(patch) || patch.kind !== object.kind) return false
  const name = valueAt(object, ['metadata', 'name'])
  const patched = valueAt(patch, ['metadata', 'name'])
  return typeof name === 'string' && typeof patched === 'string' && name.includes(patched)
}
