// The token's way as a Mermaid flowchart, readable at three clusters and at three hundred.
import type { HandOver, Station, TokenWay } from '../model/token-way.ts'
import { counted } from './counting.ts'
import { mermaidLabel, stacked } from './escape/mermaid-label.ts'
import type { MermaidLabel } from './escape/mermaid-label.ts'
import { fold } from './way-fold.ts'
import type { Group } from './way-fold.ts'

/** What a station is called, and the shape it is drawn in. */
const looks: Readonly<
  Record<Station['kind'], { readonly words: string; readonly open: string; readonly close: string }>
> = {
  bootstrap: { words: 'Bootstrap', open: '[', close: ']' },
  'join-token': { words: 'join token', open: '([', close: '])' },
  'push-secret': { words: 'PushSecret', open: '[', close: ']' },
  'vault-secret': { words: 'Key Vault secret', open: '[(', close: ')]' },
  'external-secret': { words: 'ExternalSecret', open: '[', close: ']' },
  'mc-join': { words: 'Secret', open: '([', close: '])' },
  'join-config': { words: 'ConfigMap', open: '[', close: ']' },
  kasten: { words: 'Kasten', open: '[[', close: ']]' }
}

/** Colours that can be seen on light and on dark; a cross says the same to those who cannot see red. */
const styles = [
  '  classDef broken stroke:#d1242f,stroke-width:3px,stroke-dasharray:6 4',
  '  classDef clean stroke:#1a7f37,stroke-width:2px'
]

/** Mermaid draws at most 500 edges and 50,000 characters; a person reads far fewer. */
const mostEdges = 200

/**
 * The drawing as Mermaid text, or undefined when there is nothing to draw. Broken stations have a cross and a dashed red frame,
 * broken hand-overs a dashed red line; clean secondaries beyond a handful are one node.
 * @param spotlight names of clusters to draw even so
 */
export function mermaidOf(way: TokenWay, spotlight: ReadonlySet<string> = new Set()): string | undefined {
  const { groups, stations, handOvers } = fold(way, spotlight)
  if (stations.length === 0) return undefined
  const ids = new Map(stations.map((station, index) => [station.id, `n${index + 1}`]))
  const edges = handOvers.slice(0, mostEdges)
  return [
    'flowchart LR',
    '  accTitle: The way of the join token',
    ...groups.flatMap((group, index) => groupLines(group, index + 1, ids)),
    ...edges.map(edge => edgeLine(edge, ids)),
    ...(edges.length < handOvers.length
      ? [`  more["${counted(handOvers.length - edges.length, 'more hand-over')}"]`]
      : []),
    ...styles,
    ...classLine(
      'broken',
      stations.filter(station => station.broken),
      ids
    ),
    ...classLine(
      'clean',
      stations.filter(station => station.folded && !station.broken),
      ids
    ),
    ...edgeStyle(edges)
  ].join('\n')
}

function groupLines(group: Group, number: number, ids: ReadonlyMap<string, string>): readonly string[] {
  const nodes = group.stations.map(station => `${ids.get(station.id)}${nodeOf(station)}`)
  if (group.title === undefined) return nodes.map(node => `  ${node}`)
  return [`  subgraph c${number}["${mermaidLabel(group.title).label}"]`, ...nodes.map(node => `    ${node}`), '  end']
}

function nodeOf(station: Group['stations'][number]): string {
  if (station.folded) return `["${mermaidLabel(station.label).label}"]`
  const { words, open, close } = looks[station.kind]
  return `${open}"${labelOf(words, station).label}"${close}`
}

function labelOf(words: string, { label, broken }: Station): MermaidLabel {
  return stacked([mermaidLabel(broken ? `✗ ${words}` : words), mermaidLabel(label)])
}

function edgeLine({ from, to, broken, label }: HandOver, ids: ReadonlyMap<string, string>): string {
  const words = label === undefined ? '' : `|"${mermaidLabel(label, 40).label}"|`
  return `  ${ids.get(from)} ${broken ? '-.->' : '-->'}${words} ${ids.get(to)}`
}

function classLine(name: string, stations: readonly Station[], ids: ReadonlyMap<string, string>): readonly string[] {
  return stations.length === 0 ? [] : [`  class ${stations.map(({ id }) => ids.get(id)).join(',')} ${name}`]
}

function edgeStyle(edges: readonly HandOver[]): readonly string[] {
  const indices = edges.flatMap(({ broken }, index) => (broken ? [index] : []))
  return indices.length === 0 ? [] : [`  linkStyle ${indices.join(',')} stroke:#d1242f,stroke-width:2px`]
}
