// A pull request as GitHub's REST API writes it, short in lists and long by itself.
import { commitsBetween, mergeBaseOf } from './github-commits.ts'
import { filesBetween, mergedTreeOf } from './github-diffs.ts'
import type { Call } from './github-http.ts'
import type { PullThread } from './github-pull-life.ts'
import { accountJson, repositoryHtml, repositoryJson, repositoryUrl } from './github-render.ts'
import { labelNamed } from './github-state.ts'
import type { Repository } from './github-state.ts'
import { labelJson } from './github-threads.ts'

export const pullNodeId = (repository: Repository, number: number): string => `PR_${repository.id}_${number}`

/** The short form, as lists give it. */
export function pullJson(call: Call, thread: PullThread) {
  const { repository, at } = call
  const { pull } = thread
  const assignees = thread.assignees.map(login => accountJson(at, login))
  return {
    ...urlsOf(call, thread),
    id: thread.id,
    node_id: pullNodeId(repository, thread.number),
    number: thread.number,
    state: thread.state,
    locked: false,
    title: thread.title,
    body: thread.body,
    user: accountJson(at, thread.author),
    labels: thread.labels.map(name => labelJson(call, labelNamed(repository, name))),
    milestone: null,
    created_at: thread.createdAt,
    updated_at: thread.updatedAt,
    closed_at: thread.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommit,
    assignee: assignees[0] ?? null,
    assignees,
    requested_reviewers: pull.reviewers.map(login => accountJson(at, login)),
    requested_teams: pull.teamReviewers.map(slug => teamJson(call, slug)),
    head: sideJson(call, pull.headRef, pull.headSha),
    base: sideJson(call, pull.baseRef, pull.baseSha),
    author_association: 'CONTRIBUTOR',
    auto_merge: autoMergeJson(call, pull.autoMerge),
    draft: pull.draft
  }
}

function urlsOf({ repository, at }: Call, { number, pull }: PullThread) {
  const api = repositoryUrl(at, repository)
  const url = `${api}/pulls/${number}`
  const issue = `${api}/issues/${number}`
  const html = `${repositoryHtml(at, repository)}/pull/${number}`
  const urls = {
    html_url: html,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${api}/statuses/${pull.headSha}`
  }
  const links = Object.entries({ ...urls, self_url: url }).map(([name, href]) => [name.replace(/_url$/, ''), { href }])
  return { url, ...urls, diff_url: `${html}.diff`, patch_url: `${html}.patch`, _links: Object.fromEntries(links) }
}

const sideJson = ({ repository, at }: Call, ref: string, sha: string) => ({
  label: `${repository.owner}:${ref}`,
  ref,
  sha,
  user: accountJson(at, repository.owner),
  repo: repositoryJson(at, repository)
})

export function teamJson({ repository, at }: Call, slug: string) {
  const url = `${at.api}/organizations/1/team/${slug}`
  return {
    id: slug.length,
    node_id: `T_${slug}`,
    url,
    html_url: `${at.html}/orgs/${repository.owner}/teams/${slug}`,
    members_url: `${url}/members{/member}`,
    repositories_url: `${url}/repos`,
    name: slug,
    slug,
    type: 'organization',
    description: null,
    permission: 'push',
    parent: null
  }
}

function autoMergeJson({ at }: Call, autoMerge: PullThread['pull']['autoMerge']) {
  if (!autoMerge) return null
  const { by, method } = autoMerge
  return { enabled_by: accountJson(at, by), merge_method: method, commit_title: '', commit_message: '' }
}

/** The long form. `mergeable` is null until GitHub had time to find out. */
export function fullPullJson(call: Call, thread: PullThread) {
  const { repository, at } = call
  const { git } = repository
  const { pull } = thread
  const files = filesBetween(git, mergeBaseOf(git, pull.baseSha, pull.headSha) ?? pull.baseSha, pull.headSha)
  const isKnown = thread.state === 'closed' || pull.mergeableAsked++ >= repository.settings.mergeableAfter
  const mergeable =
    thread.state === 'closed' || !isKnown ? null : mergedTreeOf(git, pull.baseSha, pull.headSha) !== undefined
  return {
    ...pullJson(call, thread),
    merged: pull.mergedAt !== null,
    merged_by: pull.mergedBy === null ? null : accountJson(at, pull.mergedBy),
    mergeable,
    rebaseable: mergeable,
    mergeable_state: mergeable === null ? 'unknown' : mergeable ? (pull.draft ? 'draft' : 'clean') : 'dirty',
    maintainer_can_modify: pull.maintainerCanModify,
    comments: [...repository.comments.values()].filter(comment => comment.thread === thread.number).length,
    review_comments: 0,
    commits: commitsBetween(git, pull.baseSha, pull.headSha).length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length
  }
}
