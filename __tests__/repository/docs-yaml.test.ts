import { describe, expect, test } from '@jest/globals'
import { declared } from '../../src/inputs/declared.ts'
import { inputsOf } from '../../src/inputs/inputs.ts'
import { clustersFileOf } from '../../src/model/clusters-file.ts'
import { hasSchema, mismatchesOf } from '../../src/model/schema/schema.ts'
import { ignoresIn } from '../../src/rules/ignores.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { home } from '../../src/tool.ts'
import { isObject, type Json, type JsonObject } from '../../src/source/json.ts'
import { documentsOf } from '../../src/source/yaml.ts'
import { complaints, testWith } from './linters.ts'
import { fit } from './manifest-frames.ts'
import { blocksIn, type Block } from './pages.ts'
import { textAt } from './workflow-files.ts'

const ours = home.replace('https://github.com/', '')

/** What a block is, and so who judges it. */
type Sort =
  | 'workflow'
  | 'steps'
  | 'configuration'
  | 'clusters file'
  | 'manifests'
  | 'hooks'
  | 'values of Kasten'
  | 'lines of a manifest'
  | 'inputs'
  | 'comment'

const blocks = blocksIn('yaml').map(block => ({
  ...block,
  values: documentsOf(block.text).documents.map(({ value }) => value)
}))
const sorted = blocks.map(block => [block.page, sortOf(block), block] as const)
const those = (sort: Sort) => sorted.filter(([, each]) => each === sort)

function sortOf({ text, values: [value] }: (typeof blocks)[number]): Sort | undefined {
  if (text.startsWith('# .github/kasten-multicluster.yaml')) return 'configuration'
  if (Array.isArray(value)) return value.some(item => isObject(item) && 'uses' in item) ? 'steps' : 'clusters file'
  if (!isObject(value)) return ignoresIn('', text).length > 0 ? 'comment' : undefined
  if ('jobs' in value) return 'workflow'
  if ('kind' in value && 'metadata' in value) return 'manifests'
  if ('repos' in value) return 'hooks'
  if (fit(value)) return 'lines of a manifest'
  if ('with' in value) return 'inputs'
  return 'multicluster' in value || /^# kasten-\w+-values\.yaml/.test(text) ? 'values of Kasten' : undefined
}

describe('every block', () => {
  test.each(blocks.map(block => [block.page, block] as const))(
    '%s: is read as Kubernetes reads it',
    (_page, { text }) => {
      expect(documentsOf(text).problems).toEqual([])
    }
  )

  test('is of a sort that somebody judges; lines of a manifest fit into one', () => {
    expect(sorted.filter(([, sort]) => sort === undefined).map(([page, , { text }]) => `${page}: ${text}`)).toEqual([])
  })

  test('silences rules that exist, with a reason', () => {
    const known = new Set(fleetRules.map(({ id }) => id))
    const ignores = blocks.flatMap(({ page, text }) => ignoresIn(page, text))
    expect(ignores.length).toBeGreaterThan(0)
    expect(ignores.filter(({ rule, reason }) => !known.has(rule) || reason === '')).toEqual([])
  })
})

describe('workflows', () => {
  const asWorkflow = ({ text }: Block, sort: Sort | undefined): string =>
    sort === 'workflow' ? text : `${frame}${text.replaceAll(/^(?=.)/gm, '      ')}`
  const frame = 'on: workflow_dispatch\npermissions: {}\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n'
  const judged = [...those('workflow'), ...those('steps')]

  test('there are some', () => expect(judged.length).toBeGreaterThan(5))

  testWith('actionlint').each(judged)('%s: a %s satisfies actionlint', (_page, sort, block) => {
    expect(complaints('actionlint', ['-no-color', '-'], asWorkflow(block, sort))).toBe('')
  })

  test('give this action inputs that it has and its mode reads', () => {
    const given = judged.flatMap(([, , { values }]) => values.flatMap(stepsIn))
    expect(given.length).toBeGreaterThan(5)
    expect(given.flatMap(unreadIn)).toEqual([])
  })

  test('pin every other action as our own workflows do', () => {
    const own = textAt('examples/workflows/validate.yml') + textAt('.github/workflows/codeql.yml')
    const uses = judged.flatMap(([, , { text }]) => [...text.matchAll(/uses: (.*)$/gm)].map(([, what]) => what!))
    const others = uses.filter(what => !what.startsWith(ours))
    const pinned = (what: string): string => what.replace(/\/upload-sarif@/, '/init@')
    expect(others.filter(what => !own.includes(pinned(what)))).toEqual([])
  })
})

/** Values of `with` of the steps that use this action, wherever they are in a document. */
function stepsIn(value: Json): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(stepsIn)
  if (!isObject(value)) return []
  const own = typeof value['uses'] === 'string' && value['uses'].startsWith(`${ours}@`) ? [value['with'] ?? {}] : []
  return [...own.filter(isObject), ...Object.values(value).flatMap(stepsIn)]
}

function unreadIn(given: JsonObject): readonly string[] {
  const inputs: Readonly<Record<string, { readonly modes: readonly string[] }>> = declared
  return Object.keys(given).filter(name => !inputs[name]?.modes.some(mode => mode === given['mode']))
}

describe('other blocks', () => {
  test('a manifest is what its kind asks for', () => {
    const objects = those('manifests').flatMap(([, , { values }]) => values.filter(isObject))
    expect(objects.length).toBeGreaterThan(0)
    expect(objects.flatMap(mismatches)).toEqual([])
  })

  test('inputs of a step are inputs', () => {
    const given = those('inputs').flatMap(([, , { values }]) =>
      values.filter(isObject).flatMap(value => value['with'] ?? {})
    )
    expect(
      given
        .filter(isObject)
        .flatMap(Object.keys)
        .filter(name => !(name in declared))
    ).toEqual([])
  })

  test('a configuration file is a configuration', () => {
    const files = those('configuration')
    expect(files.length).toBeGreaterThan(0)
    const read = files.map(([name, , { text }]) => inputsOf({ mode: 'validate' }, { name, text }, 'the step'))
    expect(read.flatMap(({ warnings }) => warnings)).toEqual([])
  })

  test('a clusters file is one', () => {
    const files = those('clusters file')
    expect(files.length).toBeGreaterThan(0)
    expect(files.map(([, , { text }]) => clustersFileOf(text)).filter(read => 'wrong' in read)).toEqual([])
  })

  test('hooks are those of .pre-commit-hooks.yaml, at the version of the package', () => {
    const hooks = documentsOf(textAt('.pre-commit-hooks.yaml')).documents[0]!.value
    const repos = { repos: [{ repo: home, rev: `v${version()}`, hooks: ids(hooks).map(id => ({ id })) }] }
    expect(those('hooks').map(([, , { values }]) => values)).toEqual([[repos]])
  })
})

function mismatches({ apiVersion, kind, ...rest }: JsonObject): readonly string[] {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || !hasSchema(apiVersion, kind))
    return ['no known kind']
  return mismatchesOf(apiVersion, kind, { apiVersion, kind, ...rest }).map(({ message }) => message)
}

const ids = (hooks: Json): readonly Json[] =>
  Array.isArray(hooks) ? hooks.filter(isObject).map(({ id }) => id ?? '') : []

function version(): string {
  const read: { readonly version: string } = JSON.parse(textAt('package.json'))
  return read.version
}
