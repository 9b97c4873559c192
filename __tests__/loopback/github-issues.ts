// Issues of the loopback GitHub, which are also the discussion side of its pull requests.
import { checkLength, invalid, listed, ok, text, texts } from './github-http.ts'
import type { Call, Routes } from './github-http.ts'
import { close } from './github-pull-life.ts'
import { accountJson, repositoryHtml, repositoryUrl } from './github-render.ts'
import { addThread, labelNamed } from './github-state.ts'
import type { Repository, Thread } from './github-state.ts'
import { issuesDisabled, labelJson, labelNamesOf, sorted, threadOf, writableThread } from './github-threads.ts'

const read = 'issues=read; pull_requests=read'
const write = 'issues=write; pull_requests=write'

export const issueRoutes: Routes = {
  'issues/list-for-repo': { needs: read, reply: listIssues },
  'issues/get': { needs: read, reply: call => ok(issueJson(call, threadOf(call))) },
  'issues/create': { needs: 'issues=write', reply: createIssue },
  'issues/update': { needs: write, reply: updateIssue },
  'issues/add-assignees': { needs: write, reply: addAssignees }
}

/** GitHub lists pull requests among the issues; without issues in a repository only those are left. */
function listIssues(call: Call) {
  const { repository, query } = call
  const wanted = [...repository.threads.values()].filter(
    thread => (thread.pull || repository.settings.hasIssues) && isAsked(repository, thread, query)
  )
  return listed(call, '/issues', sorted(wanted, query), thread => issueJson(call, thread))
}

function isAsked({ labels }: Repository, thread: Thread, query: URLSearchParams): boolean {
  const state = query.get('state') ?? 'open'
  const names = (query.get('labels') ?? '').split(',').filter(Boolean)
  const has = (name: string): boolean => thread.labels.includes(labels.get(name.toLowerCase())?.name ?? name)
  const is = (name: string, value: (wanted: string) => boolean): boolean => {
    const wanted = query.get(name)
    return wanted === null || wanted === '*' || value(wanted)
  }
  return (
    (state === 'all' || thread.state === state) &&
    names.every(has) &&
    is('creator', login => thread.author.toLowerCase() === login.toLowerCase()) &&
    is('assignee', login => thread.assignees.includes(login)) &&
    is('since', since => thread.updatedAt >= since)
  )
}

function createIssue(call: Call) {
  const { repository, token, body } = call
  if (!repository.settings.hasIssues) throw issuesDisabled()
  const title = text(body['title']) ?? ''
  checkLength('Issue', { title, body: body['body'] })
  checkAssignees(repository, texts(body['assignees']))
  const thread = addThread(repository, {
    author: token.login,
    title,
    body: text(body['body']) ?? null,
    pull: undefined
  })
  thread.labels = labelNamesOf(repository, body['labels'])
  thread.assignees = texts(body['assignees'])
  return ok(issueJson(call, thread), 201)
}

function updateIssue(call: Call) {
  const { repository, token, body } = call
  const thread = writableThread(call)
  checkLength('Issue', body)
  if (Array.isArray(body['assignees'])) checkAssignees(repository, texts(body['assignees']))
  if (body['title'] !== undefined) thread.title = text(body['title']) ?? ''
  if (body['body'] !== undefined) thread.body = text(body['body']) ?? null
  if (Array.isArray(body['labels'])) thread.labels = labelNamesOf(repository, body['labels'])
  if (Array.isArray(body['assignees'])) thread.assignees = texts(body['assignees'])
  setState(repository, thread, body, token.login)
  thread.updatedAt = repository.now()
  return ok(issueJson(call, thread))
}

const reasons = ['completed', 'not_planned', 'duplicate'] as const

function setState(repository: Repository, thread: Thread, body: Call['body'], by: string): void {
  const { state } = body
  if (state === 'closed' && thread.state === 'open') close(repository, thread, by)
  if (state === 'open' && thread.state === 'closed') {
    Object.assign(thread, { state: 'open', closedAt: null, closedBy: null, stateReason: 'reopened' })
  }
  if (state === 'closed') thread.stateReason = reasons.find(reason => reason === body['state_reason']) ?? 'completed'
}

function checkAssignees({ collaborators }: Repository, logins: readonly string[]): void {
  for (const value of logins) {
    if (!collaborators.has(value)) throw invalid('Issue', 'assignees', { value, code: 'invalid' })
  }
}

/** Here, unlike at creation, GitHub drops silently whom it cannot assign. */
function addAssignees(call: Call) {
  const thread = writableThread(call)
  const known = texts(call.body['assignees']).filter(login => call.repository.collaborators.has(login))
  thread.assignees = [...new Set([...thread.assignees, ...known])]
  return ok(issueJson(call, thread), 201)
}

function issueJson(call: Call, thread: Thread) {
  const { repository, at } = call
  const { pull } = thread
  const url = `${repositoryUrl(at, repository)}/issues/${thread.number}`
  const html = `${repositoryHtml(at, repository)}/${pull ? 'pull' : 'issues'}/${thread.number}`
  const assignees = thread.assignees.map(login => accountJson(at, login))
  return {
    ...issueUrls(repositoryUrl(at, repository), url, html),
    id: thread.id,
    node_id: `I_${thread.id}`,
    number: thread.number,
    title: thread.title,
    body: thread.body,
    user: accountJson(at, thread.author),
    labels: thread.labels.map(name => labelJson(call, labelNamed(repository, name))),
    state: thread.state,
    state_reason: thread.stateReason,
    locked: false,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: null,
    comments: [...repository.comments.values()].filter(comment => comment.thread === thread.number).length,
    created_at: thread.createdAt,
    updated_at: thread.updatedAt,
    closed_at: thread.closedAt,
    closed_by: thread.closedBy === null ? null : accountJson(at, thread.closedBy),
    author_association: 'CONTRIBUTOR',
    ...(pull ? pullPart(url.replace('/issues/', '/pulls/'), html, pull.mergedAt, pull.draft) : {})
  }
}

const issueUrls = (repository: string, url: string, html: string) => ({
  url,
  html_url: html,
  repository_url: repository,
  comments_url: `${url}/comments`,
  events_url: `${url}/events`,
  labels_url: `${url}/labels{/name}`
})

const pullPart = (url: string, html: string, mergedAt: string | null, draft: boolean) => ({
  draft,
  pull_request: { url, html_url: html, diff_url: `${html}.diff`, patch_url: `${html}.patch`, merged_at: mergedAt }
})
