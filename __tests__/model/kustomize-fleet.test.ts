import { describe, expect, test } from '@jest/globals'
import { onPath } from '../../src/adapters/render/process.ts'
import { changed, filesOf, fleetWith, lineOf, notReadOf, saidOf, type Files } from './rendered-world.ts'

const path = process.env.PATH ?? ''
const there = onPath('kustomize', path) ?? onPath('kubectl', path)
/** Skipped, and said to be, where neither kustomize nor kubectl is on PATH. */
const withTool = there === undefined ? describe.skip : describe

const files = filesOf('kustomize-overlays')

withTool('a base and overlays, built by kustomize or kubectl', () => {
  test('are a healthy fleet', async () => {
    const fleet = await fleetWith(files, path)
    expect(notReadOf(fleet)).toEqual([])
    expect(saidOf(fleet)).toEqual([])
    expect(fleet.secondaries.map(({ name }) => name?.value)).toEqual(['east', 'west'])
  })

  test.each([
    [
      'a patch of its own file',
      'clusters/east/join-config.yaml',
      'cluster-name: east',
      'cluster-name: west',
      'cluster-names-are-unique'
    ],
    [
      'a patch in the kustomization',
      'clusters/west/kustomization.yaml',
      'kasten.west.contoso.com',
      'kasten.east.contoso.com',
      'secondary-ingress-is-its-own'
    ],
    ['a resource of the base', 'base/join-secret.yaml', 'key: fleet-join-token', 'key: fleet-token', 'join-key-agrees'],
    [
      'a store of the base',
      'base/store.yaml',
      'conditions:\n    - namespaces: [kasten-io]',
      'conditions: [{namespaces: [kasten]}]',
      'store-admits-its-users'
    ]
  ])('%s is pointed at', async (_what, file, from, to, rule) => {
    const faulty = changed(files, file, from, to)
    expect(saidOf(await fleetWith(faulty, path))).toContain(`${rule} ${lineOf(faulty, file, to)}`)
  })

  const patchless = Object.fromEntries(Object.entries(files).filter(([file]) => !/(base|east).join-config/.test(file)))
  const generated: Files = {
    ...patchless,
    'base/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: kasten-io
resources: [join-secret.yaml, store.yaml]
generatorOptions: {disableNameSuffixHash: true}
configMapGenerator:
  - name: mc-join-config
    literals:
      - primary-ingress=https://kasten.primary.contoso.com/k10
`,
    'clusters/east/kustomization.yaml': `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: kasten-io
resources: [../../base]
configMapGenerator:
  - name: mc-join-config
    behavior: merge
    envs: [join.env]
    literals:
      - cluster-ingress=https://kasten.east.contoso.com/k10
`,
    'clusters/east/join.env': '# What the dashboard calls it\ncluster-name=east\n'
  }

  test.each([
    ['a literal', 'clusters/east/kustomization.yaml', 'kasten.east', 'kasten.west', 'secondary-ingress-is-its-own'],
    ['a literal of the base', 'base/kustomization.yaml', 'kasten.primary', 'kasten.hub', 'primary-ingress-agrees'],
    ['a line of an env file', 'clusters/east/join.env', 'name=east', 'name=west', 'cluster-names-are-unique'],
    [
      'an unknown key in an env file',
      'clusters/east/join.env',
      'cluster-name=',
      'clustername=',
      'config-keys-are-known'
    ]
  ])('%s is pointed at', async (_what, file, from, to, rule) => {
    const faulty = changed(generated, file, from, to)
    expect(saidOf(await fleetWith(faulty, path))).toContain(`${rule} ${lineOf(faulty, file, to)}`)
  })

  test('for what a generated ConfigMap lacks, the name of its generator is pointed at', async () => {
    const faulty = changed(generated, 'clusters/east/join.env', 'cluster-name=east', '')
    const place = lineOf(faulty, 'clusters/east/kustomization.yaml', 'name: mc-join-config')
    expect(saidOf(await fleetWith(faulty, path))).toContain(`secondary-has-a-name ${place}`)
  })

  test('a file that is a value of a generated ConfigMap is pointed at', async () => {
    const named = changed(
      generated,
      'clusters/east/kustomization.yaml',
      'envs: [join.env]',
      'files: [cluster-name=name]'
    )
    const fleet = await fleetWith({ ...named, 'clusters/east/name': 'west' }, path)
    expect(saidOf(fleet)).toContain('cluster-names-are-unique clusters/east/name:1')
  })

  test('a patch that Argo CD adds is applied', async () => {
    const patch =
      'kustomize:\n      patches:\n        - patch: |-\n            apiVersion: v1\n            kind: ConfigMap\n            metadata: {name: mc-join-config, namespace: kasten-io}\n            data: {cluster-name: north}'
    const fleet = await fleetWith(
      changed(files, 'argocd/east.yaml', 'path: clusters/east', `path: clusters/east\n    ${patch}`),
      path
    )
    expect(fleet.secondaries.map(({ name }) => name?.value)).toEqual(['north', 'west'])
  })
})

describe('a kustomization without the tool', () => {
  test('is built when it is simple, and traced to its resources', async () => {
    const faulty = changed(files, 'primary/push-secret.yaml', 'secretKey: token', 'secretKey: tokn')
    const fleet = await fleetWith(faulty)
    expect(fleet.primaries).toHaveLength(1)
    expect(fleet.primaries[0]!.bootstraps[0]!.delivery.application?.name).toBe('kasten-primary')
    expect(saidOf(fleet)).toContain(`push-secret-sends-the-token ${lineOf(faulty, 'primary/push-secret.yaml', 'tokn')}`)
  })

  test('is not guessed when it is not', async () => {
    const fleet = await fleetWith(files)
    expect(new Set(notReadOf(fleet))).toEqual(
      new Set([
        'only Kustomize can build this kustomization, and neither kustomize nor kubectl is on PATH: install one (azure/setup-kubectl)'
      ])
    )
    expect(saidOf(fleet)).toEqual([])
  })

  test('moves objects to its namespace, and is pointed at for it', async () => {
    const moved = changed(
      files,
      'primary/kustomization.yaml',
      'commonAnnotations',
      'namespace: kasten-multi\ncommonAnnotations'
    )
    const { primaries } = await fleetWith(moved)
    const { manifest } = primaries[0]!.bootstraps[0]!
    expect(manifest.namespace).toBe('kasten-multi')
    expect(manifest.origin.locate(['metadata', 'namespace'], 'value')).toMatchObject({
      file: 'primary/kustomization.yaml',
      line: 9
    })
  })

  test.each([
    [
      'a base elsewhere',
      '../../base',
      'https://github.com/contoso/bases//kasten?ref=v1',
      'which is not in this repository'
    ],
    ['a base elsewhere, in short', '../../base', 'github.com/contoso/bases/kasten', 'which is not in this repository'],
    ['a folder that is not there', '../../base', '../../bsae', 'which does not exist'],
    ['a chart', 'patches:', 'helmCharts: [{name: k10}]\npatches:', '"helmCharts", which is not run here'],
    ['a program', 'patches:', 'generators: [exec.yaml]\npatches:', '"generators", which is not run here'],
    ['a patch elsewhere', 'path: join-config.yaml', 'path: https://evil.example/patch.yaml', 'not in this repository']
  ])('%s is refused by name', async (_what, from, to, reason) => {
    const fleet = await fleetWith(changed(files, 'clusters/east/kustomization.yaml', from, to), path)
    expect(notReadOf(fleet).join('\n')).toContain(reason)
  })
})
