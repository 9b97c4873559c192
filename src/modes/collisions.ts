// What of the existing fleet stands against a new secondary: its name, its destination, its dashboard.
import { destinationOf, requestKeyOf, type ClusterRequest } from '../change/cluster-request.ts'
import type { Fleet } from '../model/fleet.ts'
import { normalisedUrl } from '../model/ingress.ts'
import type { Located } from '../model/manifest.ts'
import type { Reason } from './refused.ts'

/** Every collision of every request, with the line it collides with; requests collide among themselves too. */
export function standsAgainst(fleet: Fleet, requests: readonly ClusterRequest[]): Reason[] {
  const taken = takenIn(fleet)
  return requests.flatMap((request, index) => [
    ...reasonsFor(request, taken),
    ...requests.slice(0, index).flatMap(other => amongThemselves(request, other))
  ])
}

interface Taken {
  readonly names: ReadonlyMap<string, Located<string>>
  readonly urls: ReadonlyMap<string, Located<string>>
  readonly clusters: ReadonlyMap<string, Located<string>>
  readonly primaries: ReadonlySet<string>
}

function takenIn(fleet: Fleet): Taken {
  const parts = [...fleet.primaries, ...fleet.secondaries]
  const destinations = parts.flatMap(({ site }) =>
    site.deliveries.flatMap(({ cluster, application }) => {
      const about = application?.destination.server ?? application?.destination.name
      return cluster !== undefined && about ? [[cluster, about] as const] : []
    })
  )
  return {
    names: new Map(parts.flatMap(({ name }) => (name ? [[name.value, name] as const] : []))),
    urls: new Map(
      parts.flatMap(({ ingress }) =>
        ingress ? [[normalisedUrl(ingress.value) ?? ingress.value, ingress] as const] : []
      )
    ),
    clusters: new Map(destinations),
    primaries: new Set(fleet.primaries.map(({ site }) => site.key))
  }
}

function reasonsFor(request: ClusterRequest, { names, urls, clusters, primaries }: Taken): Reason[] {
  const reasons: Reason[] = []
  const name = names.get(request.name)
  if (name)
    reasons.push({
      message: `The name "${request.name}" is taken: Kasten refuses a second cluster of that name (rule cluster-names-are-unique).`,
      about: name
    })
  const url = urls.get(normalisedUrl(request.ingress) ?? request.ingress)
  if (url)
    reasons.push({
      message: `The ingress ${request.ingress} is taken by another cluster (rule secondary-ingress-is-its-own).`,
      about: url
    })
  const key = requestKeyOf(request)
  const cluster = key === undefined ? undefined : clusters.get(key)
  if (cluster && primaries.has(key!))
    reasons.push({
      message: `The destination ${destinationOf(request)} is the primary's own cluster (rule secondary-is-not-the-primarys-cluster).`,
      about: cluster
    })
  else if (cluster)
    reasons.push({
      message: `The destination ${destinationOf(request)} has a secondary already (rule one-secondary-per-cluster).`,
      about: cluster
    })
  return reasons
}

function amongThemselves(request: ClusterRequest, other: ClusterRequest): Reason[] {
  const same: string[] = []
  if (request.name === other.name) same.push(`the name "${request.name}"`)
  if (normalisedUrl(request.ingress) === normalisedUrl(other.ingress) && request.ingress !== '')
    same.push(`the ingress ${request.ingress}`)
  if (requestKeyOf(request) !== undefined && requestKeyOf(request) === requestKeyOf(other))
    same.push(`the destination ${destinationOf(request)}`)
  return same.map(what => ({ message: `Two entries of "clusters" have ${what}.` }))
}
