// What differs between two commits and whether they merge, asked of the real `git`, each question once.
import { commitOf } from './github-commits.ts'
import type { Git } from './github-git.ts'
import { record } from './github-http.ts'
import { entryAt } from './github-trees.ts'

export interface FileDiff {
  readonly path: string
  readonly previous?: string
  readonly status: 'added' | 'removed' | 'modified' | 'renamed'
  readonly additions: number
  readonly deletions: number
  /** Of the file after the change, or before it when removed. */
  readonly sha: string
}

/** Commits never change, so a question about two of them has one answer. */
const known = {
  files: new WeakMap<Git, Map<string, readonly FileDiff[]>>(),
  trees: new WeakMap<Git, Map<string, string>>()
}

function once<T>(asked: WeakMap<Git, Map<string, T>>, git: Git, from: string, to: string, ask: () => T): T {
  const answers = asked.get(git) ?? new Map<string, T>()
  asked.set(git, answers)
  const answer = answers.get(`${from} ${to}`) ?? ask()
  answers.set(`${from} ${to}`, answer)
  return answer
}

/** The changed files from one commit to another, by path; renames are found as GitHub finds them. */
export function filesBetween(git: Git, from: string, to: string): readonly FileDiff[] {
  return once(known.files, git, from, to, () => {
    const fields = git.run(['diff-tree', '-r', '-M', '-z', '--numstat', from, to]).split('\0')
    const files: FileDiff[] = []
    while (fields.length > 1) {
      const [additions, deletions, path] = (fields.shift() ?? '').split('\t')
      const [previous, after] = path === '' ? [fields.shift(), fields.shift()] : [undefined, path]
      files.push(fileDiff(git, [from, to], after ?? '', previous, [Number(additions) || 0, Number(deletions) || 0]))
    }
    return files
  })
}

function fileDiff(
  git: Git,
  commits: readonly [string, string],
  path: string,
  previous: string | undefined,
  [additions, deletions]: readonly [number, number]
): FileDiff {
  const [before, after] = commits.map((commit, side) =>
    entryAt(git, commitOf(git, commit)?.tree ?? '', side === 0 ? (previous ?? path) : path)
  )
  const status = previous !== undefined ? 'renamed' : !before ? 'added' : !after ? 'removed' : 'modified'
  return {
    path,
    ...(previous === undefined ? {} : { previous }),
    status,
    additions,
    deletions,
    sha: (after ?? before)?.sha ?? ''
  }
}

/** The tree that merging `head` into `base` gives, or undefined on a conflict. */
export function mergedTreeOf(git: Git, base: string, head: string): string | undefined {
  const tree = once(known.trees, git, base, head, () => {
    try {
      return git.run(['merge-tree', '--write-tree', base, head]).trim()
    } catch (error) {
      if (record(error)['status'] === 1) return ''
      throw error
    }
  })
  return tree === '' ? undefined : tree
}
