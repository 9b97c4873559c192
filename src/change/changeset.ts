// A change as data: which files it adds, changes and removes, and how that reads as a diff.
import { createTwoFilesPatch } from 'diff'
import type { Checkout, FileChange } from '../source/checkout.ts'

/** Path to what becomes of the file. */
export type Changeset = ReadonlyMap<string, FileChange>

/** One changed file. */
export interface ChangedFile {
  readonly path: string
  readonly status: 'added' | 'modified' | 'removed'
}

/** The files that a change touches, sorted; a file that would stay as it is is none of them. */
export function changedFilesOf(changes: Changeset, before: Checkout): ChangedFile[] {
  const there = new Set([...before.paths, ...before.refused.map(({ file }) => file)])
  return [...changes.keys()].sort().flatMap((path): ChangedFile[] => {
    const text = changes.get(path)
    if (!there.has(path)) return text === undefined ? [] : [{ path, status: 'added' }]
    if (text === undefined) return [{ path, status: 'removed' }]
    return textOf(before, path) === text ? [] : [{ path, status: 'modified' }]
  })
}

/** The whole change as a unified diff, as git would print it. */
export function diffOf(changes: Changeset, before: Checkout): string {
  return changedFilesOf(changes, before)
    .map(file => fileDiff(file, changes, before))
    .join('')
}

function fileDiff({ path, status }: ChangedFile, changes: Changeset, before: Checkout): string {
  const from = status === 'added' ? '/dev/null' : `a/${path}`
  const to = status === 'removed' ? '/dev/null' : `b/${path}`
  const head = `diff --git a/${path} b/${path}\n`
  const change = changes.get(path)
  if (typeof change === 'object') return `${head}similarity index 100%\ncopy from ${change.sameAs}\ncopy to ${path}\n`
  if (status === 'removed' && 'refused' in before.read(path)) return `${head}Binary files ${from} and ${to} differ\n`
  const old = status === 'added' ? '' : textOf(before, path)
  const patch = createTwoFilesPatch(from, to, old, change ?? '', '', '', { context: 3 })
  return `${head}${patch
    .replace(/^=+\n/, '')
    .replace(/^(--- .*?)\t$/m, '$1')
    .replace(/^(\+\+\+ .*?)\t$/m, '$1')}`
}

function textOf(checkout: Checkout, path: string): string {
  const content = checkout.read(path)
  return 'text' in content ? content.text : ''
}
