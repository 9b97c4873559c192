// The client of one repository on GitHub: asks, checks, counts, and turns every failure into a fault.
import { defaults, getOctokitOptions } from '@actions/github/lib/utils'
import { Octokit } from '@octokit/rest'
import { setTimeout as sleep } from 'node:timers/promises'
import { ConfigError, Fault } from '../../ports/trouble.ts'
import { isLoopback } from '../../source/loopback.ts'
import { listIn, objectIn, partOf, textOf } from './answers.ts'
import type { Answer } from './answers.ts'
import { faultOf, graphqlFault, shown } from './faults.ts'
import type { Errand, Whereabouts } from './errand.ts'
import { advisedPace, bePatient } from './patience.ts'
import type { Pace } from './patience.ts'
import { countedFetch } from './wire.ts'

/** Which repository, where, as whom. Comes from the front door; nothing is read from the environment. */
export interface GithubOptions {
  readonly token: string
  /** `https://api.github.com`, or `https://HOST/api/v3`. http on loopback addresses only. */
  readonly apiUrl: string
  /** `GITHUB_GRAPHQL_URL`; derived from `apiUrl` when absent. */
  readonly graphqlUrl?: string
  /** `https://github.com`, for links. */
  readonly serverUrl: string
  readonly owner: string
  readonly repo: string
  /** What to do otherwise than GitHub advises. */
  readonly pace?: Partial<Pace>
}

interface Reply {
  readonly status: number
  readonly data: unknown
  readonly headers: { readonly link?: string | undefined }
}

/** What the rooms of this adapter share. Everything throws Fault. */
export interface Client {
  readonly where: Whereabouts
  /** The parameters that every request has. */
  readonly at: { readonly owner: string; readonly repo: string }
  /** Sends a request and returns the answer's data. */
  readonly ask: (errand: Errand, request: (octokit: Octokit) => Promise<Reply>) => Promise<unknown>
  /** All pages of a list. */
  readonly askAll: (errand: Errand, request: (octokit: Octokit, page: number) => Promise<Reply>) => Promise<Answer[]>
  /** Sends a GraphQL operation and returns its `data`. */
  readonly askGraphql: (errand: Errand, query: string, variables?: Answer) => Promise<Answer>
  /** Lets some time pass before looking again. */
  readonly pause: (attempt: number) => Promise<void>
  /** Requests sent so far, repetitions included. */
  readonly requests: () => number
}

/** A client. Throws ConfigError for an address, a name or a token that can't be right. Sends nothing. */
export function githubClient(options: GithubOptions): Client {
  const { token, owner, repo } = options
  checkNames(options)
  const apiUrl = addressOf(options.apiUrl, 'API')
  const graphqlUrl = addressOf(options.graphqlUrl ?? graphqlBeside(apiUrl), 'GraphQL API')
  const where: Whereabouts = { token, owner, repo, apiUrl, serverUrl: addressOf(options.serverUrl, 'server') }
  const pace = { ...advisedPace, ...options.pace }
  let sent = 0
  const octokit = octokitOf(token, apiUrl, pace, () => sent++)
  const send = sending(octokit, where)
  return {
    where,
    at: { owner, repo },
    ask: async (errand, request) => (await send(errand, request)).data,
    askAll: async (errand, request) => allPages(async page => send(errand, kit => request(kit, page)), errand),
    askGraphql: async (errand, query, variables = {}) => {
      const operation = { method: 'POST', url: graphqlUrl, query, variables } as const
      const answer = objectIn((await send(errand, kit => kit.request(operation))).data)
      const [error] = Array.isArray(answer['errors']) ? listIn(answer['errors']) : []
      if (error) throw graphqlFault(textOf(error, 'message'), errand, where)
      return partOf(answer, 'data')
    },
    pause: async attempt => sleep(pace.firstWait * attempt),
    requests: () => sent
  }
}

function checkNames({ token, owner, repo }: GithubOptions): void {
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new ConfigError('`github-token` is empty or no token: pass that of the job, of a GitHub App, or your own')
  }
  for (const name of [owner, repo]) {
    if (/^(?!\.{1,2}$)[\w.-]{1,100}$/.test(name)) continue
    throw new ConfigError(`'${shown(`${owner}/${repo}`)}' is not the name of a repository, which reads owner/name`)
  }
}

/** A checked address without trailing slash. */
function addressOf(given: string, what: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (!url || url.username || url.password || url.search || url.hash) {
    throw new ConfigError(`The address of GitHub's ${what} is not a plain https address`)
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw new ConfigError(
      `The address of GitHub's ${what} must be https (http is for loopback addresses): ${shown(given)}`
    )
  }
  return url.href.replace(/\/+$/, '')
}

/** GitHub Enterprise Server has its API under /api/v3 and GraphQL under /api/graphql. */
const graphqlBeside = (apiUrl: string): string => `${apiUrl.replace(/\/v3$/, '')}/graphql`

const silent = (): void => undefined
const silence = { debug: silent, info: silent, warn: silent, error: silent }

/** Base URL and proxies are handled as @actions/github does it; Octokit alone knows neither. */
function octokitOf(token: string, baseUrl: string, pace: Pace, count: () => void): Octokit {
  const fetch = countedFetch(defaults.request?.fetch ?? globalThis.fetch, pace.timeout, count)
  const Kit = Octokit.defaults(defaults)
  const octokit = new Kit({
    ...getOctokitOptions(token, { userAgent: 'kasten-multicluster' }),
    baseUrl,
    log: silence,
    request: { fetch, log: silence }
  })
  bePatient(octokit, pace)
  return octokit
}

function sending(octokit: Octokit, where: Whereabouts) {
  return async (errand: Errand, request: (octokit: Octokit) => Promise<Reply>): Promise<Reply> => {
    const reply = await request(octokit).catch((error: unknown) => {
      throw faultOf(error, errand, where)
    })
    if (reply.status < 300) return reply
    throw faultOf(Object.assign(new Error('redirected'), { status: reply.status, response: reply }), errand, where)
  }
}

const mostPages = 50

/** Follows the pages by number: the link to the next one is a stranger's, and only its presence is believed. */
async function allPages(page: (number: number) => Promise<Reply>, { doing }: Errand): Promise<Answer[]> {
  const all: Answer[] = []
  for (let number = 1; number <= mostPages; number++) {
    const { data, headers } = await page(number)
    all.push(...listIn(data))
    if (!/rel="next"/.test(headers.link ?? '')) return all
  }
  throw new Fault('unexpected-answer', `Could not ${doing}: GitHub lists more than ${mostPages} pages`)
}
