// Where a set's join token is pushed to, and which of a secondary's entries pull it.
import type { ExternalSecret, PullEntry } from './external-secret.ts'
import { tokenKey } from './kinds.ts'
import { at, type Located } from './manifest.ts'
import type { MulticlusterSet } from './multicluster-set.ts'
import type { PushSecret } from './push-secret.ts'
import { secretKeyOf } from './remote-key.ts'

/** One remote name that a primary writes. */
export interface Pushed {
  readonly push: PushSecret
  readonly remoteKey: Located<string>
}

/** What the primaries of a set push, the token's own first. */
export function pushedIn(set: Pick<MulticlusterSet, 'primaries'>): Pushed[] {
  const tokens: Pushed[] = []
  const others: Pushed[] = []
  for (const push of set.primaries.flatMap(({ pushSecrets }) => pushSecrets)) {
    for (const { secretKey, remoteKey } of push.matches) {
      if (!remoteKey?.value) continue
      const into = secretKey?.value === tokenKey ? tokens : others
      into.push({ push, remoteKey })
    }
  }
  return [...tokens, ...others]
}

/** Whether a PushSecret also writes names that its text does not hold. */
export function pushesUnseen(push: PushSecret): boolean {
  return at(push.manifest, 'spec', 'dataTo') !== undefined
}

/** The entries the token comes from: those of the key `token`, else the only one there is. */
export function tokenEntriesOf(join: ExternalSecret): readonly PullEntry[] {
  const own = join.entries.filter(({ secretKey }) => secretKey?.value === tokenKey)
  return own.length > 0 || join.entries.length > 1 ? own : join.entries
}

/** For comparing remote keys: what kind of vault object it is counts, case and `secret/` do not. */
export function comparableKeyOf(remoteKey: string): string {
  const slash = remoteKey.indexOf('/')
  const type = slash < 0 ? 'secret' : remoteKey.slice(0, slash)
  return type === 'secret' ? secretKeyOf(remoteKey) : remoteKey.toLowerCase()
}
