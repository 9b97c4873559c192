// A change as data: which files it adds, changes and removes, and how that reads as a diff.
import { createTwoFilesPatch } from 'diff'
import type { Checkout } from '../source/checkout.ts'

/** Path to the new text; undefined removes the file. */
export type Changeset = ReadonlyMap<string, string | undefined>

/** One changed file. */
export interface ChangedFile {
  readonly path: string
  readonly status: 'added' | 'modified' | 'removed'
}

/** The files that a change touches, sorted; a file that would stay as it is is none of them. */
export function changedFilesOf(changes: Changeset, before: Checkout): ChangedFile[] {
  const there = new Set(before.paths)
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
  const old = status === 'added' ? '' : textOf(before, path)
  const patch = createTwoFilesPatch(from, to, old, changes.get(path) ?? '', '', '', { context: 3 })
  return `diff --git a/${path} b/${path}\n${patch
    .replace(/^=+\n/, '')
    .replace(/^(--- .*?)\t$/m, '$1')
    .replace(/^(\+\+\+ .*?)\t$/m, '$1')}`
}

function textOf(checkout: Checkout, path: string): string {
  const content = checkout.read(path)
  return 'text' in content ? content.text : ''
}
