// Manifests that show how it is done, in folders of documents and examples, are no part of the fleet, and are said not to be.
import { describe, expect, test } from '@jest/globals'
import { fleetOf, type Fleet } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { defaultSettings, type Settings } from '../../src/model/settings.ts'
import { judged } from '../../src/modes/reading.ts'
import { exampleFleet, exampleRepository } from '../../src/rules/example-fleet.ts'
import { checkoutOf } from '../../src/source/checkout.ts'

const settings = { ...defaultSettings, ...exampleRepository, now: Date.UTC(2026, 11, 1) }

const shown = {
  'docs/secondary.yaml': exampleFleet['secondaries/east/join-config.yaml']!,
  'templates/new-cluster/join-config.yaml': exampleFleet['secondaries/east/join-config.yaml']!.replaceAll(
    'east',
    '<CLUSTER>'
  ),
  'examples/primary/bootstrap.yaml': exampleFleet['primary/bootstrap.yaml']!,
  'examples/primary/store.yaml': exampleFleet['primary/store.yaml']!.replace('contoso-fleet', 'contoso-example')
}

async function fleetWith(files: Record<string, string>, more: Partial<Settings> = {}): Promise<Fleet> {
  const all = { ...settings, ...more }
  return fleetOf(await repositoryOf(checkoutOf(files), all.path), all)
}

const withoutApplications = Object.fromEntries(
  Object.entries(exampleFleet).filter(([path]) => !path.startsWith('argocd/'))
)

describe.each([
  ['Applications', exampleFleet],
  ['folders', withoutApplications]
])('beside a fleet of %s', (_, files) => {
  test('examples are not judged, and that is said', async () => {
    const { findings, notChecked, fleet } = judged(await fleetWith({ ...files, ...shown }))
    expect(findings).toEqual([])
    expect(fleet.primaries).toHaveLength(1)
    expect(fleet.secondaries.map(({ label }) => label)).toEqual(['east', 'west'])
    expect(notChecked.map(({ file }) => file)).toEqual([
      'docs/secondary.yaml',
      'examples/primary/bootstrap.yaml',
      'examples/primary/store.yaml',
      'templates/new-cluster/join-config.yaml'
    ])
  })
})

test('a token is found wherever it is', async () => {
  const leak = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: mc-join\nstringData:\n  token: not-a-real-token\n'
  const { findings } = judged(await fleetWith({ ...exampleFleet, 'docs/join.yaml': leak }))
  expect(findings.map(({ rule, file }) => [rule, file])).toEqual([['no-token-in-git', 'docs/join.yaml']])
})

test('examples are a fleet where there is no other, where they are asked for, and where an Application delivers them', async () => {
  const moved = (files: Record<string, string>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        `examples/${path}`,
        text
          .replace('path: primary', 'path: examples/primary')
          .replace('path: secondaries', 'path: examples/secondaries')
      ])
    )
  const fleets = await Promise.all([
    fleetWith(moved(withoutApplications)),
    fleetWith(moved(exampleFleet)),
    fleetWith({ ...exampleFleet, ...moved(withoutApplications) }, { path: 'examples' })
  ])
  expect(fleets.map(({ primaries, secondaries }) => [primaries.length, secondaries.length])).toEqual([
    [1, 2],
    [1, 2],
    [1, 2]
  ])
})
