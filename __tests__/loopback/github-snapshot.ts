// What the loopback GitHub has become, as plain data without clocks, numbers of its own or commit SHAs, to be compared.
import { commentsOf } from './github-comments.ts'
import { isPull } from './github-pull-life.ts'
import type { PullThread } from './github-pull-life.ts'
import { filesOf, treeOf } from './github-repository.ts'
import type { Repository, Thread } from './github-state.ts'

export interface ThreadSnapshot {
  readonly number: number
  readonly author: string
  readonly title: string
  readonly body: string | null
  readonly state: 'open' | 'closed'
  readonly labels: readonly string[]
  readonly assignees: readonly string[]
  readonly comments: readonly { readonly author: string; readonly body: string }[]
}

export interface IssueSnapshot extends ThreadSnapshot {
  readonly stateReason: string | null
}

export interface PullSnapshot extends ThreadSnapshot {
  readonly head: string
  readonly base: string
  readonly draft: boolean
  readonly merged: boolean
  /** The method, when auto-merge is on. */
  readonly autoMerge: string | null
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
}

export interface BranchSnapshot {
  /** SHA of the branch's tree, which its files decide and nothing else. */
  readonly tree: string
  readonly files: Readonly<Record<string, string>>
}

export interface Snapshot {
  readonly branches: Readonly<Record<string, BranchSnapshot>>
  readonly pulls: readonly PullSnapshot[]
  readonly issues: readonly IssueSnapshot[]
  /** Names of the repository's labels, sorted. */
  readonly labels: readonly string[]
}

export function snapshotOf(repository: Repository): Snapshot {
  const names = [...repository.git.refs('refs/heads/').keys()].map(name => name.slice('refs/heads/'.length))
  const threads = [...repository.threads.values()]
  return {
    branches: Object.fromEntries(
      names.map(name => [name, { tree: treeOf(repository, name), files: filesOf(repository, name) }])
    ),
    pulls: threads.filter(isPull).map(thread => pullSnapshot(repository, thread)),
    issues: threads
      .filter(thread => !thread.pull)
      .map(thread => ({ ...threadSnapshot(repository, thread), stateReason: thread.stateReason })),
    labels: [...repository.labels.values()].map(label => label.name).sort()
  }
}

function threadSnapshot(repository: Repository, thread: Thread): ThreadSnapshot {
  const { number, author, title, body, state, labels, assignees } = thread
  const comments = commentsOf(repository, number).map(comment => ({ author: comment.author, body: comment.body }))
  return { number, author, title, body, state, labels: [...labels], assignees: [...assignees], comments }
}

function pullSnapshot(repository: Repository, thread: PullThread): PullSnapshot {
  const { headRef, baseRef, draft, mergedAt, autoMerge, reviewers, teamReviewers } = thread.pull
  return {
    ...threadSnapshot(repository, thread),
    head: headRef,
    base: baseRef,
    draft,
    merged: mergedAt !== null,
    autoMerge: autoMerge?.method ?? null,
    reviewers: [...reviewers],
    teamReviewers: [...teamReviewers]
  }
}
