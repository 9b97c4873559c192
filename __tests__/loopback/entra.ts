// Microsoft Entra ID as a small world: tenants, applications and their credentials, and a token endpoint.
import { randomUUID } from 'node:crypto'
import { entraError } from './entra-errors.ts'
import { jwt } from './oidc.ts'
import type { Claims } from './oidc.ts'
import type { Answer, Handler, HttpReply, HttpRequest } from './serve.ts'

/** In every bearer token, so that a test can grep for it. */
export const bearerMarker = 'LOOPBACK-BEARER-TOKEN-MUST-NOT-LEAK'

/** A federated identity credential: which statements of which issuer are as good as a secret. Compared exactly. */
export interface Federated {
  readonly issuer: string
  readonly subject: string
  readonly audience: string
}

export interface Application {
  readonly secrets?: readonly string[]
  readonly federated?: readonly Federated[]
}

/** Tenants by id, each with its applications by client id. */
export type Tenants = Record<string, Record<string, Application>>

/** What a bearer token is good for. */
export interface Grant {
  readonly tenant: string
  readonly client: string
  /** E.g. `https://vault.azure.net`, without `/.default`. */
  readonly resource: string
}

export interface Entra {
  readonly handler: (request: HttpRequest) => Answer
  /** The handler under the sign-in hosts of all clouds, for `internet`. */
  readonly sites: Readonly<Record<string, Handler>>
  readonly tenants: Tenants
  /** What a token was issued for, when it was issued here; else undefined. */
  readonly grantOf: (bearer: string) => Grant | undefined
}

const signInHosts = ['login.microsoftonline.com', 'login.microsoftonline.us', 'login.chinacloudapi.cn']

/** A world of tenants. `claimsOf` is whom it trusts for client assertions, e.g. that of an `oidc` world. */
export function entra(tenants: Tenants, claimsOf: (assertion: string) => Claims | undefined = () => undefined): Entra {
  const granted = new Map<string, Grant>()
  const issue = (grant: Grant): HttpReply => {
    const token = jwt({ aud: grant.resource, tid: grant.tenant }, `${bearerMarker}-${randomUUID()}`)
    granted.set(token, grant)
    const body = { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: token }
    return { status: 200, body }
  }
  const tokenFor = (tenant: string, form: URLSearchParams): HttpReply => {
    const client = form.get('client_id') ?? ''
    const scope = form.get('scope')?.split(' ')[0] ?? ''
    const application = tenants[tenant]?.[client]
    if (!application) return entraError.applicationNotFound(client, tenant)
    const refusal = refusalOf(application, client, form, claimsOf)
    return refusal ?? issue({ tenant, client, resource: scope.replace(/\/\.default$/, '') })
  }
  const handler = ({ method, url, body }: HttpRequest): Answer => {
    if (url.pathname === '/common/discovery/instance') return discovery(url)
    const [, tenant = '', endpoint] = /^\/([^/]+)\/(.+)$/.exec(url.pathname) ?? []
    if (!tenants[tenant]) return entraError.tenantNotFound(tenant)
    if (endpoint === 'v2.0/.well-known/openid-configuration') return openidConfiguration(url, tenant)
    if (method === 'POST' && endpoint === 'oauth2/v2.0/token') return tokenFor(tenant, new URLSearchParams(body))
    return { status: 404 }
  }
  const sites = Object.fromEntries(signInHosts.map(host => [host, handler]))
  return { handler, sites, tenants, grantOf: bearer => granted.get(bearer) }
}

/** Why this application may not have a token with this form, or undefined when it may. */
function refusalOf(
  { secrets = [], federated = [] }: Application,
  client: string,
  form: URLSearchParams,
  claimsOf: (assertion: string) => Claims | undefined
): HttpReply | undefined {
  if (form.get('grant_type') !== 'client_credentials') return entraError.unsupportedGrant(form.get('grant_type') ?? '')
  const secret = form.get('client_secret')
  if (secret !== null) return secrets.includes(secret) ? undefined : entraError.badSecret(client)
  const claims = claimsOf(form.get('client_assertion') ?? '')
  if (!claims) return entraError.badAssertion()
  const matches = federated.filter(({ issuer, audience }) => issuer === claims.iss && audience === claims.aud)
  if (matches.some(({ subject }) => subject === claims.sub)) return undefined
  const issuers = federated.filter(({ issuer }) => issuer === claims.iss)
  if (federated.length > 0 && issuers.length === 0) return entraError.noSuchIssuer(claims.iss)
  if (issuers.length > 0 && matches.length === 0) return entraError.noSuchAudience(claims.aud)
  const otherCase = matches.some(({ subject }) => subject.toLowerCase() === claims.sub.toLowerCase())
  return otherCase ? entraError.subjectDiffersByCase(claims.sub) : entraError.noSuchSubject(claims.sub)
}

/** Tells a client that this host is its own authority. */
function discovery(url: URL): HttpReply {
  const authority = new URL(url.searchParams.get('authorization_endpoint') ?? url.href)
  const [, tenant = 'common'] = authority.pathname.split('/')
  const host = url.host
  return {
    status: 200,
    body: {
      tenant_discovery_endpoint: `https://${host}/${tenant}/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }]
    }
  }
}

function openidConfiguration({ host }: URL, tenant: string): HttpReply {
  const base = `https://${host}/${tenant}`
  return {
    status: 200,
    body: {
      issuer: `${base}/v2.0`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      jwks_uri: `${base}/discovery/v2.0/keys`
    }
  }
}
