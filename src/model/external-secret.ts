// An ExternalSecret of the fleet: which Secret it makes, and from which vault secrets.
import { at, itemsAt, stringAt, stringBelow, type Located, type Manifest, type Target } from './manifest.ts'
import { storeRefAt, type Referrer, type StoreRef, type Stores } from './store.ts'
import type { Delivered, Site } from './site.ts'

/** One entry of `data`: a key of the Secret and the remote name it comes from. */
export interface PullEntry {
  readonly target: Target
  readonly secretKey: Located<string> | undefined
  readonly remoteKey: Located<string> | undefined
  readonly property: Located | undefined
  readonly version: Located | undefined
  /** The store in force: the entry's own `sourceRef`, else the ExternalSecret's. */
  readonly store: StoreRef | undefined
}

/** An ExternalSecret of ESO: what it pulls, through which store, and the Secret it makes of it. */
export interface ExternalSecret extends Delivered {
  /** The name of the Secret it makes: `target.name`, else its own. */
  readonly makes: string
  /** Where that name is written. */
  readonly makesAt: Target
  readonly storeRef: StoreRef | undefined
  readonly entries: readonly PullEntry[]
  readonly refreshInterval: Located | undefined
}

/** The name of the Secret that an ExternalSecret makes. */
export function madeSecretOf(manifest: Manifest): string {
  return stringAt(manifest, 'spec', 'target', 'name')?.value || manifest.name
}

/** Reads an ExternalSecret. */
export function externalSecretOf(delivered: Delivered, site: Site, stores: Stores): ExternalSecret {
  const { manifest } = delivered
  const from = { ...delivered, site }
  const ref = at(manifest, 'spec', 'secretStoreRef')
  const storeRef = ref && storeRefAt(ref, from, stores)
  const targetName = stringAt(manifest, 'spec', 'target', 'name')
  return {
    ...delivered,
    makes: madeSecretOf(manifest),
    makesAt: targetName?.value ? targetName : { manifest, path: ['metadata', 'name'] },
    storeRef,
    entries: itemsAt(manifest, 'spec', 'data').map(item => entryAt(item, storeRef, from, stores)),
    refreshInterval: at(manifest, 'spec', 'refreshInterval')
  }
}

function entryAt(item: Located, inherited: StoreRef | undefined, from: Referrer, stores: Stores): PullEntry {
  const own = at(item.manifest, ...item.path, 'sourceRef', 'storeRef')
  return {
    target: item,
    secretKey: stringBelow(item, 'secretKey'),
    remoteKey: stringBelow(item, 'remoteRef', 'key'),
    property: at(item.manifest, ...item.path, 'remoteRef', 'property'),
    version: at(item.manifest, ...item.path, 'remoteRef', 'version'),
    store: own ? storeRefAt(own, from, stores) : inherited
  }
}
