// Multi-cluster sets: which secondaries join which primary. A repository may hold several that share nothing.
import type { Located } from './manifest.ts'
import { secretKeyOf } from './remote-key.ts'
import type { Primary } from './primary.ts'
import type { Secondary } from './secondary.ts'
import { normalisedUrl } from './ingress.ts'
import { vaultKeyOf, type StoreRef } from './store.ts'

/** Primaries that are one set (one, where all is well) and the secondaries that join it. */
export interface MulticlusterSet {
  readonly primaries: readonly Primary[]
  readonly secondaries: readonly Secondary[]
}

/**
 * Tells sets apart. Primaries that push to the same secret of the same vault, or carry the same URL, are one set; those of which a vault is
 * not known may be two, so their key alone joins none. A secondary belongs to the primary whose secret it pulls, else to the only one with a
 * secret of that name, else to the one whose URL it names, else to the only one there is; secondaries of no primary are a set of their own.
 */
export function setsOf(primaries: readonly Primary[], secondaries: readonly Secondary[]): MulticlusterSet[] {
  const groups = groupsOf(primaries)
  const bySecret = indexOf(groups, secretsOf)
  const byName = indexOf(groups, namesOf)
  const byUrl = indexOf(groups, urlsOf)
  const members = new Map<readonly Primary[], Secondary[]>(groups.map(group => [group, []]))
  const orphans: Secondary[] = []
  for (const secondary of secondaries) {
    const url = secondary.primaryIngress && normalisedUrl(secondary.primaryIngress.value)
    const group =
      firstKnown(bySecret, pulledSecretsOf(secondary)) ??
      firstKnown(byName, pulledNamesOf(secondary)) ??
      firstKnown(byUrl, url === undefined ? [] : [url]) ??
      (groups.length === 1 ? groups[0] : undefined)
    if (group) members.get(group)!.push(secondary)
    else orphans.push(secondary)
  }
  const sets = groups.map(group => ({ primaries: group, secondaries: members.get(group)! }))
  return orphans.length > 0 ? [...sets, { primaries: [], secondaries: orphans }] : sets
}

function groupsOf(primaries: readonly Primary[]): Primary[][] {
  const groups: { keys: Set<string>; members: Primary[] }[] = []
  for (const primary of primaries) {
    const keys = new Set([...secretsOf(primary), ...urlsOf(primary)])
    const related = groups.filter(group => [...keys].some(key => group.keys.has(key)))
    const merged = { keys, members: [primary] }
    for (const group of related) {
      for (const key of group.keys) merged.keys.add(key)
      merged.members.unshift(...group.members)
      groups.splice(groups.indexOf(group), 1)
    }
    groups.push(merged)
  }
  return groups.map(group => group.members)
}

/** The vault secrets that a primary pushes to, where the vault is known. */
function secretsOf(primary: Primary): string[] {
  return primary.pushSecrets.flatMap(({ matches, storeRefs }) =>
    matches.flatMap(({ remoteKey }) => storeRefs.flatMap(ref => secretAt(ref, remoteKey)))
  )
}

function pulledSecretsOf(secondary: Secondary): string[] {
  return secondary.joins.flatMap(({ entries }) =>
    entries.flatMap(({ store, remoteKey }) => (store ? secretAt(store, remoteKey) : []))
  )
}

function secretAt({ vaultUrl }: StoreRef, remoteKey: Located<string> | undefined): string[] {
  return vaultUrl && remoteKey ? [`${vaultKeyOf(vaultUrl.value)} ${secretKeyOf(remoteKey.value)}`] : []
}

/** The names of the secrets it pushes to, whatever the vault. */
function namesOf(primary: Primary): string[] {
  return primary.pushSecrets.flatMap(({ matches }) => matches.flatMap(nameIn))
}

function pulledNamesOf(secondary: Secondary): string[] {
  return secondary.joins.flatMap(({ entries }) => entries.flatMap(nameIn))
}

function nameIn({ remoteKey }: { readonly remoteKey: Located<string> | undefined }): string[] {
  return remoteKey ? [secretKeyOf(remoteKey.value)] : []
}

function urlsOf(primary: Primary): string[] {
  const url = primary.ingress && normalisedUrl(primary.ingress.value)
  return url === undefined ? [] : [url]
}

/** What only one group has: of a key that two have, nobody can tell which is meant. */
function indexOf(
  groups: readonly Primary[][],
  keysOf: (primary: Primary) => readonly string[]
): Map<string, readonly Primary[] | undefined> {
  const index = new Map<string, readonly Primary[] | undefined>()
  for (const group of groups) {
    for (const key of new Set(group.flatMap(keysOf))) index.set(key, index.has(key) ? undefined : group)
  }
  return index
}

function firstKnown<T>(index: ReadonlyMap<string, T | undefined>, keys: readonly string[]): T | undefined {
  for (const key of keys) {
    const found = index.get(key)
    if (found) return found
  }
  return undefined
}
