// How the loopback GitHub is spoken to: a call, a reply, a refusal, a page of a list.
import type { Repository, Token } from './github-state.ts'
import type { HttpReply } from './serve.ts'

/** Bases of the addresses in replies, without trailing slash. */
export interface Addresses {
  readonly api: string
  readonly html: string
}

/** One request, understood: who asks, about which repository, with what. */
export interface Call {
  readonly repository: Repository
  readonly token: Token
  /** Decoded parts of the path by the names OpenAPI gives them. */
  readonly path: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  readonly accept: string
  readonly at: Addresses
}

/** What answers one operation of the API. */
export interface Route {
  /** Permissions that suffice, as the header `x-accepted-github-permissions` lists them. */
  readonly needs: string
  readonly reply: (call: Call) => HttpReply
}

export type Routes = Readonly<Record<string, Route>>

export const ok = (body: unknown, status = 200): HttpReply => ({ status, body })

/** An answer that is not a success; thrown from wherever it becomes clear. */
export class Refusal extends Error {
  readonly reply: HttpReply
  constructor(status: number, message: string, errors?: readonly unknown[], headers: Record<string, string> = {}) {
    super(message)
    const documentation = { documentation_url: 'https://docs.github.com/rest', status: String(status) }
    this.reply = { status, headers, body: { message, ...(errors ? { errors } : {}), ...documentation } }
  }
}

export const notFound = (): Refusal => new Refusal(404, 'Not Found')

export const unprocessable = (message: string, errors?: readonly unknown[]): Refusal =>
  new Refusal(422, message, errors)

/** The usual 422: `Validation Failed` with one error about a field. */
export const invalid = (resource: string, field: string, rest: Readonly<Record<string, unknown>>): Refusal =>
  unprocessable('Validation Failed', [{ resource, field, ...rest }])

/** The 422 whose sentence is nested in `errors`. */
export const custom = (resource: string, message: string): Refusal =>
  unprocessable('Validation Failed', [{ resource, code: 'custom', message }])

const longestBody = 65_536
const longestTitle = 256

export function checkLength(resource: string, { title, body }: { title?: unknown; body?: unknown }): void {
  if (typeof title === 'string' && title.trim() === '') throw invalid(resource, 'title', { code: 'missing_field' })
  for (const [field, value, most] of [
    ['title', title, longestTitle],
    ['body', body, longestBody]
  ] as const) {
    if (typeof value !== 'string' || value.length <= most) continue
    throw invalid(resource, field, { code: 'custom', message: `${field} is too long (maximum is ${most} characters)` })
  }
}

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(each => typeof each === 'string') : []

/** The value when it is an object, else an empty one. */
export const record = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {})

export const records = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map(record) : [])

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** One page of a list, with the Link header that leads on. GitHub writes those links by the repository's number. */
export function paged<T>({ query, repository, at }: Call, rest: string, all: readonly T[]): Paged<T> {
  const size = Math.min(Math.max(Number(query.get('per_page') ?? 30) || 30, 1), 100)
  const page = Math.max(Number(query.get('page') ?? 1) || 1, 1)
  const last = Math.max(Math.ceil(all.length / size), 1)
  const link = (to: number, rel: string): string => {
    const params = new URLSearchParams(query)
    params.set('page', String(to))
    return `<${at.api}/repositories/${repository.id}${rest}?${params.toString()}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : [])
  ]
  const headers: Record<string, string> = links.length > 0 ? { link: links.join(', ') } : {}
  return { items: all.slice((page - 1) * size, page * size), headers }
}

export interface Paged<T> {
  readonly items: readonly T[]
  readonly headers: Record<string, string>
}

/** The page of a list as a reply, each item rendered. */
export function listed<T>(call: Call, rest: string, all: readonly T[], render: (item: T) => unknown): HttpReply {
  const { items, headers } = paged(call, rest, all)
  return { status: 200, headers, body: items.map(render) }
}
