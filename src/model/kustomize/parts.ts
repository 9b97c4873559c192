// The objects of the repository that a kustomization is made of: those it builds on, and those that are only patches.
import { isObject, type Json } from '../../source/json.ts'
import type { Manifest } from '../manifest.ts'
import type { Repository } from '../repository.ts'
import { cleaned } from '../source-path.ts'
import { closureOf, type Kustomization } from './kustomization.ts'

/** Objects in the files that a kustomization and its bases name. */
export interface Parts {
  readonly resources: readonly Manifest[]
  readonly patches: readonly Manifest[]
}

/** The parts of a kustomization. */
export function partsOf(top: Kustomization, { files }: Repository): Parts {
  const objectsIn = (paths: readonly string[]): Manifest[] => paths.flatMap(path => files.get(path)?.manifests ?? [])
  const all = closureOf(top)
  return {
    resources: objectsIn(all.flatMap(({ resources }) => resources.filter(resource => typeof resource === 'string'))),
    patches: objectsIn(all.flatMap(patchFiles))
  }
}

function patchFiles({ object, folder }: Kustomization): string[] {
  const entries = ['patches', 'patchesStrategicMerge', 'patchesJson6902'].flatMap((field): Json[] => {
    const list = object[field]
    return Array.isArray(list) ? list : []
  })
  return entries.flatMap(entry => {
    const path = isObject(entry) ? entry.path : entry
    if (typeof path !== 'string' || path.includes('\n')) return []
    return cleaned(folder === '' ? path : `${folder}/${path}`) ?? []
  })
}
