import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { JsonObject, Path } from '../../src/source/json.ts'
import { type GoTemplateOptions, goParamsOf, goTemplateOf, renderGo } from '../../src/source/template/go-template.ts'
import cases from './go-template-cases.json' with { type: 'json' }

interface Row {
  readonly template: string
  readonly params?: JsonObject
  readonly missingKey?: GoTemplateOptions['missingKey']
  /** null where Go fails. */
  readonly text: string | null
}

interface Table {
  readonly params: JsonObject
  readonly stringMaps: readonly Path[]
  readonly stringLists: readonly Path[]
  readonly cases: readonly Row[]
  readonly more: readonly Row[]
}

const read: unknown = cases
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table is ours
const table = read as Table
const rows = [...table.cases, ...table.more]
const types = { stringMaps: table.stringMaps, stringLists: table.stringLists }

function answerTo({ template, params = table.params, missingKey }: Row): string | null {
  const rendered = renderGo(template, params, { ...types, missingKey })
  if (rendered.ok) return rendered.text
  if (rendered.kind === 'unsupported') throw new Error(rendered.reason)
  return null
}

const text = (template: string, params: JsonObject = {}): string | undefined => {
  const rendered = renderGo(template, params)
  return rendered.ok ? rendered.text : undefined
}

const refusal = (template: string, params: JsonObject = {}): string | undefined => {
  const rendered = renderGo(template, params)
  return rendered.ok ? undefined : `${rendered.kind}: ${rendered.reason}`
}

describe('templates give what Go gave', () => {
  test.each(rows)('$template', row => expect(answerTo(row)).toBe(row.text))
})

describe('traps of Go', () => {
  test('numbers of a parameter are floats', () => {
    expect(text('{{ .replicas }} {{ .big }} {{ .big | int64 }}', { replicas: 3, big: 1_000_000 })).toBe(
      '3 1e+06 1000000'
    )
    expect(text('{{ index .list .i }}', { list: ['a'], i: 0 })).toBeUndefined()
    expect(text('{{ if eq .i 1 }}{{ end }}', { i: 1 })).toBeUndefined()
  })

  test('a missing key is silent unless told otherwise', () => {
    expect(text('{{ .a.b }}')).toBe('<no value>')
    expect(renderGo('{{ .a.b }}', {}, { missingKey: 'error' })).toMatchObject({ ok: false, kind: 'error' })
    expect(renderGo('{{ .a.b }}', { a: {} }, { missingKey: 'zero' })).toMatchObject({ ok: true, text: '<no value>' })
  })

  test('labels of the cluster generator are map[string]string, which get and dig refuse', () => {
    const params = { metadata: { labels: { env: 'prod' } } }
    const options = { stringMaps: [['metadata', 'labels']] }
    expect(renderGo('{{ get .metadata.labels "env" }}', params, options)).toMatchObject({ kind: 'error' })
    expect(renderGo('{{ .metadata.labels.env }}', params, options)).toMatchObject({ text: 'prod' })
    expect(renderGo('[{{ .metadata.labels.x }}]', params, { ...options, missingKey: 'zero' })).toMatchObject({
      text: '[]'
    })
  })
})

describe('what was reached', () => {
  test('paths in order, once each, through with, range, index and variables', () => {
    const template =
      '{{ .cluster.name }}{{ with .cluster }}{{ .name }}{{ end }}{{ range .list }}{{ .x }}{{ end }}{{ index .m "k" }}{{ .no.such }}'
    const params = { cluster: { name: 'c' }, list: [{ x: 1 }, { x: 2 }], m: { k: 'v' } }
    expect(renderGo(template, params)).toEqual({
      ok: true,
      text: 'cc12v<no value>',
      used: [
        ['cluster', 'name'],
        ['cluster'],
        ['list'],
        ['list', 0],
        ['list', 0, 'x'],
        ['list', 1],
        ['list', 1, 'x'],
        ['m'],
        ['m', 'k']
      ],
      missing: [['no']]
    })
  })

  test('a template read once and parameters made once give the same', () => {
    const params = { name: 'x' }
    const template = goTemplateOf('{{ .name | upper }}')
    expect(template.render(goParamsOf(params))).toEqual(template.render(params))
    expect(template.render({ name: 'y' })).toMatchObject({ text: 'Y' })
  })
})

describe('what is refused', () => {
  test('what Argo CD does not have is an error, what we do not have is unsupported', () => {
    expect(refusal('{{ env "HOME" }}')).toBe('error: function "env" is not available')
    expect(refusal('{{ genCA "a" 1 }}')).toBe('unsupported: function "genCA" is not supported')
    expect(text('{{ if false }}{{ genCA "a" 1 }}{{ end }}x')).toBe('x')
  })

  test('what Go leaves to chance', () => {
    expect(refusal('{{ keys .m }}', { m: { a: 1, b: 2 } })).toMatch(/^unsupported: .*random order/)
    expect(text('{{ keys .m | sortAlpha | join "," }}', { m: { b: 1, a: 2 } })).toBe('a,b')
  })

  test('changing a parameter in place', () => {
    expect(refusal('{{ set .m "a" 2 }}', { m: { a: 1 } })).toMatch(/^unsupported/)
  })

  test.each([
    ['steps', '{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}'],
    ['a long text', '{{ repeat 1000001 "a" }}'],
    ['a text that doubles', `{{ $x := "aaaaaaaaaa" }}{{ range until 60 }}{{ $x = cat $x $x }}{{ end }}{{ $x }}`],
    [
      'many long texts',
      '{{ $x := repeat 1000000 "a" }}{{ $l := list $x $x $x $x $x $x $x $x }}{{ toJson (list $l $l $l $l $l $l $l $l $l) }}'
    ],
    ['output', '{{ range until 2000 }}{{ repeat 1000 "a" }}{{ end }}'],
    ['a map within itself', '{{ $d := dict }}{{ $_ := set $d "d" $d }}{{ $d }}'],
    ['maps that double', '{{ $d := dict }}{{ range until 60 }}{{ $d = dict "a" $d "b" $d }}{{ end }}{{ toYaml $d }}'],
    ['templates without end', '{{ define "t" }}{{ template "t" }}{{ end }}{{ template "t" }}'],
    ['parentheses', `{{ ${'('.repeat(5000)}1${')'.repeat(5000)} }}`],
    ['a pattern', '{{ regexMatch "((a+)+)+(b{900}){900}" "aaa" }}']
  ])('too much: %s', (_, template) => expect(refusal(template)).toMatch(/^unsupported/))

  test('a pattern that makes a backtracking matcher explode gives an answer', () => {
    expect(text(`{{ regexMatch "^(a+)+$" "${'a'.repeat(300)}b" }}`)).toBe('false')
  })

  test('names of JavaScript’s own are plain keys', () => {
    expect(text('{{ .constructor }}{{ .__proto__ }}{{ index . "toString" }}')).toBe('<no value><no value><no value>')
    expect(text('{{ index . "__proto__" }}', JSON.parse('{"__proto__":"x"}'))).toBe('x')
  })

  test('any text gives an outcome, never an exception', () => {
    const bit = fc.constantFrom(
      '{{',
      '}}',
      '{{-',
      '-}}',
      ' ',
      '|',
      '(',
      ')',
      '.a',
      '$x',
      '"s"',
      ':=',
      'if',
      'end',
      'range',
      'else',
      '1',
      'upper',
      'dict',
      '.',
      ',',
      '/*',
      '*/'
    )
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 30 }), bits => {
        const outcome = renderGo(bits.join(''), { a: { b: ['x', 1, null] } })
        expect(typeof outcome.ok).toBe('boolean')
      }),
      { numRuns: 2000 }
    )
  })
})
