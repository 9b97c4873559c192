// Pull requests of the loopback GitHub: listed, opened, changed, reviewed.
import { notAccessible, isPermitted } from './github-access.ts'
import { fileJson } from './github-commit-json.ts'
import { ancestryOf, mergeBaseOf } from './github-commits.ts'
import { filesBetween } from './github-diffs.ts'
import { checkLength, custom, invalid, listed, notFound, ok, Refusal, text, unprocessable } from './github-http.ts'
import type { Call, Routes } from './github-http.ts'
import { fullPullJson, pullJson } from './github-pull-json.ts'
import { close, isPull, pullsOf } from './github-pull-life.ts'
import type { PullThread } from './github-pull-life.ts'
import { addThread, branchSha } from './github-state.ts'
import type { Repository } from './github-state.ts'
import { sorted } from './github-threads.ts'

const read = 'pull_requests=read'
const write = 'pull_requests=write'

export const pullRoutes: Routes = {
  'pulls/list': { needs: read, reply: listPulls },
  'pulls/create': { needs: write, reply: createPull },
  'pulls/get': { needs: read, reply: call => ok(fullPullJson(call, pullOf(call))) },
  'pulls/update': { needs: write, reply: updatePull },
  'pulls/list-files': { needs: read, reply: listFiles }
}

export function pullOf({ repository, path }: Call): PullThread {
  const thread = repository.threads.get(Number(path['pull_number']))
  if (!thread || !isPull(thread)) throw notFound()
  return thread
}

/** `head` counts only as `owner:branch`; without the owner GitHub ignores it and lists everything. */
function listPulls(call: Call) {
  const { repository, query } = call
  const state = query.get('state') ?? 'open'
  const head = query.get('head') ?? ''
  const base = query.get('base')
  const wanted = pullsOf(repository).filter(
    ({ state: has, pull }) =>
      (state === 'all' || has === state) &&
      (!head.includes(':') || head === `${repository.owner}:${pull.headRef}`) &&
      (base === null || base === pull.baseRef)
  )
  return listed(call, '/pulls', sorted(wanted, query), thread => pullJson(call, thread))
}

function createPull(call: Call) {
  const { repository, token, body } = call
  const { settings } = repository
  if (token.login === 'github-actions[bot]' && !settings.allowActionsToCreatePullRequests) {
    throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  }
  if (!isPermitted(token, repository, 'contents=read')) throw notAccessible(token, 'pull_requests=write,contents=read')
  checkLength('PullRequest', { title: body['title'] ?? '', body: body['body'] })
  const [headRef, headSha] = sideOf(repository, 'head', body['head'])
  const [baseRef, baseSha] = sideOf(repository, 'base', body['base'])
  checkNew(repository, headRef, baseRef)
  const draft = body['draft'] === true
  if (draft && !settings.allowDrafts) {
    throw unprocessable('Draft pull requests are not supported in this repository.')
  }
  const pull = {
    headRef,
    headSha,
    baseRef,
    baseSha,
    draft,
    maintainerCanModify: body['maintainer_can_modify'] !== false,
    ...freshPull()
  }
  const given = { author: token.login, title: text(body['title']) ?? '', body: text(body['body']) ?? null, pull }
  return ok(fullPullJson(call, addThread(repository, given)), 201)
}

const freshPull = () => ({
  mergedAt: null,
  mergedBy: null,
  mergeCommit: null,
  autoMerge: null,
  mergeableAsked: 0,
  reviewers: [],
  teamReviewers: []
})

/** A branch of this repository and its tip; the owner before it must be this one. */
function sideOf(repository: Repository, field: string, given: unknown): [string, string] {
  const [branch = '', owner = repository.owner] = (text(given) ?? '').split(':').reverse()
  const sha = owner === repository.owner ? branchSha(repository, branch) : undefined
  if (sha === undefined) throw invalid('PullRequest', field, { code: 'invalid' })
  return [branch, sha]
}

function checkNew(repository: Repository, head: string, base: string, except?: PullThread): void {
  const same = pullsOf(repository).some(
    each => each !== except && each.state === 'open' && each.pull.headRef === head && each.pull.baseRef === base
  )
  if (same) throw custom('PullRequest', `A pull request already exists for ${repository.owner}:${head}.`)
  const [from, to] = [branchSha(repository, base) ?? '', branchSha(repository, head) ?? '']
  if (ancestryOf(repository.git, from).has(to)) {
    throw custom('PullRequest', `No commits between ${base} and ${head}`)
  }
  if (mergeBaseOf(repository.git, from, to) === undefined) {
    throw custom('PullRequest', `The ${head} branch has no history in common with ${base}`)
  }
}

function updatePull(call: Call) {
  const { repository, token, body } = call
  const thread = pullOf(call)
  checkLength('PullRequest', body)
  if (body['base'] !== undefined) retarget(repository, thread, body['base'])
  if (body['state'] === 'closed' && thread.state === 'open') close(repository, thread, token.login)
  if (body['state'] === 'open' && thread.state === 'closed') reopen(repository, thread)
  if (body['title'] !== undefined) thread.title = text(body['title']) ?? ''
  if (body['body'] !== undefined) thread.body = text(body['body']) ?? null
  thread.updatedAt = repository.now()
  return ok(fullPullJson(call, thread))
}

function retarget(repository: Repository, thread: PullThread, given: unknown): void {
  const [baseRef, baseSha] = sideOf(repository, 'base', given)
  if (baseRef === thread.pull.baseRef) return
  if (thread.state === 'closed') throw custom('PullRequest', 'Cannot change the base branch of a closed pull request.')
  checkNew(repository, thread.pull.headRef, baseRef, thread)
  Object.assign(thread.pull, { baseRef, baseSha, mergeableAsked: 0 })
}

const cannot = (why: string): Refusal =>
  invalid('PullRequest', 'state', { code: 'custom', message: `state cannot be changed. ${why}` })

function reopen(repository: Repository, thread: PullThread): void {
  const { pull } = thread
  if (pull.mergedAt !== null) throw cannot('The pull request cannot be reopened.')
  if (pull.lost) throw cannot(`The ${pull.headRef} branch was ${pull.lost}.`)
  const isDouble = pullsOf(repository).some(
    each => each.state === 'open' && each.pull.headRef === pull.headRef && each.pull.baseRef === pull.baseRef
  )
  if (isDouble) throw cannot(`There is already an open pull request from ${repository.owner}:${pull.headRef}.`)
  Object.assign(thread, { state: 'open', closedAt: null, closedBy: null })
}

function listFiles(call: Call) {
  const thread = pullOf(call)
  const { git } = call.repository
  const { baseSha, headSha } = thread.pull
  const files = filesBetween(git, mergeBaseOf(git, baseSha, headSha) ?? baseSha, headSha)
  return listed(call, `/pulls/${thread.number}/files`, files, file => fileJson(call.at, call.repository, file, headSha))
}
