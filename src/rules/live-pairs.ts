// The fleet's Applications in Git beside those in Argo CD.
import type { Application } from '../model/application.ts'
import { knowsAllApplications } from '../model/fleet.ts'
import type { LiveApplication, LiveResource } from '../model/live.ts'
import { stringAt, whole, type Manifest, type Target } from '../model/manifest.ts'
import { cleaned } from '../model/source-path.ts'
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
  const orphans = live.applications.filter(
    each => !inGit.has(`${each.namespace}/${each.name}`) && isOurs(each, applications)
  )
  return { pairs: pairs.sort(byApplication), orphans: knowsAllApplications(fleet) ? orphans : [] }
}

/** Whether an Application deploys a folder of this repository that lies beside, or in, those of the fleet. */
function isOurs({ sources }: LiveApplication, applications: readonly Application[]): boolean {
  return sources.some(({ repoURL, path }) =>
    applications.some(({ sources: own }) =>
      own.some(
        each =>
          each.path &&
          each.repoURL &&
          sameRepository(each.repoURL.value, repoURL) &&
          besides(each.path.value, path ?? '')
      )
    )
  )
}

function besides(own: string, other: string): boolean {
  const folder = (path: string): string => (cleaned(path) ?? '').replace(/\/?[^/]*$/, '')
  return folder(own) !== '' && folder(own) === folder(other)
}

function byApplication(a: LivePair, b: LivePair): number {
  return a.application.name < b.application.name ? -1 : 1
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
