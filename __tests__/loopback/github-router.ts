// From a request to the loopback GitHub to its reply: token, operation, permission, body, contract, answer.
import { admit, charge, notAccessible, tokenOf } from './github-access.ts'
import { commentRoutes } from './github-comments.ts'
import type { Contract } from './github-contract.ts'
import { graphqlReply, isMutation } from './github-graphql.ts'
import { notFound, ok, record, Refusal } from './github-http.ts'
import type { Addresses, Route } from './github-http.ts'
import { issueRoutes } from './github-issues.ts'
import { labelRoutes } from './github-labels.ts'
import { objectRoutes } from './github-objects.ts'
import { pullRoutes } from './github-pulls.ts'
import { refRoutes } from './github-refs.ts'
import { accountJson, isBotLogin } from './github-render.ts'
import { repositoryRoutes } from './github-repositories.ts'
import { reviewRoutes } from './github-reviews.ts'
import { fullName } from './github-state.ts'
import type { Repository, Token } from './github-state.ts'
import type { HttpReply, HttpRequest } from './serve.ts'

/** One request that reached the world. */
export interface RequestRecord {
  readonly method: string
  /** Decoded, without the API's base and the query. */
  readonly path: string
  /** OpenAPI's name of the operation, `graphql`, or empty for an address GitHub does not know. */
  readonly operation: string
  /** Whether it asks for a change, as GitHub counts content-creating requests. */
  readonly write: boolean
  readonly status: number
}

/** What the router needs of the world. */
export interface Routed {
  readonly repositories: ReadonlyMap<string, Repository>
  readonly tokens: ReadonlyMap<string, Token>
  readonly contract: Contract
  readonly requests: RequestRecord[]
  readonly contractViolations: string[]
  /** Empty on github.com, `/api/v3` on GitHub Enterprise Server. */
  readonly base: string
  readonly now: () => string
}

const routes: ReadonlyMap<string, Route> = new Map(
  [
    repositoryRoutes,
    objectRoutes,
    refRoutes,
    pullRoutes,
    reviewRoutes,
    issueRoutes,
    labelRoutes,
    commentRoutes
  ].flatMap(each => Object.entries(each))
)

/** Answers one request wholly before the next, as a database transaction would. */
export function handlerOf(world: Routed): (request: HttpRequest) => HttpReply {
  const find = finderOf(world)
  return request => {
    const found = find(request)
    const limits: Record<string, string> = {}
    const reply = refusalsAsReplies(() => {
      const token = tokenOf(request.headers.authorization, world.tokens)
      Object.assign(limits, charge(token, new Date()))
      return answer(world, request, found, token)
    })
    const write = found.operation === 'graphql' ? isMutation(queryOf(request.body)) : request.method !== 'GET'
    const { operation, path } = found
    world.requests.push({ method: request.method, path, operation, write, status: reply.status })
    const needs = routes.get(operation)?.needs
    const accepted: Record<string, string> = needs === undefined ? {} : { 'x-accepted-github-permissions': needs }
    return { ...reply, headers: { ...limits, ...accepted, ...reply.headers } }
  }
}

function refusalsAsReplies(act: () => HttpReply): HttpReply {
  try {
    return act()
  } catch (error) {
    if (error instanceof Refusal) return error.reply
    throw error
  }
}

interface Found {
  readonly operation: string
  readonly path: string
  readonly parts: Readonly<Record<string, string>>
}

/** Finds the operation by OpenAPI's own path templates. Links by a repository's number are understood too. */
function finderOf({ contract, repositories, base }: Routed): (request: HttpRequest) => Found {
  const known = Object.entries(contract.operations).map(([operation, { method, path }]) => {
    return { operation, method, pattern: patternOf(path) }
  })
  return ({ method, url }) => {
    if (url.pathname === (base === '' ? '/graphql' : '/api/graphql'))
      return { operation: 'graphql', path: url.pathname, parts: {} }
    const own = url.pathname.startsWith(`${base}/`) ? url.pathname.slice(base.length) : ''
    const path = own.replace(/^\/repositories\/(\d+)(?=\/|$)/, (_, id: string) => {
      const numbered = [...repositories.values()].find(each => each.id === Number(id))
      return `/repos/${numbered ? fullName(numbered) : id}`
    })
    for (const { operation, method: has, pattern } of known) {
      const match = has === method ? pattern.exec(path) : null
      if (match) return { operation, path: decodeURIComponent(path), parts: decoded(match.groups ?? {}) }
    }
    return { operation: '', path: decodeURIComponent(path), parts: {} }
  }
}

/** Parts of a path that may hold slashes; a content's path may be missing altogether. */
const slashed = new Set(['ref', 'branch', 'basehead'])

function patternOf(template: string): RegExp {
  const source = template.replace(/\/\{(\w+)\}/g, (_, name: string) =>
    name === 'path' ? '(?:/(?<path>.*))?' : `/(?<${name}>${slashed.has(name) ? '.+' : '[^/]+'})`
  )
  return new RegExp(`^${source}$`)
}

const decoded = (parts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, decodeURIComponent(value ?? '')]))

function answer(world: Routed, request: HttpRequest, found: Found, token: Token): HttpReply {
  const { operation, parts } = found
  const at = addressesOf(request.url, world.base)
  if (operation === 'graphql') return graphql(world, request, token)
  if (operation === 'users/get-authenticated') return checked(world, found, account(token, at))
  const route = routes.get(operation)
  if (!route) throw notFound()
  const repository = world.repositories.get(`${parts['owner']}/${parts['repo']}`.toLowerCase())
  const admitted = admit(token, repository, request.method, route.needs)
  const body = bodyOf(request.body)
  const query = request.url.searchParams
  world.contractViolations.push(...world.contract.ofRequest(operation, query, body))
  const accept = request.headers.accept ?? ''
  const call = { repository: admitted, token, path: parts, query, body: body ?? {}, accept, at }
  return checked(world, found, route.reply(call))
}

/** The reply, after a look whether GitHub could have given it. */
function checked(world: Routed, { operation }: Found, reply: HttpReply): HttpReply {
  if (reply.status < 300 && !(reply.body instanceof Uint8Array)) {
    world.contractViolations.push(...world.contract.ofReply(operation, reply.status, reply.body))
  }
  return reply
}

function addressesOf(url: URL, base: string): Addresses {
  const html = url.hostname === 'api.github.com' ? 'https://github.com' : url.origin
  return { api: url.origin + base, html }
}

function bodyOf(text: string): Record<string, unknown> | undefined {
  if (text === '') return undefined
  try {
    return record(JSON.parse(text))
  } catch {
    throw new Refusal(400, 'Problems parsing JSON')
  }
}

function account(token: Token, at: Addresses): HttpReply {
  if (token.login === '') throw new Refusal(401, 'Requires authentication')
  if (isBotLogin(token.login)) throw notAccessible(token, 'metadata=read')
  const since = '2020-01-01T00:00:00Z'
  return ok({
    ...accountJson(at, token.login),
    name: token.login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: since,
    updated_at: since
  })
}

function queryOf(text: string): string {
  const { query } = bodyOf(text) ?? {}
  return typeof query === 'string' ? query : ''
}

function graphql(world: Routed, { body }: HttpRequest, token: Token): HttpReply {
  if (token.login === '') throw new Refusal(401, 'Requires authentication')
  const repositories = [...world.repositories.values()]
  return graphqlReply({ token, repositories, query: queryOf(body), everything: body, now: world.now })
}
