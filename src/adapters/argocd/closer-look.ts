// A closer look at single Applications: what Argo CD's list can't tell, and the health of resources from the tree.
import type { LiveApplication, LiveResource } from '../../model/live.ts'
import { atMost } from '../web/at-most.ts'
import { fieldsOf, liveApplicationOf, liveResourceOf, objectsOf } from './application.ts'
import type { ArgoApi } from './argo-api.ts'

/** How many Applications are looked at closely. */
const closerLooks = 50

/** The Applications after a closer look, in the order given, and the names of those that did not get one. */
export interface CloserLook {
  readonly applications: readonly LiveApplication[]
  readonly notLookedAt: readonly string[]
}

/**
 * Looks closely at those `ofInterest`, the unwell first, at most 8 calls at once and 50 Applications in all. One that
 * can't be looked at closely stays as the list told it.
 */
export async function closerLook(
  listed: readonly LiveApplication[],
  ofInterest: (application: LiveApplication) => boolean,
  api: ArgoApi
): Promise<CloserLook> {
  const inTurn = atMost(8)
  const wanted = listed.filter(ofInterest).sort((a, b) => Number(isWell(a)) - Number(isWell(b)))
  const looks = wanted
    .slice(0, closerLooks)
    .map(async application => [application, await inTurn(async () => closeUpOf(application, api))] as const)
  const seen = new Map(await Promise.all(looks))
  const notLookedAt = wanted.filter(application => !seen.get(application)).map(({ name }) => name)
  return { applications: listed.map(application => seen.get(application) ?? application), notLookedAt }
}

function isWell({ sync, health, phase, deletionTimestamp }: LiveApplication): boolean {
  const failed = phase === 'Failed' || phase === 'Error'
  return sync === 'Synced' && health === 'Healthy' && !failed && deletionTimestamp === undefined
}

async function closeUpOf(application: LiveApplication, api: ArgoApi): Promise<LiveApplication | undefined> {
  const { name, namespace, project } = application
  const path = `/applications/${encodeURIComponent(name)}`
  const query = new URLSearchParams({ ...(namespace && { appNamespace: namespace }), project })
  const full = liveApplicationOf(await jsonAt(api, path, query))
  if (full?.name !== name) return undefined
  if (full.health === 'Healthy') return full
  const tree = fieldsOf(await jsonAt(api, `${path}/resource-tree`, query))
  return { ...full, resources: withHealth(full.resources, objectsOf(tree['nodes']).map(liveResourceOf)) }
}

/** The JSON of a good answer; undefined for every other outcome, since the list has been had and stands by itself. */
async function jsonAt(api: ArgoApi, path: string, query: URLSearchParams): Promise<unknown> {
  try {
    const { status, json } = await api(path, query)
    return status === 200 ? json : undefined
  } catch {
    return undefined
  }
}

/** Since Argo CD 3.0 the health of resources is in the tree; so are those that other resources made. */
function withHealth(resources: readonly LiveResource[], nodes: readonly LiveResource[]): LiveResource[] {
  const byKey = new Map(nodes.map(node => [keyOf(node), node]))
  const known = new Set(resources.map(keyOf))
  const unwell = nodes.filter(
    node => node.group === 'external-secrets.io' && node.health === 'Degraded' && !known.has(keyOf(node))
  )
  return [...resources.map(resource => ({ ...byKey.get(keyOf(resource)), ...resource })), ...unwell]
}

const keyOf = ({ group, kind, namespace, name }: LiveResource): string => [group, kind, namespace, name].join('/')
