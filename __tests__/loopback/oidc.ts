// GitHub's OIDC provider as a job sees it: one URL that turns the job's request token into a signed statement of who it is.
import { randomUUID } from 'node:crypto'
import type { Answer, Handler, HttpRequest } from './serve.ts'

/** In every statement and request token, so that a test can grep for it. */
export const oidcMarker = 'LOOPBACK-OIDC-TOKEN-MUST-NOT-LEAK'

export interface Claims {
  readonly iss: string
  readonly sub: string
  readonly aud: string
  /** Unix seconds. */
  readonly exp: number
}

/** A job that has `permissions: id-token: write`; a job without it simply does not get `env`. */
export interface Oidc {
  readonly handler: (request: HttpRequest) => Answer
  /** The handler under its host name, for `internet`. */
  readonly sites: Readonly<Record<string, Handler>>
  readonly env: Readonly<Record<string, string>>
  /** What a statement says, when it was issued here; else undefined. Stands for verifying the signature. */
  readonly claimsOf: (statement: string) => Claims | undefined
}

/** A job with this subject, e.g. `repo:acme/fleet:ref:refs/heads/main`. Statements live five minutes, as GitHub's do. */
export function oidc(subject: string, issuer = 'https://token.actions.githubusercontent.com'): Oidc {
  const host = 'run-actions-1-azure-eastus.actions.githubusercontent.com'
  const requestToken = `${oidcMarker}-REQUEST-${randomUUID()}`
  const issued = new Map<string, Claims>()
  const issue = (audience: string): string => {
    const claims = { iss: issuer, sub: subject, aud: audience, exp: Math.floor(Date.now() / 1000) + 300 }
    const statement = jwt(claims, `${oidcMarker}-${randomUUID()}`)
    issued.set(statement, claims)
    return statement
  }
  const handler = ({ method, url, headers }: HttpRequest): Answer => {
    if (method !== 'GET' || !url.pathname.includes('/idtoken/')) return { status: 404 }
    if (headers.authorization?.replace(/^bearer /i, '') !== requestToken) return { status: 401 }
    const audience = url.searchParams.get('audience') ?? `https://github.com/${subject.split(/[:/]/)[1]}`
    return { status: 200, body: { count: 1, value: issue(audience) } }
  }
  return {
    handler,
    sites: { [host]: handler },
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `https://${host}/1//idtoken/run/job?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken
    },
    claimsOf: statement => issued.get(statement)
  }
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Shaped like a JSON Web Token; `mark` stands in the signature's place, where base64url lets it be read. */
export function jwt(payload: unknown, mark: string): string {
  return `${part({ typ: 'JWT', alg: 'RS256' })}.${part(payload)}.${mark}`
}
