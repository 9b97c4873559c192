import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ClusterRequest } from '../../src/change/cluster-request.ts'
import { offboardingOf } from '../../src/change/offboarding.ts'
import { onboardingOf } from '../../src/change/onboarding.ts'
import type { Fleet } from '../../src/model/fleet.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { notAsAsked } from '../../src/modes/as-asked.ts'
import { readFleet } from '../../src/modes/reading.ts'
import { exampleRepository } from '../../src/rules/example-fleet.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'
import { changedCheckout, checkoutOf, type Checkout } from '../../src/source/checkout.ts'

type Files = Readonly<Record<string, string>>

const settings = { ...defaultSettings, ...exampleRepository, now: Date.UTC(2026, 11, 1) }
const folder = join(import.meta.dirname, '../fleets/helm-app-of-apps')
const listed: Files = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => {
      const file = join(parentPath, name)
      return [file.slice(folder.length + 1), readFileSync(file, 'utf8')]
    })
)

const valuesFile = 'charts/secondaries/values.yaml'
const parent = 'charts/secondaries/templates/applications.yaml'
const child = 'charts/kasten-secondary/templates/secondary.yaml'

/** The app-of-apps whose clusters are a map by their names. */
const keyed = (clusters: string): Files => ({
  ...listed,
  [parent]: listed[parent]!.replace('range .Values.clusters', 'range $name, $cluster := .Values.clusters')
    .replace('name: {{ .name }}', 'name: {{ $name | quote }}')
    .replaceAll('{{ .name }}', '{{ $name }}')
    .replaceAll('{{ .', '{{ $cluster.'),
  [child]: listed[child]!.replace('cluster-name: {{ .Values.name }}', 'cluster-name: {{ .Values.name | quote }}'),
  [valuesFile]: `repository: https://github.com/contoso/kasten-fleet\n${clusters}`
})

const entry = (name: string, comment = ''): string => `  ${name}:${comment}
    server: https://${name}.k8s.contoso.com:6443
    ingress: https://kasten.${name}.contoso.com/k10
    remoteKey: fleet-join-token
`
const flow = (name: string): string =>
  `${name}: {server: 'https://${name}.k8s.contoso.com:6443', ingress: 'https://kasten.${name}.contoso.com/k10', remoteKey: fleet-join-token}`

const requestOf = (name: string): ClusterRequest => ({
  name,
  ingress: `https://kasten.${name}.contoso.com/k10`,
  server: `https://${name}.k8s.contoso.com:6443`,
  destinationName: undefined
})
const fleetIn = async (checkout: Checkout): Promise<Fleet> =>
  readFleet(checkout, settings, { render: async () => new Map() })
const named = (fleet: Fleet, name: string) => fleet.secondaries.find(({ label }) => label === name)!
const textsIn = (checkout: Checkout): Files =>
  Object.fromEntries(checkout.paths.map(path => [path, (checkout.read(path) as { text: string }).text]))

async function joined(files: Files, like: string, ...names: string[]): Promise<{ values: string; back: Files }> {
  const before = checkoutOf(files)
  const fleet = await fleetIn(before)
  const requests = names.map(requestOf)
  const plan = onboardingOf(fleet, named(fleet, like), ...requests)
  if ('problems' in plan) throw new Error(plan.problems.join('\n'))
  expect([...plan.changes.keys()]).toEqual([valuesFile])
  const checkout = changedCheckout(before, plan.changes)
  const after = await fleetIn(checkout)
  expect(notAsAsked(fleet, after, requests)).toEqual([])
  expect(judge(fleetRules, after)).toEqual([])
  const leaving = names.map(name => named(after, name))
  return {
    values: textsIn(checkout)[valuesFile]!,
    back: textsIn(changedCheckout(checkout, offboardingOf(after, ...leaving)))
  }
}

const sorted = `clusters: # by name
  # Paris, then Seattle
${entry('east', ' # Paris')}${entry('west')}`
const unsorted = `clusters:\n${entry('west')}\n${entry('east')}\nother: {}\n`
const inFlow = `clusters: {${flow('east')}, ${flow('west')}}\n`
const spread = `clusters: {\n  ${flow('east')},\n  ${flow('west')}\n}\n`
const quoted = `clusters:\n${entry('"east"').replaceAll(/"east"([.])/g, 'east$1')}`

describe('a map whose keys are the clusters', () => {
  test.each([
    [
      'in order',
      sorted,
      'west',
      `clusters: # by name\n  # Paris, then Seattle\n${entry('east', ' # Paris')}${entry('north')}${entry('west')}`
    ],
    [
      'in order, before the first',
      sorted.replaceAll('east', 'tokyo').replaceAll('west', 'zulu'),
      'tokyo',
      `clusters: # by name\n  # Paris, then Seattle\n${entry('north', ' # Paris')}${entry('tokyo', ' # Paris')}${entry('zulu')}`
    ],
    [
      'in no order, behind the one copied',
      unsorted,
      'west',
      `clusters:\n${entry('west')}\n${entry('north')}\n${entry('east')}\nother: {}\n`
    ],
    ['with a single entry', `clusters:\n${entry('east')}`, 'east', `clusters:\n${entry('east')}${entry('north')}`],
    ['in flow style', inFlow, 'east', `clusters: {${flow('east')}, ${flow('north')}, ${flow('west')}}\n`],
    [
      'in flow style, a line each',
      spread,
      'west',
      `clusters: {\n  ${flow('east')},\n  ${flow('west')},\n  ${flow('north')}\n}\n`
    ],
    ['with a key in quotes', quoted, 'east', quoted + quoted.slice('clusters:\n'.length).replaceAll('east', 'north')],
    [
      'with blank lines between',
      `clusters:\n${entry('east')}\n${entry('west')}\nother: {}\n`,
      'east',
      `clusters:\n${entry('east')}\n${entry('north')}\n${entry('west')}\nother: {}\n`
    ],
    [
      'with blank lines between, before the first',
      `clusters:\n${entry('tokyo')}\n\n${entry('zulu')}`,
      'zulu',
      `clusters:\n${entry('north')}\n\n${entry('tokyo')}\n\n${entry('zulu')}`
    ],
    [
      'with blank lines between, behind the last',
      `clusters:\n${entry('alpha')}\n  # the second\n${entry('beta')}\n${entry('delta')}# end\n`,
      'delta',
      `clusters:\n${entry('alpha')}\n  # the second\n${entry('beta')}\n${entry('delta')}\n${entry('north')}# end\n`
    ],
    [
      'with a comment above each',
      `clusters:\n${entry('beta')}\n  # old\n  # older\n\n  # the last\n${entry('alpha')}`,
      'alpha',
      `clusters:\n${entry('beta')}\n  # old\n  # older\n\n  # the last\n${entry('alpha')}\n${entry('north')}`
    ],
    [
      'with CRLF',
      `clusters:\n${entry('east')}${entry('west')}`.replaceAll('\n', '\r\n'),
      'west',
      `clusters:\n${entry('east')}${entry('north')}${entry('west')}`.replaceAll('\n', '\r\n')
    ],
    [
      'without a last line break',
      `clusters:\n${entry('east')}`.trimEnd(),
      'east',
      `clusters:\n${entry('east')}${entry('north')}`.trimEnd()
    ]
  ])('%s: gets one more, and loses it again to the byte', async (_how, clusters, like, wanted) => {
    const files = keyed(clusters)
    const { values, back } = await joined(files, like, 'north')
    expect(values).toBe(`repository: https://github.com/contoso/kasten-fleet\n${wanted}`)
    expect(back).toEqual(files)
  })

  test('takes several at once, each in its place', async () => {
    const files = keyed(sorted)
    const { values, back } = await joined(files, 'east', 'zulu', 'alpha', 'kilo')
    expect([...values.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name)).toEqual([
      'alpha',
      'east',
      'kilo',
      'west',
      'zulu'
    ])
    expect(back).toEqual(files)
  })

  test('takes several away, wherever they stand', async () => {
    const files = keyed(`clusters:\n${entry('kilo')}\n${entry('mike')}\nother: {}\n`)
    const { values, back } = await joined(files, 'kilo', 'alpha', 'beta', 'lima', 'yankee', 'zulu')
    expect(values.match(/\n\n/g)).toHaveLength(7)
    expect(back).toEqual(files)
  })

  test.each(['true', '123', '1e3', 'null'])('a name that YAML reads otherwise, %s, is quoted', async name => {
    const files = keyed(sorted)
    const { values, back } = await joined(files, 'west', name)
    expect(values).toContain(`  "${name}":`)
    expect(back).toEqual(files)
  })

  test.each(['\n', '\r\n'])('loses the comment that stands above one of them alone (%j)', async lineBreak => {
    const broken = (text: string): string => text.replaceAll('\n', lineBreak)
    const clusters = `clusters:\n${entry('beta')}\n  # gamma:\n\n  # In Paris,\n  # by the river\n${entry('east')}\n  # At home\n${entry('home')}`
    const files = keyed(clusters)
    const written = { ...files, [valuesFile]: broken(files[valuesFile]!) }
    const fleet = await fleetIn(checkoutOf(written))
    const valuesAfter = (name: string) => offboardingOf(fleet, named(fleet, name)).get(valuesFile)
    expect(valuesAfter('east')).toBe(
      broken(files[valuesFile]!.replace(`\n  # In Paris,\n  # by the river\n${entry('east')}`, ''))
    )
    expect(valuesAfter('home')).toBe(broken(files[valuesFile]!.replace(`\n  # At home\n${entry('home')}`, '')))
    const together = keyed(`clusters:\n${entry('beta')}\n  # In Europe\n${entry('east')}${entry('home')}`)
    const others = await fleetIn(checkoutOf(together))
    expect(offboardingOf(others, named(others, 'east')).get(valuesFile)).toContain('\n  # In Europe\n  home:')
  })

  test('is an empty map when the last one leaves', async () => {
    const files = keyed(`clusters:\n${entry('east')}`)
    const fleet = await fleetIn(checkoutOf(files))
    const changes = offboardingOf(fleet, named(fleet, 'east'))
    expect(changes.get(valuesFile)).toBe('repository: https://github.com/contoso/kasten-fleet\nclusters:\n    {}\n')
  })

  test('that is about something else, though a key is called like a cluster, stays as it is', async () => {
    const files = keyed(`${sorted}defaults:\n  east: [a]\n  day: 1\n`)
    const { values, back } = await joined(files, 'east', 'north')
    expect(values).toContain('\ndefaults:\n  east: [a]\n  day: 1\n')
    expect(back).toEqual(files)
  })
})

describe('what a single secondary alone uses, though it is there for all', () => {
  const calledSecondary = keyed(`clusters:\n${entry('secondary')}`)
  const alone = { ...listed, [valuesFile]: listed[valuesFile]!.replace(/ {2}- name: west[\s\S]*$/, '') }

  test.each([
    ['keyed', keyed(`clusters:\n${entry('east')}`), 'east'],
    ['listed', alone, 'east'],
    ['called like the chart', calledSecondary, 'secondary']
  ])('stays when it leaves, and is no part of a copy (%s)', async (_how, files, name) => {
    const { back } = await joined(files, name, 'north')
    expect(back).toEqual(files)
    const fleet = await fleetIn(checkoutOf(files))
    expect([...offboardingOf(fleet, named(fleet, name)).keys()]).toEqual([valuesFile])
  })
})

test('any map or list of clusters, however it is spaced and commented, gains some and loses them to the byte', async () => {
  const name = fc
    .stringMatching(/^[a-z]([-a-z0-9]{0,8}[a-z0-9])?$/)
    .filter(each => !/^(?:y|n|yes|no|on|off|true|false|null|nan|inf|primary)$/.test(each))
  const between = fc.array(fc.constantFrom('\n', '  # a comment\n', '      # deep\n', '# at the margin\n'), {
    maxLength: 3
  })
  const item = (each: string): string => entry(each).replace(`  ${each}:\n`, `  - name: ${each}\n`)
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(name, { minLength: 3, maxLength: 7 }),
      fc.array(between, { minLength: 8, maxLength: 8 }),
      fc.nat(),
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom('\n', '\r\n'),
      async (names, gaps, pick, isKeyed, endsOpen, lineBreak) => {
        const [first = '', second = '', ...there] = names
        const written = there
          .map((each, index) => gaps[index]!.join('') + (isKeyed ? entry(each) : item(each)))
          .join('')
        const clusters = `clusters:\n${written}${gaps[7]!.join('')}`
        const text = (endsOpen ? clusters.trimEnd() : `${clusters}other: {}\n`).replaceAll('\n', lineBreak)
        const files = isKeyed
          ? keyed(text)
          : {
              ...listed,
              [child]: keyed('')[child]!,
              [parent]: listed[parent]!.replace('name: {{ .name }}', 'name: {{ .name | quote }}'),
              [valuesFile]: `repository: https://github.com/contoso/kasten-fleet\n${text}`
            }
        const { back } = await joined(files, there[pick % there.length]!, first, second)
        expect(back).toEqual(files)
      }
    ),
    { numRuns: 150 }
  )
})
