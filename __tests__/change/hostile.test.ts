import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { checkoutAt } from '../../src/adapters/disk.ts'
import { problemsOf, type ClusterRequest } from '../../src/change/cluster-request.ts'
import { offboardingOf } from '../../src/change/offboarding.ts'
import { onboardingOf } from '../../src/change/onboarding.ts'
import type { Fleet } from '../../src/model/fleet.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { notAsAsked } from '../../src/modes/as-asked.ts'
import { readFleet } from '../../src/modes/reading.ts'
import { exampleFleet, exampleRepository } from '../../src/rules/example-fleet.ts'
import { changedCheckout, checkoutOf, type Checkout } from '../../src/source/checkout.ts'
import { documentsOf } from '../../src/source/yaml.ts'

const fleetsFolder = join(import.meta.dirname, '../fleets')
type Files = Readonly<Record<string, string>>

const settings = { ...defaultSettings, ...exampleRepository, now: Date.UTC(2026, 11, 1) }
const requestOf = (name: string): ClusterRequest => ({
  name,
  ingress: `https://k10.${name}.example.net/k10`,
  server: `https://api.${name}.example.net`,
  destinationName: undefined
})

const fleetIn = async (checkout: Checkout): Promise<Fleet> =>
  readFleet(checkout, settings, { render: async () => new Map() })
const named = (fleet: Fleet, name: string) => fleet.secondaries.find(({ label }) => label === name)!
const textsIn = (checkout: Checkout): Files =>
  Object.fromEntries(checkout.paths.map(path => [path, (checkout.read(path) as { text: string }).text]))
const without = (files: Files, ...names: string[]): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !names.some(name => path.includes(name))))

async function onboarded(
  files: Files,
  like: string,
  ...requests: ClusterRequest[]
): Promise<ReadonlyMap<string, string>> {
  const fleet = await fleetIn(checkoutOf(files))
  const plan = onboardingOf(fleet, named(fleet, like), ...requests)
  if ('problems' in plan) throw new Error(plan.problems.join('\n'))
  return plan.changes as ReadonlyMap<string, string>
}

async function offboarded(files: Files, ...names: string[]): Promise<Files> {
  const fleet = await fleetIn(checkoutOf(files))
  return textsIn(changedCheckout(checkoutOf(files), offboardingOf(fleet, ...names.map(name => named(fleet, name)))))
}

const called = (from: string, to: string): Files =>
  Object.fromEntries(
    Object.entries(exampleFleet)
      .filter(([path]) => path.includes(from))
      .map(([path, text]) => [path.replaceAll(from, to), text.replaceAll(from, to)])
  )

const listOf = (...names: string[]): string => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: secondaries
  namespace: argocd
spec:
  generators:
    - list:
        elements:
${names.map(name => `          - name: ${name}\n            server: https://${name}.k8s.contoso.com:6443\n`).join('')}  template:
    metadata:
      name: kasten-{{name}}
    spec:
      project: default
      destination:
        server: '{{server}}'
        namespace: kasten-io
      source:
        repoURL: https://github.com/contoso/kasten-fleet
        targetRevision: main
        path: secondaries/{{name}}
`

const listed = (...names: string[]): Files => ({
  ...without(exampleFleet, 'argocd/east', 'argocd/west', 'secondaries/'),
  ...Object.assign({}, ...names.map(name => without(called('east', name), 'argocd/'))),
  'argocd/secondaries.yaml': listOf(...names)
})

describe('what is not of the fleet stays', () => {
  const others: Files = {
    'monitoring/east.yaml': 'name: east\n',
    'monitoring/west.yaml': 'name: west\n',
    '.github/workflows/east.yaml': 'name: east\n',
    '.github/workflows/west.yaml': 'name: west\n',
    'monitoring/kustomization.yaml': 'resources:\n  - east.yaml\n  - west.yaml\n',
    'argocd/monitoring-east.yaml': exampleFleet['argocd/east.yaml']!.replace('kasten-east', 'monitoring-east').replace(
      'secondaries/east',
      'dashboards/east'
    ),
    'dashboards/east/dashboard.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: dashboard-east\n'
  }
  const files = { ...exampleFleet, ...others }

  test('when a secondary leaves', async () => {
    expect(await offboarded(files, 'east')).toEqual(without(files, 'argocd/east', 'secondaries/east'))
  })

  test('when one is copied', async () => {
    expect([...(await onboarded(files, 'east', requestOf('north'))).keys()].sort()).toEqual([
      'argocd/north.yaml',
      'secondaries/north/join-config.yaml',
      'secondaries/north/join-secret.yaml',
      'secondaries/north/store.yaml'
    ])
  })

  test("in another team's ApplicationSet", async () => {
    const theirs = listOf('east', 'west')
      .replace('name: secondaries', 'name: dashboards')
      .replace('kasten-{{name}}', 'dash-{{name}}')
      .replace('secondaries/{{name}}', 'dashboards')
    const all = {
      ...exampleFleet,
      'argocd/dashboards.yaml': theirs,
      'dashboards/dashboard.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: dashboard\n'
    }
    expect((await offboarded(all, 'east'))['argocd/dashboards.yaml']).toBe(theirs)
  })
})

describe('names that hold one another', () => {
  const names = ['east', 'east-2', 'north-east', 'northeast']

  test.each(names)('%s leaves a list alone', async name => {
    const files = listed(...names)
    const staying = names.filter(each => each !== name)
    expect(await offboarded(files, name)).toEqual(listed(...staying))
  })

  test.each(names)('%s is an example like any other', async name => {
    const changes = await onboarded(listed(...names), name, requestOf('zulu'))
    expect(changes.get('argocd/secondaries.yaml')).toContain(
      '- name: zulu\n            server: https://api.zulu.example.net\n'
    )
  })
})

describe('names that YAML reads otherwise', () => {
  test.each(['1e3', 'true', 'null', 'on', 'yes', '123', '0x1f', '0o7', 'y'])('%s stays a name', async name => {
    for (const [files, path] of [
      [exampleFleet, `argocd/${name}.yaml`],
      [listed('east', 'west'), 'argocd/secondaries.yaml']
    ] as [Files, string][]) {
      const changes = await onboarded(files, 'west', requestOf(name))
      expect(changes.has(path)).toBe(true)
      const fleet = await fleetIn(changedCheckout(checkoutOf(files), changes))
      expect(fleet.secondaries.map(({ name: read }) => read?.value)).toContain(name)
      expect(fleet.applications.map(each => each.name)).toContain(`kasten-${name}`)
    }
  })
})

describe('ways of writing', () => {
  const written = (change: (text: string) => string): Files =>
    Object.fromEntries(Object.entries(exampleFleet).map(([path, text]) => [path, change(text)]))

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a byte order mark', (text: string) => `\uFEFF${text}`],
    ['single quotes', (text: string) => text.replace(/: (\S*west\S*)$/gm, ": '$1'")],
    ['double quotes', (text: string) => text.replace(/: (\S*west\S*)$/gm, ': "$1"')],
    ['escapes in double quotes', (text: string) => text.replace(/: (\S*)west(\S*)$/gm, ': "$1we\\u0073t$2"')],
    ['anchors', (text: string) => text.replace(/cluster-name: west$/m, 'cluster-name: &name west')],
    ['comments', (text: string) => text.replace(/^(.*west.*)$/gm, '$1 # the west, and east of it')]
  ])('%s are kept, and the copy says what it should', async (_what, change) => {
    const files = written(change)
    const changes = await onboarded(files, 'west', requestOf('north'))
    const config = documentsOf(changes.get('secondaries/north/join-config.yaml')!).documents[0]!.value
    expect(config).toMatchObject({
      data: { 'cluster-name': 'north', 'cluster-ingress': 'https://k10.north.example.net/k10' }
    })
    const after = changedCheckout(checkoutOf(files), changes)
    const fleet = await fleetIn(after)
    expect(textsIn(changedCheckout(after, offboardingOf(fleet, named(fleet, 'north'))))).toEqual(files)
  })

  test('a list that loses its last item is empty, not null', async () => {
    const after = (await offboarded(listed('east', 'west'), 'east', 'west'))['argocd/secondaries.yaml']!
    expect(documentsOf(after).documents[0]!.value).toMatchObject({ spec: { generators: [{ list: { elements: [] } }] } })
  })
})

test('a folder that does not carry the name gets the new one', async () => {
  const paris = (text: string): string => text.replaceAll('secondaries/east', 'sites/paris')
  const files = Object.fromEntries(Object.entries(exampleFleet).map(([path, text]) => [paris(path), paris(text)]))
  const changes = await onboarded(files, 'east', requestOf('north'))
  expect([...changes.keys()].sort()).toEqual([
    'argocd/north.yaml',
    'sites/north/join-config.yaml',
    'sites/north/join-secret.yaml',
    'sites/north/store.yaml'
  ])
  expect(changes.get('argocd/north.yaml')).toContain('path: sites/north\n')
})

test('many at once come to a list in its order', async () => {
  const changes = await onboarded(
    listed('east', 'west'),
    'west',
    requestOf('zulu'),
    requestOf('alpha'),
    requestOf('kilo')
  )
  const order = [...changes.get('argocd/secondaries.yaml')!.matchAll(/- name: (\S+)/g)].map(([, name]) => name)
  expect(order).toEqual(['alpha', 'east', 'kilo', 'west', 'zulu'])
})

test("every byte outside the substituted words is the example's", async () => {
  const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?$/)
  await fc.assert(
    fc.asyncProperty(
      label.filter(name => !['east', 'west', 'primary'].includes(name)),
      fc.integer({ min: 1, max: 65_535 }),
      async (name, port) => {
        const request = { ...requestOf(name), ingress: `https://q.${name}.example.net:${port}/kasten` }
        if (problemsOf(request).length > 0) return
        const changes = await onboarded(exampleFleet, 'west', request)
        for (const [path, text] of changes) {
          const from = `${path.startsWith('argocd/') ? 'argocd/west' : 'secondaries/west'}${path.startsWith('argocd/') ? '.yaml' : path.slice(`secondaries/${name}`.length)}`
          expect(bare(text, request)).toBe(bare(exampleFleet[from]!, west))
        }
      }
    ),
    { numRuns: 100 }
  )
})

const west: ClusterRequest = {
  name: 'west',
  ingress: 'https://kasten.west.contoso.com/k10',
  server: 'https://west.k8s.contoso.com:6443',
  destinationName: undefined
}

/** The lines that say who it is, without the words; all others as they are. */
function bare(text: string, { name, ingress, server }: ClusterRequest): string {
  return text
    .replace(`cluster-ingress: ${ingress}\n`, 'cluster-ingress: \n')
    .replace(`server: ${server}\n`, 'server: \n')
    .replace(new RegExp(`cluster-name: "?${name}"?\n`), 'cluster-name: \n')
    .replace(`name: kasten-${name}\n`, 'name: kasten-\n')
    .replace(`path: secondaries/${name}\n`, 'path: secondaries/\n')
}

/** The layouts of __tests__/fleets that need no program to be rendered. */
describe.each(readdirSync(fleetsFolder).filter(layout => layout !== 'kustomize-overlays'))('%s', layout => {
  const checkout = checkoutAt(join(fleetsFolder, layout))

  test.each(['east', 'west'])('joins one like %s, and parts from it again to the byte', async like => {
    const before = await fleetIn(checkout)
    const plan = onboardingOf(before, named(before, like), requestOf('north'))
    if ('problems' in plan) throw new Error(plan.problems.join('\n'))
    const joined = changedCheckout(checkout, plan.changes)
    const after = await fleetIn(joined)
    expect(notAsAsked(before, after, [requestOf('north')])).toEqual([])
    expect(textsIn(changedCheckout(joined, offboardingOf(after, named(after, 'north'))))).toEqual(textsIn(checkout))
  })
})
