// The branches of the loopback GitHub: read, born, moved, deleted, and what that does to pull requests.
import { checkRules } from './github-access.ts'
import type { RefChange } from './github-access.ts'
import { ancestryOf, commitOf } from './github-commits.ts'
import { notFound, ok, text, unprocessable } from './github-http.ts'
import type { Call, Routes } from './github-http.ts'
import { checkNotEmpty } from './github-objects.ts'
import { branchMoved } from './github-pull-life.ts'
import { repositoryUrl } from './github-render.ts'
import type { Repository } from './github-state.ts'

export const refRoutes: Routes = {
  'git/get-ref': { needs: 'contents=read', reply: getRef },
  'git/list-matching-refs': { needs: 'contents=read', reply: listMatchingRefs },
  'git/create-ref': { needs: 'contents=write', reply: createRef },
  'git/update-ref': { needs: 'contents=write', reply: updateRef },
  'git/delete-ref': { needs: 'contents=write', reply: deleteRef }
}

function refJson({ repository, at }: Call, name: string, sha: string) {
  const url = `${repositoryUrl(at, repository)}/git`
  return {
    ref: name,
    node_id: `REF_${repository.id}_${name}`,
    url: `${url}/${name}`,
    object: { sha, type: 'commit', url: `${url}/commits/${sha}` }
  }
}

function getRef(call: Call) {
  checkNotEmpty(call.repository)
  const name = `refs/${call.path['ref']}`
  const sha = call.repository.git.ref(name)
  if (sha === undefined) throw notFound()
  return ok(refJson(call, name, sha))
}

function listMatchingRefs(call: Call) {
  checkNotEmpty(call.repository)
  const found = call.repository.git.refs(`refs/${call.path['ref']}`)
  return ok([...found].map(([name, sha]) => refJson(call, name, sha)))
}

function createRef(call: Call) {
  const { repository, body } = call
  checkNotEmpty(repository)
  const name = text(body['ref']) ?? ''
  const sha = commitNamed(repository, body['sha'])
  if (!isRefName(name)) throw unprocessable(`${name} is not a valid ref name.`)
  if (repository.git.ref(name) !== undefined) throw unprocessable('Reference already exists')
  move(repository, name, sha, ['creation'])
  return ok(refJson(call, name, sha), 201)
}

function updateRef(call: Call) {
  const { repository, body, path } = call
  checkNotEmpty(repository)
  const name = `refs/${path['ref']}`
  const old = repository.git.ref(name)
  if (old === undefined) throw unprocessable('Reference does not exist')
  const sha = commitNamed(repository, body['sha'])
  const isFastForward = ancestryOf(repository.git, sha).has(old)
  if (!isFastForward && body['force'] !== true) throw unprocessable('Update is not a fast forward')
  move(repository, name, sha, isFastForward ? ['update'] : ['update', 'non-fast-forward'])
  return ok(refJson(call, name, sha))
}

function deleteRef({ repository, path }: Call) {
  const name = `refs/${path['ref']}`
  if (repository.git.ref(name) === undefined) throw unprocessable('Reference does not exist')
  checkRules(repository, branchOf(name), ['deletion'])
  repository.git.deleteRef(name)
  branchMoved(repository, branchOf(name))
  return { status: 204 }
}

function commitNamed({ git }: Repository, sha: unknown): string {
  if (typeof sha !== 'string' || !commitOf(git, sha)) throw unprocessable('Object does not exist')
  return sha
}

/** Git cannot keep both `a` and `a/b`; GitHub says no more about it than this. */
function move(repository: Repository, name: string, sha: string, changes: readonly RefChange[]): void {
  checkRules(repository, branchOf(name), changes)
  if (!repository.git.setRef(name, sha)) throw unprocessable('Reference update failed')
  branchMoved(repository, branchOf(name))
}

const branchOf = (name: string): string => name.replace(/^refs\/heads\//, '')

/** What `git check-ref-format` accepts, under `refs/` and at least two levels deep. */
export function isRefName(name: string): boolean {
  if (!/^refs\/[^/]+\/./.test(name) || name.endsWith('/') || name.endsWith('.') || name.includes('//')) return false
  // oxlint-disable-next-line no-control-regex -- control characters are what is refused
  if (/\.\.|@\{|[\u0000-\u0020\u007f~^:?*[\\]/.test(name)) return false
  return name.split('/').every(part => !part.startsWith('.') && !part.endsWith('.lock'))
}
