// The few things the loopback GitHub answers by GraphQL: auto-merge, drafts, and who is asking.
import { isPermitted } from './github-access.ts'
import { pullNodeId } from './github-pull-json.ts'
import { pullsOf } from './github-pull-life.ts'
import type { PullThread } from './github-pull-life.ts'
import type { Repository, Token } from './github-state.ts'
import type { HttpReply } from './serve.ts'

interface Asked {
  readonly token: Token
  readonly repositories: readonly Repository[]
  readonly query: string
  /** The variables and the query as one text: node ids are found wherever they stand. */
  readonly everything: string
  readonly now: () => string
}

const mutations: Readonly<Record<string, (asked: Asked, repository: Repository, thread: PullThread) => void>> = {
  enablePullRequestAutoMerge,
  disablePullRequestAutoMerge: (_asked, _repository, { pull }) => void (pull.autoMerge = null),
  convertPullRequestToDraft: (_asked, { settings }, { pull }) => {
    if (!settings.allowDrafts) throw new GraphqlError('Draft pull requests are not supported in this repository.')
    pull.draft = true
  },
  markPullRequestReadyForReview: (_asked, _repository, { pull }) => void (pull.draft = false)
}

/** GraphQL refuses with status 200 and a list of errors. */
class GraphqlError extends Error {
  readonly type: string
  constructor(message: string, type = 'UNPROCESSABLE') {
    super(message)
    this.type = type
  }
}

export const isMutation = (query: string): boolean => /^\s*mutation\b/.test(query)

export function graphqlReply(asked: Asked): HttpReply {
  const name = Object.keys(mutations).find(each => new RegExp(`\\b${each}\\b`).test(asked.query))
  try {
    if (name !== undefined && isMutation(asked.query))
      return { status: 200, body: { data: { [name]: mutated(asked, name) } } }
    if (/\bviewer\b/.test(asked.query)) return { status: 200, body: { data: { viewer: { login: asked.token.login } } } }
    throw new GraphqlError('The loopback GitHub does not know this query.', 'undefinedField')
  } catch (error) {
    if (!(error instanceof GraphqlError)) throw error
    const data = name === undefined ? null : { [name]: null }
    return { status: 200, body: { data, errors: [{ type: error.type, path: [name], message: error.message }] } }
  }
}

function mutated(asked: Asked, name: string) {
  const [id = ''] = /\bPR_\d+_\d+\b/.exec(asked.everything) ?? []
  const repository = asked.repositories.find(each => id.startsWith(`PR_${each.id}_`))
  const thread = repository && pullsOf(repository).find(each => pullNodeId(repository, each.number) === id)
  if (!repository || !thread) {
    throw new GraphqlError(`Could not resolve to a node with the global id of '${id}'`, 'NOT_FOUND')
  }
  if (!isPermitted(asked.token, repository, 'pull_requests=write')) {
    throw new GraphqlError('Resource not accessible by integration', 'FORBIDDEN')
  }
  mutations[name]?.(asked, repository, thread)
  return { pullRequest: pullRequestNode(asked, repository, thread) }
}

function pullRequestNode({ now }: Asked, repository: Repository, { number, pull }: PullThread) {
  const autoMergeRequest = pull.autoMerge && { enabledAt: now(), mergeMethod: pull.autoMerge.method.toUpperCase() }
  return { id: pullNodeId(repository, number), number, isDraft: pull.draft, autoMergeRequest }
}

function enablePullRequestAutoMerge(asked: Asked, { settings }: Repository, thread: PullThread): void {
  if (!settings.allowAutoMerge) throw new GraphqlError('Pull request Auto merge is not allowed for this repository')
  if (thread.state === 'closed') throw new GraphqlError('Pull request is closed')
  if (thread.pull.draft) throw new GraphqlError('Pull request is in draft state')
  if (!settings.hasMergeRequirements) throw new GraphqlError('Pull request Pull request is in clean status')
  const [method = 'MERGE'] = /\b(?:MERGE|SQUASH|REBASE)\b/.exec(asked.everything) ?? []
  thread.pull.autoMerge = { by: asked.token.login, method: method.toLowerCase() }
}
