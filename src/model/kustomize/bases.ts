// The files of bases and components: kustomizations that others build on, whose objects reach a cluster only as those build them.
import { isObject, type Json } from '../../source/json.ts'
import { folderOf } from '../../source/checkout.ts'
import { documentAt } from '../document-at.ts'
import type { Folders } from '../folders.ts'
import type { Repository } from '../repository.ts'
import { cleaned } from '../source-path.ts'

/** Paths of the files with objects that some base or component of the repository names. */
export function baseFilesOf(repository: Repository, folders: Folders): Set<string> {
  const all = repository.checkout.paths.filter(path => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path))
  const named = new Map(all.map(file => [folderOf(file), namedIn(file, repository)]))
  const bases = new Set([...named.values()].flat().filter(path => folders.has(path)))
  return new Set([...bases].flatMap(folder => named.get(folder) ?? []).filter(path => folders.isFile(path)))
}

/** Paths that a kustomization names, of files and of folders. */
function namedIn(file: string, repository: Repository): string[] {
  const value = documentAt(file, repository)?.value
  if (value === undefined || !isObject(value)) return []
  return ['resources', 'bases', 'components'].flatMap(field => pathsIn(value[field], folderOf(file)))
}

function pathsIn(list: Json | undefined, folder: string): string[] {
  return (Array.isArray(list) ? list : []).flatMap(entry =>
    typeof entry === 'string' && !entry.startsWith('/')
      ? (cleaned(folder === '' ? entry : `${folder}/${entry}`) ?? [])
      : []
  )
}
