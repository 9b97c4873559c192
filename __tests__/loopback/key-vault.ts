// Azure Key Vault as a small world: vaults under their host names, who may do what, and the door in front of them.
import type { Grant } from './entra.ts'
import { vaultError } from './key-vault-errors.ts'
import type { Caller } from './key-vault-errors.ts'
import {
  deleteSecret,
  getDeleted,
  getSecret,
  listDeleted,
  listSecrets,
  listVersions,
  recoverSecret,
  setSecret
} from './key-vault-secrets.ts'
import type { Call, Contents } from './key-vault-wire.ts'
import type { Answer, Handler, HttpReply, HttpRequest } from './serve.ts'

export type Action = 'get' | 'list' | 'set' | 'delete' | 'getDeleted' | 'listDeleted' | 'recover'

/** What the vault says to a caller with a good token. */
export type Access = 'ok' | 'rbac-denied' | 'policy-denied' | 'firewall' | 'private-link'

export interface Vault extends Contents {
  /** The tenant whose tokens it takes, and which its challenge names. */
  readonly tenant: string
  /** One answer for everything, or by action; default 'ok'. */
  access?: Access | ((action: Action) => Access)
}

/** The role Key Vault Reader: metadata of live and deleted secrets, never a value. */
export const keyVaultReader = (action: Action): Access =>
  ['list', 'listDeleted', 'getDeleted'].includes(action) ? 'ok' : 'rbac-denied'

export interface KeyVault {
  readonly handler: (request: HttpRequest) => Answer
  /** The handler under each vault's host name, for `internet`. */
  readonly sites: Readonly<Record<string, Handler>>
  readonly vaults: Readonly<Record<string, Vault>>
  /** Every request that reached a vault, never its headers. */
  readonly requests: readonly { readonly method: string; readonly host: string; readonly path: string }[]
  /** `host/name` of every secret whose value was given away. The product must leave this empty. */
  readonly valuesRead: readonly string[]
}

/** Vaults by host name, e.g. `kv1.vault.azure.net`. `grantOf` is whose tokens they take: that of an `entra` world. */
export function keyVault(
  vaults: Readonly<Record<string, Vault>>,
  grantOf: (bearer: string) => Grant | undefined,
  now: () => Date = () => new Date()
): KeyVault {
  const requests: KeyVault['requests'][number][] = []
  const valuesRead: string[] = []
  const handler = ({ method, url, headers, body }: HttpRequest): Answer => {
    const host = hostOf(url, vaults)
    const vault = vaults[host]
    if (!vault) return notAVault
    const path = url.pathname.replace(/(?<=.)\/$/, '')
    requests.push({ method, host, path })
    const grant = grantOf(headers.authorization?.replace(/^bearer /i, '') ?? '')
    const route = routeOf(method, path)
    const refusal = strangerRefusal(vault, host, grant, Boolean(headers.authorization)) ?? badRequest(url, route)
    if (refusal || !grant || !route) return refusal ?? { status: 405 }
    const denied = denial(vault, route.action, { ...grant, vault: host.split('.')[0] ?? '' }, path)
    if (denied) return denied
    const { name, version } = route
    const reply = route.operation({ contents: vault, url, now: now(), name, version, body })
    if (route.action === 'get' && reply.status === 200) valuesRead.push(`${host}/${name}`)
    return reply
  }
  const sites = Object.fromEntries(Object.keys(vaults).map(host => [host, handler]))
  return { handler, sites, vaults, requests, valuesRead }
}

const notAVault: HttpReply = { status: 404, headers: { 'content-type': 'text/html' }, body: '<h1>404 Not Found</h1>' }

/** A world of one vault also answers at 127.0.0.1. */
function hostOf({ hostname }: URL, vaults: Readonly<Record<string, Vault>>): string {
  const [only = '', ...others] = Object.keys(vaults)
  const loopback = hostname === '127.0.0.1' || hostname === 'localhost'
  return loopback && others.length === 0 ? only : hostname.toLowerCase()
}

interface Route {
  readonly action: Action
  readonly operation: (call: Call) => HttpReply
  readonly name: string
  readonly version?: string | undefined
}

const routes: readonly (readonly [string, RegExp, Action, (call: Call) => HttpReply])[] = [
  ['GET', /^\/secrets$/, 'list', listSecrets],
  ['GET', /^\/secrets\/([^/]+)\/versions$/, 'list', listVersions],
  ['GET', /^\/secrets\/([^/]+)(?:\/([^/]+))?$/, 'get', getSecret],
  ['PUT', /^\/secrets\/([^/]+)$/, 'set', setSecret],
  ['DELETE', /^\/secrets\/([^/]+)$/, 'delete', deleteSecret],
  ['GET', /^\/deletedsecrets$/, 'listDeleted', listDeleted],
  ['GET', /^\/deletedsecrets\/([^/]+)$/, 'getDeleted', getDeleted],
  ['POST', /^\/deletedsecrets\/([^/]+)\/recover$/, 'recover', recoverSecret]
]

function routeOf(method: string, path: string): Route | undefined {
  for (const [verb, pattern, action, operation] of routes) {
    const match = verb === method ? pattern.exec(path) : null
    if (match) return { action, operation, name: decodeURIComponent(match[1] ?? ''), version: match[2] }
  }
  return undefined
}

/** By the suffix of its host, a vault belongs to a cloud: where to sign in, and for which audience. */
const clouds = {
  'vault.azure.net': 'login.microsoftonline.com',
  'vault.usgovcloudapi.net': 'login.microsoftonline.us',
  'vault.azure.cn': 'login.chinacloudapi.cn'
}

const issuer = (tenant: string): string => `https://sts.windows.net/${tenant}/`

/** 401 for a caller without a token of this tenant for this cloud's vaults. */
function strangerRefusal(
  vault: Vault,
  host: string,
  grant: Grant | undefined,
  hasToken: boolean
): HttpReply | undefined {
  const [suffix, signIn] =
    Object.entries(clouds).find(([end]) => host.endsWith(`.${end}`)) ?? Object.entries(clouds)[0]!
  const resource = `https://${suffix}`
  const challenge = (message: string): HttpReply =>
    vaultError.unauthorized(`https://${signIn}/${vault.tenant}`, resource, message)
  if (!hasToken) return challenge('AKV10000: Request is missing a Bearer or PoP token.')
  if (!grant) return challenge('AKV10001: Bearer token is malformed or its signature is invalid.')
  if (grant.tenant !== vault.tenant) {
    return challenge(
      `AKV10032: Invalid issuer. Expected one of ${issuer(vault.tenant)}, found ${issuer(grant.tenant)}.`
    )
  }
  if (grant.resource === resource) return undefined
  return challenge(`AKV10022: Invalid audience. Expected ${resource}, found: ${grant.resource}.`)
}

function badRequest(url: URL, route: Route | undefined): HttpReply | undefined {
  if (!url.searchParams.has('api-version')) return vaultError.badParameter('The request is missing api-version.')
  if (!route?.name || /^[0-9A-Za-z-]{1,127}$/.test(route.name)) return undefined
  return vaultError.badParameter(`The request URI contains an invalid name: ${route.name}`)
}

/** The data action of the role model and the permission of the older access policies. */
const rights: Readonly<Record<Action, { readonly rbac: string; readonly policy: string }>> = {
  get: { rbac: 'getSecret/action', policy: 'get' },
  list: { rbac: 'readMetadata/action', policy: 'list' },
  set: { rbac: 'setSecret/action', policy: 'set' },
  delete: { rbac: 'delete', policy: 'delete' },
  getDeleted: { rbac: 'readMetadata/action', policy: 'get' },
  listDeleted: { rbac: 'readMetadata/action', policy: 'list' },
  recover: { rbac: 'recover/action', policy: 'recover' }
}

function denial({ access = 'ok' }: Vault, action: Action, caller: Caller, path: string): HttpReply | undefined {
  const { rbac, policy } = rights[action]
  const answers: Readonly<Record<Access, HttpReply | undefined>> = {
    ok: undefined,
    'rbac-denied': vaultError.forbiddenByRbac(caller, rbac, path),
    'policy-denied': vaultError.accessDenied(caller, policy),
    firewall: vaultError.forbiddenByFirewall(caller),
    'private-link': vaultError.forbiddenByConnection(caller)
  }
  return answers[typeof access === 'string' ? access : access(action)]
}
