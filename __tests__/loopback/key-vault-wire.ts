// How a vault of the loopback Key Vault writes things on the wire: identifiers, metadata, values, pages.
// Source: https://learn.microsoft.com/rest/api/keyvault/secrets
import { createHash } from 'node:crypto'
import { vaultError } from './key-vault-errors.ts'
import type { HttpReply } from './serve.ts'

/** In every value that the test did not choose, so that a test can grep for it. */
export const secretMarker = 'LOOPBACK-SECRET-VALUE-MUST-NOT-LEAK'

/** One version. Instants are ISO 8601 here and Unix seconds on the wire. */
export interface SecretVersion {
  /** 32 hex digits; made from the name and position when absent. Lists are in order of this, not of time. */
  readonly version?: string
  readonly value?: string
  readonly created: string
  readonly updated?: string
  readonly enabled?: boolean
  readonly nbf?: string
  readonly exp?: string
  readonly tags?: Readonly<Record<string, string>>
  readonly contentType?: string
  /** True for the secret behind a certificate. */
  readonly managed?: boolean
}

export interface DeletedSecret {
  readonly versions: readonly SecretVersion[]
  readonly deletedDate: string
  readonly scheduledPurgeDate: string
}

/** The contents and settings of a vault, open to change while it is served. Names are looked up without regard to case. */
export interface Contents {
  secrets: Record<string, readonly SecretVersion[]>
  deleted?: Record<string, DeletedSecret>
  /** Days a deleted secret is kept: 7 to 90, default 90. */
  retentionDays?: number
  purgeProtected?: boolean
}

/** What an operation is told: the vault, its origin as the client wrote it, the time, and the request's parts. */
export interface Call {
  readonly contents: Contents
  readonly url: URL
  readonly now: Date
  readonly name: string
  readonly version?: string | undefined
  readonly body: string
}

const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000)

export function metadata(
  { contents }: Call,
  { created, updated, enabled, nbf, exp, tags, contentType, managed }: SecretVersion
) {
  const { retentionDays = 90, purgeProtected = false } = contents
  return {
    attributes: {
      enabled: enabled ?? true,
      ...(nbf && { nbf: seconds(nbf) }),
      ...(exp && { exp: seconds(exp) }),
      created: seconds(created),
      updated: seconds(updated ?? created),
      recoveryLevel: `${retentionDays < 90 ? 'CustomizedRecoverable' : 'Recoverable'}${purgeProtected ? '' : '+Purgeable'}`,
      recoverableDays: retentionDays
    },
    ...(tags && { tags }),
    ...(contentType && { contentType }),
    ...(managed && { managed })
  }
}

export const idOf = ({ url }: Call, ...path: readonly string[]): string => [url.origin, 'secrets', ...path].join('/')

export function withoutVersion(call: Call, name: string, versions: readonly SecretVersion[]) {
  const newest = versions[newestOf(versions)]
  return { id: idOf(call, name), ...(newest && metadata(call, newest)) }
}

export function valueOf(call: Call, name: string, versions: readonly SecretVersion[], at: number) {
  const version = versions[at] ?? { created: call.now.toISOString() }
  const value = version.value ?? `${secretMarker}-${name}-${at}`
  return { value, id: idOf(call, name, versionId(name, version, at)), ...metadata(call, version) }
}

export function deletedOf(call: Call, name: string, { versions, deletedDate, scheduledPurgeDate }: DeletedSecret) {
  return {
    recoveryId: `${call.url.origin}/deletedsecrets/${name}`,
    deletedDate: seconds(deletedDate),
    scheduledPurgeDate: seconds(scheduledPurgeDate),
    ...withoutVersion(call, name, versions)
  }
}

/** At most 25 at a time; the link to the rest names the port, as Key Vault's does. */
export function pageOf({ url }: Call, items: readonly unknown[]): HttpReply {
  const size = Number(url.searchParams.get('maxresults') ?? 25)
  if (!(size >= 1 && size <= 25)) return vaultError.badParameter('maxresults must be between 1 and 25')
  const from = Number(Buffer.from(url.searchParams.get('$skiptoken') ?? '', 'base64url').toString() || 0)
  const rest = from + size
  const token = Buffer.from(String(rest)).toString('base64url')
  const nextLink = `https://${url.hostname}:${url.port || 443}${url.pathname}?api-version=${url.searchParams.get('api-version')}&$skiptoken=${token}&maxresults=${size}`
  return { status: 200, body: { value: items.slice(from, rest), nextLink: rest < items.length ? nextLink : null } }
}

/** The position of the version created last; -1 when there is none. */
export function newestOf(versions: readonly SecretVersion[]): number {
  const created = versions.map(version => Date.parse(version.created))
  return created.lastIndexOf(Math.max(...created))
}

export const versionId = (name: string, { version }: SecretVersion, at: number): string =>
  version ?? createHash('sha256').update(`${name}/${at}`).digest('hex').slice(0, 32)
