// Repositories of the loopback GitHub beyond Git Data: the repository itself, a branch, a file, a comparison.
import { isProtected } from './github-access.ts'
import { commitJson, fileJson } from './github-commit-json.ts'
import { commitOf, commitsBetween, mergeBaseOf } from './github-commits.ts'
import { filesBetween } from './github-diffs.ts'
import { notFound, ok, paged } from './github-http.ts'
import type { Call, Routes } from './github-http.ts'
import { base64Lines } from './github-objects.ts'
import { repositoryHtml, repositoryJson, repositoryUrl } from './github-render.ts'
import { branchSha, fullName } from './github-state.ts'
import type { Repository } from './github-state.ts'
import { entriesOf, entryAt } from './github-trees.ts'
import type { TreeEntry } from './github-trees.ts'

export const repositoryRoutes: Routes = {
  'repos/get': { needs: 'metadata=read', reply: getRepository },
  'repos/get-branch': { needs: 'contents=read', reply: getBranch },
  'repos/get-content': { needs: 'contents=read', reply: getContent },
  'repos/compare-commits-with-basehead': { needs: 'contents=read', reply: compare }
}

function getRepository({ repository, token, at }: Call) {
  const push = token.permissions.contents === 'write'
  const permissions = { admin: false, maintain: false, push, triage: push, pull: true }
  return ok({ ...repositoryJson(at, repository), permissions })
}

function getBranch({ repository, path, at }: Call) {
  const name = path['branch'] ?? ''
  const sha = branchSha(repository, name)
  if (sha === undefined) throw notFound()
  const self = `${repositoryUrl(at, repository)}/branches/${encodeURIComponent(name)}`
  const isHeld = isProtected(repository.settings.protectedBranches, name)
  return ok({
    name,
    commit: commitJson(at, repository, sha),
    _links: { self, html: `${repositoryHtml(at, repository)}/tree/${name}` },
    protected: isHeld,
    protection: { enabled: isHeld },
    protection_url: `${self}/protection`
  })
}

function getContent(call: Call) {
  const { repository, path, query, accept } = call
  const { git } = repository
  const wanted = (path['path'] ?? '').replace(/^\/|\/$/g, '')
  const commit = commitNamed(repository, query.get('ref') ?? repository.defaultBranch)
  const tree = commit === undefined ? undefined : commitOf(git, commit)?.tree
  if (tree === undefined) throw notFound()
  const entry: TreeEntry | undefined =
    wanted === '' ? { type: 'tree', mode: '040000', sha: tree } : entryAt(git, tree, wanted)
  if (!entry) throw notFound()
  if (entry.type === 'tree') {
    return ok([...entriesOf(git, entry.sha)].map(([name, each]) => contentJson(call, under(wanted, name), each)))
  }
  const data = git.read(entry.sha)?.data ?? Buffer.alloc(0)
  if (accept.includes('raw')) return { status: 200, body: data }
  return ok({ ...contentJson(call, wanted, entry), content: base64Lines(data), encoding: 'base64' })
}

const under = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

function contentJson({ repository, at }: Call, path: string, { type, sha }: TreeEntry) {
  const url = `${repositoryUrl(at, repository)}/contents/${encodeURI(path)}`
  const git = `${repositoryUrl(at, repository)}/git/${type === 'tree' ? 'trees' : 'blobs'}/${sha}`
  const html = `${repositoryHtml(at, repository)}/blob/HEAD/${encodeURI(path)}`
  return {
    type: type === 'tree' ? 'dir' : 'file',
    name: path.split('/').at(-1) ?? '',
    path,
    sha,
    size: type === 'blob' ? (repository.git.read(sha)?.data.length ?? 0) : 0,
    url,
    git_url: git,
    html_url: html,
    download_url: type === 'tree' ? null : `${html}?raw=1`,
    _links: { self: url, git, html }
  }
}

/** A branch, a full ref, or the SHA of a commit; `owner:` before it must be this owner. */
function commitNamed(repository: Repository, given: string): string | undefined {
  const name = given.startsWith(`${repository.owner}:`) ? given.slice(repository.owner.length + 1) : given
  const sha = branchSha(repository, name) ?? (name.startsWith('refs/') ? repository.git.ref(name) : undefined) ?? name
  return commitOf(repository.git, sha) ? sha : undefined
}

const mostFiles = 300
const usualCommits = 250

function compare(call: Call) {
  const { repository, path, query, at } = call
  const { git } = repository
  const [from = '', to = ''] = (path['basehead'] ?? '').split('...')
  const base = commitNamed(repository, from)
  const head = commitNamed(repository, to)
  const fork = base && head ? mergeBaseOf(git, base, head) : undefined
  if (!base || !head || !fork) throw notFound()
  const ahead = commitsBetween(git, base, head)
  const behind = commitsBetween(git, head, base).length
  const isPaged = query.has('page') || query.has('per_page')
  const page = isPaged ? paged(call, `/compare/${encodeURIComponent(path['basehead'] ?? '')}`, ahead) : undefined
  const shown = page?.items ?? ahead.slice(0, usualCommits)
  const body = {
    ...comparisonUrls(call, from, to),
    base_commit: commitJson(at, repository, base),
    merge_base_commit: commitJson(at, repository, fork),
    status: statusOf(ahead.length, behind),
    ahead_by: ahead.length,
    behind_by: behind,
    total_commits: ahead.length,
    commits: shown.map(sha => commitJson(at, repository, sha)),
    files: filesBetween(git, fork, head)
      .slice(0, mostFiles)
      .map(file => fileJson(at, repository, file, head))
  }
  return { status: 200, headers: page?.headers ?? {}, body }
}

function statusOf(ahead: number, behind: number): string {
  if (ahead === 0) return behind === 0 ? 'identical' : 'behind'
  return behind === 0 ? 'ahead' : 'diverged'
}

function comparisonUrls({ repository, at }: Call, from: string, to: string) {
  const html = `${at.html}/${fullName(repository)}/compare/${encodeURIComponent(from)}...${encodeURIComponent(to)}`
  return {
    url: `${repositoryUrl(at, repository)}/compare/${encodeURIComponent(from)}...${encodeURIComponent(to)}`,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`
  }
}
