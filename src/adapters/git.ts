// What a clone's git directory says: where it came from, which branch it is on, and the files of another commit.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { History } from '../ports/probing.ts'
import { checkoutOf, type Checkout } from '../source/checkout.ts'

/** The clone around a folder. */
export interface Clone {
  /** Absolute path of the working tree's root. */
  readonly root: string
  /** The URL of the remote `origin`; undefined without one. */
  readonly origin: string | undefined
  /** The branch that is checked out; undefined when the head is detached. */
  readonly branch: string | undefined
  /** The default branch of the remote, when the clone knows it. */
  readonly defaultBranch: string | undefined
  /** `shallow`: older commits were left out; `empty`: there is no commit yet. */
  readonly history: Exclude<History, 'no clone'>
}

/** The clone that holds a folder; undefined when there is none. Reads files only: no git binary is needed. */
export function cloneAround(folder: string): Clone | undefined {
  for (let root = resolve(folder); ; root = dirname(root)) {
    const folderOrLink = join(root, '.git')
    if (existsSync(folderOrLink)) return cloneAt(root, gitFolderOf(folderOrLink))
    if (dirname(root) === root) return undefined
  }
}

function gitFolderOf(path: string): string {
  if (statSync(path).isDirectory()) return path
  const linked = /^gitdir: (.+)$/m.exec(readFileSync(path, 'utf8'))?.[1]
  return linked === undefined ? path : resolve(dirname(path), linked.trim())
}

function cloneAt(root: string, folder: string): Clone {
  const common = resolve(folder, textAt(join(folder, 'commondir'))?.trim() ?? '.')
  const config = textAt(join(common, 'config')) ?? ''
  const origin = /^\[remote "origin"\]\r?\n(?:(?!\[).*\n)*?[ \t]*url = (.+)$/m.exec(config)?.[1]
  const reference = (path: string): string | undefined =>
    /^ref: refs\/(?:heads|remotes\/origin)\/(.+)$/m.exec(textAt(path) ?? '')?.[1]
  const branch = reference(join(folder, 'HEAD'))
  return {
    root,
    origin: origin !== undefined && isOnNetwork(origin.trim()) ? withoutUser(origin.trim()) : undefined,
    branch,
    defaultBranch: reference(join(common, 'refs/remotes/origin/HEAD')),
    history: existsSync(join(common, 'shallow')) ? 'shallow' : hasCommit(common, branch) ? 'whole' : 'empty'
  }
}

/** A branch is born with its first commit. Where branches are kept in tables, it is taken to have one. */
function hasCommit(common: string, branch: string | undefined): boolean {
  if (branch === undefined || existsSync(join(common, 'reftable'))) return true
  const packed = textAt(join(common, 'packed-refs'))?.split(/\r?\n/) ?? []
  return existsSync(join(common, 'refs/heads', branch)) || packed.some(line => line.endsWith(` refs/heads/${branch}`))
}

/** A clone of a folder of the same machine says nothing about what Applications call the repository. */
function isOnNetwork(url: string): boolean {
  return /^(?:https?|ssh):\/\/|^[^/:]+@[^/:]+:/.test(url)
}

/** A clone's URL may carry a token: it is no business of ours. */
function withoutUser(url: string): string {
  return url.replace(/^(https?:\/\/)[^@/]*@/, '$1')
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Names that git takes for a commit, and never for an option. */
const commitName = /^(?!-)[A-Za-z0-9_./^~@{}-]{1,250}$/
const wanted = /\.(?:ya?ml|json)$/i
const most = 512 * 1024 * 1024

/**
 * The YAML and JSON files of a commit, read with the git on PATH.
 * @returns the reason when it can't be had: no git, no such commit, a shallow clone
 */
export function checkoutOfCommit(clone: Clone, commit: string): Checkout | { readonly reason: string } {
  if (!commitName.test(commit)) return { reason: `"${commit.slice(0, 80)}" is no name of a commit` }
  try {
    const listed = git(clone, ['ls-tree', '-r', '-z', '--full-tree', `${commit}^{commit}`]).toString('utf8')
    const blobs = listed.split('\0').flatMap(entry => blobOf(entry) ?? [])
    return filesOf(clone, blobs)
  } catch {
    return {
      reason: `this clone has no commit "${commit.slice(0, 80)}" (check out with fetch-depth: 0, or fetch it first)`
    }
  }
}

interface Blob {
  readonly sha: string
  readonly path: string
}

function blobOf(entry: string): Blob | undefined {
  const [, sha, path] = /^100\d{3} blob ([0-9a-f]{40,64})\t(.+)$/s.exec(entry) ?? []
  return sha !== undefined && path !== undefined ? { sha, path } : undefined
}

function filesOf(clone: Clone, blobs: readonly Blob[]): Checkout {
  const read = blobs.filter(({ path }) => wanted.test(path))
  const answer = git(clone, ['cat-file', '--batch'], read.map(({ sha }) => `${sha}\n`).join(''))
  const files: Record<string, string> = Object.fromEntries(blobs.map(({ path }) => [path, '']))
  let at = 0
  for (const { path } of read) {
    const headerEnd = answer.indexOf(10, at)
    const size = Number(answer.toString('latin1', at, headerEnd).split(' ')[2])
    files[path] = answer.toString('utf8', headerEnd + 1, headerEnd + 1 + size)
    at = headerEnd + 1 + size + 1
  }
  return checkoutOf(files)
}

function git(clone: Clone, args: readonly string[], input = ''): Buffer {
  const environment = { PATH: process.env.PATH, HOME: clone.root, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' }
  return execFileSync('git', ['-c', 'safe.directory=*', '-C', clone.root, ...args], {
    input,
    env: environment,
    maxBuffer: most,
    timeout: 60_000,
    stdio: ['pipe', 'pipe', 'ignore']
  })
}
