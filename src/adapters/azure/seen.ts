// Looks at one secret of one vault: its versions, and when there are none, whether it lies among the deleted ones.
import type { DeletedSecret, SecretClient, SecretProperties } from '@azure/keyvault-secrets'
import type { VaultSecret } from '../../model/vault.ts'
import type { VaultQuestion } from '../../ports/vault.ts'
import type { Log } from '../web/log.ts'
import { deletedSecret, presentSecret } from './states.ts'
import { noDeletedList, troubleOf } from './vault-reasons.ts'
import type { Attempt } from './vault-reasons.ts'
import { VaultRefusal } from './vault-refusal.ts'

/** What looking at one secret takes. */
export interface Look {
  readonly client: SecretClient
  readonly now: Date
  readonly until: AbortSignal
  readonly attempt: Attempt
  readonly log: Log
}

/** What was seen; `whole` when nothing of this vault can be seen. */
export interface Seen {
  readonly secret: VaultSecret
  readonly whole: boolean
}

/** Never throws: what could not be seen is `unknown`, with the reason. */
export async function seen(question: VaultQuestion, look: Look): Promise<Seen> {
  try {
    const versions = await versionsOf(question.secret, look)
    const found = versions.length > 0 ? presentSecret(question, versions, look.now) : await goneSecret(question, look)
    return { secret: found, whole: false }
  } catch (error) {
    const { reason, whole } = troubleOf(error, look.attempt)
    look.log.debug(`Key Vault ${look.attempt.vault.host}: ${question.secret} was not seen (${nameOf(error)})`)
    return { secret: { ...question, state: 'unknown', reason }, whole }
  }
}

/** The kind of an error, never its text. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

async function versionsOf(name: string, { client, until }: Look): Promise<SecretProperties[]> {
  const versions: SecretProperties[] = []
  try {
    for await (const version of client.listPropertiesOfSecretVersions(name, { abortSignal: until })) {
      versions.push(version)
    }
  } catch (error) {
    if (error instanceof VaultRefusal && error.status === 404 && error.code === 'SecretNotFound') return []
    throw error
  }
  return versions
}

/** Deleted or missing. A vault that forbids this list has still said that there is no version. */
async function goneSecret(question: VaultQuestion, look: Look): Promise<VaultSecret> {
  const missing = { ...question, state: 'missing', versions: 0 } as const
  try {
    const deleted = await deletedOf(question.secret, look)
    return deleted ? deletedSecret(question, deleted) : missing
  } catch (error) {
    if (!(error instanceof VaultRefusal) || error.status !== 403 || !error.code) throw error
    return { ...missing, reason: noDeletedList(error, look.attempt) }
  }
}

async function deletedOf(name: string, { client, until }: Look): Promise<DeletedSecret | undefined> {
  for await (const deleted of client.listDeletedSecrets({ abortSignal: until })) {
    if (deleted.name.toLowerCase() === name.toLowerCase()) return deleted
  }
  return undefined
}
