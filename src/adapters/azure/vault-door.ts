// The door that every request to a vault goes through: lists only, this host only, with patience, refusals kept whole.
import { setTimeout as sleep } from 'node:timers/promises'
import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline'
import type { Log } from '../web/log.ts'
import { codesOf } from '../web/unreachable.ts'
import type { VaultHost } from './vault-host.ts'
import { VaultRefusal } from './vault-refusal.ts'

/** The policies for a SecretClient, outermost first; its own retries are to be switched off. */
export function vaultDoor(vault: VaultHost, deadlineMs: number, log: Log) {
  return [
    { policy: keepRefusals, position: 'perCall' as const },
    { policy: patience(vault, deadlineMs, log), position: 'perCall' as const },
    { policy: listsOnly(vault), position: 'perRetry' as const }
  ]
}

/**
 * Throws a VaultRefusal for everything but a list. The SDK's paged calls say `Forbidden` and drop the body that tells a
 * firewall from a missing role; and a page of HTML with status 200 is no list of no secrets.
 */
const keepRefusals: PipelinePolicy = {
  name: 'keepRefusals',
  sendRequest: async (request, next) => {
    const response = await next(request)
    if (response.status === 200 && isList(response.bodyAsText)) return response
    throw new VaultRefusal(response)
  }
}

function isList(body: string | null | undefined): boolean {
  try {
    const page: unknown = JSON.parse(body ?? '')
    const items: unknown = typeof page === 'object' && page !== null && 'value' in page ? page.value : undefined
    return Array.isArray(items) && items.every(hasId)
  } catch {
    return false
  }
}

const hasId = (item: unknown): boolean =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string' && URL.canParse(item.id)

/**
 * Refuses to send anything but a GET for the versions of a secret or for the deleted secrets, to this vault: neither a
 * next page that lies elsewhere nor a redirect can carry the token away, and no value can be asked for by mistake.
 */
function listsOnly({ url }: VaultHost): PipelinePolicy {
  return {
    name: 'listsOnly',
    sendRequest: async (request, next) => {
      const { origin, pathname } = new URL(request.url)
      const list = /^\/(?:secrets\/[0-9A-Za-z-]+\/versions|deletedsecrets)\/?$/.test(pathname)
      if (origin !== url || request.method !== 'GET' || !list) throw new LedAstray('not a list of this vault')
      return next(request)
    }
  }
}

/** The vault sent us somewhere else than where its lists are. */
export class LedAstray extends Error {
  override readonly name = 'LedAstray'
}

/** What may pass by itself. */
const passingStatuses = [408, 429, 500, 502, 503, 504]
const passingCodes = ['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'EPIPE', 'EAI_AGAIN']
/** How long to wait before each further try when the vault does not say. */
const waitsMs = [500, 1000, 2000, 4000]

/**
 * Tries again. The SDK's own retries do not take a 429 without Retry-After for a reason to, and with one they wait as
 * long as they are told, past any limit. Here waiting ends with the request's signal, and the last answer still counts.
 */
function patience({ host }: VaultHost, deadlineMs: number, log: Log): PipelinePolicy {
  return {
    name: 'patience',
    sendRequest: async (request, next) => {
      for (let attempt = 0; ; attempt += 1) {
        const outcome = await outcomeOf(next(request))
        const waitMs = waitMsOf(outcome, attempt)
        if (waitMs === undefined || waitMs >= deadlineMs) return settled(outcome)
        log.debug(`Key Vault ${host}: ${wordFor(outcome)}, again in ${waitMs} ms`)
        if (!(await slept(waitMs, request.abortSignal))) return settled(outcome)
      }
    }
  }
}

type Outcome = { readonly response: PipelineResponse } | { readonly error: unknown }

async function outcomeOf(pending: Promise<PipelineResponse>): Promise<Outcome> {
  try {
    return { response: await pending }
  } catch (error) {
    return { error }
  }
}

function settled(outcome: Outcome): PipelineResponse {
  if ('response' in outcome) return outcome.response
  throw outcome.error
}

function waitMsOf(outcome: Outcome, attempt: number): number | undefined {
  const standard = waitsMs[attempt]
  if (standard === undefined) return undefined
  if ('error' in outcome) return codesOf(outcome.error).some(code => passingCodes.includes(code)) ? standard : undefined
  const { response } = outcome
  return passingStatuses.includes(response.status) ? (retryAfterMs(response) ?? standard) : undefined
}

/** In seconds, or as a date, which is compared with the answer's own; or in milliseconds, as Azure also writes it. */
function retryAfterMs({ headers }: PipelineResponse): number | undefined {
  const milliseconds = headers.get('retry-after-ms') ?? headers.get('x-ms-retry-after-ms')
  if (milliseconds && /^\d+$/.test(milliseconds)) return Number(milliseconds)
  const after = headers.get('retry-after')
  if (!after) return undefined
  if (/^\d+$/.test(after)) return Number(after) * 1000
  const wait = Date.parse(after) - Date.parse(headers.get('date') ?? '')
  return wait >= 0 ? wait : undefined
}

const wordFor = (outcome: Outcome): string =>
  'response' in outcome ? `answered ${outcome.response.status}` : `failed with ${codesOf(outcome.error)[0]}`

/** False when the signal ended it early. */
async function slept(ms: number, signal: unknown): Promise<boolean> {
  try {
    await sleep(ms, undefined, signal instanceof AbortSignal ? { signal } : {})
    return true
  } catch {
    return false
  }
}
