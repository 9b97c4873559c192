// The way of the fleet's join tokens, with the stations and hand-overs that findings break marked.
import type { Fleet } from '../model/fleet.ts'
import type { Manifest } from '../model/manifest.ts'
import type { Primary } from '../model/primary.ts'
import { secretKeyOf, secretNameOf } from '../model/remote-key.ts'
import type { Secondary } from '../model/secondary.ts'
import { siteLabel } from '../model/site.ts'
import { hasJoinSecret } from './misnamed-joins.ts'
import { vaultKeyOf, type StoreRef } from '../model/store.ts'
import type { HandOver, Station, TokenWay } from '../model/token-way.ts'
import { isLost, type SecretState, type VaultSecret } from '../model/vault.ts'

/**
 * @param broken the objects that errors point at
 * @param seen what was seen of the secrets in their vaults, when somebody looked
 */
export function tokenWayOf(fleet: Fleet, broken: ReadonlySet<Manifest>, seen: readonly VaultSecret[] = []): TokenWay {
  const drawing = new Drawing(broken, lostOf(seen))
  for (const primary of fleet.primaries) drawing.primary(primary)
  for (const secondary of fleet.secondaries) drawing.secondary(secondary)
  return { stations: [...drawing.stations.values()], handOvers: drawing.handOvers }
}

/** States of secrets that can't be had, by name; a name of several vaults counts when it is lost in all of them. */
function lostOf(seen: readonly VaultSecret[]): ReadonlyMap<string, SecretState> {
  const had = new Set(seen.filter(secret => !isLost(secret)).map(({ secret }) => secretKeyOf(secret)))
  const lost = seen.filter(isLost).map(({ secret, state }) => [secretKeyOf(secret), state] as const)
  return new Map(lost.filter(([name]) => !had.has(name)))
}

/** A class since stations are found again by key while the drawing grows. */
class Drawing {
  readonly stations = new Map<string, Station>()
  readonly handOvers: HandOver[] = []
  readonly #broken: ReadonlySet<Manifest>
  readonly #lost: ReadonlyMap<string, SecretState>
  readonly #pushed = new Set<string>()
  readonly #names = new Map<Manifest, string>()

  constructor(broken: ReadonlySet<Manifest>, lost: ReadonlyMap<string, SecretState>) {
    this.#broken = broken
    this.#lost = lost
  }

  primary(primary: Primary): void {
    const cluster = primary.name?.value || siteLabel(primary.site)
    const makers = primary.bootstraps.map(({ manifest }) => this.#station('bootstrap', manifest, cluster))
    for (const chart of primary.charts) makers.push(this.#station('bootstrap', chart.source.target.manifest, cluster))
    const tokens = new Map(
      primary.joinTokens.map(({ manifest }) => [manifest.name, this.#station('join-token', manifest, cluster)])
    )
    for (const maker of makers) for (const token of tokens.values()) this.#handOver(maker, token)
    for (const push of primary.pushSecrets) {
      const station = this.#station('push-secret', push.manifest, cluster)
      const token = tokens.get(push.selects?.value ?? '')
      if (token !== undefined) this.#handOver(token, station)
      for (const { remoteKey } of push.matches) {
        if (!remoteKey) continue
        for (const ref of push.storeRefs) this.#handOver(station, this.#vaultSecret(remoteKey.value, ref, true))
      }
    }
  }

  secondary(secondary: Secondary): void {
    const cluster = secondary.label
    const config = secondary.config && this.#station('join-config', secondary.config.manifest, cluster)
    // What was not rendered, or seals the Secret, may make it.
    const broken = hasJoinSecret(secondary) ? secondary.joins.length > 1 : secondary.site.complete
    const made = this.#add({ id: `mc-join ${this.#id(secondary)}`, kind: 'mc-join', label: 'mc-join', cluster, broken })
    for (const join of secondary.joins) {
      const station = this.#station('external-secret', join.manifest, cluster)
      for (const { remoteKey, store } of join.entries) {
        if (remoteKey) this.#pull(remoteKey.value, this.#vaultSecret(remoteKey.value, store, false), station)
      }
      this.#handOver(station, made)
    }
    // Kasten joins when it finds both; nothing goes from the one to the other.
    const kasten = this.#add({
      id: `kasten ${this.#id(secondary)}`,
      kind: 'kasten',
      label: 'joins the primary',
      cluster,
      broken: false
    })
    this.#handOver(made, kasten)
    if (config !== undefined) this.#handOver(config, kasten)
  }

  #id(secondary: Secondary): string {
    const known = secondary.config?.manifest ?? secondary.joins[0]?.manifest ?? secondary.literals[0]?.manifest
    return known ? this.#nameOf(known) : secondary.label
  }

  /** Objects have no identity in Git but themselves. */
  #nameOf(manifest: Manifest): string {
    const known = this.#names.get(manifest) ?? `${this.#names.size + 1} ${manifest.name}`
    this.#names.set(manifest, known)
    return known
  }

  #station(kind: Station['kind'], manifest: Manifest, cluster: string): string {
    const broken = this.#broken.has(manifest)
    return this.#add({ id: `${kind} ${this.#nameOf(manifest)}`, kind, label: manifest.name, cluster, broken })
  }

  /** One station for all vaults with a secret of that name: a pull from another one than was pushed to is marked by its finding. */
  #vaultSecret(remoteKey: string, ref: StoreRef | undefined, pushed: boolean): string {
    const key = secretKeyOf(remoteKey)
    const id = `vault-secret ${key}`
    if (pushed) this.#pushed.add(id)
    const vault = ref?.vaultUrl ? vaultKeyOf(ref.vaultUrl.value).replace(/^https:\/\//, '') : undefined
    const label = vault === undefined ? secretNameOf(remoteKey) : `${secretNameOf(remoteKey)} in ${vault}`
    return this.#add({ id, kind: 'vault-secret', label, cluster: undefined, broken: this.#lost.has(key) })
  }

  #pull(remoteKey: string, secret: string, station: string): void {
    const orphan = this.#pushed.size > 0 && !this.#pushed.has(secret)
    if (orphan) this.stations.set(secret, { ...this.stations.get(secret)!, broken: true })
    this.#handOver(secret, station, orphan ? 'nobody pushes it' : this.#lost.get(secretKeyOf(remoteKey)))
  }

  #add(station: Station): string {
    if (!this.stations.has(station.id)) this.stations.set(station.id, station)
    return station.id
  }

  #handOver(from: string, to: string, label?: string): void {
    const broken = label !== undefined || this.stations.get(to)!.broken || this.stations.get(from)!.broken
    this.handOvers.push({ from, to, broken, ...(label !== undefined && { label }) })
  }
}
