import { chmodSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { onPath } from '../../src/adapters/render/process.ts'
import { rendererOn } from '../../src/adapters/render/renderer.ts'
import type { Fleet } from '../../src/model/fleet.ts'
import type { Manifest } from '../../src/model/manifest.ts'
import { chartOf } from '../../src/model/helm/chart.ts'
import { foldersOf } from '../../src/model/folders.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { checkoutOf } from '../../src/source/checkout.ts'
import { filesOf, fleetWith, lineOf, notReadOf, saidOf, changed, type Files } from '../model/rendered-world.ts'

const path = process.env.PATH ?? ''
/** Skipped, and said to be, where helm is not on PATH. */
const withHelm = onPath('helm', path) === undefined ? describe.skip : describe
const withKustomize = (onPath('kustomize', path) ?? onPath('kubectl', path)) === undefined ? describe.skip : describe

const objectsOf = (manifests: readonly Manifest[]): unknown[] =>
  manifests.map(({ object }) => object).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))

const deliveredBy = (fleet: Fleet, name: string): readonly Manifest[] =>
  fleet.deliveries.find(({ application }) => application?.name === name)!.manifests

/** The same chart with something that only Helm can render, and that renders to nothing. */
function forHelm(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, file.includes('/templates/') ? `{{ tpl "" . }}${text}` : text])
  )
}

/** The secondaries' chart as a dependency of another, for Helm. */
function umbrellaOf(files: Files): Files {
  const chart = 'charts/kasten-secondary/'
  const moved = Object.entries(forHelm(files)).map(([file, text]): [string, string] => {
    if (file.startsWith(chart))
      return [file.replace(chart, `${chart}charts/join/`), text.replace('name: kasten-secondary', 'name: join')]
    return [file, /values.(east|fleet)/.test(file) ? `join:\n${text.replace(/^/gm, '  ').trimEnd()}\n` : text]
  })
  const own = 'apiVersion: v2\nname: umbrella\nversion: 0.1.0\ndependencies: [{name: join, version: 0.1.0}]\n'
  const west = Object.fromEntries(moved)['argocd/west.yaml']!
  return {
    ...Object.fromEntries(moved),
    [`${chart}Chart.yaml`]: own,
    'argocd/west.yaml': west
      .replace('name: west\n        remoteKey: fleet-join-token', 'join: {name: west, remoteKey: fleet-join-token}')
      .replace('name: secondaryUrl', 'name: join.secondaryUrl')
  }
}

withHelm('helm', () => {
  const files = filesOf('helm-values-per-cluster')

  test.each(['helm-values-per-cluster', 'helm-app-of-apps'])('gives what we build ourselves: %s', async name => {
    const ours = await fleetWith(filesOf(name))
    const helms = await fleetWith(forHelm(filesOf(name)), path)
    expect(notReadOf(helms)).toEqual([])
    expect(ours.requests).toEqual([])
    expect(helms.requests.length).toBeGreaterThan(0)
    expect(helms.deliveries.map(({ manifests }) => objectsOf(manifests))).toEqual(
      ours.deliveries.map(({ manifests }) => objectsOf(manifests))
    )
  })

  test('gives the same for any values', async () => {
    const scalar = fc.oneof(
      fc.constantFrom(
        '',
        'x',
        'true',
        '0123',
        'a: b',
        "it's",
        '"q"',
        'né',
        '- x',
        '#',
        'null',
        '1e3',
        '{}',
        '~',
        'yes'
      ),
      fc.string({ maxLength: 12 }),
      fc.boolean(),
      fc.constant(null),
      fc.integer({ min: -5, max: 2_000_000 })
    )
    const template = [
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x\ndata:',
      '  quoted: {{ .Values.a | quote }}',
      '  single: {{ .Values.b | squote }}',
      '  fallen: {{ .Values.c | default "none" | quote }}',
      '  {{- if .Values.d }}\n  given: "yes"\n  {{- else }}\n  given: "no"\n  {{- end }}',
      '  {{- range .Values.list }}\n  item-{{ .key }}: {{ .value | quote }}\n  {{- end }}',
      '  named: {{ include "any.name" . | quote }}',
      '  {{- with .Values.nested }}\n  inner: {{ .inner | quote }}\n  {{- end }}\n'
    ].join('\n')
    const chart = 'apiVersion: v2\nname: any\nversion: 0.1.0\n'
    const application = (values: string): string =>
      `apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: any, namespace: argocd}\nspec:\n  project: default\n  destination: {name: east, namespace: x}\n  source: {repoURL: 'https://github.com/contoso/kasten-fleet', path: chart, targetRevision: main, helm: {valuesObject: ${values}}}\n`
    const value = fc.record(
      { a: scalar, b: scalar, c: scalar, d: scalar, nested: fc.option(fc.record({ inner: scalar })) },
      { requiredKeys: [] }
    )
    await fc.assert(
      fc.asyncProperty(value, value, async (given, own) => {
        const tree = {
          'chart/Chart.yaml': chart,
          'chart/values.yaml': JSON.stringify(own),
          'chart/templates/x.yaml': template,
          'chart/templates/_names.tpl':
            '{{- define "any.name" -}}\n{{- if .Values.a }}{{ .Values.a }}{{ else }}{{ .Release.Name }}-{{ .Chart.Name }}{{ end }}\n{{- end }}\n',
          'app.yaml': application(JSON.stringify(given))
        }
        const ours = await fleetWith(tree)
        if (notReadOf(ours).length > 0) return
        const helms = await fleetWith(forHelm(tree), path)
        expect(notReadOf(helms)).toEqual([])
        expect(objectsOf(deliveredBy(helms, 'any'))).toEqual(objectsOf(deliveredBy(ours, 'any')))
      }),
      { numRuns: 60 }
    )
  }, 120_000)

  test.each([
    [
      'a value of one cluster',
      'values/east.yaml',
      'name: east\n',
      'name: east\nremoteKey: fleet-token\n',
      'join-key-agrees',
      'remoteKey: fleet-token'
    ],
    [
      'a value in the Application',
      'argocd/west.yaml',
      'remoteKey: fleet-join-token',
      'remoteKey: fleet-token',
      'join-key-agrees',
      'remoteKey: fleet-token'
    ],
    [
      'a literal of the template',
      'charts/kasten-primary/templates/primary.yaml',
      'secretKey: token',
      'secretKey: tokn',
      'push-secret-sends-the-token',
      'secretKey: tokn'
    ]
  ])('%s is found where it is written', async (_what, file, from, to, rule, line) => {
    const faulty = forHelm(changed(files, file, from, to))
    expect(saidOf(await fleetWith(faulty, path))).toContain(`${rule} ${lineOf(faulty, file, line)}`)
  })

  describe('in a dependency', () => {
    const template = 'charts/kasten-secondary/charts/join/templates/secondary.yaml'
    const umbrella = umbrellaOf(files)

    test.each([
      ['a value of the umbrella', 'values/east.yaml', 'name: east', 'name: "815"', 'config-values-are-strings'],
      ['a text', 'values/east.yaml', 'name: east', 'name: west', 'cluster-names-are-unique']
    ])('%s is found where it is written', async (_what, file, from, to, rule) => {
      const faulty = changed(umbrella, file, from, to)
      expect(saidOf(await fleetWith(faulty, path))).toContain(`${rule} ${lineOf(faulty, file, to)}`)
    })

    test('what is put together of several values is found where that is done', async () => {
      const line = 'cluster-ingress: {{ printf "https://%s/%s" .Values.global.domain .Values.path }}'
      const composed = changed(umbrella, template, 'cluster-ingress: {{ .Values.secondaryUrl }}', line)
      const faulty = {
        ...composed,
        'values/fleet.yaml': `${composed['values/fleet.yaml']}  path: k10\nglobal: {domain: contoso.com}\n`
      }
      expect(saidOf(await fleetWith(faulty, path))).toContain(
        `secondary-ingress-is-its-own ${lineOf(faulty, template, line)}`
      )
    })
  })

  test('a chart that asks for the APIs of its cluster is not taken for whole', async () => {
    const template = 'charts/kasten-primary/templates/primary.yaml'
    const asking = changed(files, template, '{{ if', '{{ if .Capabilities.APIVersions.Has "x/v1" }}{{ end }}{{ if')
    const fleet = await fleetWith(asking, path)
    expect(notReadOf(fleet).join()).toContain('.Capabilities.APIVersions')
    expect(fleet.deliveries.find(({ application }) => application?.name === 'kasten-primary')!.complete).toBe(false)
    expect(fleet.primaries).toHaveLength(1)
  })

  test('a chart that fails says why, without where it ran', async () => {
    const broken = changed(
      files,
      'charts/kasten-primary/templates/primary.yaml',
      '{{ if',
      '{{ fail "not today" }}{{ if'
    )
    const [reason] = notReadOf(await fleetWith(broken, path))
    expect(reason).toContain('not today')
    expect(reason).not.toContain(tmpdir())
  })

  test('a chart whose dependencies are not in the repository is not downloaded', async () => {
    const asking = changed(
      files,
      'charts/kasten-primary/Chart.yaml',
      'type: application',
      'type: application\ndependencies:\n  - name: k10\n    version: 8.0.0\n    repository: https://charts.kasten.io/'
    )
    expect(notReadOf(await fleetWith(asking, path)).join()).toMatch(/k10/)
  })

  test('neither files beside the chart nor the environment can be read, and no cluster is asked', async () => {
    const template = 'charts/kasten-primary/templates/primary.yaml'
    const peek =
      '{{ if (.Files.Get "../../values/primary.yaml") }}{{ fail "read" }}{{ end }}{{ if (lookup "v1" "Secret" "" "") }}{{ fail "looked" }}{{ end }}{{ if'
    expect(notReadOf(await fleetWith(changed(files, template, '{{ if', peek), path))).toEqual([])
    const [reason] = notReadOf(await fleetWith(changed(files, template, '{{ if', '{{ env "PATH" }}{{ if'), path))
    expect(reason).toContain('function "env" not defined')
  })

  test.each([
    ['releaseName', '--post-renderer=/bin/true'],
    ['releaseName', '-h'],
    ['kubeVersion', '1.30.0 --post-renderer=/bin/true'],
    ['namespace', '--help']
  ])('a %s of "%s" is no flag', async (field, value) => {
    const asking = changed(
      forHelm(files),
      'argocd/west.yaml',
      'releaseName: kasten',
      field === 'releaseName' ? `releaseName: "${value}"` : `${field}: "${value}"`
    )
    const fleet = await fleetWith(asking, path)
    const west = fleet.deliveries.find(({ application }) => application?.name === 'kasten-west')!
    expect(west.notRead.length + west.manifests.length).toBeGreaterThan(0)
    expect(west.notRead.map(({ reason }) => reason).join()).not.toContain('unknown flag')
  })
})

withKustomize('kustomize', () => {
  test('gives what we build ourselves', async () => {
    const simple = `namePrefix: fleet-
namespace: kasten-multi
commonLabels:
  contoso.com/team: backup
labels:
  - pairs: {contoso.com/site: hq}
`
    const files = filesOf('kustomize-overlays')
    const ours = { ...files, 'primary/kustomization.yaml': `${files['primary/kustomization.yaml']}${simple}` }
    // Images are nothing that we change, and there are none.
    const images = 'images:\n  - name: none\n    newTag: none\n'
    const theirs = { ...ours, 'primary/kustomization.yaml': `${ours['primary/kustomization.yaml']}${images}` }
    const [here, there] = [await fleetWith(ours), await fleetWith(theirs, path)]
    expect(deliveredBy(here, 'kasten-primary')).toHaveLength(5)
    expect(notReadOf(there)).toEqual([])
    expect(objectsOf(deliveredBy(there, 'kasten-primary'))).toEqual(objectsOf(deliveredBy(here, 'kasten-primary')))
  })

  test('what lies outside the kustomization’s folder is not read', async () => {
    const files = filesOf('kustomize-overlays')
    const asking = changed(
      files,
      'clusters/east/kustomization.yaml',
      'path: join-config.yaml',
      'path: ../../base/store.yaml'
    )
    expect(notReadOf(await fleetWith(asking, path)).join()).toMatch(/is not in or below|security/)
    const generating = changed(
      files,
      'clusters/east/kustomization.yaml',
      'patches:',
      'configMapGenerator:\n  - name: x\n    files: [/etc/hostname]\npatches:'
    )
    expect(notReadOf(await fleetWith(generating, path)).join()).toMatch(/is not in or below|security/)
  })
})

describe('tools', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tools-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  const fakeHelm = (script: string): void => {
    writeFileSync(join(folder, 'helm'), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, 'helm'), 0o755)
  }

  test('are looked for in whole folders only', () => {
    fakeHelm('true')
    symlinkSync(join(folder, 'helm'), join(folder, 'kubectl'))
    expect(onPath('helm', `:.:relative:${folder}`)).toBe(join(folder, 'helm'))
    expect(onPath('kubectl', folder)).toBe(join(folder, 'kubectl'))
    expect(onPath('kustomize', folder)).toBeUndefined()
  })

  test('get nothing of our environment, and leave nothing behind', async () => {
    process.env.FLEET_SECRET = 'planted'
    fakeHelm(
      `echo "data: $FLEET_SECRET" >&2; echo "Error: home is $HOME, path is $PATH, token is [$FLEET_SECRET]" >&2; exit 1`
    )
    const before = readdirSync(tmpdir()).filter(name => name.startsWith('render-'))
    const fleet = await fleetWith(forHelm(filesOf('helm-values-per-cluster')), folder)
    delete process.env.FLEET_SECRET
    expect(notReadOf(fleet).join()).toContain('token is []')
    expect(notReadOf(fleet).join()).not.toContain(tmpdir())
    expect(readdirSync(tmpdir()).filter(name => name.startsWith('render-') && !before.includes(name))).toEqual([])
  })

  test.each([
    [
      'a line of kubectl’s log',
      'E1125 01:14:48.736189   12278 run.go:72] "command failed" err="merging from &{0xc0005f3450 <nil>}: \\"mc-join\\" exists"',
      'merging from &{0x… <nil>}: "mc-join" exists'
    ],
    [
      'an error between the brackets of kubectl’s log',
      'E1125 01:14:48.736189   12278 run.go:72] "command failed" err=<\n\tno such file\n >',
      'no such file'
    ],
    [
      'an error with a hint for a terminal',
      'Error: function "ende" not defined\n\nUse --debug flag to render out invalid YAML',
      'function "ende" not defined'
    ]
  ])('fail with the same words each time: %s', async (_what, stderr, words) => {
    fakeHelm(`/bin/cat >&2 <<'WORDS'\n${stderr}\nWORDS\nexit 1`)
    const fleet = await fleetWith(forHelm(filesOf('helm-values-per-cluster')), folder)
    expect(new Set(notReadOf(fleet))).toEqual(new Set([words]))
  })

  test('are stopped when they give without end', async () => {
    fakeHelm('while :; do echo "a: line that goes on and on, and on and on, and on and on, and on and on"; done')
    const fleet = await fleetWith(forHelm(filesOf('helm-values-per-cluster')), folder)
    expect(notReadOf(fleet).join()).toMatch(/gives more than 32 MiB/)
  })

  test('are called once for the same inputs', async () => {
    fakeHelm(`echo x >> ${join(folder, 'calls')}; echo "kind: ConfigMap"`)
    const files = forHelm(filesOf('helm-values-per-cluster'))
    const twin = { ...files, 'argocd/twin.yaml': files['argocd/west.yaml']!.replace('kasten-west', 'kasten-twin') }
    const fleet = await fleetWith(twin, folder)
    expect(fleet.requests).toHaveLength(4)
    expect(new Set(fleet.requests.map(({ key }) => key)).size).toBe(3)
    const checkout = checkoutOf(twin)
    const renderer = rendererOn(folder)
    await renderer.render(fleet.requests, checkout)
    await renderer.render(fleet.requests, checkout)
    const { readFileSync } = await import('node:fs')
    expect(readFileSync(join(folder, 'calls'), 'utf8').split('\n').length - 1).toBe(3 + 3)
  })
})

test('a chart that needs Helm says what for', async () => {
  const repository = await repositoryOf(
    checkoutOf({ 'c/Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', 'c/crds/x.yaml': '' })
  )
  expect(chartOf('c', repository, foldersOf(repository))).toMatchObject({ needsHelm: 'the chart has crds/x.yaml' })
})
