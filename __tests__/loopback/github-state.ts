// What the loopback GitHub knows: repositories, threads (issues and pull requests share their numbers), comments, labels, tokens.
import type { Git } from './github-git.ts'

export type Access = 'none' | 'read' | 'write'

/** Who a bearer token stands for and what it may do. What is not named is `none`, but `metadata` is `read`. */
export interface Token {
  /** `github-actions[bot]`, another `…[bot]`, or a person. */
  readonly login: string
  readonly permissions: Readonly<Partial<Record<'contents' | 'pulls' | 'issues' | 'workflows' | 'metadata', Access>>>
  /** Full names of the repositories it was given for; all when absent. */
  readonly repositories?: readonly string[]
  /** Requests left in this hour (5000 when absent); at none the answer is 403. Counted down by the world. */
  remaining?: number
}

/** A rule about branch names. `*` stays within a path segment, `**` does not. */
export interface Ruleset {
  readonly pattern: string
  readonly forbids: readonly ('creation' | 'update' | 'deletion' | 'non-fast-forward')[]
  /** What GitHub says of it, instead of the usual sentence. */
  readonly message?: string
  /** Say it in `errors[]` under a message that says nothing. */
  readonly nested?: boolean
}

export interface Settings {
  private: boolean
  archived: boolean
  hasIssues: boolean
  /** "Allow GitHub Actions to create and approve pull requests". */
  allowActionsToCreatePullRequests: boolean
  allowAutoMerge: boolean
  /** Checks or reviews stand between a pull request and its merge; without, auto-merge is refused ("clean status"). */
  hasMergeRequirements: boolean
  /** Draft pull requests are not on every plan. */
  allowDrafts: boolean
  rulesets: readonly Ruleset[]
  /** Branches (patterns) under classic protection. */
  protectedBranches: readonly string[]
  /** Most entries one `POST git/trees` may carry before it times out. */
  treeEntryLimit: number
  /** Most entries a recursive tree lists before it is `truncated`. */
  treeListLimit: number
  /** How many times GET of a pull request says `mergeable: null` before GitHub knows. */
  mergeableAfter: number
}

export const usualSettings: Settings = {
  private: true,
  archived: false,
  hasIssues: true,
  allowActionsToCreatePullRequests: true,
  allowAutoMerge: true,
  hasMergeRequirements: true,
  allowDrafts: true,
  rulesets: [],
  protectedBranches: [],
  treeEntryLimit: 1000,
  treeListLimit: 100_000,
  mergeableAfter: 0
}

export interface Label {
  readonly id: number
  readonly name: string
  readonly color: string
  readonly description: string
}

export interface Comment {
  readonly id: number
  readonly thread: number
  readonly author: string
  readonly createdAt: string
  updatedAt: string
  body: string
}

/** What a pull request has beyond an issue. */
export interface Pull {
  readonly headRef: string
  /** Follows the branch while the pull request is open. */
  headSha: string
  baseRef: string
  baseSha: string
  draft: boolean
  mergedAt: string | null
  mergedBy: string | null
  mergeCommit: string | null
  autoMerge: { readonly by: string; readonly method: string } | null
  maintainerCanModify: boolean
  reviewers: string[]
  teamReviewers: string[]
  /** Why it cannot be opened again, once that is so. */
  lost?: 'deleted' | 'force-pushed or recreated'
  mergeableAsked: number
}

/** An issue, or a pull request when `pull` is there. */
export interface Thread {
  readonly id: number
  readonly number: number
  readonly author: string
  readonly createdAt: string
  title: string
  body: string | null
  state: 'open' | 'closed'
  stateReason: 'completed' | 'reopened' | 'not_planned' | 'duplicate' | null
  closedAt: string | null
  closedBy: string | null
  updatedAt: string
  labels: string[]
  assignees: string[]
  readonly pull: Pull | undefined
}

export interface Repository {
  readonly id: number
  readonly owner: string
  readonly name: string
  readonly createdAt: string
  defaultBranch: string
  readonly git: Git
  readonly settings: Settings
  readonly threads: Map<number, Thread>
  readonly comments: Map<number, Comment>
  /** By name in lower case, as GitHub compares them. */
  readonly labels: Map<string, Label>
  /** Commits that GitHub signed. */
  readonly verified: Set<string>
  /** Logins that may be assigned and asked for reviews. */
  readonly collaborators: Set<string>
  /** Slugs of teams with access. */
  readonly teams: Set<string>
  /** E-mail addresses of people, to their logins. */
  readonly people: Map<string, string>
  /** The next second of the world's own clock, ISO 8601. */
  readonly now: () => string
  /** A number never used before in this world. */
  readonly newId: () => number
}

export const fullName = ({ owner, name }: Repository): string => `${owner}/${name}`

export const branchSha = ({ git }: Repository, branch: string): string | undefined => git.ref(`refs/heads/${branch}`)

export const isEmpty = ({ git }: Repository): boolean => git.refs('refs/heads/').size === 0

/** Adds an issue, or a pull request, under the next number. */
export function addThread<P extends Pull | undefined>(
  repository: Repository,
  { author, title, body, pull }: Pick<Thread, 'author' | 'title' | 'body'> & { readonly pull: P }
): Thread & { readonly pull: P } {
  const at = repository.now()
  const thread = {
    id: repository.newId(),
    number: repository.threads.size + 1,
    author,
    title,
    body,
    ...newlyOpened(),
    createdAt: at,
    updatedAt: at,
    pull
  }
  repository.threads.set(thread.number, thread)
  return thread
}

type Fresh = Pick<Thread, 'state' | 'stateReason' | 'closedAt' | 'closedBy' | 'labels' | 'assignees'>

const newlyOpened = (): Fresh => ({
  state: 'open',
  stateReason: null,
  closedAt: null,
  closedBy: null,
  labels: [],
  assignees: []
})

/** The label of this name, made grey when there is none, as GitHub makes it. */
export function labelNamed(repository: Repository, name: string): Label {
  const known = repository.labels.get(name.toLowerCase())
  if (known) return known
  const label = { id: repository.newId(), name, color: 'ededed', description: '' }
  repository.labels.set(name.toLowerCase(), label)
  return label
}
