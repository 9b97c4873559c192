// Git trees as values: read, edited and compared over the object store.
import type { Git, ObjectType } from './github-git.ts'

/** Modes are written as the API writes them: six digits, `040000` for a folder. */
export interface TreeEntry {
  readonly mode: string
  readonly type: ObjectType
  readonly sha: string
}

/** What is to be at a path of an edited tree: an entry, or null for nothing. */
export type TreeEdits = ReadonlyMap<string, TreeEntry | null>

/** One level of a tree by name, in Git's order. Empty for the undefined tree. */
export function entriesOf(git: Git, tree: string | undefined): Map<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>()
  const data = (tree === undefined ? undefined : git.read(tree)?.data) ?? Buffer.alloc(0)
  let at = 0
  while (at < data.length) {
    const space = data.indexOf(32, at)
    const end = data.indexOf(0, space)
    const mode = data.toString('latin1', at, space).padStart(6, '0')
    const sha = data.toString('hex', end + 1, end + 21)
    entries.set(data.toString('utf8', space + 1, end), { mode, type: typeOf(mode), sha })
    at = end + 21
  }
  return entries
}

export function typeOf(mode: string): ObjectType {
  return mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob'
}

/** Everything below a tree by path, folders before what they hold, as the API lists it. */
export function allEntriesOf(git: Git, tree: string, prefix = ''): Map<string, TreeEntry> {
  const all = new Map<string, TreeEntry>()
  for (const [name, entry] of entriesOf(git, tree)) {
    all.set(prefix + name, entry)
    if (entry.type !== 'tree') continue
    for (const [path, inner] of allEntriesOf(git, entry.sha, `${prefix}${name}/`)) all.set(path, inner)
  }
  return all
}

/** The files (and links and submodules) below a tree by path. */
export function leavesOf(git: Git, tree: string): Map<string, TreeEntry> {
  return new Map([...allEntriesOf(git, tree)].filter(([, entry]) => entry.type !== 'tree'))
}

/** What is at a path of a tree. */
export function entryAt(git: Git, tree: string, path: string): TreeEntry | undefined {
  const [name = '', ...rest] = path.split('/')
  const entry = entriesOf(git, tree).get(name)
  if (rest.length === 0 || entry?.type !== 'tree') return rest.length === 0 ? entry : undefined
  return entryAt(git, entry.sha, rest.join('/'))
}

/** Writes the tree that `base` becomes under the edits and returns its SHA; folders left empty vanish. */
export function editedTree(git: Git, base: string | undefined, edits: TreeEdits): string {
  const entries = entriesOf(git, base)
  for (const [name, inner] of byFirstName(edits)) {
    const whole = inner.get('')
    if (whole === null) entries.delete(name)
    else if (whole) entries.set(name, whole)
    inner.delete('')
    if (inner.size === 0) continue
    const old = entries.get(name)
    const sha = editedTree(git, old?.type === 'tree' ? old.sha : undefined, inner)
    if (sha === emptyTree) entries.delete(name)
    else entries.set(name, { mode: '040000', type: 'tree', sha })
  }
  return writtenTree(git, entries)
}

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

function byFirstName(edits: TreeEdits): Map<string, Map<string, TreeEntry | null>> {
  const grouped = new Map<string, Map<string, TreeEntry | null>>()
  for (const [path, edit] of edits) {
    const slash = path.indexOf('/')
    const name = slash < 0 ? path : path.slice(0, slash)
    const inner = grouped.get(name) ?? new Map<string, TreeEntry | null>()
    grouped.set(name, inner.set(slash < 0 ? '' : path.slice(slash + 1), edit))
  }
  return grouped
}

function writtenTree(git: Git, entries: ReadonlyMap<string, TreeEntry>): string {
  const parts = [...entries].map(([name, { mode, type, sha }]) => ({
    order: Buffer.from(type === 'tree' ? `${name}/` : name),
    bytes: Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`), Buffer.from(sha, 'hex')])
  }))
  parts.sort((a, b) => Buffer.compare(a.order, b.order))
  return git.write('tree', Buffer.concat(parts.map(part => part.bytes)))
}
