// GitHub's identity token: a signed statement of which workflow runs, asked for anew each time Entra ID wants one.
import type { Asked, WebAnswer } from '../web/answer.ts'
import type { Log } from '../web/log.ts'
import { isLoopback } from '../../source/loopback.ts'
import { unreachableReason } from '../web/unreachable.ts'
import { SignInRefusal, type IdClaims } from './sign-in-refusal.ts'

/** Where the runner hands out identity tokens, and for whom one is wanted. */
export interface IdTokenOptions {
  /** ACTIONS_ID_TOKEN_REQUEST_URL. */
  readonly url: string
  /** ACTIONS_ID_TOKEN_REQUEST_TOKEN. */
  readonly token: string
  readonly audience: string
  readonly signal: AbortSignal
}

/**
 * An identity token, masked before it is returned. Throws SignInRefusal.
 * Source: https://docs.github.com/actions/reference/openid-connect-reference
 */
export async function idToken(options: IdTokenOptions, ask: Asked, log: Log): Promise<string> {
  const url = requestUrlOf(options)
  log.mask(options.token)
  const answer = await asked(url, options, ask)
  const value = answer.status === 200 ? valueOf(answer.json) : undefined
  if (value === undefined) {
    throw new SignInRefusal(`GitHub gave no identity token (it answered ${answer.status}). Run the job again`)
  }
  log.mask(value)
  return value
}

/** Who the token says the workflow is. No secret: these are what a federated credential must be set up with. */
export function claimsOf(token: string): IdClaims | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
    if (typeof claims !== 'object' || claims === null) return undefined
    const { iss, sub, aud }: Readonly<Record<string, unknown>> = { ...claims }
    if (typeof iss !== 'string' || typeof sub !== 'string' || typeof aud !== 'string') return undefined
    return { issuer: iss, subject: sub, audience: aud }
  } catch {
    return undefined
  }
}

function requestUrlOf({ url: text, audience }: IdTokenOptions): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || (url.protocol !== 'https:' && !isLoopback(url.hostname))) {
    throw new SignInRefusal('ACTIONS_ID_TOKEN_REQUEST_URL is no https URL')
  }
  url.searchParams.set('audience', audience)
  return url
}

async function asked(url: URL, { token, signal }: IdTokenOptions, ask: Asked): Promise<WebAnswer> {
  try {
    return await ask({ url, token, signal, maxBytes: 1_000_000 })
  } catch (error) {
    const why = unreachableReason(error, url.host) ?? 'it did not answer in time'
    throw new SignInRefusal(`GitHub gave no identity token: ${why}`)
  }
}

function valueOf(json: unknown): string | undefined {
  const value = typeof json === 'object' && json !== null && 'value' in json ? json.value : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}
