// Where objects of the fleet are not what Kubernetes asks of their kinds, each place once, for the rules on fields.
import type { Fleet } from '../model/fleet.ts'
import { groupOf, valueAt, type Manifest, type Target } from '../model/manifest.ts'
import { bringingDeliveriesOf, fleetDeliveriesOf, isAppliedAsWritten } from '../model/of-the-fleet.ts'
import { mismatchesOf, type Mismatch } from '../model/schema/schema.ts'
import { upstreams } from '../model/schema/upstream.generated.ts'
import { deliveredBy, type Site } from '../model/site.ts'
import { storeUsesOf } from '../model/used-stores.ts'
import type { KnownVersion } from '../model/versions.ts'
import { isObject } from '../source/json.ts'
import { compareVersions, versionOf } from '../source/version.ts'
import { isJudgedElsewhere } from './judged-elsewhere.ts'
import type { Complaint, FleetRule } from './rule.ts'

/** A mismatch of an object. */
export interface FleetMismatch {
  readonly manifest: Manifest
  readonly mismatch: Mismatch
}

const known = new WeakMap<Fleet, readonly FleetMismatch[]>()

/** All mismatches that no other rule judges. */
function mismatchesIn(fleet: Fleet): readonly FleetMismatch[] {
  let mismatches = known.get(fleet)
  if (!mismatches) known.set(fleet, (mismatches = [...found(fleet)]))
  return mismatches
}

function* found(fleet: Fleet): Generator<FleetMismatch> {
  for (const [manifest, site] of objectsOf(fleet)) {
    for (const mismatch of mismatchesOf(manifest.apiVersion, manifest.kind, manifest.object)) {
      if (isJudgedElsewhere(manifest, mismatch) || mayBeRight(manifest, mismatch, site, fleet)) continue
      yield { manifest, mismatch }
    }
  }
}

/** The fleet's objects, its Applications and their projects, with the cluster that they are delivered to. */
function objectsOf(fleet: Fleet): Map<Manifest, Site | undefined> {
  const objects = new Map<Manifest, Site | undefined>()
  const bringing = bringingDeliveriesOf(fleet)
  for (const site of fleet.sites) {
    for (const delivery of site.deliveries) {
      if (bringing.has(delivery)) for (const { manifest } of deliveredBy(delivery)) objects.set(manifest, site)
    }
  }
  for (const { ref, site } of storeUsesOf(fleet)) if (ref.store && !objects.has(ref.store)) objects.set(ref.store, site)
  const applications = fleetDeliveriesOf(fleet).map(({ application }) => application)
  for (const { manifest } of applications) objects.set(manifest, undefined)
  const projects = new Set(applications.map(({ project }) => project))
  for (const { manifest, name } of fleet.projects) if (projects.has(name)) objects.set(manifest, undefined)
  return objects
}

/** What a patch may add, and a field that a release after the pinned schemas may have brought. */
function mayBeRight(
  manifest: Manifest,
  { problem, suggestion }: Mismatch,
  site: Site | undefined,
  fleet: Fleet
): boolean {
  if (problem === 'missing') return !isAppliedAsWritten(manifest, fleet)
  return problem === 'unknown' && suggestion === undefined && isNewer(manifest, site, fleet)
}

function isNewer(manifest: Manifest, site: Site | undefined, { versions }: Fleet): boolean {
  const group = groupOf(manifest)
  if (group === 'argoproj.io') return isAfter(versions.argocd, 'argoproj/argo-cd')
  return (
    group === 'external-secrets.io' &&
    site !== undefined &&
    isAfter(versions.eso(site), 'external-secrets/external-secrets')
  )
}

function isAfter({ version }: KnownVersion, repository: (typeof upstreams)[number]['repository']): boolean {
  const pinned = versionOf(upstreams.find(upstream => upstream.repository === repository)!.version)
  return pinned !== undefined && compareVersions({ ...version, prerelease: '' }, { ...pinned, prerelease: '' }) > 0
}

/** The check of a rule on some problems. Where a schema is our reading of documentation alone, errors are warnings. */
export function mismatchCheck(
  problems: readonly Mismatch['problem'][],
  complaintOf: (found: FleetMismatch) => Pick<Complaint, 'message' | 'severity'>
): FleetRule['check'] {
  return function* check(fleet) {
    for (const each of mismatchesIn(fleet)) {
      const { manifest, mismatch } = each
      if (!problems.includes(mismatch.problem)) continue
      const guess = mismatch.certain ? {} : { severity: 'warning' as const }
      yield { about: { manifest, path: mismatch.path, part: mismatch.part }, ...complaintOf(each), ...guess }
    }
  }
}

/** What a mismatch says as a sentence: `PushSecret: spec.selector is required.` */
export function sentenceOf({ manifest, mismatch }: FleetMismatch): string {
  return `${manifest.kind}: ${mismatch.message}${mismatch.message.endsWith('?') ? '' : '.'}`
}

/** Whether the object around a key has another key already. */
export function hasBeside(target: Target, key: string): boolean {
  const around = valueAt(target.manifest.object, target.path.slice(0, -1))
  return isObject(around) && Object.hasOwn(around, key)
}
