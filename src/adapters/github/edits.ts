// What a change would do to a tree: the files it really changes, in order, and the tree that results.
import type { BaseTree, FileChanges, Proposed } from '../../ports/github.ts'
import { Fault } from '../../ports/trouble.ts'
import { blobSha, treeSha } from './objects.ts'
import type { Leaf } from './objects.ts'

/** One file to be written or removed. Nothing here equals what the base has. */
export interface Edit {
  readonly path: string
  readonly status: Proposed['changes'][number]['status']
  /** The new content with its mode and SHA. Undefined when the file goes away; without a text it is there already. */
  readonly becomes: { readonly text: string | undefined; readonly mode: string; readonly sha: string } | undefined
}

const plainFile = '100644'
const executable = '100755'
const link = '120000'

/**
 * The edits that a change makes to a base, sorted by path; what is so already is left out. Throws Fault for a path
 * that can't be written.
 */
export function editsOf(base: BaseTree, changes: FileChanges): Edit[] {
  const known = new Map(base.files.map(file => [file.path, file]))
  return [...changes]
    .map(([path, change]) =>
      typeof change === 'object'
        ? copyOf(path, known.get(change.sameAs), known.get(path))
        : editOf(path, change, known.get(path))
    )
    .filter(edit => edit !== undefined)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function editOf(path: string, text: string | undefined, there: Leaf | undefined): Edit | undefined {
  refuseOdd(path)
  if (text === undefined && there?.mode === link) return { path, status: 'removed', becomes: undefined }
  if (there && there.mode !== plainFile && there.mode !== executable) {
    throw new Fault('conflict', `${path} is a link or a submodule on the base and can't be changed as a file`)
  }
  if (text === undefined) return there && { path, status: 'removed', becomes: undefined }
  const sha = blobSha(Buffer.from(text))
  if (there?.sha === sha) return undefined
  return { path, status: there ? 'modified' : 'added', becomes: { text, mode: there?.mode ?? plainFile, sha } }
}

/** Git's own object once more, under another path: no byte of it is read. */
function copyOf(path: string, from: Leaf | undefined, there: Leaf | undefined): Edit | undefined {
  refuseOdd(path)
  if (!from || there)
    throw new Fault('conflict', `${path} can't be made a copy: ${from ? 'it' : 'the original'} changed meanwhile`)
  return { path, status: 'added', becomes: { text: undefined, mode: from.mode, sha: from.sha } }
}

function refuseOdd(path: string): void {
  if (!isOrdinary(path)) throw new Fault('rejected', `${JSON.stringify(path)} is not a path that may be written`)
}

/** A relative path of plain segments, none of them Git's own. */
function isOrdinary(path: string): boolean {
  const parts = path.split('/')
  return (
    !/[\p{Cc}\\]/u.test(path) && parts.every(part => !['', '.', '..'].includes(part) && part.toLowerCase() !== '.git')
  )
}

/** What the base holds after the edits, by path. */
export function leavesAfter(base: BaseTree, edits: readonly Edit[]): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>(base.files.map(file => [file.path, file]))
  for (const { path, becomes } of edits) {
    if (becomes) leaves.set(path, { path, ...becomes })
    else leaves.delete(path)
  }
  return leaves
}

/**
 * The SHA of the tree after the edits, computed here. Undefined when this arithmetic doesn't even give the base's own
 * SHA, which is so for trees that no modern Git writes. Throws Fault when a file would have to be a folder too.
 */
export function treeShaAfter(base: BaseTree, edits: readonly Edit[]): string | undefined {
  const after = treeSha(leavesAfter(base, edits).values())
  if (after === undefined)
    throw new Fault('conflict', 'A path of the change is a folder where the base has a file, or the reverse')
  return treeSha(base.files) === base.treeSha ? after : undefined
}
