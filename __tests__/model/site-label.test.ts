// A cluster is called after the Application that makes it a primary or a secondary, not after whichever is first.
import { expect, test } from '@jest/globals'
import { fleetOf } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { siteLabel } from '../../src/model/site.ts'
import { exampleFleet, exampleRepository } from '../../src/rules/example-fleet.ts'
import { checkoutOf } from '../../src/source/checkout.ts'

const other = (name: string): Record<string, string> => ({
  [`argocd/a-${name}.yaml`]: exampleFleet[`argocd/${name}.yaml`]!.replace(
    /name: kasten-\w+/,
    `name: other-${name}`
  ).replace(/path: .*/, 'path: other')
})

test('siteLabel', async () => {
  const files = {
    ...exampleFleet,
    ...other('primary'),
    ...other('east'),
    'other/namespace.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: other\n'
  }
  const fleet = fleetOf(await repositoryOf(checkoutOf(files)), { ...defaultSettings, ...exampleRepository })
  expect(fleet.primaries.map(({ site }) => siteLabel(site))).toEqual(['kasten-primary'])
  expect(fleet.secondaries.map(({ site }) => siteLabel(site))).toEqual(['kasten-east', 'kasten-west'])
})
