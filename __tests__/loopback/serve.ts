// Serves a small world on 127.0.0.1: a handler from request to reply, http or https, with room for bad weather.
import { createServer as createHttpServer } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { text } from 'node:stream/consumers'

/** A request as a world sees it: read to its end, header names in lower case. */
export interface HttpRequest {
  readonly method: string
  /** Scheme and host as the client asked for them (its Host header), so worlds may tell hosts apart. */
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What a world answers. A string or bytes are sent as they are, anything else as JSON. */
export interface HttpReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: unknown
}

/** A reply, or the two ways of not replying: the connection is cut, or stays open without a word until `close`. */
export type Answer = HttpReply | 'reset' | 'silence'

export type Handler = (request: HttpRequest) => Answer | Promise<Answer>

/** Stands between client and world: may answer for the world, before or after asking it. See weather.ts. */
export type Weather = (request: HttpRequest, world: () => Promise<Answer>) => Answer | Promise<Answer>

export interface ServeOptions {
  /** PEM texts; https when given. */
  readonly tls?: { readonly key: string; readonly cert: string }
  readonly weather?: Weather
}

/** A server that runs: its origin without trailing slash, its port, and how to end it. */
export interface Served {
  readonly url: string
  readonly port: number
  /** Cuts all connections. Rejects when a handler threw, so that a bug in a world fails its test. */
  readonly close: () => Promise<void>
}

/** Starts serving `handler` at a free port of 127.0.0.1. A handler that throws gives 500 and makes `close` reject. */
export async function serve(handler: Handler, { tls, weather }: ServeOptions = {}): Promise<Served> {
  const bugs: unknown[] = []
  const scheme = tls ? 'https' : 'http'
  const answer = async (request: HttpRequest): Promise<Answer> => {
    const world = async () => handler(request)
    return weather ? weather(request, world) : world()
  }
  const listener = (incoming: IncomingMessage, response: ServerResponse): void => {
    requestOf(incoming, scheme)
      .then(answer)
      .catch((bug: unknown) => {
        const clientLeft = incoming.destroyed && !incoming.complete
        if (!clientLeft) bugs.push(bug)
        return { status: 500, body: `bug in a loopback world: ${String(bug)}` }
      })
      .then(given => send(response, given))
      .catch((bug: unknown) => bugs.push(bug))
  }
  const server = tls ? createHttpsServer(tls, listener) : createHttpServer(listener)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const close = async (): Promise<void> => {
    const closed = new Promise(resolve => server.close(resolve))
    server.closeAllConnections()
    await closed
    if (bugs.length > 0) throw new AggregateError(bugs, `bug in a loopback world: ${String(bugs[0])}`)
  }
  return { url: `${scheme}://127.0.0.1:${port}`, port, close }
}

async function requestOf(incoming: IncomingMessage, scheme: string): Promise<HttpRequest> {
  const body = await text(incoming)
  return {
    method: incoming.method ?? 'GET',
    url: new URL(incoming.url ?? '/', `${scheme}://${incoming.headers.host ?? '127.0.0.1'}`),
    headers: incoming.headers,
    body
  }
}

function send(response: ServerResponse, answer: Answer): void {
  if (answer === 'silence' || response.destroyed) return
  if (answer === 'reset') return reset(response)
  const raw = typeof answer.body === 'string' || answer.body instanceof Uint8Array
  if (!raw && answer.body !== undefined) response.setHeader('content-type', 'application/json; charset=utf-8')
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value)
  response.statusCode = answer.status
  response.end(raw ? answer.body : answer.body === undefined ? undefined : JSON.stringify(answer.body))
}

/** Over TLS the socket cannot send a TCP reset, only end without a reply; clients report both as ECONNRESET. */
function reset(response: ServerResponse): void {
  const { socket } = response
  if (socket && !('encrypted' in socket)) socket.resetAndDestroy()
  else socket?.destroy()
}
