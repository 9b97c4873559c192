import { describe, expect, test } from '@jest/globals'
import type { ClusterRequest } from '../../src/change/cluster-request.ts'
import { onboardingOf } from '../../src/change/onboarding.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { notAsAsked } from '../../src/modes/as-asked.ts'
import { readFleet } from '../../src/modes/reading.ts'
import { exampleFleet, exampleRepository } from '../../src/rules/example-fleet.ts'
import { changedCheckout, checkoutOf } from '../../src/source/checkout.ts'
import { documentsOf } from '../../src/source/yaml.ts'

type Files = Readonly<Record<string, string>>

const settings = { ...defaultSettings, ...exampleRepository, now: Date.UTC(2026, 11, 1) }
const north: ClusterRequest = {
  name: 'north',
  ingress: 'https://kasten.north.contoso.com/k10',
  server: 'https://north.k8s.contoso.com:6443',
  destinationName: undefined
}

async function copied(
  files: Files,
  like: string,
  request = north
): Promise<{ changes: Files; notes: readonly string[] }> {
  const checkout = checkoutOf(files)
  const read = async (tree: typeof checkout) => readFleet(tree, settings, { render: async () => new Map() })
  const fleet = await read(checkout)
  const plan = onboardingOf(
    fleet,
    fleet.secondaries.find(({ label }) => label === like)!,
    request
  )
  if ('problems' in plan) throw new Error(plan.problems.join('\n'))
  expect(notAsAsked(fleet, await read(changedCheckout(checkout, plan.changes)), [request])).toEqual([])
  return { changes: Object.fromEntries(plan.changes) as Files, notes: plan.notes }
}

const labelled = (path: string, labels: string): string =>
  exampleFleet[path]!.replace(/^ {2}namespace: .*\n/m, line => `${line}  labels:\n${labels.replace(/^/gm, '    ')}\n`)

const called = (name: string, labels: string): Files => ({
  ...Object.fromEntries(Object.entries(exampleFleet).filter(([path]) => !/east|west/.test(path))),
  ...Object.fromEntries(
    Object.keys(exampleFleet)
      .filter(path => path.includes('west'))
      .map(path => [path.replace('west', name), labelled(path, labels).replaceAll('west', name)])
  )
})

const objectIn = (text: string | undefined): any => documentsOf(text ?? '').documents[0]?.value // eslint-disable-line typescript/no-explicit-any -- any manifest

describe('a word that is the only secondary’s name, and something else as well', () => {
  test('what a cluster is, is no name of it', async () => {
    const labels =
      'role: west\nexample.com/cluster-type: west\napp.kubernetes.io/component: kasten-west\nexample.com/site: west'
    const { changes, notes } = await copied(called('secondary', labels), 'secondary')
    expect(objectIn(changes['argocd/north.yaml']).metadata).toMatchObject({
      name: 'kasten-north',
      labels: {
        role: 'secondary',
        'example.com/cluster-type': 'secondary',
        'app.kubernetes.io/component': 'kasten-secondary',
        'example.com/site': 'north'
      }
    })
    expect(notes.filter(note => note.includes('argocd/north.yaml'))).toEqual([
      expect.stringMatching(/"role: secondary".*"cluster-type: secondary".*kept.*names the cluster/)
    ])
  })

  test('nor is the region it is in', async () => {
    const { changes, notes } = await copied(called('east', 'topology.kubernetes.io/region: west\nregion: west'), 'east')
    expect(objectIn(changes['argocd/north.yaml']).metadata.labels).toEqual({
      'topology.kubernetes.io/region': 'east',
      region: 'east'
    })
    expect(notes.join('\n')).toMatch(/"region: east"/)
  })
})

test('a longer text that names the only secondary stays where no name is written, and a person is told', async () => {
  const url = 'https://contoso-west.vault.azure.net'
  const fleet = called('west', 'example.com/site: west')
  const store = fleet['secondaries/west/store.yaml']!.replace(/vaultUrl: .*/, `vaultUrl: ${url}`)
  const files = { ...fleet, 'secondaries/west/store.yaml': store }
  const { changes, notes } = await copied(files, 'west')
  expect(changes['secondaries/north/store.yaml']).toContain(`vaultUrl: ${url}`)
  expect(notes.join()).toContain(`"vaultUrl: ${url}" was kept`)
})

describe('with another secondary to compare with', () => {
  const both = (east: string, west: string): Files => ({
    ...exampleFleet,
    'argocd/east.yaml': labelled('argocd/east.yaml', east),
    'argocd/west.yaml': labelled('argocd/west.yaml', west)
  })

  test.each([
    ['a region that each calls by its name is renamed', 'region: east', 'region: west', 'north', false],
    ['a region that they share stays', 'region: west', 'region: west', 'west', false],
    [
      'a region that the other does not call by its name stays, and is told',
      'region: eu-1',
      'region: west',
      'west',
      true
    ]
  ])('%s', async (_what, east, west, wanted, isTold) => {
    const { changes, notes } = await copied(both(east, west), 'west')
    expect(objectIn(changes['argocd/north.yaml']).metadata.labels).toEqual({ region: wanted })
    expect(notes.length > 0).toBe(isTold)
  })
})

describe('elements of one list for all clusters, the primary too', () => {
  const set = (elements: string): string => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: clusters
  namespace: argocd
spec:
  generators:
    - list:
        elements:
${elements}  template:
    metadata:
      name: kasten-{{name}}
      labels:
        role: '{{role}}'
    spec:
      project: default
      destination:
        server: '{{server}}'
        namespace: kasten-io
      source:
        repoURL: https://github.com/contoso/kasten-fleet
        targetRevision: main
        path: '{{path}}'
`
  const element = (name: string, server: string, path: string, role: string): string =>
    `          - name: ${name}\n            role: ${role}\n            server: ${server}\n            path: ${path}\n`
  const primary = element('primary', 'https://kubernetes.default.svc', 'primary', 'primary')
  const one = element('secondary', 'https://secondary.k8s.contoso.com:6443', 'secondaries/secondary', 'secondary')
  const { 'argocd/primary.yaml': _application, 'argocd/secondary.yaml': _other, ...rest } = called('secondary', '')

  test('a role stays one, whatever the primary is called', async () => {
    const files = { ...rest, 'argocd/clusters.yaml': set(primary + one) }
    const { changes, notes } = await copied(files, 'secondary')
    expect(changes['argocd/clusters.yaml']).toBe(
      set(primary + one + element('north', north.server!, 'secondaries/north', 'secondary'))
    )
    expect(notes.join('\n')).toMatch(/argocd\/clusters\.yaml.*"role: secondary"/)
  })

  test('documents of one file likewise', async () => {
    const {
      'argocd/primary.yaml': first,
      'argocd/secondary.yaml': second,
      ...others
    } = called('secondary', 'role: west')
    const withRole = first!.replace(/^ {2}namespace: .*\n/m, line => `${line}  labels:\n    role: primary\n`)
    const { changes } = await copied({ ...others, 'argocd/all.yaml': `${withRole}---\n${second}` }, 'secondary')
    const added = documentsOf(changes['argocd/all.yaml']!).documents[2]!.value
    expect(added).toMatchObject({ metadata: { name: 'kasten-north', labels: { role: 'secondary' } } })
  })
})

describe('a key that has the name of the example', () => {
  const notes = (name: string, key: string): Files => ({
    [`secondaries/${name}/notes.yaml`]: `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: notes\n  namespace: kasten-io\ndata:\n  ${key}: "at ${name}" # kept\n`
  })

  test('becomes that of the new one where another secondary has its own there', async () => {
    const { changes } = await copied({ ...exampleFleet, ...notes('east', 'east'), ...notes('west', 'west') }, 'west')
    expect(changes['secondaries/north/notes.yaml']).toContain('\ndata:\n  north: "at north" # kept\n')
  })

  test.each([
    ['with more in it', 'values-NAME.yaml'],
    ['with what looks like a comment', '"NAME # run by NAME"']
  ])('%s likewise', async (_what, key) => {
    const of = (name: string): Files => notes(name, key.replaceAll('NAME', name))
    const { changes } = await copied({ ...exampleFleet, ...of('east'), ...of('west') }, 'west')
    expect(changes['secondaries/north/notes.yaml']).toContain(
      `\ndata:\n  ${key.replaceAll('NAME', 'north')}: "at north" # kept\n`
    )
  })

  test('stays where another secondary has the same', async () => {
    const { changes } = await copied({ ...exampleFleet, ...notes('east', 'west'), ...notes('west', 'west') }, 'west')
    expect(changes['secondaries/north/notes.yaml']).toContain('\ndata:\n  west: "at north" # kept\n')
  })
})

describe('a destination that changes its key', () => {
  const byName = (name: string, destination: string, application: string): string =>
    exampleFleet[`argocd/${name}.yaml`]!.replace(/server: .*/, `name: ${destination}`).replace(
      `kasten-${name}`,
      application
    )

  test.each(['aks-west', 'west'])('is told from an Application of the same name, "%s"', async destination => {
    const files = {
      ...exampleFleet,
      'argocd/west.yaml': byName('west', destination, destination),
      'argocd/east.yaml': byName('east', destination.replace('west', 'east'), destination.replace('west', 'east'))
    }
    const application = objectIn((await copied(files, 'west')).changes['argocd/north.yaml'])
    expect(application.metadata.name).toBe(destination.replace('west', 'north'))
    expect(application.spec.destination).toEqual({ server: north.server, namespace: 'kasten-io' })
  })

  test('leaves other places with the old address alone, and a person is told', async () => {
    const notes = (name: string): Files => ({
      [`secondaries/${name}/notes.yaml`]: `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: notes\n  namespace: kasten-io\ndata:\n  server: https://${name}.k8s.contoso.com:6443\n`
    })
    const request = { ...north, server: undefined, destinationName: 'aks-north' }
    const { changes, notes: told } = await copied(
      { ...exampleFleet, ...notes('east'), ...notes('west') },
      'west',
      request
    )
    expect(objectIn(changes['argocd/north.yaml']).spec.destination).toEqual({
      name: 'aks-north',
      namespace: 'kasten-io'
    })
    expect(changes['secondaries/north/notes.yaml']).toContain('server: https://west.k8s.contoso.com:6443\n')
    expect(told.join()).toContain('"server: https://west.k8s.contoso.com:6443" was kept')
  })
})
