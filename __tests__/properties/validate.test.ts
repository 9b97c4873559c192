// Whatever is in a repository: reading and judging it ends and throws nothing, points into its files, says the same each time, and keeps secrets.
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { parseAllDocuments, visit, type Document, type Node } from 'yaml'
import { defaultSettings, type Settings } from '../../src/model/settings.ts'
import { exampleRepository } from '../../src/rules/example-fleet.ts'
import type { Place } from '../../src/source/place.ts'
import type { Checkout } from '../../src/source/checkout.ts'
import { hostileTexts } from '../report/hostile.ts'
import { fleets, saidOf, type Files } from './fleets.ts'

const now = Date.UTC(2026, 11, 1)

const repositories = [exampleRepository.repository, 'https://github.com/kasten-multicluster/kasten-multicluster-gitops']
const anyFleet = fc.constantFrom(...Object.values(fleets))
const folders = ['primary', 'secondaries', 'secondaries/east', 'secondaries/*', '**', '..', '/', '', '[', 'no\nwhere']
const anyVersion = fc.option(
  fc.constantFrom('0.9.0', '0.16.2', '2.3.0', '3.2.0', '6.5.13', '8.0', 'x', '', '1.2.3.4'),
  {
    nil: undefined
  }
)
const anySettings: fc.Arbitrary<Settings> = fc.record({
  repository: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...repositories) },
    { weight: 1, arbitrary: fc.constantFrom(undefined, 'git@github.com:contoso/kasten-fleet.git', '::') }
  ),
  revisions: fc.constantFrom(['main'], ['main'], [], ['', '*']),
  path: fc.constantFrom('', '', '', '', '', 'primary', 'secondaries', 'nowhere'),
  primaryPath: fc.option(fc.constantFrom(...folders), { nil: undefined }),
  secondaryPaths: fc.array(fc.constantFrom(...folders), { maxLength: 3 }),
  esoVersion: anyVersion,
  argocdVersion: anyVersion,
  kastenVersion: anyVersion,
  knownStores: fc.subarray(['join-tokens', '', '*']),
  clusters: fc.constant([]),
  maxRefresh: fc.constantFrom(1, defaultSettings.maxRefresh, 1e12),
  now: fc.constant(now)
})

const oddTexts = [
  'null',
  '~',
  '[]',
  '{}',
  '[[]]',
  '{a: {b: c}}',
  '0',
  '-1.5',
  '.nan',
  'true',
  '""',
  '!!binary AA==',
  '*none',
  '|',
  '2001-01-01',
  '__proto__',
  'constructor',
  '<<',
  ...hostileTexts
]
const oddValues: readonly unknown[] = [
  null,
  [],
  {},
  [[]],
  [null],
  { a: { b: 'c' } },
  0,
  -1.5,
  1e99,
  true,
  '',
  'toString',
  '__proto__',
  ...hostileTexts
]

/** One change of a text; numbers from 0 to 1 say where. */
const anyEdit = fc.record({
  how: fc.constantFrom(
    'flip',
    'delete-line',
    'double-line',
    'swap',
    'value',
    'indent',
    'insert',
    'tree',
    'tree',
    'tree'
  ),
  at: fc.double({ min: 0, max: 0.9999, noNaN: true }),
  to: fc.double({ min: 0, max: 0.9999, noNaN: true }),
  text: fc.constantFrom(...oddTexts),
  value: fc.constantFrom(...oddValues)
})
type Edit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never

function edited(text: string, { how, at, to, text: put, value }: Edit): string {
  if (how === 'tree') return treeEdited(text, at, value)
  const offset = Math.floor(at * text.length)
  if (how === 'flip')
    return text.slice(0, offset) + String.fromCharCode(32 + Math.floor(to * 95)) + text.slice(offset + 1)
  if (how === 'insert') return text.slice(0, offset) + put + text.slice(offset)
  const lines = text.split('\n')
  const first = Math.floor(at * lines.length)
  const second = Math.floor(to * lines.length)
  const [one, other] = [lines[first]!, lines[second]!]
  if (how === 'delete-line') return lines.toSpliced(first, 1).join('\n')
  if (how === 'double-line') return lines.toSpliced(second, 0, one).join('\n')
  if (how === 'indent') return lines.with(first, ` ${one}`).join('\n')
  const valueOf = (line: string): string => /: (.*)$/.exec(line)?.[1] ?? ''
  const written = (line: string, with_: string): string => line.replace(/: .*$/, () => `: ${with_}`)
  if (how === 'value') return lines.with(first, written(one, put)).join('\n')
  return lines
    .with(first, written(one, valueOf(other)))
    .with(second, written(other, valueOf(one)))
    .join('\n')
}

/** Replaces one node of one document. */
function treeEdited(text: string, at: number, value: unknown): string {
  const documents = parseAllDocuments(text) as Document[]
  const places: (() => void)[] = []
  for (const document of documents) {
    if (document.errors.length > 0) return text
    visit(document, {
      Pair: (_key, pair) => void places.push(() => (pair.value = document.createNode(value) as Node)),
      Seq: (_key, { items }) => {
        for (const index of items.keys()) places.push(() => (items[index] = document.createNode(value)))
      }
    })
  }
  places[Math.floor(at * places.length)]?.()
  return documents.map(document => String(document)).join('---\n')
}

/** A fleet with some edits, each in some file. */
const anyMutated: fc.Arbitrary<Files> = fc
  .tuple(anyFleet, fc.array(fc.tuple(fc.nat(), anyEdit), { minLength: 1, maxLength: 4 }))
  .map(([fleet, edits]) => mutated(fleet, edits))

function mutated(fleet: Files, edits: readonly (readonly [number, Edit])[]): Files {
  const files = { ...fleet }
  for (const [n, edit] of edits) {
    const path = Object.keys(files)[n % Object.keys(files).length]!
    files[path] = edited(files[path]!, edit)
  }
  return files
}

function linesIn(checkout: Checkout, file: string): readonly string[] {
  const content = checkout.read(file)
  return 'text' in content ? content.text.split(/\r\n|\n|\r/) : []
}

function misplaced(checkout: Checkout, place: Place): boolean {
  const lines = linesIn(checkout, place.file)
  const within = (line: number, column: number): boolean =>
    line >= 1 && line <= lines.length && column >= 1 && column <= lines[line - 1]!.length + 1
  const ordered = place.endLine > place.line || (place.endLine === place.line && place.endColumn >= place.column)
  return !(within(place.line, place.column) && within(place.endLine, place.endColumn) && ordered)
}

async function checked(files: Files, settings: Settings): Promise<void> {
  const { checkout, findings } = await saidOf(files, settings)
  const places = findings.flatMap(finding => [finding, ...finding.related])
  expect(places.filter(place => misplaced(checkout, place))).toEqual([])
}

const runs = Number(process.env.PROPERTY_RUNS ?? 1)

describe('reading, judging and telling', () => {
  test('never throw on mutated fleets, and point into their files', async () => {
    await fc.assert(fc.asyncProperty(anyMutated, anySettings, checked), { numRuns: 150 * runs })
  })

  test('never throw on arbitrary texts', async () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...oddTexts))
    const heads = ['', 'kind: ', 'apiVersion: v1\nkind: Secret\n', '\ufeffkind: ConfigMap\r\n', '# kind\n', '{"kind":']
    const files = fc.tuple(anyFleet, fc.constantFrom(...heads), anyText, fc.nat()).map(([fleet, head, text, n]) => ({
      ...fleet,
      [Object.keys(fleet)[n % Object.keys(fleet).length]!]: head + text
    }))
    await fc.assert(fc.asyncProperty(files, anySettings, checked), { numRuns: 100 * runs })
  })

  test('never throw on objects of any shape', async () => {
    const kinds = [
      'Bootstrap',
      'Secret',
      'PushSecret',
      'ExternalSecret',
      'ConfigMap',
      'ClusterSecretStore',
      'Application',
      'ApplicationSet',
      'AppProject',
      'Namespace'
    ]
    const anyObject = fc.tuple(
      fc.constantFrom(...kinds),
      fc.object({
        key: fc.constantFrom(
          'spec',
          'data',
          'metadata',
          'name',
          'generators',
          'template',
          'source',
          'sources',
          'destination',
          'x'
        )
      })
    )
    const files = fc.tuple(anyFleet, anyObject).map(([fleet, [kind, object]]) => ({
      ...fleet,
      'secondaries/east/any.json': JSON.stringify({
        apiVersion: apiOf[kind],
        kind,
        metadata: { name: 'any' },
        ...object
      })
    }))
    await fc.assert(fc.asyncProperty(files, anySettings, checked), { numRuns: 100 * runs })
  })

  test('give the same bytes from run to run, in whatever order files come', async () => {
    await fc.assert(
      fc.asyncProperty(anyMutated, anySettings, fc.nat(), async (files, settings, n) => {
        const entries = Object.entries(files)
        const turned = Object.fromEntries(
          [...entries.slice(n % entries.length), ...entries.slice(0, n % entries.length)].toReversed()
        )
        const [once, again] = [await saidOf(files, { ...settings }), await saidOf(turned, { ...settings })]
        expect(again.outputs).toBe(once.outputs)
      }),
      { numRuns: 50 * runs }
    )
  })
})

const apiOf: Readonly<Record<string, string>> = {
  Bootstrap: 'dist.kio.kasten.io/v1alpha1',
  Secret: 'v1',
  ConfigMap: 'v1',
  Namespace: 'v1',
  PushSecret: 'external-secrets.io/v1alpha1',
  ExternalSecret: 'external-secrets.io/v1',
  ClusterSecretStore: 'external-secrets.io/v1',
  Application: 'argoproj.io/v1alpha1',
  ApplicationSet: 'argoproj.io/v1alpha1',
  AppProject: 'argoproj.io/v1alpha1'
}

describe('a planted token', () => {
  const anyToken = fc
    .array(fc.constantFrom(...Array.from('ABCDEFGHabcdefgh0123456789_-')), { minLength: 40, maxLength: 60 })
    .map(letters => `eyJ${letters.join('')}`)
  const secret = (name: string, namespace: string, type: string, lines: string): string =>
    `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\ntype: ${type}\n${lines}\n`
  const ways: readonly ((token: string) => Files)[] = [
    token => ({
      'primary/join-token.yaml': secret(
        'join-token',
        'kasten-io-mc',
        'dist.kio.kasten.io/join-token',
        `stringData:\n  token: ${token}`
      )
    }),
    token => ({
      'primary/join-token.yaml': secret(
        'join-token',
        'kasten-io-mc',
        'dist.kio.kasten.io/join-token',
        `data:\n  token: ${Buffer.from(token).toString('base64')}`
      )
    }),
    token => ({
      'secondaries/east/literal.yaml': secret('mc-join', 'kasten-io', 'Opaque', `stringData:\n  token: |\n    ${token}`)
    }),
    token => ({
      'secondaries/east/literal.json': JSON.stringify({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'mc-join', namespace: 'kasten-io' },
        stringData: { token }
      })
    }),
    token => ({
      'primary/credentials.yaml': secret(
        'push-join-tokens',
        'external-secrets',
        'Opaque',
        `stringData:\n  clientSecret: "${token}"`
      )
    }),
    token => ({
      'secondaries/east/join-config.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: mc-join-config\n  namespace: kasten-io\ndata:\n  cluster-name: east\n  token: ${token}\n`
    })
  ]

  test('is in no output', async () => {
    const edits = fc.array(
      fc.tuple(
        fc.nat(),
        anyEdit.filter(({ how }) => how !== 'flip' && how !== 'insert')
      ),
      { maxLength: 2 }
    )
    await fc.assert(
      fc.asyncProperty(anyToken, fc.constantFrom(...ways), edits, anySettings, async (token, way, some, settings) => {
        const { outputs } = await saidOf(mutated({ ...fleets.example, ...way(token) }, some), settings)
        expect(outputs).not.toContain(token)
        expect(outputs).not.toContain(Buffer.from(token).toString('base64'))
      }),
      { numRuns: 80 * runs }
    )
  })
})
