// What a pull request has beside its change: labels, assignees, reviewers, auto-merge; a refusal here is a warning.
import type { AutoMerge, Proposal } from '../../ports/github.ts'
import { Fault } from '../../ports/trouble.ts'
import { objectIn, partOf, textOf, textsOf } from './answers.ts'
import type { Client } from './client.ts'
import type { Pull } from './pull.ts'

/** What became of the extras. */
export interface Extras {
  readonly isWritten: boolean
  readonly warnings: readonly string[]
}

const needs = 'pull-requests: write'

/**
 * Adds what is wished and missing. Nothing is taken away, and who has reviewed is not asked again. Faults become
 * warnings.
 */
export async function addExtras(client: Client, pull: Pull, wish: Proposal): Promise<Extras> {
  const results: Extras[] = []
  for (const add of [addLabels, addAssignees, addReviewers, addTeamReviewers, enableAutoMerge]) {
    results.push(await add(client, pull, wish))
  }
  return { isWritten: results.some(each => each.isWritten), warnings: results.flatMap(each => each.warnings) }
}

const nothing: Extras = { isWritten: false, warnings: [] }

/** Names that aren't there yet; GitHub compares them without case. */
function missing(wished: readonly string[], there: readonly string[]): string[] {
  const known = new Set(there.map(name => name.toLowerCase()))
  return wished.filter(name => !known.has(name.toLowerCase()))
}

async function attempt(write: () => Promise<unknown>): Promise<Extras> {
  try {
    await write()
    return { isWritten: true, warnings: [] }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { isWritten: false, warnings: [error.message] }
  }
}

async function addLabels({ ask, at }: Client, { number, labels: there }: Pull, wish: Proposal): Promise<Extras> {
  const labels = missing(wish.labels, there)
  if (labels.length === 0) return nothing
  const errand = { doing: `add the labels ${labels.join(', ')}`, needs }
  return attempt(async () => ask(errand, kit => kit.rest.issues.addLabels({ ...at, issue_number: number, labels })))
}

/** GitHub drops whom it can't assign without a word, so the answer is looked at. */
async function addAssignees({ ask, at }: Client, { number, assignees: there }: Pull, wish: Proposal): Promise<Extras> {
  const assignees = missing(wish.assignees, there)
  if (assignees.length === 0) return nothing
  const errand = { doing: `assign ${assignees.join(', ')}`, needs }
  return attempt(async () => {
    const answer = await ask(errand, kit => kit.rest.issues.addAssignees({ ...at, issue_number: number, assignees }))
    const dropped = missing(assignees, textsOf(objectIn(answer), 'assignees', 'login'))
    if (dropped.length > 0)
      throw new Fault('rejected', `GitHub did not assign ${dropped.join(', ')}: unknown, or without access`)
  })
}

async function addReviewers(client: Client, pull: Pull, wish: Proposal): Promise<Extras> {
  const wished = missing(wish.reviewers, pull.reviewers)
  if (wished.length === 0) return nothing
  const isAuthor = (name: string): boolean => name.toLowerCase() === pull.author.toLowerCase()
  const own = wished.filter(isAuthor).map(name => `${name} opened the pull request and can't review it`)
  const asked = missing(
    wished.filter(name => !isAuthor(name)),
    await reviewersSoFar(client, pull)
  )
  const { isWritten, warnings } = await requestReviews(client, pull, asked, 'reviewers')
  return { isWritten, warnings: [...own, ...warnings] }
}

async function addTeamReviewers(client: Client, pull: Pull, wish: Proposal): Promise<Extras> {
  return requestReviews(client, pull, missing(wish.teamReviewers, pull.teamReviewers), 'team_reviewers')
}

/** GitHub takes all or none; when it takes none, each is asked alone so that one wrong name costs only itself. */
async function requestReviews(
  client: Client,
  pull: Pull,
  names: readonly string[],
  kind: 'reviewers' | 'team_reviewers'
): Promise<Extras> {
  if (names.length === 0) return nothing
  const all = await requestReview(client, pull, names, kind)
  if (all.isWritten || names.length === 1) return all
  const each = await Promise.all(names.map(async name => requestReview(client, pull, [name], kind)))
  return { isWritten: each.some(({ isWritten }) => isWritten), warnings: each.flatMap(({ warnings }) => warnings) }
}

async function requestReview(
  { ask, at }: Client,
  { number }: Pull,
  names: readonly string[],
  kind: 'reviewers' | 'team_reviewers'
): Promise<Extras> {
  const errand = { doing: `ask ${names.join(', ')} for a review`, needs }
  const asked = { ...at, pull_number: number, [kind]: [...names] }
  return attempt(async () => ask(errand, kit => kit.rest.pulls.requestReviewers(asked)))
}

async function reviewersSoFar({ askAll, at }: Client, { number }: Pull): Promise<string[]> {
  const errand = { doing: `list the reviews of #${number}`, needs: 'pull-requests: read' }
  const reviews = await askAll(errand, (kit, page) =>
    kit.rest.pulls.listReviews({ ...at, pull_number: number, per_page: 100, page })
  )
  return reviews.map(review => textOf(partOf(review, 'user'), 'login'))
}

const methods: Readonly<Record<AutoMerge, string>> = { merge: 'MERGE', squash: 'SQUASH', rebase: 'REBASE' }

const enable = `mutation ($id: ID!, $method: PullRequestMergeMethod!) {
  enablePullRequestAutoMerge(input: { pullRequestId: $id, mergeMethod: $method }) { clientMutationId }
}`

/**
 * Only GraphQL can. Refused where it isn't allowed, for drafts, and where nothing stands between the pull request and
 * its merge.
 */
async function enableAutoMerge(
  { askGraphql }: Client,
  { nodeId: id, autoMerge }: Pull,
  wish: Proposal
): Promise<Extras> {
  if (!wish.autoMerge || autoMerge === wish.autoMerge) return nothing
  const method = methods[wish.autoMerge]
  return attempt(async () => askGraphql({ doing: 'enable auto-merge', needs }, enable, { id, method }))
}
