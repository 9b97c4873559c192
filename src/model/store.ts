// SecretStores and ClusterSecretStores, and the vault that a reference to one means.
import { groupedBy } from '../source/grouped.ts'
import { normalisedUrl } from './ingress.ts'
import { below, stringAt, stringBelow, type Located, type Manifest, type Target } from './manifest.ts'
import { isStore } from './kinds.ts'
import type { Delivered, Site } from './site.ts'

/** A reference to a store, with what it resolves to. */
export interface StoreRef {
  readonly target: Target
  readonly name: Located<string> | undefined
  /** The kind in force: ESO takes SecretStore when none is written. */
  readonly kind: string
  readonly kindWritten: Located<string> | undefined
  /** The store's manifest, when the repository has the one that is meant. */
  readonly store: Manifest | undefined
  /** Where the store's vault is, when it is an Azure Key Vault. */
  readonly vaultUrl: Located<string> | undefined
}

/** Who refers to a store: from which cluster, by which delivery, in which namespace. */
export type Referrer = Pick<Delivered, 'namespace' | 'delivery'> & { readonly site: Site }

/** Finds stores by kind and name: of the same delivery, else on the same cluster, else the only one of the repository. */
export interface Stores {
  readonly all: readonly Manifest[]
  find(from: Referrer, kind: string, name: string): Manifest | undefined
}

/** @param manifests all stores of the repository, written or rendered, delivered or not */
export function storesOf(manifests: readonly Manifest[]): Stores {
  const byName = groupedBy(manifests, ({ kind, name }) => `${kind}/${name}`)
  const onSites = new WeakMap<Site, readonly Delivered[]>()
  return {
    all: manifests,
    find(from, kind, name) {
      const { site, namespace } = from
      let here = onSites.get(site)
      if (!here) onSites.set(site, (here = site.objects.filter(({ manifest }) => isStore(manifest))))
      return onSite(here, kind, name, from) ?? onlyOne(byName.get(`${kind}/${name}`), namespace)
    }
  }
}

function onSite(
  here: readonly Delivered[],
  kind: string,
  name: string,
  { namespace, delivery }: Referrer
): Manifest | undefined {
  const found = here.filter(
    store =>
      store.manifest.kind === kind &&
      store.manifest.name === name &&
      (kind === 'ClusterSecretStore' || store.namespace === namespace)
  )
  return (found.find(store => store.delivery === delivery) ?? found[0])?.manifest
}

/** Two stores of one name on two clusters can be two vaults: then nobody can tell which is meant. */
function onlyOne(stores: readonly Manifest[] | undefined, namespace: string | undefined): Manifest | undefined {
  if (stores?.length !== 1) return undefined
  const store = stores[0]!
  return store.kind === 'ClusterSecretStore' || (store.namespace ?? namespace) === namespace ? store : undefined
}

/** Reads a `secretStoreRef` or an item of `secretStoreRefs`. */
export function storeRefAt(target: Target, from: Referrer, stores: Stores): StoreRef {
  const name = stringBelow(target, 'name')
  const kindWritten = stringBelow(target, 'kind')
  const kind = kindWritten?.value || 'SecretStore'
  const store = name && stores.find(from, kind, name.value)
  return { target, name, kind, kindWritten, store, vaultUrl: store && vaultUrlOf(store) }
}

/** The vault of a store; undefined for other providers. */
export function vaultUrlOf(store: Manifest): Located<string> | undefined {
  return stringAt(store, 'spec', 'provider', 'azurekv', 'vaultUrl')
}

/** The provider's name and settings: the one key below `spec.provider`. */
export function providerOf(store: Manifest): { readonly name: string; readonly settings: Located } | undefined {
  const provider = below({ manifest: store, path: ['spec', 'provider'] })?.value
  const name = provider && typeof provider === 'object' ? Object.keys(provider)[0] : undefined
  const settings = name === undefined ? undefined : below({ manifest: store, path: ['spec', 'provider'] }, name)
  return settings && name !== undefined ? { name, settings } : undefined
}

/** Whether a reference means an Azure Key Vault, as far as one can tell; a store that is not here is taken for one. */
export function mayBeKeyVault(ref: StoreRef): boolean {
  return ref.store === undefined || providerOf(ref.store)?.name === 'azurekv'
}

/** A vault's URL for comparing: in lower case, no default port, no trailing slash. */
export function vaultKeyOf(url: string): string {
  return (normalisedUrl(url) ?? url.trim().replace(/\/+$/, '')).toLowerCase()
}
