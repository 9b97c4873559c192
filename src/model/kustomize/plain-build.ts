// Builds a simple kustomization without the tool: resources, bases, a namespace, prefixes, labels and annotations.
import { isObject, type Json } from '../../source/json.ts'
import { groupOf, type Manifest } from '../manifest.ts'
import type { Repository } from '../repository.ts'
import { isEmpty, type Kustomization } from './kustomization.ts'
import { labelled, named, namespaced, type Pairs } from './transformed.ts'

const simple = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'resources',
  'bases',
  'namespace',
  'namePrefix',
  'nameSuffix',
  'labels',
  'commonLabels',
  'commonAnnotations',
  'sortOptions'
])

/** The objects; undefined when only kustomize can tell what they are. */
export function plainBuild(kustomization: Kustomization, repository: Repository): Manifest[] | undefined {
  const { object } = kustomization
  if (Object.keys(object).some(field => !simple.has(field) && !isEmpty(object[field]))) return undefined
  if (kustomization.components.length > 0 || (object.kind ?? 'Kustomization') !== 'Kustomization') return undefined
  const manifests: Manifest[] = []
  for (const resource of kustomization.resources) {
    const found =
      typeof resource === 'string' ? objectsIn(resource, kustomization, repository) : plainBuild(resource, repository)
    if (!found) return undefined
    for (const manifest of found) manifests.push(manifest)
  }
  return hasTwins(manifests) ? undefined : transformed(manifests, kustomization)
}

/** A file outside the kustomization's own folder is refused by kustomize, and so is one without objects. */
function objectsIn(path: string, { folder }: Kustomization, repository: Repository): readonly Manifest[] | undefined {
  const file = repository.files.get(path)
  if (!file || file.problems.length > 0 || file.manifests.length === 0) return undefined
  if (folder !== '' && !path.startsWith(`${folder}/`)) return undefined
  return file.manifests.every(({ name }) => name !== '') ? file.manifests : undefined
}

function hasTwins(manifests: readonly Manifest[]): boolean {
  const ids = manifests.map(m => `${groupOf(m)} ${m.kind} ${m.namespace ?? ''} ${m.name}`)
  return new Set(ids).size < ids.length
}

function transformed(manifests: readonly Manifest[], kustomization: Kustomization): Manifest[] | undefined {
  const { object, origin } = kustomization
  const { namespace, namePrefix, nameSuffix } = object
  const changesNames = !isEmpty(namePrefix) || !isEmpty(nameSuffix)
  const labels = labelsOf(kustomization)
  if (!labels) return undefined
  if (isEmpty(namespace) && !changesNames && labels.length === 0) return [...manifests]
  if (!manifests.every(manifest => isPlain(manifest, changesNames))) return undefined
  return manifests.map(manifest => {
    const inNamespace =
      typeof namespace === 'string' && namespace !== '' ? namespaced(manifest, namespace, origin) : manifest
    const renamed = changesNames ? named(inNamespace, textOf(namePrefix), textOf(nameSuffix)) : inNamespace
    return labels.reduce((labelling, set) => labelled(labelling, set, origin), renamed)
  })
}

function labelsOf({ object }: Kustomization): Pairs[] | undefined {
  const sets: Pairs[] = []
  for (const [index, entry] of (Array.isArray(object.labels) ? object.labels : []).entries()) {
    if (!isObject(entry) || !isEmpty(entry.fields)) return undefined
    if (isObject(entry.pairs)) sets.push({ field: 'labels', pairs: entry.pairs, path: ['labels', index, 'pairs'] })
  }
  const { commonLabels, commonAnnotations } = object
  if (isObject(commonLabels)) sets.push({ field: 'labels', pairs: commonLabels, path: ['commonLabels'] })
  if (isObject(commonAnnotations))
    sets.push({ field: 'annotations', pairs: commonAnnotations, path: ['commonAnnotations'] })
  return sets.every(({ pairs }) => Object.values(pairs).every(value => typeof value === 'string')) ? sets : undefined
}

/**
 * Whether kustomize touches nothing in an object but its metadata: so it is with custom resources, and with kinds of
 * the core that hold no reference. kubernetes-sigs/kustomize: api/internal/konfig/builtinpluginconsts
 */
function isPlain(manifest: Manifest, changesNames: boolean): boolean {
  const group = groupOf(manifest)
  if (group === '') {
    return (
      ['ConfigMap', 'Secret', 'Namespace'].includes(manifest.kind) ||
      (manifest.kind === 'ServiceAccount' && !changesNames)
    )
  }
  return group.includes('.') && !group.endsWith('.k8s.io')
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}
