// A source with the overrides that lie in its folder: .argocd-source.yaml and .argocd-source-<application>.yaml.
import { isObject, setKey, type Json, type JsonObject, type Path } from '../../source/json.ts'
import { documentsOf } from '../../source/yaml.ts'
import { toolsIn, type ApplicationSource } from '../application.ts'
import type { Folders } from '../folders.ts'
import { valueAt, type Manifest, type Origin } from '../manifest.ts'
import { originOf, type Repository } from '../repository.ts'

interface Override {
  readonly patch: JsonObject
  readonly origin: Origin
}

/** Fields that an override cannot change. argo-cd: reposerver/repository/repository.go mergeSourceParameters */
const fixed = new Set(['repoURL', 'path', 'chart', 'targetRevision'])

/** The source as Argo CD takes it; what an override says is found in the override's file. The same when there is none. */
export function overriddenSource(
  source: ApplicationSource,
  folder: string,
  name: string,
  repository: Repository,
  folders: Folders
): ApplicationSource {
  const overrides = ['.argocd-source.yaml', `.argocd-source-${name}.yaml`].flatMap(file => {
    const path = folder === '' ? file : `${folder}/${file}`
    return folders.isFile(path) ? (overrideAt(path, repository) ?? []) : []
  })
  if (overrides.length === 0) return source
  const { path, manifest } = source.target
  const before = valueAt(manifest.object, path)
  const after = overrides.reduce<Json>((merged, { patch }) => mergePatch(merged, patch), before ?? {})
  const object = replacedAt(manifest.object, path, after)
  return {
    ...source,
    target: { path, manifest: { ...manifest, object, origin: originWith(manifest, path, overrides) } },
    tools: toolsIn(after)
  }
}

function overrideAt(path: string, repository: Repository): Override | undefined {
  const content = repository.checkout.read(path)
  if ('refused' in content) return undefined
  const document = documentsOf(content.text).documents[0]
  if (!document || !isObject(document.value)) return undefined
  const patch = Object.fromEntries(Object.entries(document.value).filter(([key]) => !fixed.has(key)))
  return { patch, origin: originOf(path, content.text, document) }
}

/** JSON merge patch, RFC 7396. */
function mergePatch(target: Json, patch: Json): Json {
  if (!isObject(patch)) return patch
  const merged: JsonObject = isObject(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key]
    else setKey(merged, key, mergePatch(Object.hasOwn(merged, key) ? merged[key]! : null, value))
  }
  return merged
}

function replacedAt(object: JsonObject, [step, ...rest]: Path, value: Json): JsonObject {
  const child = object[step!] ?? null
  const next =
    rest.length === 0
      ? value
      : Array.isArray(child)
        ? child.map((item, index) =>
            index === rest[0] ? (rest.length === 1 ? value : replacedAt(objectOf(item), rest.slice(1), value)) : item
          )
        : replacedAt(objectOf(child), rest, value)
  return { ...object, [step!]: next }
}

function objectOf(value: Json): JsonObject {
  return isObject(value) ? value : {}
}

function originWith(manifest: Manifest, prefix: Path, overrides: readonly Override[]): Origin {
  return {
    file: manifest.origin.file,
    locate(path, part) {
      const isBelow = path.length > prefix.length && prefix.every((step, index) => path[index] === step)
      const rest = path.slice(prefix.length)
      const found = isBelow && overrides.findLast(({ patch }) => valueAt(patch, rest) !== undefined)
      return found ? found.origin.locate(rest, part) : manifest.origin.locate(path, part)
    }
  }
}
