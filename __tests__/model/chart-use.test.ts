import { describe, expect, test } from '@jest/globals'
import { fleetOf, type Fleet } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { exampleFleet, exampleRepository } from '../../src/rules/example-fleet.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'
import { checkoutOf } from '../../src/source/checkout.ts'

const settings = { ...defaultSettings, ...exampleRepository, now: Date.UTC(2026, 11, 1) }

const application = (name: string, namespace: string, source: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: argocd
spec:
  project: default
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: ${namespace}
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    ${source}
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
`

const chart = (name: string, version: string): string => `targetRevision: ${version}\n    chart: ${name}`
const path = (folder: string): string => `targetRevision: main\n    path: ${folder}`

/** East as it is with an old ESO and Kasten in a namespace of its own; right where both are known. */
const east = (): Record<string, string> =>
  Object.fromEntries(
    ['join-config', 'join-secret', 'store'].map(name => {
      const file = `secondaries/east/${name}.yaml`
      const text = exampleFleet[file]!.replace('external-secrets.io/v1\n', 'external-secrets.io/v1beta1\n')
      return [file, text.replace('namespace: kasten-io', 'namespace: kasten').replace('[kasten-io]', '[kasten]')]
    })
  )

const installs = (eso: string, k10: string): Record<string, string> => ({
  'argocd/east-eso.yaml': application('eso', 'external-secrets', eso),
  'argocd/east-k10.yaml': application('k10', 'kasten', k10)
})

const dependency = (name: string, version: string, more = ''): string =>
  `apiVersion: v2\nname: wrapper\nversion: 1.0.0\ndependencies:\n  - name: ${name}\n    version: ${version}\n${more}`

async function fleetWith(files: Record<string, string>): Promise<Fleet> {
  return fleetOf(await repositoryOf(checkoutOf({ ...exampleFleet, ...east(), ...files })), settings)
}

const layouts: Record<string, Record<string, string>> = {
  'charts of a chart repository': installs(chart('external-secrets', '0.14.*'), chart('k10', '9.0.7')),
  'charts that depend on them': {
    ...installs(path('charts/eso'), path('charts/k10')),
    'charts/eso/Chart.yaml': dependency('external-secrets', '0.14.0'),
    'charts/k10/Chart.yaml': dependency('k10', '9.0.7')
  },
  'a range, and the version that is locked': {
    ...installs(path('charts/eso'), path('charts/k10')),
    'charts/eso/Chart.yaml': dependency('external-secrets', '0.x'),
    'charts/eso/Chart.lock': 'dependencies:\n  - name: external-secrets\n    version: 0.14.2\n',
    'charts/k10/Chart.yaml': dependency('k10', '9.0.7')
  },
  'a range of patches': {
    ...installs(path('charts/eso'), path('charts/k10')),
    'charts/eso/Chart.yaml': dependency('external-secrets', '~0.14.0'),
    'charts/k10/Chart.yaml': dependency('k10', '9.0.*')
  },
  'a condition that holds': {
    ...installs(path('charts/eso'), `${path('charts/k10')}\n    helm: {valueFiles: [east.yaml]}`),
    'charts/eso/Chart.yaml': dependency('external-secrets', '0.14.0', '    condition: eso.enabled\n'),
    'charts/k10/Chart.yaml': dependency('k10', '9.0.7', '    alias: kasten\n    condition: kasten.enabled\n'),
    'charts/k10/values.yaml': 'kasten: {enabled: false}\n',
    'charts/k10/east.yaml': 'kasten: {enabled: true}\n'
  },
  'kustomizations that inflate them': {
    ...installs(path('eso/east'), path('k10/east')),
    'eso/east/kustomization.yaml': 'resources: [../base]\n',
    'eso/base/kustomization.yaml': 'helmCharts:\n  - {name: external-secrets, version: 0.14.0}\n',
    'k10/east/kustomization.yaml': 'namespace: kasten\nresources: [../base]\n',
    'k10/base/kustomization.yaml': 'helmCharts:\n  - {name: k10, version: 9.0.7, namespace: backup, releaseName: k10}\n'
  }
}
// The other clusters keep what ESO of today serves: nobody says that they are as old.
describe('what is installed on a cluster is known from', () => {
  test.each(Object.entries(layouts))('%s', async (_, files) => {
    const fleet = await fleetWith(files)
    const findings = judge(fleetRules, fleet).filter(({ severity }) => severity !== 'notice')
    expect(fleet.secondaries[0]!.kastenNamespace).toBe('kasten')
    expect(findings).toEqual([])
  })
})

test('a dependency that is switched off is not installed', async () => {
  const fleet = await fleetWith({
    'argocd/east-k10.yaml': application('k10', 'kasten', path('charts/k10')),
    'charts/k10/Chart.yaml': dependency('k10', '9.0.7', '    condition: k10.enabled\n'),
    'charts/k10/values.yaml': 'k10: {enabled: false}\n'
  })
  expect(fleet.secondaries[0]!.kastenNamespace).toBeUndefined()
})

test('the version is pointed at where it is pinned', async () => {
  const fleet = await fleetWith({
    ...installs(path('charts/eso'), path('charts/k10')),
    'charts/eso/Chart.yaml': dependency('external-secrets', '2.9.0'),
    'charts/k10/Chart.yaml': dependency('k10', '9.0.7')
  })
  const finding = judge(fleetRules, fleet).find(({ rule }) => rule === 'external-secret-version-is-served')
  expect(finding?.message).toContain('ESO 2.9.0 (chart external-secrets in charts/eso/Chart.yaml)')
  expect(finding?.related).toMatchObject([{ file: 'charts/eso/Chart.yaml', line: 6 }])
})

test("a dependency's values are below its name, and may make a primary", async () => {
  const primary = (values: string): Record<string, string> => ({
    'argocd/k10.yaml': application('k10', 'kasten-io', path('charts/k10')).replace(
      'https://east.k8s.contoso.com:6443',
      'https://kubernetes.default.svc'
    ),
    'charts/k10/Chart.yaml': dependency('k10', '9.0.7'),
    'charts/k10/values.yaml': values
  })
  const create = 'multicluster: {primary: {create: true, name: primary}}'
  const [nested, plain] = await Promise.all([
    fleetWith(primary(`k10: {${create}}\n`)),
    fleetWith(primary(`${create}\n`))
  ])
  expect(nested.primaries.map(({ charts }) => charts.map(({ name }) => name?.value))).toEqual([['primary']])
  expect(plain.primaries.map(({ charts }) => charts)).toEqual([[]])
})
