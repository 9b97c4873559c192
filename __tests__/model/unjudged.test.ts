import { describe, expect, test } from '@jest/globals'
import { onPath } from '../../src/adapters/render/process.ts'
import { unjudgedOf } from '../../src/model/unjudged.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { readFleet } from '../../src/modes/reading.ts'
import { changeRules } from '../../src/rules/change/index.ts'
import { exampleRepository } from '../../src/rules/example-fleet.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'
import { checkoutOf } from '../../src/source/checkout.ts'
import { changed, filesOf, fleetWith, lineOf, saidOf } from './rendered-world.ts'

const path = process.env.PATH ?? ''
/** Skipped, and said to be, where there is no kustomize. */
const withKustomize = (onPath('kustomize', path) ?? onPath('kubectl', path)) === undefined ? describe.skip : describe

const files = filesOf('../model/components-fleet')
const lyon = 'clusters/spokes/lyon/kasten/kustomization.yaml'
const namesOf = (fleet: Parameters<typeof unjudgedOf>[0]): string[] => [
  ...new Set(unjudgedOf(fleet).map(({ manifest }) => manifest.name))
]

describe('where nothing can build the kustomizations', () => {
  test('their parts are not judged as they are written, and what was not judged is named', async () => {
    const fleet = await fleetWith(files)
    expect(saidOf(fleet)).toEqual([])
    expect(fleet.secondaries).toEqual([])
    expect(namesOf(fleet).sort()).toEqual(['kasten-hub', 'kasten-lille', 'kasten-lyon', 'kasten-nantes'])
  })

  test('a base is no cluster, whatever follows another revision', async () => {
    const set = 'apps/kasten-spokes.yaml'
    const fleet = await fleetWith(changed(files, set, 'targetRevision: main', 'targetRevision: stable'))
    expect(fleet.secondaries).toEqual([])
  })
})

withKustomize('a fleet of components and overlays', () => {
  test('has a primary and three secondaries, and no finding', async () => {
    const fleet = await fleetWith(files, path)
    expect(fleet.secondaries.map(({ label }) => label)).toEqual(['lille', 'lyon', 'nantes'])
    expect(saidOf(fleet)).toEqual([])
    expect(namesOf(fleet)).toEqual([])
  })

  test.each([
    ['a base that is not there', lyon, '../../../../base/spoke', '../../../../base/spokes'],
    ['a field that kustomize does not know', lyon, 'resources:', 'resource:']
  ])('%s is an error at its line', async (_what, file, from, to) => {
    const broken = changed(files, file, from, to)
    const fleet = await fleetWith(broken, path)
    expect(saidOf(fleet)).toEqual([`sources-can-be-built ${lineOf(broken, file, to)}`])
    expect(namesOf(fleet)).toEqual(['kasten-lyon'])
  })

  test('an element without a parameter stops its ApplicationSet', async () => {
    const broken = changed(files, 'clusters/spokes/lyon/cluster.yaml', 'server:', 'servr:')
    const fleet = await fleetWith(broken, path)
    expect(saidOf(fleet)).toEqual([
      `sources-can-be-built ${lineOf(broken, 'apps/kasten-spokes.yaml', '.cluster.server')}`
    ])
    const [finding] = judge(fleetRules, fleet)
    expect(finding!.related.map(({ file }) => file)).toEqual(['clusters/spokes/lyon/cluster.yaml'])
  })

  test('what the renderer refuses is named, not passed over', async () => {
    const fleet = await fleetWith(changed(files, lyon, '    behavior: merge\n', ''), path)
    expect(namesOf(fleet)).toEqual(['kasten-lyon'])
  })

  test('a hash of the base that every overlay takes away is no hash', async () => {
    const base = 'base/spoke/kustomization.yaml'
    const hashed = changed(files, base, 'generatorOptions:\n  disableNameSuffixHash: true\n', '')
    expect(saidOf(await fleetWith(hashed, path))).toEqual([])
    const left = changed(hashed, lyon, 'generatorOptions:\n  disableNameSuffixHash: true\n', '')
    const said = saidOf(await fleetWith(left, path))
    expect(said).toEqual([expect.stringMatching(/^kustomize-keeps-fixed-names /)])
  })

  test('a change that makes a source unreadable is not told as a secondary that leaves', async () => {
    const before = await fleetWith(files, path)
    const after = await fleetWith(changed(files, lyon, '../../../../base/spoke', '../../../../base/spokes'), path)
    expect(judge(changeRules, { before, after }).map(({ rule }) => rule)).toEqual([])
  })
})

test('a source of other teams that can not be read is not named', async () => {
  const other = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
  namespace: argocd
spec:
  project: default
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: shop
  destination:
    server: https://kubernetes.default.svc
    namespace: shop
`
  const shop = { 'apps/shop.yaml': other, 'shop/kustomization.yaml': 'resources:\n  - nowhere.yaml\n' }
  const settings = { ...defaultSettings, ...exampleRepository, now: Date.UTC(2026, 11, 1) }
  const fleet = await readFleet(checkoutOf({ ...files, ...shop }), settings, { render: async () => new Map() })
  expect(namesOf(fleet)).not.toContain('shop')
  expect(saidOf(fleet)).toEqual([])
})
