import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { fleetOf } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import type { HandOver, Station, TokenWay } from '../../src/model/token-way.ts'
import { mermaidOf } from '../../src/report/mermaid.ts'
import { exampleOf } from '../../src/rules/example.ts'
import { tokenWayOf } from '../../src/rules/token-way.ts'
import { exampleReport } from './example-report.ts'

/** A way to so many secondaries, the first `broken` of them broken. */
function wayTo(secondaries: number, broken: number): TokenWay {
  const names = Array.from({ length: secondaries }, (_, index) => `cluster-${String(index).padStart(4, '0')}`)
  const primary: readonly Station[] = [
    { id: 'p', kind: 'push-secret', label: 'join-token', cluster: 'hub', broken: false },
    { id: 'v', kind: 'vault-secret', label: 'fleet-join-token', cluster: undefined, broken: false }
  ]
  const handOvers: readonly HandOver[] = names.flatMap((name, index) => [
    { from: 'v', to: `es ${name}`, broken: index < broken },
    { from: `es ${name}`, to: `mj ${name}`, broken: false }
  ])
  return {
    stations: [
      ...primary,
      ...names.flatMap((cluster): Station[] => [
        { id: `es ${cluster}`, kind: 'external-secret', label: 'mc-join', cluster, broken: false },
        { id: `mj ${cluster}`, kind: 'mc-join', label: 'mc-join', cluster, broken: false }
      ])
    ],
    handOvers: [{ from: 'p', to: 'v', broken: false }, ...handOvers]
  }
}

const count = (text: string | undefined, pattern: RegExp): number => text?.match(pattern)?.length ?? 0

test('nothing to draw is no drawing', () => {
  expect(mermaidOf({ stations: [], handOvers: [] })).toBeUndefined()
})

test('Kasten on a secondary is handed the Secret and the ConfigMap, and neither goes to the other', async () => {
  const { checkout, settings } = exampleOf('')
  const { stations, handOvers } = tokenWayOf(fleetOf(await repositoryOf(checkout), settings), new Set())
  const kindOf = new Map(stations.map(({ id, kind }) => [id, kind]))
  const east = new Set(stations.flatMap(({ id, cluster }) => (cluster === 'east' ? [id] : [])))
  const ways = handOvers.filter(({ to }) => east.has(to)).map(({ from, to }) => `${kindOf.get(from)} ${kindOf.get(to)}`)
  expect(ways).toEqual([
    'vault-secret external-secret',
    'external-secret mc-join',
    'mc-join kasten',
    'join-config kasten'
  ])
})

test('three secondaries are drawn one by one', () => {
  expect(count(mermaidOf(wayTo(3, 1)), /subgraph/g)).toBe(4)
})

describe('three hundred secondaries', () => {
  const drawing = mermaidOf(wayTo(300, 3))

  test('are the broken ones and one node', () => {
    expect(count(drawing, /subgraph/g)).toBe(4)
    expect(drawing).toContain('["297 clean secondaries"]')
  })

  test('have their hand-overs drawn once', () => {
    expect(count(drawing, / -->| -\.->/g)).toBe(1 + 3 * 2 + 1)
    expect(count(drawing, / -\.->/g)).toBe(3)
  })

  test('show those in the spotlight', () => {
    expect(mermaidOf(wayTo(300, 0), new Set(['cluster-0123']))).toContain('["cluster-0123"]')
  })

  test('all broken are a dozen and one node', () => {
    expect(mermaidOf(wayTo(300, 300))).toContain('["288 more broken secondaries"]')
  })
})

test('a broken hand-over is dashed, red and says why', () => {
  const drawing = mermaidOf(exampleReport.way) ?? ''
  const edges = drawing.split('\n').filter(line => /^ {2}n\d+ -/.test(line))
  const [index] = /linkStyle (\d+)/.exec(drawing)?.slice(1) ?? []
  expect(edges[Number(index)]).toMatch(/-\.->\|"nobody pushes it"\|/)
  expect(drawing).toContain('✗ Key Vault secret')
})

test('any way is within the limits of Mermaid, and every edge joins nodes that are drawn', () => {
  const kinds = [
    'bootstrap',
    'join-token',
    'push-secret',
    'vault-secret',
    'external-secret',
    'mc-join',
    'join-config',
    'kasten'
  ] as const
  const station = fc.record({
    id: fc.nat(300).map(String),
    kind: fc.constantFrom(...kinds),
    label: fc.string({ unit: 'binary', maxLength: 300 }),
    cluster: fc.option(fc.nat(40).map(String), { nil: undefined }),
    broken: fc.boolean()
  })
  const handOver = fc.record({
    from: fc.nat(300).map(String),
    to: fc.nat(300).map(String),
    broken: fc.boolean(),
    label: fc.string()
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(station, { selector: ({ id }) => id, maxLength: 300 }),
      fc.array(handOver, { maxLength: 700 }),
      (stations, handOvers) => {
        const drawing = mermaidOf({ stations, handOvers })
        if (drawing === undefined) return
        expect(drawing.length).toBeLessThan(50_000)
        const nodes = new Set([...drawing.matchAll(/^\s+(n\d+)[[(]/gm)].map(([, id]) => id))
        const edges = [...drawing.matchAll(/^ {2}(n\d+) -.*?(n\d+)$/gm)]
        expect(edges.length).toBeLessThanOrEqual(500)
        for (const [, from, to] of edges) expect(nodes.has(from) && nodes.has(to)).toBe(true)
        for (const id of (/linkStyle ([\d,]+)/.exec(drawing)?.[1] ?? '').split(',').filter(Boolean))
          expect(Number(id)).toBeLessThan(edges.length)
      }
    ),
    { numRuns: 100 }
  )
})
