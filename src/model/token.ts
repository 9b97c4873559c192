// The vault secrets that tokens travel through: each with everything in Git that names it.
import type { Fleet } from './fleet.ts'
import type { Located } from './manifest.ts'
import type { PushSecret } from './push-secret.ts'
import { secretKeyOf, secretNameOf } from './remote-key.ts'
import type { Secondary } from './secondary.ts'
import { vaultKeyOf, type StoreRef } from './store.ts'

/** A secret of a vault, as Git names it. */
export interface Token {
  /** `https://name.vault.azure.net`; '' when no store of the repository tells. */
  readonly vaultUrl: string
  readonly secret: string
  readonly pushes: readonly { readonly remoteKey: Located<string>; readonly push: PushSecret }[]
  readonly pulls: readonly { readonly remoteKey: Located<string>; readonly secondary: Secondary }[]
}

/** What the workflow says instead of Git. */
export interface TokenOverride {
  readonly vaultUrl?: string | undefined
  readonly secretName?: string | undefined
}

interface Collected extends Token {
  readonly pushes: Token['pushes'][number][]
  readonly pulls: Token['pulls'][number][]
}

/** The distinct pairs of vault and secret that the fleet pushes to or pulls from, sorted. */
export function tokensOf(fleet: Pick<Fleet, 'primaries' | 'secondaries'>, override: TokenOverride = {}): Token[] {
  const tokens = new Map<string, Collected>()
  const token = (remoteKey: string, store: StoreRef | undefined): Collected => {
    const vaultUrl = vaultKeyOf(override.vaultUrl ?? store?.vaultUrl?.value ?? '')
    const secret = override.secretName ?? secretNameOf(remoteKey)
    const key = `${vaultUrl} ${secretKeyOf(secret)}`
    const found = tokens.get(key) ?? { vaultUrl, secret, pushes: [], pulls: [] }
    tokens.set(key, found)
    return found
  }
  for (const push of fleet.primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
    for (const { remoteKey } of push.matches) {
      for (const ref of remoteKey ? push.storeRefs : [])
        token(remoteKey!.value, ref).pushes.push({ remoteKey: remoteKey!, push })
    }
  }
  for (const secondary of fleet.secondaries) {
    for (const { remoteKey, store } of secondary.joins.flatMap(join => join.entries)) {
      if (remoteKey) token(remoteKey.value, store).pulls.push({ remoteKey, secondary })
    }
  }
  return [...tokens].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found)
}
