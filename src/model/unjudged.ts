// What of the fleet could not be read, so that nobody takes silence for agreement.
import type { Place } from '../source/place.ts'
import type { Delivery } from './delivery.ts'
import { isEmpty, type Fleet } from './fleet.ts'
import type { Manifest, Target } from './manifest.ts'
import {
  fleetDeliveriesOf,
  folderIn,
  isByApplication,
  speaksOfTheFleet,
  type ApplicationDelivery
} from './of-the-fleet.ts'

/** An Application or ApplicationSet of the fleet that could not be read, or not whole. */
export interface Unjudged {
  readonly manifest: Manifest
  readonly about: Target
  readonly reason: string
  /** Argo CD can't read it either: the place to mend. */
  readonly failsAt: Place | Target | undefined
  /** Of an ApplicationSet, where the first of its elements is written that it fails for. */
  readonly element?: Place | undefined
}

const known = new WeakMap<Fleet, readonly Unjudged[]>()

/** Those that are of the fleet by what is known of them, or by the words in their folder. */
export function unjudgedOf(fleet: Fleet): readonly Unjudged[] {
  let unjudged = known.get(fleet)
  if (!unjudged) known.set(fleet, (unjudged = unjudgedIn(fleet)))
  return unjudged
}

function unjudgedIn(fleet: Fleet): Unjudged[] {
  const meant = new Set<Delivery>(fleetDeliveriesOf(fleet))
  const ours = new Set([...fleet.concerned].map(({ application }) => application?.manifest))
  const sources = fleet.deliveries
    .filter(isByApplication)
    .filter(delivery => delivery.notRead.length > 0 && (meant.has(delivery) || speaks(delivery, fleet)))
    .flatMap(({ application: { manifest }, notRead }) =>
      notRead.map(({ about, reason, failsAt }) => ({ manifest, about, reason, failsAt }))
    )
  const sets = fleet.expansions
    .filter(({ notExpanded }) => notExpanded.length > 0)
    .filter(
      ({ applicationSet, applications }) =>
        applications.some(application => ours.has(application)) || mayMean(applicationSet, fleet)
    )
    .flatMap(({ applicationSet: manifest, notExpanded }) =>
      notExpanded.map(({ about, reason, fails, element }) => ({
        element,
        manifest,
        about,
        reason,
        failsAt: fails ? about : undefined
      }))
    )
  return [...sources, ...sets]
}

/** In a repository with a fleet, an ApplicationSet that speaks of Kasten is most likely about it. */
function mayMean({ object }: Manifest, fleet: Fleet): boolean {
  const text = JSON.stringify(object)
  return speaksOfTheFleet(text) || (!isEmpty(fleet) && /kasten|\bk10\b/i.test(text))
}

function speaks({ application }: ApplicationDelivery, fleet: Fleet): boolean {
  return application.sources.some(source => {
    const folder = folderIn(source, fleet)
    return (
      folder !== undefined && folder !== '' && fleet.folders.filesIn(folder, true).some(path => namesUs(path, fleet))
    )
  })
}

function namesUs(path: string, { repository }: Fleet): boolean {
  const read = repository.files.get(path)?.text
  if (read !== undefined) return speaksOfTheFleet(read)
  const content = repository.checkout.read(path)
  return 'text' in content && speaksOfTheFleet(content.text)
}
