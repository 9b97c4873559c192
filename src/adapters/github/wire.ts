// The one place where bytes go to GitHub and come back: counted, timed, no redirects, whole answers of bounded size.

/** What Octokit sends its requests with. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Nothing we ask for is longer: GitHub caps a tree at 7 MB and we read no large blobs. */
const longestAnswer = 32 * 1024 * 1024

/** All that is read of an answer's headers; what isn't here can't be logged, followed or believed. */
const headersRead = [
  'content-type',
  'date',
  'link',
  'retry-after',
  'x-accepted-github-permissions',
  'x-ratelimit-remaining',
  'x-ratelimit-reset'
]

/**
 * A fetch for Octokit over a given one. A redirect isn't followed: it would carry the token to another host, and turn
 * a POST into a GET. The answer is read to its end here, since Octokit takes an answer that breaks off for an empty
 * one.
 */
export function countedFetch(fetch: Fetch, timeout: number, count: () => void): Fetch {
  return async (url, init) => {
    count()
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeout) })
    return whole(response)
  }
}

async function whole(response: Response): Promise<Response> {
  const body = await bounded(response)
  const headers = new Headers()
  for (const name of headersRead) {
    const value = response.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  // An odd content type makes Octokit throw a TypeError, as if it were a bug of ours.
  const isJson = /^application\/(?:[\w.+-]*\+)?json\b/i.test(headers.get('content-type') ?? '')
  headers.set('content-type', isJson ? 'application/json' : 'text/plain')
  const isEmpty = [204, 205, 304].includes(response.status)
  return new Response(isEmpty ? null : body, { status: response.status, headers })
}

async function bounded(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > longestAnswer) throw new Error('the answer is too long')
    parts.push(part)
  }
  return Uint8Array.from(Buffer.concat(parts))
}
