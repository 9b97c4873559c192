// What belongs to the fleet, told from everything else in a repository: objects, Applications, files.
import { folderOf, liesIn } from '../source/checkout.ts'
import type { Application, ApplicationSource } from './application.ts'
import type { Delivery } from './delivery.ts'
import { madeSecretOf } from './external-secret.ts'
import type { Fleet } from './fleet.ts'
import {
  defaultKastenNamespace,
  isBootstrap,
  isConfigMap,
  isExternalSecret,
  isJoinToken,
  isPushSecret,
  isSecret,
  joinConfigName,
  joinSecretName,
  primaryNamespace
} from './kinds.ts'
import { valueAt, type Manifest } from './manifest.ts'
import { nearest } from '../source/nearest.ts'
import { cleaned, sourcePathOf } from './source-path.ts'

/** A delivery by an Application of the repository. */
export type ApplicationDelivery = Delivery & { readonly application: Application }

/** Whether an object makes a primary or a secondary, or takes part in the token's way. */
export function isFleetObject(manifest: Manifest): boolean {
  if (isBootstrap(manifest) || isJoinToken(manifest)) return true
  if (isConfigMap(manifest)) return manifest.name === joinConfigName
  if (isSecret(manifest)) return manifest.name === joinSecretName
  if (isExternalSecret(manifest)) return madeSecretOf(manifest) === joinSecretName
  return isPushSecret(manifest) && manifest.namespace === primaryNamespace
}

interface Belongings {
  readonly bringing: ReadonlySet<Delivery>
  readonly meant: readonly ApplicationDelivery[]
  readonly delivered: ReadonlySet<Manifest>
  readonly kustomized: ReadonlySet<string>
  /** The files of the Applications. */
  readonly files: ReadonlySet<string>
}

const known = new WeakMap<Fleet, Belongings>()

function belongingsOf(fleet: Fleet): Belongings {
  let belongings = known.get(fleet)
  if (!belongings) known.set(fleet, (belongings = belongingsIn(fleet)))
  return belongings
}

function belongingsIn(fleet: Fleet): Belongings {
  const bringing = bringingIn(fleet)
  const places = { beside: besideFolders(bringing, fleet), homes: homesOf(fleet) }
  const meant = fleet.deliveries.filter(isByApplication).filter(each => isMeant(each, places, fleet))
  return {
    bringing,
    meant,
    files: new Set(meant.map(({ application }) => application.manifest.origin.file)),
    delivered: new Set(fleet.deliveries.flatMap(({ manifests }) => manifests)),
    kustomized: new Set(fleet.repository.checkout.paths.filter(path => kustomization.test(path)).map(folderOf))
  }
}

const kustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/

/** Deliveries that bring fleet objects to a cluster themselves, not through Applications they deliver. */
export function bringingDeliveriesOf(fleet: Fleet): ReadonlySet<Delivery> {
  return belongingsOf(fleet).bringing
}

function bringingIn({ primaries, secondaries }: Fleet): Set<Delivery> {
  const parts = [
    ...primaries.flatMap(({ bootstraps, joinTokens, pushSecrets }) => [...bootstraps, ...joinTokens, ...pushSecrets]),
    ...secondaries.flatMap(({ config, joins, literals }) => [...(config ? [config] : []), ...joins, ...literals])
  ]
  return new Set(parts.map(({ delivery }) => delivery))
}

/**
 * Deliveries whose Application brings the fleet to its clusters, or would if it were right: one that delivers nothing because of a
 * mistake is told by the namespace it goes to, or by a path beside those of the others.
 */
export function fleetDeliveriesOf(fleet: Fleet): readonly ApplicationDelivery[] {
  return belongingsOf(fleet).meant
}

interface Places {
  /** Folders that hold the folders of several clusters. */
  readonly beside: ReadonlySet<string>
  /** Folders that hold the Applications of the fleet. */
  readonly homes: ReadonlySet<string>
}

function isMeant(delivery: ApplicationDelivery, { beside, homes }: Places, fleet: Fleet): boolean {
  if (fleet.concerned.has(delivery) || delivery.manifests.some(isFleetObject)) return true
  const { application, namespace, manifests, charts } = delivery
  if (manifests.length > 0 || charts.length > 0) return false
  if (namespace === primaryNamespace || namespace === defaultKastenNamespace) return true
  if (
    delivery.troubles.some(({ problem }) => problem === 'missing') &&
    application.sources.some(each => misses(each, homes))
  )
    return true
  return application.sources.some(({ path }) => path !== undefined && beside.has(folderOf(cleaned(path.value) ?? '')))
}

/** Whether a path is that of the fleet's Applications with a slip in it. */
function misses({ path }: ApplicationSource, homes: ReadonlySet<string>): boolean {
  return path !== undefined && nearest(cleaned(path.value) ?? '', homes) !== undefined
}

function homesOf({ concerned, expansions }: Fleet): Set<string> {
  const ours = new Set([...concerned].flatMap(({ application }) => application?.manifest ?? []))
  const sets = expansions.filter(({ applications }) => applications.some(each => ours.has(each)))
  const manifests = [...ours, ...sets.map(({ applicationSet }) => applicationSet)]
  return new Set(manifests.map(({ origin }) => folderOf(origin.file)).filter(folder => folder !== ''))
}

/** The folders that hold the folders of several clusters: `secondaries` of `secondaries/east`; never the root. */
function besideFolders(bringing: ReadonlySet<Delivery>, fleet: Fleet): Set<string> {
  const parents = [...bringing].flatMap(({ application }) =>
    (application?.sources ?? []).flatMap(source => folderIn(source, fleet) ?? []).map(folderOf)
  )
  return new Set(parents.filter(parent => parent !== ''))
}

/** The folder of this repository that a source means; undefined for none. */
export function folderIn({ path }: ApplicationSource, { folders }: Fleet): string | undefined {
  const meant = path && sourcePathOf(path.value, folders)
  return meant && 'folder' in meant ? meant.folder : undefined
}

/** Whether an Application delivers it; else it is a folder that none names. */
export function isByApplication(delivery: Delivery): delivery is ApplicationDelivery {
  return delivery.application !== undefined
}

/** Whether some Application of the repository delivers an object. */
export function isDelivered(manifest: Manifest, fleet: Fleet): boolean {
  return belongingsOf(fleet).delivered.has(manifest)
}

/** Whether an object is applied as it is written: a part of a kustomization may be a patch, or get the rest from one. */
export function isAppliedAsWritten(manifest: Manifest, fleet: Fleet): boolean {
  const { delivered, kustomized } = belongingsOf(fleet)
  return delivered.has(manifest) || kustomized.size === 0 || !isBelow(manifest.origin.file, kustomized)
}

/** Whether a file lies in one of some folders, at any depth. */
export function isBelow(file: string, folders: ReadonlySet<string>): boolean {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    if (folders.has(folder)) return true
    if (folder === '') return false
  }
}

/** Whether a text names what only Kasten multi-cluster has. */
export function speaksOfTheFleet(text: string): boolean {
  return /mc-join|kio\.kasten\.io|kasten-io-mc/.test(text)
}

/** Whether a file is the fleet's: its text names what only Kasten multi-cluster has, or it is an Application of the fleet or in a folder that one reads. */
export function fileIsOfTheFleet(fleet: Fleet, path: string): boolean {
  const { files, meant } = belongingsOf(fleet)
  const text = fleet.repository.files.get(path)?.text ?? ''
  return speaksOfTheFleet(text) || files.has(path) || meant.some(delivery => reads(delivery, path, fleet))
}

/** A delivery of which parts were not read may mean another repository by its path. */
function reads({ application, notRead }: ApplicationDelivery, path: string, fleet: Fleet): boolean {
  if (notRead.length > 0) return false
  return application.sources.some(source => {
    const folder = folderIn(source, fleet)
    if (folder === undefined) return false
    return recurses(source) ? liesIn(path, folder) : folderOf(path) === folder
  })
}

function recurses({ target }: ApplicationSource): boolean {
  return valueAt(target.manifest.object, [...target.path, 'directory', 'recurse']) === true
}
