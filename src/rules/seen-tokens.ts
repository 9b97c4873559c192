// What was seen of each vault secret, beside everything in Git that names it.
import type { Fleet } from '../model/fleet.ts'
import type { Target } from '../model/manifest.ts'
import { secretKeyOf } from '../model/remote-key.ts'
import { vaultKeyOf } from '../model/store.ts'
import { tokensOf, type Token } from '../model/token.ts'
import type { VaultSecret } from '../model/vault.ts'
import type { Complaint } from './rule.ts'

/** A secret that was looked at. */
export interface SeenToken {
  readonly seen: VaultSecret
  readonly token: Token
  /** Where Git names it first: where it is pushed, else where it is pulled. */
  readonly about: Target
  /** Where it is pulled, when it is pushed here too. */
  readonly related: NonNullable<Complaint['related']>
  /** The secondaries that pull it. */
  readonly clusters: readonly string[]
}

/** The secrets that were looked at. What could not be seen is no finding, and not among them. */
export function seenTokensOf(fleet: Fleet, vault: readonly VaultSecret[]): SeenToken[] {
  const tokens = tokensOf(fleet)
  return vault.filter(({ state }) => state !== 'unknown').flatMap(seen => seenTokenOf(seen, tokens) ?? [])
}

/** `vault-url` and `secret-name` may name another secret than Git does: then the token is the first one there is. */
function seenTokenOf(seen: VaultSecret, tokens: readonly Token[]): SeenToken | undefined {
  const named = tokens.filter(({ secret }) => secretKeyOf(secret) === secretKeyOf(seen.secret))
  const token = named.find(({ vaultUrl }) => vaultUrl === vaultKeyOf(seen.url)) ?? named[0] ?? tokens[0]
  const pushed = token?.pushes[0]?.remoteKey
  const pulled = token?.pulls[0]?.remoteKey
  const about = pushed ?? pulled
  if (!token || !about) return undefined
  const related = pushed && pulled ? [{ about: pulled, message: 'pulled here' }] : []
  return { seen, token, about, related, clusters: token.pulls.map(({ secondary }) => secondary.label) }
}
