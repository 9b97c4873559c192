import { describe, expect, test } from '@jest/globals'
import { helmPrimary, helmSecondary } from '../../src/change/recipes/helm.ts'
import type { RecipeNames } from '../../src/change/recipes/names.ts'
import { plainPrimary, plainSecondary } from '../../src/change/recipes/plain.ts'
import { readFleet } from '../../src/modes/reading.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'
import { checkoutOf } from '../../src/source/checkout.ts'

const names: RecipeNames = {
  root: '',
  repoURL: 'https://github.com/contoso/kasten-fleet',
  revision: 'main',
  primaryName: 'headquarters',
  primaryIngress: 'https://kasten.hq.contoso.com/k10',
  vaultUrl: 'https://contoso-hq.vault.azure.net',
  secretName: 'kasten-join-token',
  storeName: 'kasten-join-tokens',
  esoApi: 'v1'
}
const settings = { ...defaultSettings, repository: names.repoURL, revisions: ['main'], now: Date.UTC(2026, 11, 1) }
/** Fresh charts are plain: nothing is rendered outside. */
const renderer = {
  render: () => {
    throw new Error('a fresh fleet needs no tool')
  }
}
const request = { name: '123', ingress: 'https://kasten.n.contoso.com/k10', server: undefined, destinationName: 'n' }

const layouts = [
  ['plain', plainPrimary(names), plainSecondary(request, names, true)],
  ['helm', helmPrimary(names), helmSecondary(request, names)]
] as const

describe.each(layouts)('%s layout', (_layout, primary, secondary) => {
  test('a fresh primary has no findings', async () => {
    const fleet = await readFleet(checkoutOf(Object.fromEntries(primary) as Record<string, string>), settings, renderer)
    expect(judge(fleetRules, fleet)).toEqual([])
    expect(fleet.primaries.map(({ name, ingress }) => [name?.value, ingress?.value])).toEqual([
      ['headquarters', names.primaryIngress]
    ])
  })

  test('its first secondary has none either, whatever its name looks like to YAML', async () => {
    const fleet = await readFleet(
      checkoutOf(Object.fromEntries([...primary, ...secondary]) as Record<string, string>),
      settings,
      renderer
    )
    expect(judge(fleetRules, fleet)).toEqual([])
    expect(fleet.secondaries.map(({ name, ingress }) => [name?.value, ingress?.value])).toEqual([
      ['123', request.ingress]
    ])
  })
})
