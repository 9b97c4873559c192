// The files of a checkout as a value: which paths there are, and how to get the text of one.

/** The text of a file, or why it can't be had (too large, not UTF-8, binary, a link that leaves the checkout). */
export type FileText = { readonly text: string } | { readonly refused: string }

/** A tree of files. Paths are relative to the repository's root, with forward slashes, sorted by code unit. */
export interface Checkout {
  readonly paths: readonly string[]
  /** Links and folders that were left out while walking, each with the reason. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[]
  read(path: string): FileText
}

/**
 * A checkout held in memory.
 * @param files path to text
 */
export function checkoutOf(files: Readonly<Record<string, string>>): Checkout {
  const texts = new Map(Object.entries(files))
  return {
    paths: [...texts.keys()].sort(),
    refused: [],
    read(path) {
      const text = texts.get(path)
      return text === undefined ? { refused: 'no such file' } : { text }
    }
  }
}

/** What a file becomes: a text, the same as another one as it is, to the byte, or nothing, when it goes away. */
export type FileChange = string | { readonly sameAs: string } | undefined

/** The checkout as it would be after a change. */
export function changedCheckout(base: Checkout, changes: ReadonlyMap<string, FileChange>): Checkout {
  const paths = new Set(base.paths)
  for (const [path, change] of changes) {
    if (change === undefined) paths.delete(path)
    else paths.add(path)
  }
  return {
    paths: [...paths].sort(),
    refused: base.refused,
    read(path) {
      if (!changes.has(path)) return base.read(path)
      const change = changes.get(path)
      if (change === undefined) return { refused: 'no such file' }
      return typeof change === 'string' ? { text: change } : base.read(change.sameAs)
    }
  }
}

/** The folder part of a path: '' for a file at the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** The folders a file lies in, the nearest first, the root of the repository ('') last. */
export function foldersAbove(path: string): string[] {
  const folders: string[] = []
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    folders.push(folder)
    if (folder === '') return folders
  }
}

/** Whether a path lies in a folder, at any depth; every path lies in ''. */
export function liesIn(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`)
}
