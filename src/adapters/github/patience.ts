// Bounded patience: writes keep their distance, limits are waited out, failures are repeated where that can do no harm.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Octokit } from '@octokit/rest'
import { isAnswer } from './answers.ts'

/** How fast and how stubborn to be. */
export interface Pace {
  /** Milliseconds between the starts of two writes. GitHub asks for at least 1,000 where there are many. */
  readonly writeSpacing: number
  /** Milliseconds before a failed request is repeated the first time; the second time waits four times as long. */
  readonly firstWait: number
  /** The longest wait in seconds that GitHub may ask for; a longer one fails at once and says how long. */
  readonly longestWait: number
  /** Milliseconds after which a request that has no whole answer is given up. */
  readonly timeout: number
}

/**
 * https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api: a second between writes.
 */
export const advisedPace: Pace = { writeSpacing: 1000, firstWait: 1000, longestWait: 60, timeout: 30_000 }

/** A request is sent at most three times. */
const repetitions = 2

/** What a failed request leaves behind. */
export interface Failure {
  readonly status: number
  readonly message: string
  /** Those that wire.ts lets through. */
  readonly headers: Readonly<Record<string, unknown>>
  /** Undefined when there was none. */
  readonly answer: { readonly data: unknown } | undefined
  readonly error: Error
}

/** Gives an Octokit this patience, outermost: every repetition passes all other hooks again. */
export function bePatient(octokit: Octokit, pace: Pace): void {
  const turn = spaced(pace.writeSpacing)
  octokit.hook.wrap('request', async (request, options) => {
    for (let repeated = 0; ; repeated++) {
      if (options.method !== 'GET') await turn()
      try {
        return await request(options)
      } catch (error) {
        const wait = waitAfter(failureOf(error), repeated, pace, `${options.method} ${options.url}`)
        if (wait === undefined) throw error
        await sleep(wait)
      }
    }
  })
}

/** A function that resolves when it is the caller's turn, so that turns are `spacing` milliseconds apart. */
function spaced(spacing: number): () => Promise<void> {
  let next = 0
  return async () => {
    const now = performance.now()
    const mine = Math.max(now, next)
    next = mine + spacing
    if (mine > now) await sleep(mine - now)
  }
}

function waitAfter(failure: Failure | undefined, repeated: number, pace: Pace, route: string): number | undefined {
  if (!failure || repeated >= repetitions) return undefined
  const asked = secondsAsked(failure)
  if (asked !== undefined) return asked <= pace.longestWait ? asked * 1000 : undefined
  if (failure.status < 500 || makesAnother.has(route)) return undefined
  return pace.firstWait * (repeated + 1) ** 2
}

/**
 * A lost answer to one of these may hide a success, and the repetition would make a second one: its caller looks
 * first.
 */
const makesAnother: ReadonlySet<string> = new Set([
  'POST /repos/{owner}/{repo}/pulls',
  'POST /repos/{owner}/{repo}/issues',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'
])

/** What an error of Octokit says, read without trust. Undefined for anything else. */
export function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined
  const response = 'response' in error && isAnswer(error.response) ? error.response : undefined
  const headers = response && isAnswer(response['headers']) ? response['headers'] : {}
  return {
    status: error.status,
    message: error.message,
    headers,
    answer: response && { data: response['data'] },
    error
  }
}

const minute = 60

/**
 * Seconds that GitHub asks to wait when a failure is a rate limit, else undefined. In the order GitHub gives:
 * Retry-After, the reset of the primary limit, a minute
 * (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
export function secondsAsked({ status, message, headers }: Failure): number | undefined {
  const retryAfter = numberIn(headers['retry-after'])
  const isSpent = status >= 400 && String(headers['x-ratelimit-remaining']) === '0'
  const isLimit = status === 429 || (status === 403 && (isSpent || retryAfter !== undefined || limit.test(message)))
  if (!isLimit) return undefined
  if (retryAfter !== undefined) return retryAfter
  const reset = numberIn(headers['x-ratelimit-reset'])
  const now = Date.parse(String(headers['date'])) / 1000
  return isSpent && reset !== undefined && !Number.isNaN(now) ? Math.max(reset - now, 0) + 1 : minute
}

const limit = /secondary rate|rate limit exceeded|abuse detection/i

function numberIn(header: unknown): number | undefined {
  return /^\d{1,9}$/.test(String(header)) ? Number(header) : undefined
}
