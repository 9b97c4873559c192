// Makes one pull request true: looks, compares, and writes only what differs, so that any run can follow any other.
import type { Proposal, Proposed } from '../../ports/github.ts'
import { Fault } from '../../ports/trouble.ts'
import { divergenceOf, isExactly, mergesTo } from './branch.ts'
import type { Divergence, Plan } from './branch.ts'
import type { Client } from './client.ts'
import { editsOf, treeShaAfter } from './edits.ts'
import { addExtras } from './extras.ts'
import { GithubFault, isRefusal } from './faults.ts'
import { compareUrlOf, correctionOf, correctPull, openPull, pullsFrom, pullToKeep } from './pull.ts'
import type { Pull } from './pull.ts'
import { moveBranch, writeCommit, writeTree } from './push.ts'
import { untilUnraced } from './raced.ts'
import type { Commit, Trees } from './trees.ts'

/**
 * Proposes, from the start again when somebody else writes meanwhile. Throws Fault; `conflict` when the branch carries
 * others' commits.
 */
export async function propose(client: Client, trees: Trees, proposal: Proposal): Promise<Proposed> {
  return untilUnraced(client, async () => proposeOnce({ client, trees, proposal }))
}

interface Task {
  readonly client: Client
  readonly trees: Trees
  readonly proposal: Proposal
}

async function proposeOnce(task: Task): Promise<Proposed> {
  const { client, trees, proposal } = task
  const listed = pullToKeep(await pullsFrom(client, proposal.branch, 'open'), proposal.base)
  const base = await trees.treeOf(proposal.base)
  const edits = editsOf(base, await proposal.changesFor(base))
  const plan: Plan = { base, edits, treeSha: treeShaAfter(base, edits) }
  if (edits.length === 0)
    return proposed(task, plan, { operation: 'none', treeSha: base.treeSha, warnings: idle(listed) })
  const standing = await standingOf(task, plan)
  // A pull request can't be open without its branch: the branch was deleted after the first look, and that closed it.
  const pull = standing.head && listed
  if (proposal.dryRun) return dryRun(task, plan, standing, pull)
  const push = standing.isRight ? undefined : await pushed(task, plan, standing)
  const head = push ?? standing.head
  const about = {
    headSha: head?.sha,
    treeSha: head?.treeSha,
    commitVerified: head?.verified,
    warnings: standing.warnings
  }
  return published(task, plan, { ...about, isPushed: push !== undefined, pull })
}

const idle = (pull: Pull | undefined): string[] =>
  pull ? [`Pull request #${pull.number} (${pull.url}) is still open, though the base has all of it: close it`] : []

/** The branch before anything is written. */
interface Standing {
  readonly head: Commit | undefined
  /** Nothing is to be pushed. */
  readonly isRight: boolean
  readonly warnings: readonly string[]
}

async function standingOf({ client, trees, proposal }: Task, plan: Plan): Promise<Standing> {
  const tip = await trees.tipOf(proposal.branch)
  if (tip === undefined) return { head: undefined, isRight: false, warnings: [] }
  const head = await trees.commit(tip)
  if (isExactly(plan, head)) return { head, isRight: true, warnings: [] }
  const divergence = await divergenceOf(client, plan.base, head)
  if (divergence && (await mergesTo(plan, head, divergence, trees))) return { head, isRight: true, warnings: [] }
  return { head, isRight: false, warnings: replaced(proposal, divergence) }
}

/** What a push would throw away of other people's. Throws unless that is wanted. */
function replaced({ branch, overwrite }: Proposal, divergence: Divergence | undefined): string[] {
  const foreign = divergence ? divergence.foreign.join(', ') : 'a history of its own'
  if (foreign === '') return []
  if (overwrite) return [`The branch ${branch} was replaced together with what others had on it: ${foreign}`]
  throw new Fault(
    'conflict',
    `The branch ${branch} carries commits that are not from here (${foreign}); nothing was written`,
    {
      advice: 'Merge or close what is there, choose another `branch`, or set `overwrite: true` to replace it.'
    }
  )
}

async function pushed({ client, trees, proposal }: Task, plan: Plan, { head }: Standing): Promise<Commit> {
  const tree = await writeTree(client, plan)
  const commit = await writeCommit(client, plan, tree, proposal.commitMessage)
  await moveBranch(client, trees, proposal.branch, head, commit)
  return commit
}

function dryRun(task: Task, plan: Plan, { head, isRight, warnings }: Standing, pull: Pull | undefined): Proposed {
  const isSame = isRight && pull !== undefined && Object.keys(correctionOf(pull, task.proposal)).length === 0
  const operation = pull === undefined ? 'created' : isSame ? 'unchanged' : 'updated'
  const headSha = isRight ? head?.sha : undefined
  return proposed(task, plan, { operation, pull, headSha, treeSha: plan.treeSha, warnings })
}

type Outcome = Pick<Proposed, 'operation' | 'treeSha' | 'warnings'> & {
  readonly headSha?: string | undefined
  readonly commitVerified?: boolean | undefined
  readonly pull?: Pull | undefined
}

function proposed({ client, proposal }: Task, { base, edits }: Plan, outcome: Outcome): Proposed {
  const { pull, operation, treeSha, warnings, headSha, commitVerified } = outcome
  return {
    operation,
    number: pull?.number,
    url: pull?.url,
    author: pull?.author,
    compareUrl: compareUrlOf(client.where, proposal),
    baseSha: base.commitSha,
    headSha,
    treeSha,
    commitVerified,
    warnings,
    changes: edits.map(({ path, status }) => ({ path, status }))
  }
}

type Head = Omit<Outcome, 'operation'> & { readonly isPushed: boolean }

/** The pull request of a branch that is as it should be. */
async function published(task: Task, plan: Plan, head: Head): Promise<Proposed> {
  const { client, proposal } = task
  const { pull } = head
  if (!pull) return opened(task, plan, head)
  const correction = correctionOf(pull, proposal)
  const isCorrected = Object.keys(correction).length > 0
  if (isCorrected) await correctPull(client, pull, correction)
  const extras = await addExtras(client, pull, proposal)
  const operation = head.isPushed || isCorrected || extras.isWritten ? 'updated' : 'unchanged'
  return proposed(task, plan, { ...head, operation, warnings: [...head.warnings, ...extras.warnings] })
}

async function opened(task: Task, plan: Plan, head: Head): Promise<Proposed> {
  const { client, proposal } = task
  const predecessors = await rejectedBefore(client, proposal.branch)
  try {
    const { pull, warnings } = await openPull(client, proposal)
    const extras = await addExtras(client, pull, proposal)
    const all = [...head.warnings, ...predecessors, ...warnings, ...extras.warnings]
    return proposed(task, plan, { ...head, pull, operation: 'created', warnings: all })
  } catch (error) {
    if (!isRefusal(error, 403) || error.code !== 'not-permitted') throw error
    return proposed(task, plan, { ...head, operation: 'branch-only', warnings: [...head.warnings, forbidden(error)] })
  }
}

const forbidden = ({ message, advice }: GithubFault): string =>
  `${message}. The branch is there; open the pull request by hand with the link. ${advice ?? ''}`.trim()

/** A person may have closed the last one on purpose; this run was started on purpose, too. */
async function rejectedBefore(client: Client, branch: string): Promise<string[]> {
  const [last] = await pullsFrom(client, branch, 'closed')
  if (!last || last.isMerged) return []
  return [`Pull request #${last.number} (${last.url}) proposed this before and was closed without a merge`]
}
