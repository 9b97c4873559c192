// Whether a reference to a store means the kind that is there: judged alike for pushing and for pulling.
import { keyOf, whole } from '../model/manifest.ts'
import type { StoreRef, Stores } from '../model/store.ts'
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
