import { describe, expect, test } from '@jest/globals'
import { judged } from '../../src/modes/reading.ts'
import { changed, filesOf, fleetWith, lineOf, notReadOf, saidOf, type Files } from './rendered-world.ts'

/** A fault: what is changed, and the rule and the line that has to be pointed at. */
type Fault = readonly [
  what: string,
  file: string,
  from: string,
  to: string,
  rule: string,
  at: readonly [string, string]
]

const secondary = 'charts/kasten-secondary/templates/secondary.yaml'
const primary = 'charts/kasten-primary/templates/primary.yaml'

async function expectFound(files: Files, [, file, from, to, rule, [where, line]]: Fault): Promise<void> {
  const faulty = changed(files, file, from, to)
  const said = saidOf(await fleetWith(faulty))
  expect(said).toContain(`${rule} ${lineOf(faulty, where, line)}`)
}

describe('a chart with values for each cluster', () => {
  const files = filesOf('helm-values-per-cluster')

  test('is a healthy fleet, with no tool at all', async () => {
    const fleet = await fleetWith(files)
    expect(notReadOf(fleet)).toEqual([])
    expect(saidOf(fleet)).toEqual([])
    expect(fleet.primaries.map(({ name }) => name?.value)).toEqual(['primary'])
    expect(fleet.secondaries.map(({ name, ingress }) => [name?.value, ingress?.value])).toEqual([
      ['east', 'https://kasten.east.contoso.com/k10'],
      ['west', 'https://kasten.west.contoso.com/k10']
    ])
  })

  const faults: readonly Fault[] = [
    [
      'a value of one cluster',
      'values/east.yaml',
      'name: east\n',
      'name: east\nremoteKey: fleet-token\n',
      'join-key-agrees',
      ['values/east.yaml', 'remoteKey: fleet-token']
    ],
    [
      'a value in the Application’s block',
      'argocd/west.yaml',
      'remoteKey: fleet-join-token',
      'remoteKey: fleet-token',
      'join-key-agrees',
      ['argocd/west.yaml', 'remoteKey: fleet-token']
    ],
    [
      'a value of all',
      'values/fleet.yaml',
      'fleet-join-token',
      'fleet-token',
      'join-key-agrees',
      ['values/fleet.yaml', 'remoteKey: fleet-token']
    ],
    [
      'a key that is no name of a secret',
      'values/primary.yaml',
      'fleet-join-token',
      'fleet_join_token',
      'remote-key-is-a-vault-name',
      ['values/primary.yaml', 'remoteKey']
    ],
    [
      'a literal of the template',
      primary,
      'secretKey: token',
      'secretKey: tokn',
      'push-secret-sends-the-token',
      [primary, 'secretKey: tokn']
    ],
    [
      'a parameter of the Application',
      'argocd/west.yaml',
      'https://kasten.west.contoso.com/k10',
      'https://kasten.east.contoso.com/k10',
      'secondary-ingress-is-its-own',
      ['argocd/west.yaml', 'https://kasten.east']
    ],
    [
      'a condition of the store',
      secondary,
      'namespaces: [kasten-io]',
      'namespaces: [kasten]',
      'store-admits-its-users',
      [secondary, 'conditions:']
    ],
    [
      'a missing value',
      'values/east.yaml',
      'name: east\n',
      '',
      'secondary-has-a-name',
      ['values/east.yaml', 'secondaryUrl']
    ],
    [
      'a name that two share',
      'values/east.yaml',
      'name: east',
      'name: west',
      'cluster-names-are-unique',
      ['values/east.yaml', 'name: west']
    ]
  ]
  test.each(faults)('%s is found where it is written', async (...fault) => {
    await expectFound(files, fault)
  })

  test('a value file that does not exist is the reason that nothing is judged', async () => {
    const fleet = await fleetWith(changed(files, 'argocd/east.yaml', 'values/east.yaml', 'values/eats.yaml'))
    expect(notReadOf(fleet)).toEqual([
      'its value file "$values/values/eats.yaml" does not exist (looked for at values/eats.yaml)'
    ])
  })

  test('a missing value file is left out when that is asked for', async () => {
    const asked = changed(
      files,
      'argocd/west.yaml',
      '        - ../../values/fleet.yaml',
      '        - ../../values/fleet.yaml\n        - nothing.yaml\n      ignoreMissingValueFiles: true'
    )
    expect(saidOf(await fleetWith(asked))).toEqual([])
  })

  test('a reference to no source is named', async () => {
    const fleet = await fleetWith(
      changed(files, 'argocd/east.yaml', '$values/values/east.yaml', '$vals/values/east.yaml')
    )
    expect(notReadOf(fleet)).toEqual([
      'its value file "$vals/values/east.yaml" refers to the source "vals", and no source has that ref'
    ])
  })

  test('globs bring files in order, those named keep their place', async () => {
    const globbed = changed(files, 'argocd/east.yaml', '$values/values/fleet.yaml', '$values/values/e*.yaml')
    const fleet = await fleetWith(
      changed(globbed, 'argocd/east.yaml', '$values/values/east.yaml', '/values/fleet.yaml')
    )
    expect(saidOf(fleet)).toEqual([])
    // Of the glob's files east.yaml is read first, since fleet.yaml is named after it and keeps its place.
    const weaker = changed(files, 'values/east.yaml', 'name: east', 'name: east\nremoteKey: overridden')
    const first = changed(weaker, 'argocd/east.yaml', '$values/values/fleet.yaml', '$values/values/e*.yaml')
    expect(
      saidOf(await fleetWith(changed(first, 'argocd/east.yaml', '$values/values/east.yaml', '/values/fleet.yaml')))
    ).toEqual([])
  })

  test('an override in the folder of the chart wins, and is pointed at', async () => {
    const override = '.argocd-source-kasten-west.yaml'
    const faulty = {
      ...files,
      [`charts/kasten-secondary/${override}`]:
        'helm:\n  parameters:\n    - name: secondaryUrl\n      value: https://kasten.east.contoso.com/k10\n'
    }
    expect(saidOf(await fleetWith(faulty))).toContain(
      `secondary-ingress-is-its-own charts/kasten-secondary/${override}:4`
    )
  })

  test('Argo CD’s variables are put into the names of files', async () => {
    const named = changed(files, 'argocd/east.yaml', 'values/east.yaml', '$ARGOCD_APP_NAME.yaml')
    const { 'values/east.yaml': values, ...others } = named
    expect(saidOf(await fleetWith({ ...others, 'kasten-east.yaml': values! }))).toEqual([])
  })

  test('what only Helm can render is not guessed', async () => {
    const fleet = await fleetWith(
      changed(files, secondary, 'name: mc-join-config', 'name: {{ tpl "mc-join-config" . }}')
    )
    expect(new Set(notReadOf(fleet))).toEqual(
      new Set(['only Helm can render this chart, and helm is not on PATH: install it (azure/setup-helm)'])
    )
    expect(saidOf(fleet)).toEqual([])
  })
})

describe('Applications that a chart makes', () => {
  const files = filesOf('helm-app-of-apps')
  const list = 'charts/secondaries/values.yaml'

  test('are a healthy fleet', async () => {
    const fleet = await fleetWith(files)
    expect(notReadOf(fleet)).toEqual([])
    expect(saidOf(fleet)).toEqual([])
    expect(fleet.applications.map(({ name }) => name)).toEqual([
      'kasten-primary',
      'kasten-secondaries',
      'kasten-east',
      'kasten-west'
    ])
    expect(fleet.secondaries.map(({ name }) => name?.value)).toEqual(['east', 'west'])
  })

  const faults: readonly Fault[] = [
    [
      'a value that went through two charts',
      list,
      'remoteKey: fleet-join-token',
      'remoteKey: fleet-token',
      'join-key-agrees',
      [list, 'remoteKey: fleet-token']
    ],
    [
      'a value of all',
      'values/fleet.yaml',
      'https://kasten.primary',
      'https://kasten.primry',
      'primary-ingress-agrees',
      ['values/fleet.yaml', 'primaryUrl']
    ],
    [
      'an ingress of two',
      list,
      'https://kasten.east.contoso.com',
      'https://kasten.west.contoso.com',
      'secondary-ingress-is-its-own',
      [list, 'ingress: https://kasten.west']
    ]
  ]
  test.each(faults)('%s is found where it is written', async (...fault) => {
    await expectFound(files, fault)
  })
})

test('a finding in a values file is left out by a comment there', async () => {
  const files = filesOf('helm-values-per-cluster')
  const comment = '# kasten-multicluster-ignore join-key-agrees: the vault copies it\n'
  const faulty = changed(files, 'values/east.yaml', 'name: east\n', `name: east\n${comment}remoteKey: fleet-token\n`)
  const { findings, ignored } = judged(await fleetWith(faulty))
  expect(findings.filter(({ rule }) => rule === 'join-key-agrees')).toEqual([])
  expect(ignored).toBe(1)
})

test('a mistake that clusters share is told once, with all that it hits', async () => {
  const files = filesOf('helm-values-per-cluster')
  const hitBy = async (file: string, from: string, to: string, rule: string): Promise<unknown> => {
    const { findings } = judged(await fleetWith(changed(files, file, from, to)))
    return findings.filter(finding => finding.rule === rule).map(finding => [finding.file, finding.clusters])
  }
  expect(await hitBy(secondary, 'namespaces: [kasten-io]', 'namespaces: [kasten]', 'store-admits-its-users')).toEqual([
    [secondary, ['east', 'west']]
  ])
  expect(await hitBy('values/east.yaml', 'name: east', 'name: east\nremoteKey: other', 'join-key-agrees')).toEqual([
    ['values/east.yaml', ['east']]
  ])
})

test('a value is found behind what a chart defines for itself', async () => {
  const defining = {
    ...changed(
      filesOf('helm-values-per-cluster'),
      secondary,
      '{{ .Values.name }}',
      '{{ include "join.name" . | trimSuffix "-" }}'
    ),
    'charts/kasten-secondary/templates/_names.tpl':
      '{{- define "join.name" -}}\n{{- .Values.name | trunc 63 -}}\n{{- end }}\n'
  }
  const fleet = await fleetWith(defining)
  expect(notReadOf(fleet)).toEqual([])
  expect(saidOf(fleet)).toEqual([])
  const faulty = changed(defining, 'values/east.yaml', 'name: east', 'name: west')
  expect(saidOf(await fleetWith(faulty))).toContain('cluster-names-are-unique values/east.yaml:1')
})
