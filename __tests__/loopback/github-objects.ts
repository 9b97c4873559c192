// The Git Data API of the loopback GitHub: blobs, trees, commits.
import { gitCommitJson } from './github-commit-json.ts'
import { commitOf, writeCommit } from './github-commits.ts'
import { isSha } from './github-git.ts'
import { notFound, ok, record, records, Refusal, text, unprocessable } from './github-http.ts'
import type { Call, Routes } from './github-http.ts'
import { accountEmail, isBotLogin, repositoryUrl } from './github-render.ts'
import { isEmpty } from './github-state.ts'
import type { Repository } from './github-state.ts'
import { allEntriesOf, editedTree, entriesOf, entryAt, typeOf } from './github-trees.ts'
import type { TreeEntry } from './github-trees.ts'

export const objectRoutes: Routes = {
  'git/get-blob': { needs: 'contents=read', reply: getBlob },
  'git/create-blob': { needs: 'contents=write', reply: createBlob },
  'git/get-tree': { needs: 'contents=read', reply: getTree },
  'git/create-tree': { needs: 'contents=write', reply: createTree },
  'git/get-commit': { needs: 'contents=read', reply: getCommit },
  'git/create-commit': { needs: 'contents=write', reply: createCommit }
}

export function checkNotEmpty(repository: Repository): void {
  if (isEmpty(repository)) throw new Refusal(409, 'Git Repository is empty.')
}

/** Base64 as GitHub sends it: in lines of 60. */
export const base64Lines = (data: Buffer): string => data.toString('base64').replace(/.{1,60}/g, line => `${line}\n`)

function getBlob({ repository, path, at }: Call) {
  checkNotEmpty(repository)
  const sha = path['file_sha'] ?? ''
  const object = repository.git.read(sha)
  if (object?.type !== 'blob') throw notFound()
  return ok({
    sha,
    node_id: `B_${repository.id}_${sha}`,
    size: object.data.length,
    url: `${repositoryUrl(at, repository)}/git/blobs/${sha}`,
    content: base64Lines(object.data),
    encoding: 'base64'
  })
}

function createBlob({ repository, body, at }: Call) {
  checkNotEmpty(repository)
  const encoding = body['encoding'] === 'base64' ? 'base64' : 'utf8'
  const sha = repository.git.write('blob', Buffer.from(text(body['content']) ?? '', encoding))
  return ok({ sha, url: `${repositoryUrl(at, repository)}/git/blobs/${sha}` }, 201)
}

function getTree(call: Call) {
  const { repository, path, query } = call
  checkNotEmpty(repository)
  const { git, settings } = repository
  const tree = treeAt(repository, path['tree_sha'] ?? '')
  if (tree === undefined) throw notFound()
  const entries = query.has('recursive') ? allEntriesOf(git, tree) : entriesOf(git, tree)
  const limit = query.has('recursive') ? settings.treeListLimit : Infinity
  return ok(treeJson(call, tree, [...entries].slice(0, limit), entries.size > limit))
}

/** A tree by its SHA, a commit's SHA, or a branch, since GitHub takes them all. */
function treeAt({ git }: Repository, name: string): string | undefined {
  const sha = git.ref(`refs/heads/${name}`) ?? name
  return git.read(sha)?.type === 'tree' ? sha : commitOf(git, sha)?.tree
}

type Entries = readonly (readonly [string, TreeEntry])[]

function treeJson({ repository, at }: Call, sha: string, entries: Entries, truncated: boolean) {
  const url = `${repositoryUrl(at, repository)}/git`
  const listed = entries.map(([path, entry]) => ({
    path,
    ...entry,
    ...(entry.type === 'blob' ? { size: repository.git.read(entry.sha)?.data.length ?? 0 } : {}),
    ...(entry.type === 'commit' ? {} : { url: `${url}/${entry.type}s/${entry.sha}` })
  }))
  return { sha, url: `${url}/trees/${sha}`, tree: listed, truncated }
}

function createTree(call: Call) {
  const { repository, body } = call
  checkNotEmpty(repository)
  const items = records(body['tree'])
  if (items.length > repository.settings.treeEntryLimit) throw tooLarge()
  if (items.length === 0) throw unprocessable('Invalid tree info')
  const base = baseTreeOf(call)
  const edits = new Map(items.map(item => [pathOf(item), entryOf(repository, item)]))
  checkDeletions(repository, base, edits)
  checkWorkflows(call, base, edits)
  const sha = editedTree(repository.git, base, edits)
  return ok(treeJson(call, sha, [...entriesOf(repository.git, sha)], false), 201)
}

const tooLarge = (): Refusal =>
  unprocessable("Sorry, your request timed out. It's likely that your input was too large to process.")

function baseTreeOf({ repository, body }: Call): string | undefined {
  const base = text(body['base_tree'])
  if (base === undefined) return undefined
  const tree = treeAt(repository, base)
  if (tree === undefined) throw unprocessable('base_tree is not a valid tree oid')
  return tree
}

function pathOf(item: Readonly<Record<string, unknown>>): string {
  const path = text(item['path']) ?? ''
  const isMalformed = path.split('/').some(part => ['', '.', '..'].includes(part) || part.toLowerCase() === '.git')
  if (isMalformed || path.includes('\0')) throw unprocessable('tree.path contains a malformed path component')
  return path
}

function entryOf({ git }: Repository, item: Readonly<Record<string, unknown>>): TreeEntry | null {
  const { sha, content } = item
  if ((sha === undefined) === (content === undefined)) {
    throw unprocessable('Must supply either tree.sha or tree.content. Request will be rejected if both are present.')
  }
  if (sha === null) return null
  const mode = text(item['mode']) ?? ''
  if (!['100644', '100755', '040000', '160000', '120000'].includes(mode)) {
    throw unprocessable('tree.mode must be one of: 040000, 100644, 100755, 120000, 160000')
  }
  const type = typeOf(mode)
  if (typeof content === 'string') return { mode, type, sha: git.write('blob', Buffer.from(content)) }
  if (typeof sha !== 'string' || !isSha(sha) || (type !== 'commit' && git.read(sha)?.type !== type)) {
    throw unprocessable(`tree.sha ${text(sha) ?? ''} is not a valid ${type}`)
  }
  return { mode, type, sha }
}

type Edits = ReadonlyMap<string, TreeEntry | null>

function checkDeletions({ git }: Repository, base: string | undefined, edits: Edits): void {
  for (const [path, edit] of edits) {
    if (edit === null && !(base && entryAt(git, base, path))) throw unprocessable('GitRPC::BadObjectState')
  }
}

/** Without the permission for workflows GitHub answers 404, as if there were nothing to write to. */
function checkWorkflows({ repository, token }: Call, base: string | undefined, edits: Edits): void {
  if (token.permissions.workflows === 'write') return
  for (const [path, edit] of edits) {
    const old = base === undefined ? undefined : entryAt(repository.git, base, path)
    if (path.startsWith('.github/workflows/') && edit?.sha !== old?.sha) throw notFound()
  }
}

function getCommit({ repository, path, at }: Call) {
  checkNotEmpty(repository)
  const sha = path['commit_sha'] ?? ''
  const commit = commitOf(repository.git, sha)
  if (!commit) throw notFound()
  return ok(gitCommitJson(at, repository, sha, commit))
}

/** GitHub signs what a bot commits, as long as it leaves author and committer to GitHub. */
function createCommit({ repository, token, body, at }: Call) {
  checkNotEmpty(repository)
  const tree = text(body['tree']) ?? ''
  const parents = Array.isArray(body['parents']) ? body['parents'].map(String) : []
  if (repository.git.read(tree)?.type !== 'tree') throw unprocessable('Tree SHA does not exist')
  if (parents.some(parent => !commitOf(repository.git, parent))) {
    throw unprocessable('Parent SHA does not exist or is not a commit object')
  }
  const own = { name: token.login, email: accountEmail(token.login), date: repository.now() }
  const author = { ...own, ...record(body['author']) }
  const committer = { ...author, ...record(body['committer']) }
  const commit = { tree, parents, author, committer, message: text(body['message']) ?? '' }
  const sha = writeCommit(repository.git, commit)
  if (isBotLogin(token.login) && !body['author'] && !body['committer']) repository.verified.add(sha)
  return ok(gitCommitJson(at, repository, sha, commit), 201)
}
