// The fleet's Applications in Git beside those in Argo CD.
import type { Application } from '../model/application.ts'
import { knowsAllApplications } from '../model/fleet.ts'
import type { LiveApplication, LiveResource } from '../model/live.ts'
import { stringAt, whole, type Manifest, type Target } from '../model/manifest.ts'
import { cleaned } from '../model/source-path.ts'
import { byText } from '../source/order.ts'
import { sameRepository } from '../source/repository-url.ts'
import type { LiveView } from './rule.ts'

/** An Application of the fleet, and what Argo CD has under its name. */
export interface LivePair {
  readonly application: Application
  readonly live: LiveApplication | undefined
  /** Argo CD leaves out what the token may not see: then nothing follows from `live` being undefined. */
  readonly hidden: boolean
}

/** The fleet twice. */
export interface LivePairs {
  readonly pairs: readonly LivePair[]
  /** Applications of the fleet's folders that only Argo CD has. */
  readonly orphans: readonly LiveApplication[]
}

/** Nothing when Argo CD could not be asked. */
export function liveFleetOf({ fleet, live }: LiveView): LivePairs {
  if (!live.known) return { pairs: [], orphans: [] }
  const byName = new Map(live.applications.map(each => [`${each.namespace}/${each.name}`, each]))
  const inGit = new Set(fleet.applications.map(({ namespace, name }) => `${namespace}/${name}`))
  const applications = [...fleet.concerned].flatMap(({ application }) => application ?? [])
  const pairs = applications.map(application => ({
    application,
    live: byName.get(`${application.namespace}/${application.name}`),
    hidden: live.hidden?.projects.some(project => project === '*' || project === application.project) ?? false
  }))
  const homes = homesOf(applications)
  const orphans = live.applications.filter(each => !inGit.has(`${each.namespace}/${each.name}`) && isOurs(each, homes))
  return { pairs: pairs.sort(byApplication), orphans: knowsAllApplications(fleet) ? orphans : [] }
}

/** The folders that those of the fleet lie in, with the URLs of their repositories. */
function homesOf(applications: readonly Application[]): Map<string, Set<string>> {
  const homes = new Map<string, Set<string>>()
  for (const { repoURL, path } of applications.flatMap(({ sources }) => sources)) {
    const home = path ? folderAround(path.value) : ''
    if (home === '' || !repoURL) continue
    homes.set(home, (homes.get(home) ?? new Set()).add(repoURL.value))
  }
  return homes
}

/** Whether an Application deploys a folder of this repository that lies beside those of the fleet. */
function isOurs({ sources }: LiveApplication, homes: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return sources.some(({ repoURL, path }) =>
    [...(homes.get(folderAround(path ?? '')) ?? [])].some(own => sameRepository(own, repoURL))
  )
}

/** Empty for what lies at the root, or outside. */
function folderAround(path: string): string {
  return (cleaned(path) ?? '').replace(/\/?[^/]*$/, '')
}

function byApplication({ application: a }: LivePair, { application: b }: LivePair): number {
  return byText(a.name, b.name) || byText(a.namespace, b.namespace)
}

/** Where an Application's name is written. */
export function nameOf(manifest: Manifest): Target {
  return stringAt(manifest, 'metadata', 'name') ?? whole(manifest)
}

const fleetKinds = new Set([
  'PushSecret',
  'ExternalSecret',
  'Bootstrap',
  'SecretStore',
  'ClusterSecretStore',
  'Secret',
  'ConfigMap',
  'Namespace'
])

/** Whether a resource is of a kind that carries the token. */
export function isOfTheFleet({ kind }: LiveResource): boolean {
  return fleetKinds.has(kind)
}

/** A resource as people call it. */
export function resourceName({ kind, namespace, name }: LiveResource): string {
  return `${kind} ${namespace === '' ? name : `${namespace}/${name}`}`
}
