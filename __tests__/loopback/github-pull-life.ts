// The life of a pull request: what happens to it when branches move, and by the hands of people.
import { ancestryOf, commitOf, writeCommit } from './github-commits.ts'
import { mergedTreeOf } from './github-diffs.ts'
import { accountEmail } from './github-render.ts'
import { branchSha } from './github-state.ts'
import type { Pull, Repository, Thread } from './github-state.ts'

/** A thread that is a pull request. */
export interface PullThread extends Thread {
  readonly pull: Pull
}

export const isPull = (thread: Thread): thread is PullThread => thread.pull !== undefined

export const pullsOf = ({ threads }: Repository): PullThread[] => [...threads.values()].filter(isPull)

/**
 * After a branch was created, moved or deleted. As GitHub does it: without its branch a pull request closes, with a head
 * that adds nothing to the base it closes too, and one whose commits arrived in the base is merged.
 */
export function branchMoved(repository: Repository, branch: string): void {
  for (const thread of pullsOf(repository)) {
    const { pull } = thread
    if (pull.headRef !== branch && pull.baseRef !== branch) continue
    if (thread.state === 'open') follow(repository, thread, branch)
    else if (pull.headRef === branch && branchSha(repository, branch) !== pull.headSha) markLost(repository, pull)
  }
}

function markLost(repository: Repository, pull: Pull): void {
  pull.lost = branchSha(repository, pull.headRef) === undefined ? 'deleted' : 'force-pushed or recreated'
}

function follow(repository: Repository, thread: PullThread, branch: string): void {
  const { pull } = thread
  const head = branchSha(repository, pull.headRef)
  const base = branchSha(repository, pull.baseRef)
  if (head === undefined || base === undefined) {
    if (head === undefined) pull.lost = 'deleted'
    return close(repository, thread, null)
  }
  Object.assign(pull, { headSha: head, baseSha: base, mergeableAsked: 0 })
  thread.updatedAt = repository.now()
  if (!ancestryOf(repository.git, base).has(head)) return
  if (branch === pull.baseRef) markMerged(repository, thread, head, accountOfNobody)
  else close(repository, thread, null)
}

const accountOfNobody = 'ghost'

export function close(repository: Repository, thread: Thread, by: string | null): void {
  const at = repository.now()
  Object.assign(thread, { state: 'closed', closedAt: at, updatedAt: at, closedBy: by })
}

function markMerged(repository: Repository, thread: PullThread, commit: string, by: string): void {
  close(repository, thread, by)
  Object.assign(thread.pull, { mergedAt: thread.closedAt, mergedBy: by, mergeCommit: commit })
}

/** Merges as a person does with the green button: a merge commit on the base, its tree made by `git merge-tree`. Throws on a conflict. */
export function mergePull(repository: Repository, number: number, by: string): string {
  const thread = pullNumbered(repository, number)
  const { git } = repository
  const { headRef, headSha, baseRef, baseSha } = thread.pull
  if (thread.state === 'closed') throw new Error(`#${number} is closed`)
  const tree = mergedTreeOf(git, baseSha, headSha)
  if (tree === undefined) throw new Error(`#${number} conflicts with ${baseRef}`)
  const author = { name: by, email: accountEmail(by), date: repository.now() }
  const message = `Merge pull request #${number} from ${repository.owner}/${headRef}\n\n${thread.title}`
  const commit = writeCommit(git, { tree, parents: [baseSha, headSha], author, committer: author, message })
  git.setRef(`refs/heads/${baseRef}`, commit)
  markMerged(repository, thread, commit, by)
  branchMoved(repository, baseRef)
  return commit
}

export function pullNumbered({ threads }: Repository, number: number): PullThread {
  const thread = threads.get(number)
  if (!thread || !isPull(thread)) throw new Error(`#${number} is no pull request`)
  return thread
}

/** Commits files (null removes) on top of a branch, as a person who pushes; a new branch starts at the default one. */
export function pushCommit(
  repository: Repository,
  branch: string,
  push: { readonly tree: (base: string | undefined) => string; readonly login: string; readonly message: string }
): string {
  const { git } = repository
  const parent = branchSha(repository, branch) ?? branchSha(repository, repository.defaultBranch)
  const tree = push.tree(parent === undefined ? undefined : commitOf(git, parent)?.tree)
  const author = { name: push.login, email: accountEmail(push.login), date: repository.now() }
  const parents = parent === undefined ? [] : [parent]
  const commit = writeCommit(git, { tree, parents, author, committer: author, message: push.message })
  if (!git.setRef(`refs/heads/${branch}`, commit)) throw new Error(`${branch} cannot be a branch here`)
  branchMoved(repository, branch)
  return commit
}
