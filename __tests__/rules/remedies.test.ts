// A remedy can be followed as it stands: it shows no value of the example fleet, and does not lead to the next finding.
import { expect, test } from '@jest/globals'
import { fleetOf } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { changeRules } from '../../src/rules/change/index.ts'
import { changed } from '../../src/rules/example-change.ts'
import { exampleOf } from '../../src/rules/example.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'
import { liveRules } from '../../src/rules/live/index.ts'
import { vaultRules } from '../../src/rules/vault/index.ts'

const rules = [...fleetRules, ...vaultRules, ...liveRules, ...changeRules]

test.each(rules.map(({ id, fix }) => [id, fix]))('%s shows nothing of the example fleet', (_id, fix) => {
  expect(fix).not.toMatch(/contoso|\beast\b|\bwest\b|fleet-join-token|join-tokens|\d{8}-\d{4}|argocd\/east|: main\b/)
})

test.each([
  ['1d', 'write "1h"'],
  ['30 m', 'write "30m"'],
  ['soon', 'write hours, minutes and seconds, such as "1h"']
])('the refreshInterval that is advised for "%s" is within max-refresh', async (text, advice) => {
  const { checkout, settings } = exampleOf(
    changed('secondaries/east/join-secret.yaml', ['refreshInterval: 10m', `refreshInterval: ${text}`])
  )
  const findings = judge(fleetRules, fleetOf(await repositoryOf(checkout), settings))
  expect(findings.map(({ message }) => message).join()).toContain(advice)
})
