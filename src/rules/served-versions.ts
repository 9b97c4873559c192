// Which API versions of its kinds External Secrets Operator serves, by its own version.
import { atLeast, type Version } from '../source/version.ts'
import { chartValuesOf } from '../model/chart-values.ts'
import type { Fleet } from '../model/fleet.ts'
import { groupOf, type Manifest } from '../model/manifest.ts'
import type { Site } from '../model/site.ts'
import type { KnownVersion } from '../model/versions.ts'
import { quoted } from './quoted.ts'
import type { Complaint } from './rule.ts'
import { pinOf, versionWords } from './version-words.ts'

/** From which ESO on, and before which, an API version is served. */
interface Served {
  readonly from: string
  readonly before?: string
}

const group = 'external-secrets.io'

/** external-secrets/external-secrets: config/crds/bases, in every tag. */
const ofSecrets: Readonly<Record<string, Served>> = {
  v1: { from: '0.16.0' },
  v1beta1: { from: '0.5.0', before: '0.17.0' },
  v1alpha1: { from: '0.1.0', before: '0.16.0' }
}
const ofPushSecrets: Readonly<Record<string, Served>> = { v1alpha1: { from: '0.7.0' } }

const servedOf: ReadonlyMap<string, Readonly<Record<string, Served>>> = new Map([
  ['ExternalSecret', ofSecrets],
  ['SecretStore', ofSecrets],
  ['ClusterSecretStore', ofSecrets],
  ['PushSecret', ofPushSecrets]
])

/**
 * What is wrong with the apiVersion of an ExternalSecret, PushSecret or store on a site; undefined when ESO there serves it,
 * or for other kinds. The chart's `crds.unsafeServeV1Beta1` serves v1beta1 again.
 */
export function servedVersionComplaint(
  manifest: Manifest,
  site: Site,
  fleet: Pick<Fleet, 'versions' | 'repository'>
): Complaint | undefined {
  const served = servedOf.get(manifest.kind)
  if (!served || groupOf(manifest) !== group) return undefined
  const known = fleet.versions.eso(site)
  const written = manifest.apiVersion.slice(group.length + 1)
  const range = Object.hasOwn(served, written) ? served[written] : undefined
  if (range && isWithin(known.version, range)) return undefined
  // What is on other clusters need not be on this one.
  if (range && known.from === 'elsewhere' && isWithin(fleet.versions.currentEso, range)) return undefined
  if (written === 'v1beta1' && range && servesBetaAgain(known, fleet)) return undefined
  const right = Object.keys(served).find(version => isWithin(known.version, served[version]!))
  const advice = right ? `write ${group}/${right}` : `update ESO`
  return {
    about: { manifest, path: ['apiVersion'] },
    message: `${quoted(manifest.apiVersion)} is no version of ${manifest.kind} that ${versionWords('ESO', known)} serves: ${advice}.`,
    related: pinOf(known)
  }
}

function isWithin(version: Version, { from, before }: Served): boolean {
  return atLeast(version, from) && (before === undefined || !atLeast(version, before))
}

/** external-secrets/external-secrets: deploy/charts/external-secrets/values.yaml, since 1.3.0 */
function servesBetaAgain({ chart }: KnownVersion, { repository }: Pick<Fleet, 'repository'>): boolean {
  const option = chart && chartValuesOf(chart.values, repository).find('crds', 'unsafeServeV1Beta1')
  return option?.value === true || option?.value === 'true'
}
