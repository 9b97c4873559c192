// What the world can do on GitHub: read a tree, keep one pull request, one issue, one comment.
import type { FileChange } from '../source/checkout.ts'

/** A file of a commit. */
export interface TreeFile {
  readonly path: string
  /** Git's mode, '100644' or '100755'; links and submodules are listed, never read. */
  readonly mode: string
  readonly sha: string
  readonly size: number
}

/** The tip of a branch, as GitHub has it. */
export interface BaseTree {
  readonly branch: string
  readonly commitSha: string
  readonly treeSha: string
  readonly files: readonly TreeFile[]
}

/** A change as data: path to what becomes of the file. Nothing here is written by reading it. */
export type FileChanges = ReadonlyMap<string, FileChange>

/** How GitHub merges a pull request by itself when its checks pass. */
export type AutoMerge = 'merge' | 'squash' | 'rebase'

/** A pull request to be made true. */
export interface Proposal {
  readonly base: string
  readonly branch: string
  /** The changes, computed against the base's tip; called again with the new tip when the base moves meanwhile. */
  changesFor(base: BaseTree): Promise<FileChanges>
  readonly commitMessage: string
  readonly title: string
  /** At most 65,536 characters; a longer one is the caller's mistake. */
  readonly body: string
  readonly labels: readonly string[]
  readonly assignees: readonly string[]
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
  readonly draft: boolean
  readonly autoMerge: AutoMerge | undefined
  /** Replace a branch that carries other people's commits. */
  readonly overwrite: boolean
  readonly dryRun: boolean
}

/** What became of a proposal. */
export interface Proposed {
  readonly operation: 'created' | 'updated' | 'unchanged' | 'branch-only' | 'none'
  readonly number: number | undefined
  readonly url: string | undefined
  /** The login of whoever opened the pull request. */
  readonly author: string | undefined
  readonly compareUrl: string
  readonly baseSha: string
  readonly headSha: string | undefined
  readonly treeSha: string | undefined
  readonly commitVerified: boolean | undefined
  readonly changes: readonly { readonly path: string; readonly status: 'added' | 'modified' | 'removed' }[]
  /** What GitHub refused beside the proposal itself: reviewers, labels, a closed predecessor. */
  readonly warnings: readonly string[]
}

/** An open pull request of ours. */
export interface OpenPullRequest {
  readonly number: number
  readonly url: string
  readonly branch: string
  readonly base: string
  readonly title: string
  readonly body: string
}

/** Pull requests of one repository. Throws Fault. */
export interface PullRequests {
  defaultBranch(): Promise<string>
  /** The tip of a branch with the listing of all its files. */
  treeOf(branch: string): Promise<BaseTree>
  /** The text of a file of such a tree. */
  textOf(file: TreeFile): Promise<string>
  /** Open pull requests whose branch starts with a prefix and whose body carries our marker. */
  openWith(branchPrefix: string): Promise<OpenPullRequest[]>
  propose(proposal: Proposal): Promise<Proposed>
  /** Requests sent so far. */
  readonly requests: number
}

/** The one issue that tells of drift. */
export interface IssueState {
  readonly number: number
  readonly url: string
  readonly open: boolean
  readonly body: string
}

/** An issue to be made true, or to be closed. */
export interface IssueWish {
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  /** open: there must be an open issue with this body. closed: an open one is closed with the comment. */
  readonly state: 'open' | 'closed'
  /** Said once on closing or reopening. */
  readonly comment: string | undefined
}

/** What became of an issue. */
export type IssueOperation = 'created' | 'updated' | 'unchanged' | 'reopened' | 'closed' | 'none'

/** Keeps one issue, found by label, author and a hidden marker through the list API. Throws Fault; writes nothing when the list can't be had. */
export interface Issues {
  find(marker: string, label: string): Promise<IssueState | undefined>
  keep(
    marker: string,
    label: string,
    wish: IssueWish
  ): Promise<{ operation: IssueOperation; issue: IssueState | undefined; warnings: readonly string[] }>
}

/** Keeps one comment on a pull request, ours by marker and author. Throws Fault. */
export interface Comments {
  keep(pullRequest: number, marker: string, body: string): Promise<'created' | 'updated' | 'unchanged'>
}
