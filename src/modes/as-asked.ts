// Whether a fleet has a secondary just as it was asked for: its name, its dashboard, its cluster.
import { destinationOf, requestKeyOf, type ClusterRequest } from '../change/cluster-request.ts'
import { comesByRegistration } from '../change/registration.ts'
import { clusterKeyOf } from '../model/cluster.ts'
import type { Fleet } from '../model/fleet.ts'
import { normalisedUrl } from '../model/ingress.ts'
import type { Secondary } from '../model/secondary.ts'
import type { Reason } from './refused.ts'

/** Whether the base has this very secondary already. */
export function isThere({ secondaries }: Fleet, request: ClusterRequest): boolean {
  const isDelivered = secondaries.some(hasApplication)
  return secondaries.some(
    each =>
      each.name?.value === request.name &&
      differencesOf(each, request).length === 0 &&
      (hasApplication(each) || !isDelivered)
  )
}

/** Where a change came to something else than exactly these secondaries more, each as it was asked for. */
export function notAsAsked(before: Fleet, after: Fleet, requests: readonly ClusterRequest[]): Reason[] {
  const asked = new Set(requests.map(({ name }) => name))
  const byName = new Map(after.secondaries.map(each => [each.name?.value, each]))
  const known = new Set(before.secondaries.map(({ label }) => label))
  const left = new Set(after.secondaries.map(({ label }) => label))
  const extra = [...left].filter(label => !known.has(label) && !asked.has(label))
  const lost = [...known].filter(label => !left.has(label))
  return [
    ...requests.flatMap(request => wrongWith(request, byName.get(request.name), before)),
    ...extra.map(label => ({ message: `The change would add "${label}" as well, which nobody asked for.` })),
    ...lost.map(label => ({ message: `The change would take "${label}" away.` }))
  ]
}

function wrongWith(request: ClusterRequest, made: Secondary | undefined, before: Fleet): Reason[] {
  if (!made || (!hasApplication(made) && before.secondaries.some(hasApplication)))
    return [
      {
        message: `The copy would not make "${request.name}" a secondary: ${
          comesByRegistration(before)
            ? `the others' Applications come from a cluster generator, which sees no such cluster. Register it in Argo CD with the labels that the generator selects, add it to clusters-file, and run this again.`
            : `something it needs is written in a way that can't be copied. Name another secondary with "like", or add it by hand.`
        }`
      }
    ]
  return differencesOf(made, request).map(difference => ({
    message: `The copy would not be what was asked: of "${request.name}", the ${difference}. Where the example names its cluster by server, give destination-server, and where by name, destination-name; or name another secondary with "like".`
  }))
}

function hasApplication({ site }: Secondary): boolean {
  return site.deliveries.some(({ application }) => application)
}

function differencesOf({ ingress, site }: Secondary, request: ClusterRequest): string[] {
  const { destination } = site.deliveries.find(({ application }) => application)?.application ?? {}
  const url = ingress?.value ?? ''
  const differences: string[] = []
  if ((normalisedUrl(url) ?? url) !== (normalisedUrl(request.ingress) ?? request.ingress))
    differences.push(`cluster-ingress would be ${JSON.stringify(url.slice(0, 200))}`)
  if (destination && clusterKeyOf(destination) !== requestKeyOf(request))
    differences.push(
      `destination would be ${JSON.stringify((destination.server ?? destination.name)?.value ?? '')} and not ${JSON.stringify(destinationOf(request))}`
    )
  return differences
}
