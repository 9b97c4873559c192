import { expect, test } from '@jest/globals'
import { fleetOf } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { exampleFleet, exampleRepository } from '../../src/rules/example-fleet.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'
import { checkoutOf } from '../../src/source/checkout.ts'

const settings = { ...defaultSettings, ...exampleRepository, now: Date.UTC(2026, 11, 1) }
const inCluster = (text: string): string =>
  text.replace(/https:\/\/\w+\.k8s\.contoso\.com:6443/g, 'https://kubernetes.default.svc')

/** Each Application in the folder that its own Argo CD reads. */
const instances = Object.fromEntries(
  Object.entries(exampleFleet).map(([path, text]) => {
    const name = /^argocd\/(\w+)\.yaml$/.exec(path)?.[1]
    return [name === undefined ? path : `argocd/${name}/application.yaml`, inCluster(text)]
  })
)

test('an Argo CD on each cluster, each in-cluster, is a healthy fleet', async () => {
  const fleet = fleetOf(await repositoryOf(checkoutOf(instances)), settings)
  expect(fleet.secondaries.map(({ label }) => label)).toEqual(['east', 'west'])
  expect(judge(fleetRules, fleet)).toEqual([])
})

test('one Argo CD that sends a secondary to its own cluster is not', async () => {
  const files = { ...exampleFleet, 'argocd/east.yaml': inCluster(exampleFleet['argocd/east.yaml']!) }
  const findings = judge(fleetRules, fleetOf(await repositoryOf(checkoutOf(files)), settings))
  expect(findings.map(({ rule }) => rule)).toContain('secondary-is-not-the-primarys-cluster')
})
