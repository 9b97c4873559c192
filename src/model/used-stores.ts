// The stores that the fleet's tokens pass through, each with those who use it.
import { groupedBy } from '../source/grouped.ts'
import type { Fleet } from './fleet.ts'
import { primaryNamespace } from './kinds.ts'
import type { Manifest } from './manifest.ts'
import type { Site } from './site.ts'
import type { StoreRef } from './store.ts'

/** A store of the repository that a join token is pushed to or pulled from. */
export interface UsedStore {
  readonly store: Manifest
  readonly uses: readonly StoreUse[]
}

/** One use of a store: by a PushSecret on a primary, or by the ExternalSecret of a secondary. */
export interface StoreUse {
  readonly ref: StoreRef
  readonly site: Site
  /** The namespace of what uses it. */
  readonly namespace: string | undefined
  /** The namespace that what uses it belongs in: Kasten's own, or where the cluster's mc-join-config is. */
  readonly belongsIn: string | undefined
  readonly pushes: boolean
  /** The primary or secondary, as people call it. */
  readonly cluster: string
}

type Users = Pick<Fleet, 'primaries' | 'secondaries'>

const known = new WeakMap<Users, readonly StoreUse[]>()

/** All uses of stores by the fleet's tokens, resolved or not; a dozen rules ask. */
export function storeUsesOf(fleet: Users): readonly StoreUse[] {
  let uses = known.get(fleet)
  if (!uses) known.set(fleet, (uses = usesIn(fleet)))
  return uses
}

function usesIn(fleet: Users): StoreUse[] {
  const pushed = fleet.primaries.flatMap(({ site, name, pushSecrets }) =>
    pushSecrets.flatMap(({ storeRefs, namespace }) =>
      storeRefs.map(ref => ({
        ref,
        site,
        namespace,
        belongsIn: primaryNamespace,
        pushes: true,
        cluster: name?.value ?? ''
      }))
    )
  )
  const pulled = fleet.secondaries.flatMap(({ site, label, config, joins }) =>
    joins.flatMap(({ entries, storeRef, namespace }) =>
      refsOf(
        storeRef,
        entries.map(entry => entry.store)
      ).map(ref => ({ ref, site, namespace, belongsIn: config?.namespace ?? namespace, pushes: false, cluster: label }))
    )
  )
  return [...pushed, ...pulled]
}

function refsOf(own: StoreRef | undefined, others: readonly (StoreRef | undefined)[]): StoreRef[] {
  return [...new Set([own, ...others].filter(ref => ref !== undefined))]
}

/** The stores of the repository that tokens pass through, each once, in the order of their first use. */
export function usedStoresOf(fleet: Users): UsedStore[] {
  const stores = groupedBy(storeUsesOf(fleet), ({ ref }) => ref.store)
  return [...stores].map(([store, uses]) => ({ store, uses }))
}
