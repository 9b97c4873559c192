// Which hosts may be asked as a vault: Azure's own names, or the one that the workflow names, and no other.
import { cloudOf, suffixes } from '../../model/vault-cloud.ts'
import { isLoopback } from '../../source/loopback.ts'

/** A vault that may be asked. */
export interface VaultHost {
  readonly ok: true
  /** The origin, without a trailing slash. */
  readonly url: string
  readonly host: string
  /** The vault's name as `az` takes it: the first label of the host. */
  readonly name: string
  readonly loopback: boolean
}

/** The host to ask, or why it may not be asked. */
export type VaultHostAnswer = VaultHost | { readonly ok: false; readonly reason: string }

/** Source: https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates (vault names). */
const vaultName = /^[a-z0-9-]{3,24}$/

/**
 * The vault behind a URL that was read from the repository. A pull request can write any URL there, and a token must
 * not follow it: a host outside Azure's suffixes counts only when `allowed`, the `vault-url` input, names the same.
 */
export function vaultHostOf(url: string, { allowed }: { readonly allowed?: string | undefined } = {}): VaultHostAnswer {
  const parsed = urlOf(url)
  if (!parsed) return refused('the vault has no valid URL; it should read `https://<name>.vault.azure.net`')
  const wrong = shapeProblem(parsed)
  if (wrong) return refused(`the vault's URL ${wrong}; it should read \`https://<name>.vault.azure.net\``)
  const named = allowed !== undefined && urlOf(allowed)?.origin === parsed.origin
  const azure = vaultName.test(cloudOf(parsed.origin)?.name ?? '') && parsed.port === ''
  if (!named && !azure) return refused(notAzure(parsed.host))
  return {
    ok: true,
    url: parsed.origin,
    host: parsed.host,
    name: parsed.hostname.split('.')[0] ?? '',
    loopback: isLoopback(parsed.hostname)
  }
}

const refused = (reason: string): VaultHostAnswer => ({ ok: false, reason })

const notAzure = (host: string): string =>
  `${host} was not asked: it is no Azure Key Vault host (${suffixes.map(suffix => `*${suffix}`).join(', ')}), ` +
  'and a token must not be sent elsewhere because a file says so. ' +
  'If it is right, name it in the input `vault-url`'

function shapeProblem(url: URL): string | undefined {
  if (url.protocol !== 'https:') return 'is not https'
  if (url.username !== '' || url.password !== '') return 'has credentials in it'
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return 'has something after the host'
  return undefined
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
