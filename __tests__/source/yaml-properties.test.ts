// Whatever the text: reading it ends, throws nothing, and every place lies within the text.
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Json, Path } from '../../src/source/json.ts'
import { fallbackParser } from '../../src/source/yaml-fallback.ts'
import { documentsOf, entrySpanOf, spanOf } from '../../src/source/yaml.ts'

const manifest = `# an application
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: "one", labels: {a: 'b', c: d}}
spec: &spec
  values: |
    x: 1
    \ttabbed
  list:
  - a: 1
    b: >-
      folded
      text
  - [1, 2,
     3]
  quoted: "double \\n \\x41
    line"
? explicit
: <<: *spec
  more: *spec
---
on: yes
n: 0x1F
`

const bits = [
  ...Array.from('[]{}:,-?&*!|>%@#\'"\\\t\r\n =~<.0aé\u0085\u2028\ufeff\0'),
  ': ',
  '- ',
  '---\n',
  '...\n',
  '<<: ',
  '\n  ',
  '*spec',
  '!!int '
]
const anyText = fc.array(fc.constantFrom(...bits), { maxLength: 40 }).map(parts => parts.join(''))
const anyEdit = fc.record({
  at: fc.nat(manifest.length),
  cut: fc.nat(6),
  put: fc.oneof(fc.constantFrom('', ...bits), anyText)
})
const edited = fc
  .array(anyEdit, { minLength: 1, maxLength: 4 })
  .map(edits => edits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), manifest))
const nested = fc
  .tuple(fc.constantFrom('[', '{a: ', '- ', '? ', 'a:\n ', '{"a":', '&x ', '!t ', '"'), fc.nat(2000), anyText)
  .map(([part, times, rest]) => part.repeat(times) + rest)
const text = fc.oneof(fc.string({ unit: 'binary' }), anyText, edited, nested)

/** Some paths of a value, to its leaves. */
function pathsOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
}

describe('any text', () => {
  test('is read into documents and problems that lie within it, and read the same again', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (any, json) => {
        const reading = documentsOf(any, { json })
        for (const { span, document } of reading.problems) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.start).toBeLessThanOrEqual(span.end)
          expect(span.end).toBeLessThanOrEqual(any.length)
          expect(document).toBeGreaterThanOrEqual(0)
        }
        for (const document of reading.documents) {
          expect(document.value).not.toBeNull()
          expect(() => JSON.stringify(document.value)).not.toThrow()
        }
        expect(reading.problems.every(problem => problem.message !== '')).toBe(true)
        expect(documentsOf(any, { json })).toEqual(reading)
        documentsOf(any, { json, fallback: fallbackParser })
      }),
      { numRuns: 1500 }
    )
  })

  test('has a place within the document for every path', () => {
    fc.assert(
      fc.property(fc.oneof(edited, anyText), any => {
        for (const document of documentsOf(any).documents) {
          for (const path of pathsOf(document.value).slice(0, 60)) {
            const spans = [
              spanOf(any, document, path, 'value'),
              spanOf(any, document, path, 'key'),
              spanOf(any, document, [...path, 'nope'], 'value'),
              path.length > 0 ? entrySpanOf(any, document, path) : document
            ]
            for (const span of spans) {
              if (!span) throw new Error(`no place for ${JSON.stringify(path)}`)
              expect(span.start).toBeGreaterThanOrEqual(document.start)
              expect(span.start).toBeLessThanOrEqual(span.end)
              expect(span.end).toBeLessThanOrEqual(document.end)
            }
          }
        }
      }),
      { numRuns: 150 }
    )
  })

  test('that is refused has places too, or none', () => {
    fc.assert(
      fc.property(text, fc.array(fc.oneof(fc.nat(3), fc.constantFrom('spec', 'list', 'a', 'more'))), (any, path) => {
        const whole = { index: 0, start: 0, end: any.length }
        spanOf(any, whole, path, 'value')
        entrySpanOf(any, whole, path, fallbackParser)
      }),
      { numRuns: 500 }
    )
  })
})

const written = (any: unknown): unknown => JSON.parse(JSON.stringify(any))

describe('any JSON value', () => {
  const value = fc.jsonValue({ maxDepth: 5, noUnicodeString: false })

  test('is read from JSON as it is', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(0, 1, 4), (any, indent) => {
        fc.pre(any !== null)
        const { documents, problems } = documentsOf(JSON.stringify(any, null, indent), { json: true })
        expect(problems).toEqual([])
        expect(documents.map(document => document.value)).toEqual([written(any)])
      })
    )
  })

  test('is found piece by piece', () => {
    fc.assert(
      fc.property(value, any => {
        const source = JSON.stringify({ any })
        const [document] = documentsOf(source).documents
        if (!document) throw new Error('the document was not read')
        for (const path of pathsOf(document.value).filter(steps => steps.length > 0)) {
          const span = spanOf(source, document, path, 'value')
          const inner = path.reduce<unknown>((outer, step) => Reflect.get(Object(outer), step), document.value)
          expect(JSON.parse(source.slice(span?.start, span?.end))).toEqual(inner)
        }
      })
    )
  })
})
