// Git's names for contents, the SHA-1 of a blob and of a tree, computed here so that comparing needs no write.
import { createHash } from 'node:crypto'

/** What a tree holds at a path: Git's mode as the API writes it (`100644`), and the object's SHA-1. */
export interface Leaf {
  readonly path: string
  readonly mode: string
  readonly sha: string
}

/** The SHA-1 that Git gives a file of these bytes (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects). */
export function blobSha(bytes: Uint8Array): string {
  return sha1('blob', bytes)
}

/**
 * The SHA-1 that Git gives the tree of exactly these files, links and submodules.
 * Undefined when a path is both a file and a folder, which no tree can hold.
 */
export function treeSha(leaves: Iterable<Leaf>): string | undefined {
  const root: Folder = new Map()
  for (const leaf of leaves) {
    if (!put(root, leaf.path.split('/'), leaf)) return undefined
  }
  return folderSha(root)
}

type Folder = Map<string, Folder | Leaf>

function put(folder: Folder, [name = '', ...rest]: readonly string[], leaf: Leaf): boolean {
  const there = folder.get(name)
  if (rest.length === 0) {
    folder.set(name, leaf)
    return there === undefined
  }
  const inner = there ?? new Map<string, Folder | Leaf>()
  if (!(inner instanceof Map)) return false
  folder.set(name, inner)
  return put(inner, rest, leaf)
}

function folderSha(folder: Folder): string {
  const entries = [...folder].map(([name, what]) => entryOf(name, what))
  entries.sort((a, b) => Buffer.compare(a.order, b.order))
  return sha1('tree', Buffer.concat(entries.map(({ bytes }) => bytes)))
}

/** Git orders a folder as if its name ended with a slash, and writes modes without the leading zero. */
function entryOf(name: string, what: Folder | Leaf): { order: Buffer; bytes: Buffer } {
  const isFolder = what instanceof Map
  const head = `${isFolder ? '40000' : what.mode.replace(/^0+/, '')} ${name}\0`
  const sha = isFolder ? folderSha(what) : what.sha
  return {
    order: Buffer.from(isFolder ? `${name}/` : name),
    bytes: Buffer.concat([Buffer.from(head), Buffer.from(sha, 'hex')])
  }
}

function sha1(type: 'blob' | 'tree', bytes: Uint8Array): string {
  return createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')
}
