// The repository as Argo CD walks it: which folders there are, and the manifest files directly or anywhere below one.
import { folderOf, liesIn } from '../source/checkout.ts'
import type { Repository } from './repository.ts'

/** Folders of a checkout, looked up in constant time. */
export interface Folders {
  has(folder: string): boolean
  isFile(path: string): boolean
  /** Paths of the files in a folder, sorted; below it at any depth when `recurse`. */
  filesIn(folder: string, recurse: boolean): readonly string[]
  /** Whether a path that is not here lies in a submodule: Argo CD fetches those, and a checkout need not have. */
  isInSubmodule(path: string): boolean
}

/** Indexes the paths of a checkout. */
export function foldersOf(repository: Repository): Folders {
  const { paths } = repository.checkout
  const direct = new Map<string, string[]>([['', []]])
  for (const path of paths) {
    const folder = folderOf(path)
    const files = direct.get(folder)
    if (files) files.push(path)
    else addFolder(direct, folder, path)
  }
  const all = new Set(paths)
  const submodules = submodulesOf(repository)
  return {
    has: folder => direct.has(folder),
    isFile: path => all.has(path),
    filesIn: (folder, recurse) => (recurse ? allBelow(paths, folder) : (direct.get(folder) ?? [])),
    isInSubmodule: path => submodules.some(submodule => path === submodule || liesIn(path, submodule))
  }
}

/** The folders of submodules, as `.gitmodules` names them (https://git-scm.com/docs/gitmodules). */
function submodulesOf({ checkout }: Repository): string[] {
  const content = checkout.paths.includes('.gitmodules') ? checkout.read('.gitmodules') : undefined
  if (!content || !('text' in content)) return []
  return [...content.text.matchAll(/^[ \t]*path[ \t]*=[ \t]*"?([^"\r\n]+?)"?[ \t]*$/gm)].map(([, path]) => path!)
}

function addFolder(direct: Map<string, string[]>, folder: string, path: string): void {
  direct.set(folder, [path])
  for (let parent = folderOf(folder); !direct.has(parent); parent = folderOf(parent)) direct.set(parent, [])
}

/** The stretch of the sorted paths that begins with `folder/`, found by halving. */
function allBelow(paths: readonly string[], folder: string): readonly string[] {
  if (folder === '') return paths
  const prefix = `${folder}/`
  const from = firstNotBelow(paths, prefix)
  let to = from
  while (to < paths.length && paths[to]!.startsWith(prefix)) to++
  return paths.slice(from, to)
}

function firstNotBelow(paths: readonly string[], prefix: string): number {
  let low = 0
  let high = paths.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (paths[middle]! < prefix) low = middle + 1
    else high = middle
  }
  return low
}
