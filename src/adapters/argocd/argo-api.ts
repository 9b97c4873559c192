// Argo CD's read-only API: where it is, how it is asked, and within what bounds.
import { setTimeout as sleep } from 'node:timers/promises'
import { webClient } from '../web/answer.ts'
import type { WebAnswer } from '../web/answer.ts'
import { isLoopback } from '../../source/loopback.ts'

/** Asks for a path below `/api/v1`. Rejects with the network's error, an abort, or TooLarge. */
export type ArgoApi = (path: string, query?: URLSearchParams) => Promise<WebAnswer>

/** A list of 8,000 Applications with few fields is some 30 MB. */
const maxBytes = 64 * 1024 * 1024
const passing = [429, 502, 503, 504]
const waitsMs = [1000, 2000]

/** The API at `base`, which may be below a path. What may pass by itself is tried again, until the signal ends it. */
export function argoApi(base: URL, token: string | undefined, signal: AbortSignal): ArgoApi {
  const ask = webClient()
  return async (path, query) => {
    const url = new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}/api/v1${path}`)
    url.search = query?.toString() ?? ''
    for (let attempt = 0; ; attempt += 1) {
      const answer = await ask({ url, token, signal, maxBytes })
      const waitMs = waitsMs[attempt]
      if (waitMs === undefined || !passing.includes(answer.status)) return answer
      await sleep(waitMs, undefined, { signal })
    }
  }
}

/** The URL of an Argo CD; undefined unless it is https, or http on this machine, without credentials or query. */
export function argoUrlOf(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
  return safe ? url : undefined
}
