// ExternalSecrets of a secondary that were meant to make mc-join and make a Secret of another name.
import { externalSecretOf, type ExternalSecret } from '../model/external-secret.ts'
import { isExternalSecret, joinSecretName } from '../model/kinds.ts'
import { comparableKeyOf, pushedIn } from '../model/pushed-token.ts'
import type { MulticlusterSet } from '../model/multicluster-set.ts'
import type { Secondary } from '../model/secondary.ts'
import type { Stores } from '../model/store.ts'
import { nearest } from '../source/nearest.ts'

/** Whether anything makes mc-join on a secondary's cluster. */
export function hasJoinSecret({ joins, literals, otherSources }: Secondary): boolean {
  return joins.length + literals.length + otherSources.length > 0
}

/** The remote keys, for comparing, that the primaries of a set push. */
export function pushedKeysOf(set: MulticlusterSet): ReadonlySet<string> {
  return new Set(pushedIn(set).map(({ remoteKey }) => comparableKeyOf(remoteKey.value)))
}

/**
 * Where nothing makes mc-join: the ExternalSecrets that pull what the primary pushes, or are named almost like it.
 * @param pushed from `pushedKeysOf`
 */
export function misnamedJoinsOf(secondary: Secondary, pushed: ReadonlySet<string>, stores: Stores): ExternalSecret[] {
  const { site } = secondary
  if (!secondary.config || hasJoinSecret(secondary)) return []
  return site.objects
    .filter(({ manifest }) => isExternalSecret(manifest))
    .map(delivered => externalSecretOf(delivered, site, stores))
    .filter(made => pullsAny(made, pushed) || (site.complete && isNear(made)))
}

function pullsAny({ entries }: ExternalSecret, pushed: ReadonlySet<string>): boolean {
  return entries.some(({ remoteKey }) => remoteKey && pushed.has(comparableKeyOf(remoteKey.value)))
}

function isNear({ makes, manifest }: ExternalSecret): boolean {
  return (
    manifest.name === joinSecretName || /^mc[-_]?join/i.test(makes) || nearest(makes, [joinSecretName]) !== undefined
  )
}
