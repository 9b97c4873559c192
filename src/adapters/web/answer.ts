// One GET for JSON: bounded in size and time, through the proxy that the environment names, following no redirect.
import { HttpClient } from '@actions/http-client'
import { request } from 'undici'
import type { Dispatcher } from 'undici'

/** A GET, and its bounds. */
export interface WebQuestion {
  readonly url: URL
  /** Sent as `Authorization: Bearer`. */
  readonly token?: string | undefined
  readonly signal: AbortSignal
  readonly maxBytes: number
}

/** What came back, whatever the status. */
export interface WebAnswer {
  readonly status: number
  /** The body when it is JSON, whatever the status; undefined when it is anything else. */
  readonly json: unknown
  readonly html: boolean
  /** Where a redirect points to. It was not followed: a token goes to the host it was meant for, and no further. */
  readonly location: string | undefined
}

/** More came than was asked for. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}

/** Asks. Rejects with the network's error, an abort, or TooLarge; a refusal is an answer. */
export type Asked = (question: WebQuestion) => Promise<WebAnswer>

/** A client that keeps its connections. Loopback addresses are never asked through a proxy, as GitHub's own clients do. */
export function webClient(): Asked {
  const proxies = new HttpClient(undefined, undefined, { keepAlive: true })
  return async ({ url, token, signal, maxBytes }) => {
    const dispatcher = proxies.getAgentDispatcher(url.href)
    const { statusCode, headers, body } = await request(url, {
      signal,
      headers: { accept: 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(dispatcher && { dispatcher })
    })
    const text = await textOf(body, maxBytes)
    const html = String(headers['content-type']).includes('html') || /^\s*</.test(text)
    return { status: statusCode, json: jsonOf(text), html, location: headers.location?.toString() }
  }
}

async function textOf(body: Dispatcher.ResponseData['body'], maxBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new TooLarge(`more than ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
