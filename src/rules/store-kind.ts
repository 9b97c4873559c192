// Whether a reference to a store means the kind that is there: judged alike for pushing and for pulling.
import type { Fleet } from '../model/fleet.ts'
import { keyOf, whole } from '../model/manifest.ts'
import type { StoreRef, Stores } from '../model/store.ts'
import { storeUsesOf } from '../model/used-stores.ts'
import { quoted } from './quoted.ts'
import type { Complaint } from './rule.ts'

/**
 * What is wrong with the kind of a reference; undefined when the store that is meant is there, or when none of that name is: it may
 * be made elsewhere.
 */
export function wrongKindComplaint(ref: StoreRef, stores: Stores): Complaint | undefined {
  const { name, kind, kindWritten, store, target } = ref
  if (!name || store) return undefined
  const other = kind === 'SecretStore' ? 'ClusterSecretStore' : 'SecretStore'
  const meant = stores.all.find(each => each.kind === other && each.name === name.value)
  if (!meant || stores.all.some(each => each.kind === kind && each.name === name.value)) return undefined
  const written = kindWritten ? `The kind is ${quoted(kind)}` : 'Without a kind, ESO looks for a SecretStore'
  return {
    about: kindWritten ?? name ?? keyOf(target),
    message: `${written}, but ${quoted(name.value)} is a ${other}: write kind: ${other}.`,
    related: [{ about: whole(meant), message: 'the store' }]
  }
}

/** Names that other references use for a ClusterSecretStore, and none for a SecretStore. */
export function clusterStoresUsed(fleet: Pick<Fleet, 'primaries' | 'secondaries' | 'stores'>): Map<string, StoreRef> {
  const used = new Map<string, StoreRef>()
  const namespaced = new Set(fleet.stores.all.filter(({ kind }) => kind === 'SecretStore').map(({ name }) => name))
  for (const { ref } of storeUsesOf(fleet)) {
    if (!ref.name || !ref.kindWritten) continue
    if (ref.kind === 'SecretStore') namespaced.add(ref.name.value)
    else if (!used.has(ref.name.value)) used.set(ref.name.value, ref)
  }
  for (const name of namespaced) used.delete(name)
  return used
}

/**
 * What is wrong with a reference without a kind to a store that is not in the repository, when others call the one of that name a
 * ClusterSecretStore.
 * @param used from `clusterStoresUsed`
 */
export function otherKindComplaint(ref: StoreRef, used: ReadonlyMap<string, StoreRef>): Complaint | undefined {
  const other = ref.name && !ref.kindWritten && !ref.store ? used.get(ref.name.value) : undefined
  if (!other) return undefined
  return {
    about: ref.name!,
    message: `Without a kind, ESO looks for a SecretStore ${quoted(ref.name!.value)}, which elsewhere is a ClusterSecretStore: write kind: ClusterSecretStore.`,
    related: [{ about: other.kindWritten!, message: 'a ClusterSecretStore here' }],
    severity: 'warning'
  }
}
