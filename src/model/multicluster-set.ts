// Multi-cluster sets: which secondaries join which primary. A repository may hold several that share nothing.
import { secretKeyOf } from './remote-key.ts'
import type { Primary } from './primary.ts'
import type { Secondary } from './secondary.ts'
import { normalisedUrl } from './ingress.ts'

/** Primaries that are one set (one, where all is well) and the secondaries that join it. */
export interface MulticlusterSet {
  readonly primaries: readonly Primary[]
  readonly secondaries: readonly Secondary[]
}

/**
 * Tells sets apart. Primaries that push to the same secret, or carry the same URL, are one set. A secondary belongs to the primary whose
 * secret it pulls, else to the one whose URL it names, else to the only one there is; secondaries of no primary form a set of their own.
 */
export function setsOf(primaries: readonly Primary[], secondaries: readonly Secondary[]): MulticlusterSet[] {
  const groups = groupsOf(primaries)
  const bySecret = indexOf(groups, secretsOf)
  const byUrl = indexOf(groups, urlsOf)
  const members = new Map<readonly Primary[], Secondary[]>(groups.map(group => [group, []]))
  const orphans: Secondary[] = []
  for (const secondary of secondaries) {
    const group =
      firstKnown(bySecret, pulledBy(secondary)) ??
      firstKnown(byUrl, [secondary.primaryIngress && normalisedUrl(secondary.primaryIngress.value)]) ??
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

function secretsOf(primary: Primary): string[] {
  return primary.pushSecrets.flatMap(push =>
    push.matches.flatMap(({ remoteKey }) => (remoteKey ? [`secret ${secretKeyOf(remoteKey.value)}`] : []))
  )
}

function urlsOf(primary: Primary): string[] {
  const url = primary.ingress && normalisedUrl(primary.ingress.value)
  return url === undefined ? [] : [url]
}

function pulledBy(secondary: Secondary): string[] {
  return secondary.joins.flatMap(join =>
    join.entries.flatMap(({ remoteKey }) => (remoteKey ? [`secret ${secretKeyOf(remoteKey.value)}`] : []))
  )
}

function indexOf(
  groups: readonly Primary[][],
  keysOf: (primary: Primary) => readonly string[]
): Map<string, readonly Primary[]> {
  const index = new Map<string, readonly Primary[]>()
  for (const group of groups) for (const primary of group) for (const key of keysOf(primary)) index.set(key, group)
  return index
}

function firstKnown<T>(index: ReadonlyMap<string, T>, keys: readonly (string | undefined)[]): T | undefined {
  for (const key of keys) {
    const found = key === undefined ? undefined : index.get(key)
    if (found) return found
  }
  return undefined
}
