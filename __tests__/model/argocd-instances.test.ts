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

const application = (name: string, namespace: string, source: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: argocd
spec:
  project: default
  destination:
    server: https://kubernetes.default.svc
    namespace: ${namespace}
  source:
${source}
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
`
const folder = (path: string): string =>
  `    repoURL: https://github.com/contoso/kasten-fleet\n    targetRevision: main\n    path: ${path}`
const chart = (repository: string, name: string, version: string): string =>
  `    repoURL: ${repository}\n    chart: ${name}\n    targetRevision: ${version}`
const k10 = chart('https://charts.kasten.io', 'k10', '9.0.7')
const eso = (version: string): string => chart('https://charts.external-secrets.io', 'external-secrets', version)

/** Each cluster's Argo CD reads a folder in which every Application has a folder of its own. */
const foldersInInstances = (): Record<string, string> => {
  const files = Object.fromEntries(Object.entries(exampleFleet).filter(([path]) => !path.startsWith('argocd/')))
  for (const name of ['east', 'west']) {
    files[`clusters/${name}/k10/app.yaml`] = application(`k10-${name}`, 'kasten', k10)
    files[`clusters/${name}/join/app.yaml`] = application(`join-${name}`, 'kasten', folder(`secondaries/${name}`))
    files[`clusters/${name}/eso/app.yaml`] = application(
      `eso-${name}`,
      'external-secrets',
      eso(name === 'east' ? '0.14.0' : '2.9.0')
    )
    for (const file of ['join-config', 'join-secret', 'store']) {
      const path = `secondaries/${name}/${file}.yaml`
      files[path] = files[path]!.replace('namespace: kasten-io', 'namespace: kasten')
        .replace('[kasten-io]', '[kasten]')
        .replace('external-secrets.io/v1\n', `external-secrets.io/${name === 'east' ? 'v1beta1' : 'v1'}\n`)
    }
  }
  files['clusters/hub/k10/app.yaml'] = application('k10-hub', 'kasten-io', `${k10}\n    helm: {releaseName: k10}`)
  files['clusters/hub/join/app.yaml'] = application('join-hub', 'kasten-io-mc', folder('primary'))
  return files
}

test('an Argo CD on each cluster, with a folder for each Application, is a healthy fleet too', async () => {
  const fleet = fleetOf(await repositoryOf(checkoutOf(foldersInInstances())), settings)
  expect(fleet.secondaries.map(({ label, kastenNamespace }) => [label, kastenNamespace])).toEqual([
    ['east', 'kasten'],
    ['west', 'kasten']
  ])
  expect(judge(fleetRules, fleet)).toEqual([])
})

test("one Argo CD's own cluster is one primary, whatever folders its Applications are in", async () => {
  const hub = Object.entries(exampleFleet).filter(([path]) => path.startsWith('primary/'))
  const files: Record<string, string> = {
    ...Object.fromEntries(hub),
    'bootstrap/bootstrap.yaml': exampleFleet['primary/bootstrap.yaml']!,
    'apps/bootstrap/app.yaml': application('bootstrap', 'kasten-io-mc', folder('bootstrap')),
    'apps/token/app.yaml': application('token', 'kasten-io-mc', folder('primary')),
    'apps/k10/app.yaml': application('k10', 'kasten-io', k10)
  }
  delete files['primary/bootstrap.yaml']
  const fleet = fleetOf(await repositoryOf(checkoutOf(files)), settings)
  expect(fleet.primaries.map(({ entries, joinTokens }) => [entries.length, joinTokens.length])).toEqual([[1, 1]])
})

test('folders that each have what a cluster has once are clusters of their own, also when one alone is of the fleet', async () => {
  const store = exampleFleet['primary/store.yaml']!
  const files: Record<string, string> = {
    ...Object.fromEntries(Object.entries(exampleFleet).filter(([path]) => path.startsWith('primary/'))),
    'stores/store.yaml': store.replace('contoso-fleet', 'contoso-other'),
    'clusters/hub/app.yaml': application('hub', 'kasten-io-mc', folder('primary')),
    'clusters/other/app.yaml': application('other', 'external-secrets', folder('stores'))
  }
  expect(judge(fleetRules, fleetOf(await repositoryOf(checkoutOf(files)), settings))).toEqual([])
})
