// What can be done with the secrets of one vault of the loopback Key Vault, and what becomes of them.
import { vaultError } from './key-vault-errors.ts'
import { deletedOf, idOf, metadata, newestOf, pageOf, valueOf, versionId, withoutVersion } from './key-vault-wire.ts'
import type { Call, SecretVersion } from './key-vault-wire.ts'
import type { HttpReply } from './serve.ts'

export function listSecrets(call: Call): HttpReply {
  const { secrets } = call.contents
  return pageOf(
    call,
    Object.keys(secrets)
      .sort()
      .map(name => withoutVersion(call, name, secrets[name] ?? []))
  )
}

/** A name that does not exist has no versions; that is no error. */
export function listVersions(call: Call): HttpReply {
  const [name, versions] = entryOf(call.contents.secrets, call.name) ?? [call.name, []]
  const items = versions.map((version, at) => ({
    id: idOf(call, name, versionId(name, version, at)),
    ...metadata(call, version)
  }))
  return pageOf(
    call,
    items.sort((a, b) => (a.id < b.id ? -1 : 1))
  )
}

/** The only operation that gives a value away. */
export function getSecret(call: Call): HttpReply {
  const [name, versions] = entryOf(call.contents.secrets, call.name) ?? [call.name, []]
  const at = call.version
    ? versions.findIndex((version, index) => versionId(name, version, index) === call.version)
    : newestOf(versions)
  const found = versions[at]
  if (!found) return vaultError.secretNotFound(call.name)
  if (found.enabled === false) return vaultError.secretDisabled()
  return { status: 200, body: valueOf(call, name, versions, at) }
}

export function setSecret(call: Call): HttpReply {
  const { contents, now } = call
  if (entryOf(contents.deleted ?? {}, call.name)) return vaultError.deletedButRecoverable(call.name)
  const given: NewVersion = JSON.parse(call.body)
  if (typeof given.value !== 'string') return vaultError.badParameter("The property 'value' is required")
  const [name, before] = entryOf(contents.secrets, call.name) ?? [call.name, []]
  const versions = [...before, versionFrom(given, now)]
  contents.secrets[name] = versions
  return { status: 200, body: valueOf(call, name, versions, versions.length - 1) }
}

export function deleteSecret(call: Call): HttpReply {
  const { contents, now } = call
  const entry = entryOf(contents.secrets, call.name)
  if (!entry) return vaultError.secretNotFound(call.name)
  const [name, versions] = entry
  const purge = new Date(now.getTime() + (contents.retentionDays ?? 90) * 24 * 3600 * 1000)
  const gone = { versions, deletedDate: now.toISOString(), scheduledPurgeDate: purge.toISOString() }
  contents.secrets = without(contents.secrets, name)
  contents.deleted = { ...contents.deleted, [name]: gone }
  return { status: 200, body: deletedOf(call, name, gone) }
}

export function listDeleted(call: Call): HttpReply {
  const deleted = Object.entries(call.contents.deleted ?? {})
  return pageOf(
    call,
    deleted.map(([name, secret]) => deletedOf(call, name, secret))
  )
}

export function getDeleted(call: Call): HttpReply {
  const entry = entryOf(call.contents.deleted ?? {}, call.name)
  return entry ? { status: 200, body: deletedOf(call, ...entry) } : vaultError.deletedSecretNotFound(call.name)
}

export function recoverSecret(call: Call): HttpReply {
  const { contents } = call
  const entry = entryOf(contents.deleted ?? {}, call.name)
  if (!entry) return vaultError.deletedSecretNotFound(call.name)
  const [name, { versions }] = entry
  contents.deleted = without(contents.deleted ?? {}, name)
  contents.secrets[name] = versions
  return { status: 200, body: withoutVersion(call, name, versions) }
}

interface NewVersion {
  readonly value?: string
  readonly contentType?: string
  readonly tags?: Readonly<Record<string, string>>
  /** Instants in Unix seconds, as on the wire. */
  readonly attributes?: { readonly enabled?: boolean; readonly nbf?: number; readonly exp?: number }
}

const iso = (unixSeconds: number): string => new Date(unixSeconds * 1000).toISOString()

function versionFrom(given: NewVersion, now: Date): SecretVersion {
  const { attributes: { enabled, nbf, exp } = {}, ...rest } = given
  return {
    ...rest,
    created: now.toISOString(),
    ...(enabled !== undefined && { enabled }),
    ...(nbf !== undefined && { nbf: iso(nbf) }),
    ...(exp !== undefined && { exp: iso(exp) })
  }
}

function entryOf<Value>(all: Readonly<Record<string, Value>>, name: string): readonly [string, Value] | undefined {
  return Object.entries(all).find(([known]) => known.toLowerCase() === name.toLowerCase())
}

const without = <Value>(all: Readonly<Record<string, Value>>, name: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(all).filter(([known]) => known !== name))
