// The folder that a source's `path` means, under Argo CD's rules for paths.
import type { Folders } from './folders.ts'

/** The folder, or what is wrong with the path. argo-cd: util/app/path/path.go */
export type SourcePath = { readonly folder: string } | { readonly wrong: 'absolute' | 'leaves' | 'missing' | 'file' }

/** @param path as written; relative to the repository's root, `.` for the root itself */
export function sourcePathOf(path: string, folders: Folders): SourcePath {
  if (path.startsWith('/')) return { wrong: 'absolute' }
  const folder = cleaned(path)
  if (folder === undefined) return { wrong: 'leaves' }
  if (folders.has(folder)) return { folder }
  return { wrong: folders.isFile(folder) ? 'file' : 'missing' }
}

/** A relative path without `.`, `..` and empty steps; undefined when it leaves the root. */
export function cleaned(path: string): string | undefined {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return undefined
  }
  return steps.join('/')
}
