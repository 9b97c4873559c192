// Looks into Azure Key Vault: lists versions and deleted secrets, and never asks for a value.
import type { SecretClient } from '@azure/keyvault-secrets'
import type { VaultSecret } from '../../model/vault.ts'
import type { VaultQuestion, VaultWindow } from '../../ports/vault.ts'
import { atMost } from '../web/at-most.ts'
import type { InTurn } from '../web/at-most.ts'
import type { Log } from '../web/log.ts'
import type { SignIn } from './credential.ts'
import { seen } from './seen.ts'
import type { Seen } from './seen.ts'
import { vaultClient } from './vault-client.ts'
import { vaultHostOf } from './vault-host.ts'
import type { VaultHost } from './vault-host.ts'

/** Which vaults may be asked, and as whom. */
export interface VaultWindowOptions {
  readonly signIn: SignIn
  /** The input `vault-url`: a host that may be asked though it is not Azure's. */
  readonly allowed?: string | undefined
  readonly now: Date
  readonly log: Log
  /** Ends the run. */
  readonly signal?: AbortSignal | undefined
  /** How long one vault may take, counted from its first call; default 60 s. */
  readonly deadlineMs?: number | undefined
}

/**
 * A window on Key Vault. The role Key Vault Reader, or the access policy `list`, is all it needs. One client for each
 * vault, at most 8 calls at once over all vaults.
 */
export function vaultWindow(options: VaultWindowOptions): VaultWindow {
  return {
    look: async questions => {
      const inTurn = atMost(8)
      const asked = questions.map(({ url, secret }) => ({ url: url.replace(/\/+$/, ''), secret }))
      const urls = [...new Set(asked.map(({ url }) => url.toLowerCase()))]
      const answers = new Map<VaultQuestion, VaultSecret>()
      const lookInto = async (vaultUrl: string): Promise<void> => {
        const here = asked.filter(({ url }) => url.toLowerCase() === vaultUrl)
        for (const [question, secret] of await lookAll(vaultUrl, here, options, inTurn)) answers.set(question, secret)
      }
      await Promise.all(urls.map(lookInto))
      return asked.map(question => answers.get(question) ?? unknown(question, 'it was not looked at'))
    }
  }
}

type Answered = readonly [VaultQuestion, VaultSecret]

const unknown = (question: VaultQuestion, reason: string): VaultSecret => ({ ...question, state: 'unknown', reason })

async function lookAll(
  url: string,
  questions: readonly VaultQuestion[],
  { allowed, ...options }: VaultWindowOptions,
  inTurn: InTurn
): Promise<Answered[]> {
  const vault = vaultHostOf(url, { allowed })
  if (!vault.ok) return questions.map(question => [question, unknown(question, vault.reason)] as const)
  const lookAt = looker(vault, options, inTurn)
  const named = questions.filter(({ secret }) => isSecretName(secret))
  const misnamed = questions.filter(({ secret }) => !isSecretName(secret))
  return [
    ...misnamed.map(question => [question, unknown(question, noSecretName)] as const),
    ...(await lookAtEach(named, lookAt))
  ]
}

/** The first question goes alone: it signs in and learns the tenant for all, and may learn that there is no way in. */
async function lookAtEach(
  [first, ...rest]: readonly VaultQuestion[],
  lookAt: (question: VaultQuestion) => Promise<Seen>
): Promise<Answered[]> {
  if (!first) return []
  const { secret, whole } = await lookAt(first)
  const others = rest.map(async (question): Promise<Answered> => {
    if (whole) return [question, unknown(question, secret.reason ?? '')]
    return [question, (await lookAt(question)).secret]
  })
  return [[first, secret], ...(await Promise.all(others))]
}

/** Source: https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#object-identifiers */
const isSecretName = (name: string): boolean => /^[0-9A-Za-z-]{1,127}$/.test(name)

const noSecretName =
  'it was not looked for: the name of a secret in Key Vault has 1 to 127 letters, digits and hyphens, and nothing else'

/** Looks at secrets of one vault, each in turn; the vault's time runs from the first one's turn. */
function looker(
  vault: VaultHost,
  { signIn, now, log, signal, deadlineMs = 60_000 }: Omit<VaultWindowOptions, 'allowed'>,
  inTurn: InTurn
): (question: VaultQuestion) => Promise<Seen> {
  const client: SecretClient = vaultClient(vault, signIn, deadlineMs, log)
  let until: AbortSignal | undefined
  return async question =>
    inTurn(async () => {
      until ??= AbortSignal.any([AbortSignal.timeout(deadlineMs), ...(signal ? [signal] : [])])
      return seen(question, { client, now, until, log, attempt: { vault, signIn, deadlineMs, signal } })
    })
}
