// Folding: a drawing of three hundred clusters with all but the telling ones drawn as one node.
import type { HandOver, Station, TokenWay } from '../model/token-way.ts'
import { counted } from './counting.ts'

/** A station to draw; a folded one stands for many. */
interface Drawn extends Station {
  readonly folded: boolean
}

/** Stations that are drawn together; without a title, freely. */
export interface Group {
  readonly title: string | undefined
  readonly stations: readonly Drawn[]
}

/** The drawing after folding. */
export interface Folded {
  readonly groups: readonly Group[]
  readonly stations: readonly Drawn[]
  readonly handOvers: readonly HandOver[]
}

/** How many of each are drawn one by one. */
const most = { primaries: 6, broken: 12, lit: 12, clean: 6, vault: 24, stationsOfCluster: 24 }

interface Cluster {
  readonly name: string
  readonly stations: readonly Station[]
  readonly primary: boolean
  readonly broken: boolean
}

/**
 * The way with at most a handful of clean secondaries drawn (more of them become one node), a dozen broken ones, and so on.
 * Clusters in the spotlight are drawn first. Hand-overs of what was folded lead to the node that stands for it, once.
 */
export function fold(way: TokenWay, spotlight: ReadonlySet<string>): Folded {
  const clusters = clustersOf(way)
  const primaries = clusters.filter(({ primary }) => primary)
  const secondaries = clusters.filter(({ primary }) => !primary)
  const broken = secondaries.filter(cluster => cluster.broken)
  const lit = secondaries.filter(({ name, broken: torn }) => !torn && spotlight.has(name))
  const clean = secondaries.filter(({ name, broken: torn }) => !torn && !spotlight.has(name))
  const groups = [
    ...some(primaries, most.primaries, 'primary', 'primaries'),
    ...vaultGroup(way.stations.filter(({ cluster }) => cluster === undefined)),
    ...some(broken, most.broken, 'broken secondary', 'broken secondaries'),
    ...some(lit, most.lit, 'new secondary', 'new secondaries'),
    ...some(clean, clean.length <= most.clean ? most.clean : 0, 'clean secondary', 'clean secondaries')
  ]
  const stations = groups.flatMap(({ group }) => group.stations)
  return { groups: groups.map(({ group }) => group), stations, handOvers: joinedOver(way.handOvers, groups) }
}

interface Fold {
  readonly group: Group
  /** Which node stands for a station. */
  readonly nodeOf: ReadonlyMap<string, string>
}

/** The first clusters one by one, the others as one node. */
function some(clusters: readonly Cluster[], limit: number, noun: string, plural: string): readonly Fold[] {
  const rest = clusters.slice(limit)
  const shown = clusters.slice(0, limit).map(({ name, stations }) => asDrawn(name, stations))
  if (rest.length === 0) return shown
  const words =
    limit === 0 ? counted(rest.length, noun, plural) : counted(rest.length, `more ${noun}`, `more ${plural}`)
  return [
    ...shown,
    asOne(
      words,
      rest.flatMap(({ stations }) => stations)
    )
  ]
}

function vaultGroup(secrets: readonly Station[]): readonly Fold[] {
  const sorted = [...secrets.filter(({ broken }) => broken), ...secrets.filter(({ broken }) => !broken)]
  const rest = sorted.slice(most.vault)
  const shown = asDrawn(undefined, sorted.slice(0, most.vault))
  return rest.length === 0 ? [shown] : [shown, asOne(counted(rest.length, 'more vault secret'), rest)]
}

function asDrawn(title: string | undefined, stations: readonly Station[]): Fold {
  const shown = stations.slice(0, most.stationsOfCluster).map(station => ({ ...station, folded: false }))
  return { group: { title, stations: shown }, nodeOf: new Map(shown.map(({ id }) => [id, id])) }
}

function asOne(label: string, stations: readonly Station[]): Fold {
  const broken = stations.some(station => station.broken)
  const node: Drawn = {
    id: `folded ${label}`,
    kind: 'external-secret',
    label,
    cluster: undefined,
    broken,
    folded: true
  }
  return { group: { title: undefined, stations: [node] }, nodeOf: new Map(stations.map(({ id }) => [id, node.id])) }
}

/** Hand-overs between what is drawn; those between the same two nodes once, broken if any is. */
function joinedOver(handOvers: readonly HandOver[], folds: readonly Fold[]): readonly HandOver[] {
  const nodes = new Map(folds.flatMap(({ nodeOf }) => [...nodeOf]))
  const drawn = new Map<string, HandOver>()
  for (const handOver of handOvers) {
    const from = nodes.get(handOver.from)
    const to = nodes.get(handOver.to)
    if (from === undefined || to === undefined || from === to) continue
    const key = JSON.stringify([from, to])
    if (!drawn.get(key)?.broken) drawn.set(key, { ...handOver, from, to })
  }
  return [...drawn.values()]
}

function clustersOf({ stations, handOvers }: TokenWay): readonly Cluster[] {
  const torn = new Set(handOvers.filter(({ broken }) => broken).flatMap(({ from, to }) => [from, to]))
  const names = new Map<string, Station[]>()
  for (const station of stations) {
    if (station.cluster === undefined) continue
    const known = names.get(station.cluster)
    if (known === undefined) names.set(station.cluster, [station])
    else known.push(station)
  }
  return [...names].map(([name, own]) => ({
    name,
    stations: own,
    primary: own.some(({ kind }) => kind === 'bootstrap' || kind === 'join-token' || kind === 'push-secret'),
    broken: own.some(({ id, broken }) => broken || torn.has(id))
  }))
}
