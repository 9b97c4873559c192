// The road every mode begins with: settings from the inputs, files into a fleet, the fleet before rules.
import { fleetOf, type Fleet } from '../model/fleet.ts'
import { fileIsOfTheFleet } from '../model/of-the-fleet.ts'
import { speaksOfKasten } from '../model/mention.ts'
import type { Rendering, Renderings, RenderRequest } from '../model/rendering.ts'
import { repositoryOf, type ManifestFile, type Repository } from '../model/repository.ts'
import type { Settings } from '../model/settings.ts'
import type { Renderer } from '../ports/renderer.ts'
import type { World } from '../ports/world.ts'
import type { NotChecked } from '../rules/finding.ts'
import { withoutIgnored } from '../rules/ignores.ts'
import { hitClustersOf } from '../rules/hit-clusters.ts'
import { fleetRules } from '../rules/index.ts'
import { judgementOf, type Judgement } from '../rules/judge.ts'
import type { Checkout } from '../source/checkout.ts'
import { byText } from '../source/order.ts'
import { refuseMissingFolders } from './named-folders.ts'

/** A fleet with what the repository's rules say of it. */
export interface Judged extends Judgement {
  readonly fleet: Fleet
  readonly ignored: number
  readonly notChecked: readonly NotChecked[]
}

/** What the run knows beside the repository. */
export function settingsOf({ inputs, surroundings, now }: World): Settings {
  return {
    repository: surroundings.repository,
    revisions: surroundings.revisions,
    path: surroundings.below,
    primaryPath: inputs['primary-path'],
    secondaryPaths: inputs['secondary-paths'],
    esoVersion: inputs['eso-version'],
    argocdVersion: inputs['argocd-version'],
    kastenVersion: inputs['kasten-version'],
    knownStores: inputs['known-stores'],
    clusters: surroundings.clusters,
    maxRefresh: inputs['max-refresh'],
    now
  }
}

/** How often what was rendered may ask for more: an app-of-apps is deep, not endless. */
const mostRounds = 10

/** Reads a tree of files into a fleet. What is rendered may hold Applications that have to be rendered in turn. */
export async function readFleet(checkout: Checkout, settings: Settings, renderer: Renderer): Promise<Fleet> {
  const repository = await repositoryOf(checkout, settings.path)
  const renderings = new Map<string, Rendering>()
  for (let round = 0; ; round++) {
    const fleet = fleetOf(repository, settings, renderings)
    const fresh = fleet.requests.filter(({ key }) => !renderings.has(key))
    if (fresh.length === 0 || round === mostRounds) return fleet
    if (round === 0 && !mayHoldFleet(repository, settings)) return fleetOf(repository, settings, unrendered(fresh))
    for (const [key, rendering] of await renderer.render(fresh, checkout)) renderings.set(key, rendering)
  }
}

/** Rendering takes time, and in a repository without a word of Kasten it can bring no fleet to light. */
function mayHoldFleet(repository: Repository, { primaryPath, secondaryPaths }: Settings): boolean {
  return primaryPath !== undefined || secondaryPaths.length > 0 || speaksOfKasten(repository)
}

function unrendered(requests: readonly RenderRequest[]): Renderings {
  const notRendered = 'nothing in this repository speaks of Kasten, so it was not rendered'
  return new Map(requests.map(({ key }) => [key, { notRendered }]))
}

/** Judges a fleet by every rule that needs the repository alone. */
export function judged(fleet: Fleet): Judged {
  const { findings, broken } = judgementOf(fleetRules, fleet, hitClustersOf(fleet))
  const silenced = withoutIgnored(findings, file => textOf(fleet, file))
  return { fleet, broken, ...silenced, notChecked: notCheckedOf(fleet) }
}

/** The text of a file that a finding points into: of manifests, and of the charts and values they are rendered from. */
export function textOf({ repository }: Fleet, file: string): string | undefined {
  const read = repository.files.get(file)
  if (read) return read.text
  const content = repository.checkout.read(file)
  return 'text' in content ? content.text : undefined
}

/** From so many files on, a person waits. */
const many = 2000

/** Reads and judges the checkout of a world. Throws ConfigError when the inputs name folders that are not there. */
export async function readAndJudge(world: World): Promise<Judged> {
  const { length } = world.checkout.paths
  if (length > many) world.progress(`Reading ${length.toLocaleString('en-US')} files…`)
  const settings = settingsOf(world)
  refuseMissingFolders(world.checkout, settings)
  return judged(await readFleet(world.checkout, settings, world.renderer))
}

/** Everything that was seen and could not be judged, sorted. What belongs to other teams is not listed: it was never ours to judge. */
function notCheckedOf(fleet: Fleet): NotChecked[] {
  const unread = fleet.repository.unread.map(({ file, reason }) => ({ file, reason }))
  const broken = [...fleet.repository.files.values()].flatMap(file => brokenFile(fleet, file) ?? [])
  const sources = fleet.deliveries.flatMap(delivery =>
    delivery.notRead.map(({ about, reason }) => ({
      file: about.manifest.origin.file,
      reason: `Application ${delivery.application?.name}: ${reason}`
    }))
  )
  const sets = fleet.expansions.flatMap(({ applicationSet: { name, origin }, notExpanded }) =>
    notExpanded.map(({ reason, fails }) => ({
      file: origin.file,
      reason: `ApplicationSet ${name}: ${fails ? 'Argo CD would refuse it: ' : ''}${reason}`
    }))
  )
  return [...unread, ...shownIn(fleet), ...broken, ...sources, ...sets].sort(
    (a, b) => byText(a.file, b.file) || byText(a.reason, b.reason)
  )
}

/** Files of the fleet's kinds that are only examples of it. */
function shownIn(fleet: Fleet): NotChecked[] {
  const files = new Set([...fleet.shown].map(({ origin }) => origin.file))
  return [...files]
    .filter(file => fileIsOfTheFleet(fleet, file))
    .map(file => ({ file, reason: 'it is in a folder of documents or examples, and no Application delivers it' }))
}

/** A file of the fleet with a problem is a finding; another one is none of our business, but was not judged either. */
function brokenFile(fleet: Fleet, { path, problems }: ManifestFile): NotChecked | undefined {
  const problem = problems.find(({ kind }) => kind !== 'duplicate-key')
  if (!problem || fileIsOfTheFleet(fleet, path)) return undefined
  return { file: path, reason: `line ${problem.place.line}: ${problem.message}` }
}
