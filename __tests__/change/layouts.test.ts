import { describe, expect, test } from '@jest/globals'
import type { ClusterRequest } from '../../src/change/cluster-request.ts'
import { offboardingOf } from '../../src/change/offboarding.ts'
import { onboardingOf } from '../../src/change/onboarding.ts'
import { readFleet } from '../../src/modes/reading.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import type { Fleet } from '../../src/model/fleet.ts'
import { exampleFleet, exampleRepository } from '../../src/rules/example-fleet.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'
import { changedCheckout, checkoutOf, type Checkout } from '../../src/source/checkout.ts'

type Files = Readonly<Record<string, string>>

const settings = { ...defaultSettings, ...exampleRepository, now: Date.UTC(2026, 11, 1) }
const primary = Object.fromEntries(Object.entries(exampleFleet).filter(([path]) => path.includes('primary'))) as Files
const clusters = Object.fromEntries(
  Object.entries(exampleFleet).filter(([path]) => path.startsWith('secondaries/'))
) as Files
const north: ClusterRequest = {
  name: 'north',
  ingress: 'https://kasten.north.contoso.com/k10',
  server: 'https://north.k8s.contoso.com:6443',
  destinationName: undefined
}

/** What needs a program is not rendered here: these layouts do without. */
async function fleetIn(checkout: Checkout): Promise<Fleet> {
  return readFleet(checkout, settings, { render: async () => new Map() })
}

const textsIn = (checkout: Checkout): Files =>
  Object.fromEntries(checkout.paths.map(path => [path, (checkout.read(path) as { text: string }).text]))
const named = (fleet: Fleet, name: string) => fleet.secondaries.find(({ label }) => label === name)!

const template = `  template:
    metadata:
      name: 'kasten-{{ .name }}'
    spec:
      project: default
      destination:
        server: '{{ .server }}'
        namespace: kasten-io
      source:
        repoURL: https://github.com/contoso/kasten-fleet
        targetRevision: main
        path: 'secondaries/{{ .name }}'
      syncPolicy:
        automated:
          selfHeal: true
        retry:
          limit: 10
`
const applicationSet = (generators: string): string => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: secondaries
  namespace: argocd
spec:
  goTemplate: true
  goTemplateOptions: [missingkey=error]
  generators:
${generators}${template}`

const listElements: Files = {
  ...primary,
  ...clusters,
  'argocd/secondaries.yaml': applicationSet(`    - list:
        elements:
          # sorted by name
          - name: east # Paris
            server: https://east.k8s.contoso.com:6443
          - name: west
            server: https://west.k8s.contoso.com:6443 # Seattle
`)
}

const flowElements: Files = {
  ...primary,
  ...clusters,
  'argocd/secondaries.yaml': applicationSet(`    - list:
        elements: [{name: east, server: 'https://east.k8s.contoso.com:6443'}, {name: west, server: 'https://west.k8s.contoso.com:6443'}]
`)
}

const configFiles: Files = {
  ...primary,
  ...clusters,
  'argocd/secondaries.yaml': applicationSet(`    - git:
        repoURL: https://github.com/contoso/kasten-fleet
        revision: main
        files:
          - path: clusters/*.json
`),
  'clusters/east.json': '{\n  "name": "east",\n  "server": "https://east.k8s.contoso.com:6443"\n}\n',
  'clusters/west.json': '{\n  "name": "west",\n  "server": "https://west.k8s.contoso.com:6443"\n}\n'
}

const chartValues = (name: string): string => `# ${name}
name: ${name}
ingress: https://kasten.${name}.contoso.com/k10
primaryIngress: https://kasten.primary.contoso.com/k10
store: join-tokens
remoteKey: fleet-join-token
`
const helmApplication = (name: string): string =>
  exampleFleet[`argocd/east.yaml`]!.replaceAll('east', name).replace(
    `    path: secondaries/${name}\n`,
    `    path: charts/secondary\n    helm:\n      valueFiles:\n        - /values/${name}.yaml\n`
  )
const helmValues: Files = {
  ...primary,
  'argocd/east.yaml': helmApplication('east'),
  'argocd/west.yaml': helmApplication('west'),
  'values/east.yaml': chartValues('east'),
  'values/west.yaml': chartValues('west'),
  'charts/secondary/Chart.yaml': 'apiVersion: v2\nname: secondary\nversion: 0.1.0\n',
  'charts/secondary/templates/join.yaml': `apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: {{ .Values.name }}
  cluster-ingress: {{ .Values.ingress }}
  primary-ingress: {{ .Values.primaryIngress }}
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: {{ .Values.store }}
    kind: ClusterSecretStore
  target:
    name: mc-join
  data:
    - secretKey: token
      remoteRef:
        key: {{ .Values.remoteKey }}
`,
  'charts/secondary/templates/store.yaml': exampleFleet['secondaries/east/store.yaml']!
}

const kustomized: Files = {
  ...primary,
  'argocd/east.yaml': exampleFleet['argocd/east.yaml']!.replace('secondaries/', 'overlays/'),
  'argocd/west.yaml': exampleFleet['argocd/west.yaml']!.replace('secondaries/', 'overlays/'),
  'base/kustomization.yaml': 'resources:\n  - join-secret.yaml\n  - store.yaml\n',
  'base/join-secret.yaml': exampleFleet['secondaries/east/join-secret.yaml']!,
  'base/store.yaml': exampleFleet['secondaries/east/store.yaml']!,
  ...Object.fromEntries(
    ['east', 'west'].flatMap(name => [
      [`overlays/${name}/kustomization.yaml`, 'resources:\n  - ../../base\n  - join-config.yaml\n'],
      [`overlays/${name}/join-config.yaml`, exampleFleet[`secondaries/${name}/join-config.yaml`]!]
    ])
  )
}

const layouts: [string, Files, string[]][] = [
  [
    'list generator elements',
    listElements,
    [
      'argocd/secondaries.yaml',
      'secondaries/north/join-config.yaml',
      'secondaries/north/join-secret.yaml',
      'secondaries/north/store.yaml'
    ]
  ],
  [
    'list generator elements in flow style',
    flowElements,
    [
      'argocd/secondaries.yaml',
      'secondaries/north/join-config.yaml',
      'secondaries/north/join-secret.yaml',
      'secondaries/north/store.yaml'
    ]
  ],
  [
    'a config file for each cluster',
    configFiles,
    [
      'clusters/north.json',
      'secondaries/north/join-config.yaml',
      'secondaries/north/join-secret.yaml',
      'secondaries/north/store.yaml'
    ]
  ],
  ['Helm values for each cluster', helmValues, ['argocd/north.yaml', 'values/north.yaml']],
  [
    'a Kustomize overlay for each cluster',
    kustomized,
    ['argocd/north.yaml', 'overlays/north/join-config.yaml', 'overlays/north/kustomization.yaml']
  ]
]

describe.each(layouts)('%s', (_layout, files, changed) => {
  const checkout = checkoutOf(files)

  test('is healthy to begin with', async () => {
    const fleet = await fleetIn(checkout)
    expect(fleet.secondaries.map(({ label }) => label)).toEqual(['east', 'west'])
    expect(judge(fleetRules, fleet)).toEqual([])
  })

  test('onboards exactly one secondary, without a finding', async () => {
    const fleet = await fleetIn(checkout)
    const plan = onboardingOf(fleet, named(fleet, 'west'), north)
    if ('problems' in plan) throw new Error(plan.problems.join('\n'))
    expect([...plan.changes.keys()].sort()).toEqual(changed)
    const after = await fleetIn(changedCheckout(checkout, plan.changes))
    expect(after.secondaries.map(({ label, ingress, site }) => [label, ingress?.value, site.key])).toContainEqual([
      'north',
      north.ingress,
      `server ${north.server}`
    ])
    expect(after.secondaries).toHaveLength(3)
    expect(judge(fleetRules, after)).toEqual([])
  })

  test('offboards to the very same bytes', async () => {
    const fleet = await fleetIn(checkout)
    const plan = onboardingOf(fleet, named(fleet, 'west'), north)
    if ('problems' in plan) throw new Error(plan.problems.join('\n'))
    const joined = changedCheckout(checkout, plan.changes)
    const after = await fleetIn(joined)
    expect(textsIn(changedCheckout(joined, offboardingOf(after, named(after, 'north'))))).toEqual(files)
  })
})

test('a list keeps its comments, and its order', async () => {
  const fleet = await fleetIn(checkoutOf(listElements))
  const plan = onboardingOf(fleet, named(fleet, 'east'), north)
  expect('changes' in plan && plan.changes.get('argocd/secondaries.yaml')).toContain(`          # sorted by name
          - name: east # Paris
            server: https://east.k8s.contoso.com:6443
          - name: north # Paris
            server: https://north.k8s.contoso.com:6443
          - name: west
            server: https://west.k8s.contoso.com:6443 # Seattle
`)
})
