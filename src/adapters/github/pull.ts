// Pull requests as GitHub lists them, and the two ways of writing one: open it, change its words or its base.
import type { OpenPullRequest, Proposal } from '../../ports/github.ts'
import { Fault } from '../../ports/trouble.ts'
import { uri } from '../../report/escape/uri.ts'
import { listIn, numberOf, objectIn, partOf, textOf, textsOf } from './answers.ts'
import type { Answer } from './answers.ts'
import type { Client } from './client.ts'
import { isRefusal } from './faults.ts'
import type { Errand, Whereabouts } from './errand.ts'
import { createdOnce } from './once.ts'
import { Raced } from './raced.ts'
import { isStamped, rewordingOf, stamped } from './stamp.ts'
import type { Words } from './stamp.ts'

/** A pull request whose branch is in this repository. */
export interface Pull extends OpenPullRequest {
  readonly nodeId: string
  readonly author: string
  readonly isMerged: boolean
  readonly isDraft: boolean
  readonly autoMerge: string | undefined
  readonly labels: readonly string[]
  readonly assignees: readonly string[]
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
}

const needs = 'pull-requests: write'
const lists: Errand = { doing: 'list pull requests', needs }

/** All open pull requests of this repository's own branches. */
export async function openPulls(client: Client): Promise<Pull[]> {
  const answers = await client.askAll(lists, (kit, page) =>
    kit.rest.pulls.list({ ...client.at, state: 'open', per_page: 100, page })
  )
  return ownPulls(client, answers)
}

/** Pull requests of one branch, newest first; the latest hundred of them. */
export async function pullsFrom(client: Client, branch: string, state: 'open' | 'closed'): Promise<Pull[]> {
  const filter = { state, head: `${client.at.owner}:${branch}`, per_page: 100 }
  const answer = await client.ask(lists, kit => kit.rest.pulls.list({ ...client.at, ...filter }))
  return ownPulls(client, listIn(answer)).filter(pull => pull.branch === branch)
}

/**
 * A fork of the same owner may have a branch of the same name, and a filter GitHub doesn't understand lists
 * everything.
 */
function ownPulls({ where }: Client, answers: readonly Answer[]): Pull[] {
  const full = `${where.owner}/${where.repo}`.toLowerCase()
  const isOwn = (answer: Answer): boolean =>
    textOf(partOf(partOf(answer, 'head'), 'repo'), 'full_name').toLowerCase() === full
  return answers.filter(isOwn).map(answer => pullIn(answer, where))
}

function pullIn(answer: Answer, where: Whereabouts): Pull {
  const number = numberOf(answer)
  return {
    number,
    url: `${where.serverUrl}/${where.owner}/${where.repo}/pull/${number}`,
    branch: textOf(partOf(answer, 'head'), 'ref'),
    base: textOf(partOf(answer, 'base'), 'ref'),
    title: textOf(answer, 'title'),
    body: textOf(answer, 'body'),
    nodeId: textOf(answer, 'node_id'),
    author: textOf(partOf(answer, 'user'), 'login'),
    isMerged: textOf(answer, 'merged_at') !== '',
    isDraft: answer['draft'] === true,
    autoMerge: textOf(partOf(answer, 'auto_merge'), 'merge_method') || undefined,
    labels: textsOf(answer, 'labels', 'name'),
    assignees: textsOf(answer, 'assignees', 'login'),
    reviewers: textsOf(answer, 'requested_reviewers', 'login'),
    teamReviewers: textsOf(answer, 'requested_teams', 'slug')
  }
}

/** Of several open ones from a branch: the one to the wanted base, else one of ours, which is then retargeted. */
export function pullToKeep(pulls: readonly Pull[], base: string): Pull | undefined {
  return pulls.find(pull => pull.base === base) ?? pulls.find(pull => isStamped(pull.body))
}

/**
 * Opens a pull request. Throws Raced when the branch or the difference is gone, a Fault with status 403 when that is
 * not permitted.
 */
export async function openPull(client: Client, proposal: Proposal): Promise<{ pull: Pull; warnings: string[] }> {
  const { draft } = proposal
  try {
    return { pull: await openedOnce(client, proposal, draft), warnings: [] }
  } catch (error) {
    if (!draft || !isRefusal(error, 422, /draft/i)) throw error
    const warning = 'GitHub has no draft pull requests for this repository: it was opened as an ordinary one'
    return { pull: await openedOnce(client, proposal, false), warnings: [warning] }
  }
}

async function openedOnce(client: Client, proposal: Proposal, draft: boolean): Promise<Pull> {
  const { base, branch } = proposal
  const errand = { doing: `open the pull request from ${branch} to ${base}`, needs }
  const look = async (): Promise<Pull | undefined> =>
    (await pullsFrom(client, branch, 'open')).find(pull => pull.base === base)
  const content = { ...stamped(proposal), head: branch, base, draft, maintainer_can_modify: false }
  const create = async (): Promise<Pull> => {
    const answer = await client.ask(errand, kit => kit.rest.pulls.create({ ...client.at, ...content }))
    return pullIn(objectIn(answer), client.where)
  }
  return createdOnce(client, create, look).catch((error: unknown) => {
    throw isRefusal(error, 422, outrun) ? new Raced(error) : error
  })
}

/** Another run opened it, merged it, or deleted the branch. */
const outrun = /already exists|no commits between|\bhead invalid|closed pull request/i

/** What of title, text and base is to be changed. A pull request without our stamp is a person's: its words stay. */
export function correctionOf(pull: Pull, proposal: Proposal): Partial<Words> & { base?: string } {
  const retargeted = pull.base === proposal.base ? {} : { base: proposal.base }
  return { ...rewordingOf(pull, proposal), ...retargeted }
}

/** Changes a pull request's words or base. Throws Raced when it was closed meanwhile. */
export async function correctPull(
  client: Client,
  { number }: Pull,
  correction: ReturnType<typeof correctionOf>
): Promise<void> {
  const errand = { doing: `update pull request #${number}`, needs }
  const request = { ...client.at, pull_number: number, ...correction }
  const answer = await client
    .ask(errand, kit => kit.rest.pulls.update(request))
    .catch((error: unknown) => {
      throw isRefusal(error, 422, outrun) ? new Raced(error) : error
    })
  if (textOf(objectIn(answer), 'state') !== 'closed') return
  throw new Raced(new Fault('conflict', `Pull request #${number} was closed while it was updated`))
}

/** GitHub's front end refuses addresses much longer than this. */
const longestAddress = 6000

/** Where a person can open the pull request, filled in as far as an address may be long. */
export function compareUrlOf({ serverUrl, owner, repo }: Whereabouts, proposal: Proposal): string {
  const page = `${serverUrl}/${owner}/${repo}/compare/${uri(proposal.base)}...${uri(proposal.branch)}?expand=1`
  const { title, body } = stamped(proposal)
  for (const length of [4000, 2000, 1000, 500, 0]) {
    const filled = `${page}&title=${encodeURIComponent(title)}&body=${encodeURIComponent(beginningOf(body, length))}`
    if (filled.length <= longestAddress) return filled
  }
  return page
}

const beginningOf = (text: string, length: number): string =>
  text.length <= length
    ? text
    : text
        .slice(0, length)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()
