// Makes a repository of the loopback GitHub from a map of files or a folder, with one first commit on its default branch.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commitOf } from './github-commits.ts'
import { createGit } from './github-git.ts'
import type { Git } from './github-git.ts'
import { pushCommit } from './github-pull-life.ts'
import { branchSha, labelNamed, usualSettings } from './github-state.ts'
import type { Repository, Settings } from './github-state.ts'
import { editedTree, leavesOf } from './github-trees.ts'

/** Contents by path; null stands for no file. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>

/** A repository to be; with neither files nor folder it is empty, without any commit. */
export interface RepositoryGiven extends Partial<Settings> {
  readonly files?: Files
  /** A folder whose files, modes and links become the first commit; `.git` is left out. */
  readonly folder?: string
  readonly defaultBranch?: string
  readonly labels?: readonly string[]
  readonly collaborators?: readonly string[]
  readonly teams?: readonly string[]
  /** E-mail addresses to logins. */
  readonly people?: Readonly<Record<string, string>>
}

/** What repositories of a world share: where they lie, a clock, numbers. */
export interface Ground {
  readonly folder: string
  readonly now: () => string
  readonly newId: () => number
}

/** What is given, by name. */
export function createRepository(ground: Ground, name: string, given: RepositoryGiven): Repository {
  const { files, folder, defaultBranch = 'main', labels = [], collaborators = [], teams, people, ...settings } = given
  const [owner = '', short = ''] = name.split('/')
  const repository: Repository = {
    id: ground.newId(),
    owner,
    name: short,
    createdAt: ground.now(),
    defaultBranch,
    git: createGit(join(ground.folder, owner, `${short}.git`), defaultBranch),
    settings: { ...usualSettings, ...settings },
    threads: new Map(),
    comments: new Map(),
    labels: new Map(),
    verified: new Set(),
    collaborators: new Set([owner, ...collaborators]),
    teams: new Set(teams),
    people: new Map(Object.entries(people ?? {})),
    now: ground.now,
    newId: ground.newId
  }
  for (const label of labels) labelNamed(repository, label)
  const tree =
    folder === undefined ? files && fileTree(repository.git, undefined, files) : folderTree(repository, folder)
  if (tree !== undefined) {
    pushCommit(repository, defaultBranch, { tree: () => tree, login: owner, message: 'Begin\n' })
  }
  return repository
}

/** The tree that `base` becomes with these files. */
export function fileTree(git: Git, base: string | undefined, files: Files): string {
  const edits = Object.entries(files).map(([path, content]) => {
    const sha = content === null ? null : git.write('blob', Buffer.from(content))
    return [path, sha === null ? null : { mode: '100644', type: 'blob' as const, sha }] as const
  })
  return editedTree(git, base, new Map(edits))
}

function folderTree({ git }: Repository, folder: string): string {
  const scratch = mkdtempSync(join(tmpdir(), 'loopback-index-'))
  const env = { GIT_INDEX_FILE: join(scratch, 'index') }
  try {
    git.run(['--work-tree', folder, '-C', folder, 'add', '--all', '--force', '.'], { env })
    return git.run(['write-tree'], { env }).trim()
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

/** Text of every file of a branch by path; bytes that are no UTF-8 as `base64:…`. */
export function filesOf({ git }: Repository, branch: string): Record<string, string> {
  const commit = commitOf(git, git.ref(`refs/heads/${branch}`) ?? '')
  const leaves = commit ? [...leavesOf(git, commit.tree)] : []
  return Object.fromEntries(
    leaves.map(([path, { sha, type }]) => [path, type === 'commit' ? sha : readable(git.read(sha)?.data)])
  )
}

function readable(data: Buffer = Buffer.alloc(0)): string {
  const text = data.toString('utf8')
  return Buffer.from(text).equals(data) ? text : `base64:${data.toString('base64')}`
}

export const treeOf = (repository: Repository, branch: string): string =>
  commitOf(repository.git, branchSha(repository, branch) ?? '')?.tree ?? ''
