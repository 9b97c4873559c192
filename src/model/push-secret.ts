// A PushSecret of the fleet: which Secret it reads, which vault secrets it writes.
import { at, itemsAt, stringAt, stringBelow, type Located, type Target } from './manifest.ts'
import { storeRefAt, type StoreRef, type Stores } from './store.ts'
import type { Delivered, Site } from './site.ts'

/** One entry of `data`: a key of the Secret and the remote name it is written to. */
export interface PushMatch {
  readonly target: Target
  readonly secretKey: Located<string> | undefined
  readonly remoteKey: Located<string> | undefined
  readonly property: Located | undefined
}

/** A PushSecret of ESO: which Secret it reads, and where it sends what. */
export interface PushSecret extends Delivered {
  /** The name of the Secret it reads. */
  readonly selects: Located<string> | undefined
  readonly storeRefs: readonly StoreRef[]
  readonly matches: readonly PushMatch[]
  /** ESO's default is None. */
  readonly deletionPolicy: Located<string> | undefined
  /** ESO's default is Replace. */
  readonly updatePolicy: Located<string> | undefined
  readonly refreshInterval: Located | undefined
}

/** Reads a PushSecret. */
export function pushSecretOf(delivered: Delivered, site: Site, stores: Stores): PushSecret {
  const { manifest } = delivered
  const from = { ...delivered, site }
  return {
    ...delivered,
    selects: stringAt(manifest, 'spec', 'selector', 'secret', 'name'),
    storeRefs: itemsAt(manifest, 'spec', 'secretStoreRefs').map(ref => storeRefAt(ref, from, stores)),
    matches: itemsAt(manifest, 'spec', 'data').map(matchAt),
    deletionPolicy: stringAt(manifest, 'spec', 'deletionPolicy'),
    updatePolicy: stringAt(manifest, 'spec', 'updatePolicy'),
    refreshInterval: at(manifest, 'spec', 'refreshInterval')
  }
}

function matchAt(item: Located): PushMatch {
  return {
    target: item,
    secretKey: stringBelow(item, 'match', 'secretKey'),
    remoteKey: stringBelow(item, 'match', 'remoteRef', 'remoteKey'),
    property: at(item.manifest, ...item.path, 'match', 'remoteRef', 'property')
  }
}
