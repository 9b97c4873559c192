// Reads branches, commits, listings and texts of a repository through the Git Data API, and keeps what can't change.
import { Fault } from '../../ports/trouble.ts'
import type { BaseTree, TreeFile } from '../../ports/github.ts'
import type { Checkout } from '../../source/checkout.ts'
import { listOf, numberOf, objectIn, partOf, shaOf, textOf } from './answers.ts'
import type { Answer } from './answers.ts'
import type { Client } from './client.ts'
import { isRefusal, shown } from './faults.ts'
import type { Errand } from './errand.ts'
import { blobSha } from './objects.ts'

/** A commit, as far as a proposal must know it. */
export interface Commit {
  readonly sha: string
  readonly treeSha: string
  readonly parents: readonly string[]
  readonly verified: boolean | undefined
}

/** What can be read of a repository's Git data. Everything throws Fault. */
export interface Trees {
  readonly defaultBranch: () => Promise<string>
  /** The tip of a branch with its listing. A branch that isn't there is a Fault. */
  readonly treeOf: (branch: string) => Promise<BaseTree>
  /** The commit that a branch points to, or undefined when there is no such branch. */
  readonly tipOf: (branch: string) => Promise<string | undefined>
  readonly commit: (sha: string) => Promise<Commit>
  /** All files, links and submodules of a tree. */
  readonly filesOf: (treeSha: string) => Promise<readonly TreeFile[]>
  readonly textOf: (file: TreeFile) => Promise<string>
}

const reads = 'contents: read'

/**
 * Reads over a client. What an object's SHA names can't change, so commits and listings are asked for once; so is the default branch.
 * @param checkout where a text is looked for first; it is taken only when its SHA is the wanted one
 */
export function treesOf(client: Client, checkout?: Checkout): Trees {
  const commits = new Map<string, Commit>()
  const listings = new Map<string, readonly TreeFile[]>()
  const names = new Map<string, string>()
  const tipOf: Trees['tipOf'] = async branch => branchTip(client, branch)
  const commit: Trees['commit'] = async sha => kept(commits, sha, async () => readCommit(client, sha))
  const filesOf: Trees['filesOf'] = async sha => kept(listings, sha, async () => listing(client, sha))
  return {
    tipOf,
    commit,
    filesOf,
    defaultBranch: async () => kept(names, 'default', async () => readDefaultBranch(client)),
    async treeOf(branch) {
      const tip = await tipOf(branch)
      if (tip === undefined) throw noBranch(client, branch)
      const { treeSha } = await commit(tip)
      return { branch, commitSha: tip, treeSha, files: await filesOf(treeSha) }
    },
    textOf: async file => localText(checkout, file) ?? decoded(await blob(client, file), file)
  }
}

async function readDefaultBranch(client: Client): Promise<string> {
  const errand = { doing: 'read the repository', needs: 'metadata: read' }
  return textOf(objectIn(await client.ask(errand, kit => kit.rest.repos.get(client.at))), 'default_branch')
}

const noBranch = (client: Client, branch: string): Fault =>
  new Fault('not-found', `There is no branch ${shown(branch)} in ${nameOf(client)}`, {
    advice: 'Check `base`, and that the token may read the repository.'
  })

const nameOf = ({ at }: Client): string => `${at.owner}/${at.repo}`

async function kept<T>(known: Map<string, T>, key: string, read: () => Promise<T>): Promise<T> {
  const value = known.get(key) ?? (await read())
  known.set(key, value)
  return value
}

async function branchTip(client: Client, branch: string): Promise<string | undefined> {
  const errand = { doing: `read the branch ${branch}`, needs: reads }
  try {
    const answer = await client.ask(errand, kit => kit.rest.git.getRef({ ...client.at, ref: `heads/${branch}` }))
    return shaOf(partOf(objectIn(answer), 'object'))
  } catch (error) {
    if (isRefusal(error, 404)) return undefined
    throw error
  }
}

async function readCommit(client: Client, sha: string): Promise<Commit> {
  const errand = { doing: `read the commit ${sha}`, needs: reads }
  return commitIn(await client.ask(errand, kit => kit.rest.git.getCommit({ ...client.at, commit_sha: sha })))
}

/** A commit as Git Data writes it. */
export function commitIn(answer: unknown): Commit {
  const commit = objectIn(answer)
  const { verified } = partOf(commit, 'verification')
  return {
    sha: shaOf(commit),
    treeSha: shaOf(partOf(commit, 'tree')),
    parents: listOf(commit, 'parents').map(parent => shaOf(parent)),
    verified: typeof verified === 'boolean' ? verified : undefined
  }
}

/** GitHub lists at most 100,000 entries or 7 MB recursively; a longer listing is read folder by folder. */
async function listing(client: Client, sha: string, prefix = '', depth = 0): Promise<TreeFile[]> {
  const errand = { doing: `list the files of ${nameOf(client)}`, needs: reads }
  const whole = await level(client, errand, sha, true)
  if (whole['truncated'] !== true) return leavesIn(whole, prefix)
  const one = await level(client, errand, sha, false)
  if (one['truncated'] === true || depth > deepest)
    throw new Fault('rejected', `${nameOf(client)} has too many files to list`)
  const files = leavesIn(one, prefix)
  for (const folder of listOf(one, 'tree').filter(entry => textOf(entry, 'type') === 'tree')) {
    files.push(...(await listing(client, shaOf(folder), `${prefix}${textOf(folder, 'path')}/`, depth + 1)))
  }
  return files
}

const deepest = 20

async function level({ ask, at }: Client, errand: Errand, sha: string, isRecursive: boolean): Promise<Answer> {
  const recursive = isRecursive ? { recursive: '1' } : {}
  return objectIn(await ask(errand, kit => kit.rest.git.getTree({ ...at, tree_sha: sha, ...recursive })))
}

function leavesIn(tree: Answer, prefix: string): TreeFile[] {
  return listOf(tree, 'tree')
    .filter(entry => textOf(entry, 'type') !== 'tree')
    .map(entry => ({
      path: prefix + textOf(entry, 'path'),
      mode: textOf(entry, 'mode'),
      sha: shaOf(entry),
      size: entry['size'] === undefined || entry['size'] === 0 ? 0 : numberOf(entry, 'size')
    }))
}

function localText(checkout: Checkout | undefined, { path, sha }: TreeFile): string | undefined {
  const found = checkout?.read(path)
  return found && 'text' in found && blobSha(Buffer.from(found.text)) === sha ? found.text : undefined
}

async function blob(client: Client, { path, sha }: TreeFile): Promise<Buffer> {
  const errand = { doing: `read ${path}`, needs: reads }
  const answer = objectIn(await client.ask(errand, kit => kit.rest.git.getBlob({ ...client.at, file_sha: sha })))
  return Buffer.from(textOf(answer, 'content'), 'base64')
}

/** The text of the bytes, if they are what was asked for. */
function decoded(bytes: Buffer, { path, sha }: TreeFile): string {
  if (blobSha(bytes) !== sha)
    throw new Fault('unexpected-answer', `GitHub sent another content for ${path} than its listing names`)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Fault('rejected', `${path} is not UTF-8 text`)
  }
}
