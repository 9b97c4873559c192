// Applications that deliver to a cluster which is taken: by the primary, or by another secondary.
import { groupedBy } from '../source/grouped.ts'
import type { Delivery } from '../model/delivery.ts'
import type { Fleet } from '../model/fleet.ts'
import type { Target } from '../model/manifest.ts'
import { isByApplication, type ApplicationDelivery } from '../model/of-the-fleet.ts'
import type { Secondary } from '../model/secondary.ts'
import type { Site } from '../model/site.ts'

/** A delivery to a cluster that another one has already. */
export interface Intruder {
  readonly delivery: ApplicationDelivery
  readonly before: ApplicationDelivery
}

/** Deliveries of secondaries to the cluster of a primary, by other Applications than the primary's own. */
export function onThePrimary(fleet: Fleet): Intruder[] {
  const secondaries = secondariesBySite(fleet)
  return fleet.primaries.flatMap(primary => {
    const parts = [...primary.bootstraps, ...primary.joinTokens, ...primary.pushSecrets]
    const charts = new Set(primary.charts.map(({ source }) => source.target.manifest))
    const byChart = primary.site.deliveries.filter(({ application }) => application && charts.has(application.manifest))
    const own = new Set([...parts.map(({ delivery }) => delivery), ...byChart])
    const before = [...own].find(isByApplication)
    const others = deliveriesOf(secondaries.get(primary.site) ?? []).filter(delivery => !own.has(delivery))
    return before ? others.map(delivery => ({ delivery, before })) : []
  })
}

/** Deliveries of a secondary to a cluster where another Application makes one already; none on a primary's. */
export function onAnotherSecondary(fleet: Fleet): Intruder[] {
  const primaries = new Set(fleet.primaries.map(({ site }) => site))
  return [...secondariesBySite(fleet)].flatMap(([site, secondaries]) => {
    if (primaries.has(site)) return []
    const [before, ...others] = configDeliveriesOf(secondaries)
    return before ? others.map(delivery => ({ delivery, before })) : []
  })
}

/** Where a delivery says which cluster it goes to. */
export function destinationOf({ application }: ApplicationDelivery): Target {
  const { server, name } = application.destination
  return server ?? name ?? { manifest: application.manifest, path: ['spec', 'destination'], part: 'key' }
}

function secondariesBySite({ secondaries }: Fleet): Map<Site, Secondary[]> {
  return groupedBy(secondaries, ({ site }) => site)
}

function deliveriesOf(secondaries: readonly Secondary[]): ApplicationDelivery[] {
  const parts = secondaries.flatMap(({ config, joins, literals }) => [
    ...(config ? [config] : []),
    ...joins,
    ...literals
  ])
  return distinct(parts.map(({ delivery }) => delivery))
}

function configDeliveriesOf(secondaries: readonly Secondary[]): ApplicationDelivery[] {
  return distinct(secondaries.flatMap(({ config }) => (config ? [config.delivery] : [])))
}

function distinct(deliveries: readonly Delivery[]): ApplicationDelivery[] {
  return [...new Set(deliveries)].filter(isByApplication)
}
