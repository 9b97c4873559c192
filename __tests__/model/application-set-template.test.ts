import { describe, expect, test } from '@jest/globals'
import type { Expansion } from '../../src/model/application-set/expansion.ts'
import type { Json, JsonObject, Path } from '../../src/source/json.ts'
import { fleetFrom, reasons, url } from './application-set-world.ts'

/** An ApplicationSet in YAML, as people write it; `rest` goes below spec, `metadata` below the template's metadata. */
function setWith(rest: string, { destination = 'name: "{{.name}}"', metadata = '' } = {}): string {
  return `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: set
  namespace: gitops
spec:
  goTemplate: true
  template:
    metadata:
      name: kasten-{{.name}}
      namespace: elsewhere
${metadata}    spec:
      project: default
      destination:
        ${destination}
      source:
        repoURL: ${url}
        path: '{{ default "base" .folder }}'
        helm:
          valuesObject:
            deep: {cluster: '{{.name}}', port: 1}
      syncPolicy:
        syncOptions: [A=true]
${rest}`
}

const list = `  generators:
    - list:
        elements:
          - name: east
            folder: charts/east
          - name: west
`

async function expanded(text: string, files: Record<string, string> = {}): Promise<Expansion> {
  return (await fleetFrom({ ...files, 'set.yaml': text })).expansions[0]!
}

const object = (expansion: Expansion, index = 0): JsonObject => expansion.applications[index]!.object

describe('what a template becomes', () => {
  test('the namespace is that of the ApplicationSet, whatever the template says; a finalizer is added', async () => {
    const { metadata } = object(await expanded(setWith(list)))
    expect(metadata).toEqual({
      name: 'kasten-east',
      namespace: 'gitops',
      finalizers: ['resources-finalizer.argocd.argoproj.io']
    })
  })

  test('preserveResourcesOnDeletion, or finalizers of its own, add none', async () => {
    const preserved = await expanded(setWith(`${list}  syncPolicy: {preserveResourcesOnDeletion: true}\n`))
    expect(object(preserved).metadata).not.toHaveProperty('finalizers')
    const own = await expanded(setWith(list, { metadata: '      finalizers: [mine]\n' }))
    expect(object(own).metadata).toHaveProperty('finalizers', ['mine'])
  })

  test('texts in valuesObject are rendered, other values stay', async () => {
    const expansion = await expanded(setWith(list))
    expect(object(expansion, 1)).toHaveProperty('spec.source.helm.valuesObject', { deep: { cluster: 'west', port: 1 } })
    expect(object(expansion, 1)).toHaveProperty('spec.source.path', 'base')
  })

  test("a generator's own template wins, and is filled up from the other", async () => {
    const own = `        template:
          metadata: {name: 'own-{{.name}}'}
          spec:
            project: ''
            destination: {}
            syncPolicy: {syncOptions: [B=true]}
`
    const expansion = await expanded(setWith(list + own))
    expect(object(expansion)).toMatchObject({
      metadata: { name: 'own-east' },
      spec: { project: 'default', destination: { name: 'east' }, syncPolicy: { syncOptions: ['B=true'] } }
    })
    expect(lineOf(expansion, ['spec', 'syncPolicy', 'syncOptions', 0])).toBe(
      'set.yaml:' + lineIn(setWith(list + own), 'B=true')
    )
  })

  test('inside a matrix the template of a child does not count', async () => {
    const matrix = `  generators:
    - matrix:
        generators:
          - list:
              elements: [{name: east}]
              template: {metadata: {name: other}, spec: {}}
          - list: {elements: [{x: y}]}
`
    expect((await expanded(setWith(matrix))).applications.map(({ name }) => name)).toEqual(['kasten-east'])
  })
})

const patch = (text: string): string =>
  `  templatePatch: |\n${text
    .split('\n')
    .map(line => `    ${line}`)
    .join('\n')}\n`

describe('templatePatch', () => {
  test('merges maps, replaces lists, removes by null, joins finalizers, and never touches the project', async () => {
    const text = `metadata:
  finalizers: [mine]
  labels: {of: '{{.name}}'}
spec:
  project: other
  source:
    helm: null
  syncPolicy:
    syncOptions:
      {{- if eq .name "east" }}
      - East=true
      {{- else }}
      - West=true
      {{- end }}`
    const expansion = await expanded(setWith(list + patch(text)))
    expect(object(expansion)).toMatchObject({
      metadata: {
        namespace: 'gitops',
        labels: { of: 'east' },
        finalizers: ['resources-finalizer.argocd.argoproj.io', 'mine']
      },
      spec: { project: 'default', syncPolicy: { syncOptions: ['East=true'] } }
    })
    expect(object(expansion)).not.toHaveProperty('spec.source.helm')
    expect(object(expansion, 1)).toHaveProperty('spec.syncPolicy.syncOptions', ['West=true'])
    expect(lineOf(expansion, ['metadata', 'labels', 'of'])).toBe(
      `set.yaml:${lineIn(setWith(list + patch(text)), "labels: {of: '{{.name}}'}")}`
    )
  })

  test('what is no YAML is refused as Argo CD would; what we cannot merge is named', async () => {
    expect(reasons(await expanded(setWith(list + patch('a: [1'))))).toEqual([
      '! its templatePatch, rendered, is no YAML'
    ])
    expect(reasons(await expanded(setWith(list + patch('spec: {$retainKeys: [a]}'))))).toEqual([
      'its templatePatch uses the directive $retainKeys'
    ])
    const deep = patch('spec: {source: {helm: {valuesObject: {deep: {more: 1}}}}}')
    expect(reasons(await expanded(setWith(list + deep)))).toEqual([
      '! its templatePatch merges a map or a list inside valuesObject, which Kubernetes cannot'
    ])
  })
})

/** `file:line` of what stands at a path of a generated Application. */
function lineOf({ applications }: Expansion, path: Path, index = 0): string {
  const { file, line } = applications[index]!.origin.locate(path, 'value')
  return `${file}:${line}`
}

function lineIn(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split('\n').length
}

describe('a matrix with goTemplate merges as dario.cat/mergo does', () => {
  // The second child's, the first child's, and what mergo v1.0 made of them with override.
  const cases: [JsonObject, JsonObject, Json][] = [
    [{ a: 'x' }, { a: '' }, ''],
    [{ a: 'x' }, { a: null }, null],
    [{ a: [1] }, { a: [] }, []],
    [{ a: [1, 2] }, { a: [3] }, [3]],
    [{ a: { b: 1 } }, { a: {} }, { b: 1 }],
    [{ a: { b: 1 } }, { a: 't' }, 't'],
    [{ a: 't' }, { a: { b: 1 } }, { b: 1 }],
    [{ a: { b: 1 } }, { a: null }, null],
    [{ a: { b: [1] } }, { a: { b: [] } }, { b: [] }],
    [{ a: { b: 'x' } }, { a: { b: '' } }, { b: '' }]
  ]

  test.each(cases)('%j under %j', async (second, first, expected) => {
    const one = JSON.stringify([{ ...first, name: 'n' }])
    const two = JSON.stringify([second])
    const text = setWith(
      `  generators: [{matrix: {generators: [{list: {elements: ${one}}}, {list: {elements: ${two}}}]}}]\n`,
      { metadata: "      annotations: {a: '{{ toJson .a }}'}\n" }
    )
    expect(object(await expanded(text))).toHaveProperty('metadata.annotations.a', JSON.stringify(expected))
  })
})

describe('where a value is written', () => {
  const name: Path = ['metadata', 'name']

  test('in the element of a list', async () => {
    const expansion = await expanded(setWith(list))
    expect(lineOf(expansion, name)).toBe(`set.yaml:${lineIn(setWith(list), 'name: east')}`)
    expect(lineOf(expansion, ['spec', 'source', 'path'])).toBe(`set.yaml:${lineIn(setWith(list), 'folder: charts')}`)
    expect(expansion.applications[0]!.origin.file).toBe('set.yaml')
  })

  test('in the template where no parameter, or a missing one, is used', async () => {
    const expansion = await expanded(setWith(list))
    expect(lineOf(expansion, ['spec', 'project'])).toBe(`set.yaml:${lineIn(setWith(list), 'project: default')}`)
    expect(lineOf(expansion, ['spec', 'source', 'path'], 1)).toBe(`set.yaml:${lineIn(setWith(list), 'path:')}`)
    expect(lineOf(expansion, ['spec', 'nothing', 'here'])).toBe(`set.yaml:${lineIn(setWith(list), 'spec:\n      p')}`)
  })

  const files = `  generators:
    - git:
        repoURL: ${url}
        revision: main
        files: [{path: 'clusters/*.yaml'}]
        values:
          plain: text
          other: '{{.nested.name}}'
`
  const configs = { 'clusters/a.yaml': '# one\n- name: a\n- nested: {name: n}\n  name: b\n' }

  test('in a config file', async () => {
    const expansion = await expanded(setWith(files), configs)
    expect(lineOf(expansion, name)).toBe('clusters/a.yaml:2')
    expect(lineOf(expansion, name, 1)).toBe('clusters/a.yaml:4')
    expect(expansion.applications[1]!.origin.file).toBe('clusters/a.yaml')
  })

  test('behind values', async () => {
    const text = setWith(files, { destination: 'name: "{{.values.other}}"' })
    expect(lineOf(await expanded(text, configs), ['spec', 'destination', 'name'], 1)).toBe('clusters/a.yaml:3')
    const plain = setWith(files, { destination: 'name: "{{.values.plain}}"' })
    expect(lineOf(await expanded(plain, configs), ['spec', 'destination', 'name'])).toBe(
      `set.yaml:${lineIn(plain, 'plain: text')}`
    )
  })

  test('behind a matrix', async () => {
    const matrix = `  generators:
    - matrix:
        generators:
          - git:
              repoURL: ${url}
              revision: main
              files: [{path: 'clusters/*.yaml'}]
          - list:
              elements:
                - folder: 'charts/{{.name}}'
`
    const expansion = await expanded(setWith(matrix), configs)
    expect(lineOf(expansion, name)).toBe('clusters/a.yaml:2')
    expect(lineOf(expansion, ['spec', 'source', 'path'])).toBe('clusters/a.yaml:2')
  })

  test('a flat name with dots is found again', async () => {
    const text = `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: set}
spec:
  generators:
    - git: {repoURL: '${url}', files: [{path: c.json}]}
  template:
    metadata: {name: '{{a.b.c}}'}
`
    const expansion = await expanded(text, { 'c.json': '{"a":\n {"b.c":\n  "x"}}' })
    expect(lineOf(expansion, name)).toBe('c.json:3')
  })
})

const generator = (path: string): string => `  generators:
    - git:
        repoURL: ${url}
        files:
          - path: ${path}
`

describe('globs that mean two things', () => {
  const files = { 'c/a.yaml': 'name: a\n', 'c/deep/b.yaml': 'name: b\n' }

  test('a star that crosses a slash is a warning', async () => {
    const { warnings, applications } = await expanded(setWith(generator('c/*.yaml')), files)
    expect(applications).toHaveLength(2)
    expect(warnings).toMatchObject([{ pattern: 'c/*.yaml', onlyGit: ['c/deep/b.yaml'], onlyDoublestar: [] }])
  })

  test('two stars select by the new meaning what Git does not', async () => {
    const { warnings } = await expanded(setWith(generator('c/**/*.yaml')), files)
    expect(warnings).toMatchObject([{ onlyGit: [], onlyDoublestar: ['c/a.yaml'] }])
  })

  test('a pattern that both read alike is none', async () => {
    expect((await expanded(setWith(generator('c/deep/*.yaml')), files)).warnings).toEqual([])
  })
})
