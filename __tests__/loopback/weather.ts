// Bad weather for loopback worlds: throttling, failures, cut connections and silence, before or after the world has acted.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answer, Handler, HttpReply, HttpRequest, Weather } from './serve.ts'

/** Answers in place of the world, which never hears of the request. */
export function instead(answer: Answer): Weather {
  return () => answer
}

/** Lets the world act and then answers otherwise: the client cannot know that it worked. */
export function afterEffect(answer: Answer): Weather {
  return async (_request, world) => {
    await world()
    return answer
  }
}

/** The world acts, its reply takes `milliseconds` longer. */
export function slow(milliseconds: number): Weather {
  return async (_request, world) => {
    const answer = await world()
    await sleep(milliseconds, undefined, { ref: false })
    return answer
  }
}

/** 429; pass `{ 'retry-after': '10' }`, or `{ 'retry-after-ms': '50' }` which Azure's clients obey and tests prefer. */
export function tooManyRequests(headers: Readonly<Record<string, string>> = {}, body: unknown = ''): HttpReply {
  return { status: 429, headers, body }
}

export const badGateway: HttpReply = { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>502</h1>' }

/** What is left when something between client and world breaks: a page that is no JSON, or half a JSON text. */
export function garbage(status = 500): HttpReply {
  return { status, headers: { 'content-type': 'application/json' }, body: '<html>\u0000{"value": [{"id": "https://' }
}

/** Weather that changes: what is queued falls on the next requests it is meant for, then the sky is clear again. */
export interface Sky {
  readonly weather: Weather
  /** Queues weather for the next `times` requests (Infinity: for good) that satisfy `when`. */
  readonly next: (weather: Weather, options?: { times?: number; when?: (request: HttpRequest) => boolean }) => void
  readonly clear: () => void
}

/** A clear sky to queue weather on. Of several that fit a request, the one queued first falls. */
export function sky(): Sky {
  let queue: { weather: Weather; left: number; when: (request: HttpRequest) => boolean }[] = []
  return {
    weather: (request, world) => {
      const falling = queue.find(({ left, when }) => left > 0 && when(request))
      if (!falling) return world()
      falling.left -= 1
      return falling.weather(request, world)
    },
    next: (weather, { times = 1, when = () => true } = {}) => void queue.push({ weather, left: times, when }),
    clear: () => void (queue = [])
  }
}

/** The handler as it behaves in this weather; for worlds that share one server. */
export function under(weather: Weather, handler: Handler): Handler {
  return request => weather(request, async () => handler(request))
}
