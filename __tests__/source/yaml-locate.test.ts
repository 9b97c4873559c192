// Where keys, values and entries are written.
import { describe, expect, test } from '@jest/globals'
import type { Path } from '../../src/source/json.ts'
import { positionsOf } from '../../src/source/text.ts'
import { fallbackParser } from '../../src/source/yaml-fallback.ts'
import { documentsOf, entrySpanOf, spanOf } from '../../src/source/yaml.ts'

/** The text a path of the file's last document leads to, with the line it is on. */
function found(text: string, path: Path, part: 'key' | 'value' | 'entry' = 'value'): string | undefined {
  const document = documentsOf(text).documents.at(-1) ?? { index: 0, start: 0, end: text.length }
  const span = part === 'entry' ? entrySpanOf(text, document, path) : spanOf(text, document, path, part)
  return span && `${positionsOf(text)(span.start).line}: ${text.slice(span.start, span.end)}`
}

const manifest = `# first
a: 1
---
kind: "Secret" # note
metadata:
  name: it
  labels: {x: &x 'one', z: *x }
  empty:
spec:
- a: 1

  # of b
  b: !!str 2
-
  - deep
  - [p,
     q]
text: |- # header
  first
  second

on: !t yes
`

describe('a value', () => {
  test.each<[Path, string]>([
    [['kind'], '4: "Secret"'],
    [['metadata', 'name'], '6: it'],
    [['metadata', 'labels'], "7: {x: &x 'one', z: *x }"],
    [['metadata', 'labels', 'z'], "7: 'one'"],
    [['metadata', 'empty'], '8: empty'],
    [['spec', 0, 'b'], '13: 2'],
    [['spec', 1, 1, 1], '17: q'],
    [['spec', 1], '15: - deep\n  - [p,\n     q]'],
    [['text'], '18: |- # header\n  first\n  second'],
    [['true'], '22: yes']
  ])('%j', (path, place) => expect(found(manifest, path)).toBe(place))
})

describe('a key', () => {
  test.each<[Path, string]>([
    [['kind'], '4: kind'],
    [['metadata', 'labels', 'z'], '7: z'],
    [['spec', 0], '9: spec'],
    [['spec', 0, 'b'], '13: b'],
    [['true'], '22: on']
  ])('%j', (path, place) => expect(found(manifest, path, 'key')).toBe(place))
})

describe('a path that does not exist leads to the nearest key above', () => {
  test.each<[Path, string]>([
    [['metadata', 'annotations', 'a', 'b'], '5: metadata'],
    [['spec', 0, 'c'], '9: spec'],
    [['spec', 9], '9: spec'],
    [['kind', 'x'], '4: kind'],
    [['nope'], '4: kind']
  ])('%j', (path, place) => expect(found(manifest, path)).toBe(place))
})

describe('a whole entry', () => {
  test.each<[Path, string | undefined]>([
    [['kind'], '4: kind: "Secret"'],
    [['metadata', 'empty'], '8: empty:'],
    [['metadata'], "5: metadata:\n  name: it\n  labels: {x: &x 'one', z: *x }\n  empty:"],
    [['metadata', 'labels', 'x'], "7: x: &x 'one'"],
    [['metadata', 'labels', 'z'], '7: z: *x'],
    [['spec', 0], '10: - a: 1\n\n  # of b\n  b: !!str 2'],
    [['spec', 1, 0], '15: - deep'],
    [['spec', 1, 1, 0], '16: p'],
    [['text'], '18: text: |- # header\n  first\n  second'],
    [['true'], '22: on: !t yes'],
    [['nope'], undefined],
    [[], undefined]
  ])('%j', (path, place) => expect(found(manifest, path, 'entry')).toBe(place))

  test('that is empty', () => {
    expect(found('- a\n-\n- &x\n', [1], 'entry')).toBe('2: -')
    expect(found('- a\n-\n- &x\n', [2], 'entry')).toBe('3: - &x')
    expect(found('a: {b, c: }\n', ['a', 'b'], 'entry')).toBe('1: b')
    expect(found('a: {b, c: }\n', ['a', 'c'], 'entry')).toBe('1: c:')
  })
})

describe('merge keys and repeated keys', () => {
  const text = `base: &base {a: 1, b: 1, c: 1}
more: &more {b: 2, c: 2}
one:
  <<: *base
  b: 3
two:
  b: 4
  <<: *base
three:
  <<: [*more, *base]
four:
  c: 5
  c: 6
five:
  <<: *base
  b: 7
  <<: *more
  <<: *base
`
  test.each<[Path, string]>([
    [['one', 'a'], '1: a: 1'],
    [['one', 'b'], '5: b: 3'],
    [['two', 'b'], '1: b: 1'],
    [['three', 'b'], '2: b: 2'],
    [['three', 'a'], '1: a: 1'],
    [['four', 'c'], '13: c: 6'],
    [['five', 'b'], '1: b: 1']
  ])('%j', (path, place) => expect(found(text, path, 'entry')).toBe(place))

  test('that go in circles', () => {
    const document = { index: 0, start: 0, end: 0 }
    const circle = 'a: &a\n  <<: *a\n  b: *a\n'
    const whole = { ...document, end: circle.length }
    expect(spanOf(circle, whole, ['a', 'b', 'b', 'b', 'c'], 'value')).toEqual({ start: 17, end: 18 })
  })
})

describe('other texts', () => {
  test('JSON', () => {
    const text = '{"a": 1}\n{\n "b": [true, "x"],\n "b": [false, "\\u0079"]\n}\n'
    expect(found(text, ['b', 1])).toBe('4: "\\u0079"')
    expect(found(text, ['b'], 'entry')).toBe('4: "b": [false, "\\u0079"]')
  })

  test('lines that js-yaml wants indented', () => {
    const text = 'x: 1\na: {\n"b": [\n1,\n{c: 2}\n]\n}\nd: 3\n'
    expect(found(text, ['a', 'b', 1, 'c'])).toBe('5: 2')
    expect(found(text, ['a'], 'entry')).toBe('2: a: {\n"b": [\n1,\n{c: 2}\n]\n}')
    expect(found(text, ['d'], 'entry')).toBe('8: d: 3')
  })

  test('the fallback parser agrees on places', () => {
    const document = documentsOf(manifest).documents.at(-1)
    if (!document) throw new Error('the manifest was not read')
    const piece = manifest.slice(document.start, document.end)
    const plain = fallbackParser(piece, piece)
    expect(plain).toMatchObject({ kind: 'mapping', start: piece.indexOf('kind') })
  })

  test('a document that cannot be read has no places', () => {
    expect(spanOf('a: [', { index: 0, start: 0, end: 4 }, ['a'], 'value')).toBeUndefined()
    expect(entrySpanOf('', { index: 0, start: 0, end: 0 }, ['a'])).toBeUndefined()
  })
})

describe('lines and columns', () => {
  test('count from 1; LF, CRLF and CR end a line', () => {
    const at = positionsOf('ab\nc\r\nd\re')
    expect([0, 1, 3, 6, 8].map(at)).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 }
    ])
    expect(at(-5)).toEqual({ line: 1, column: 1 })
    expect(at(99)).toEqual({ line: 4, column: 2 })
  })

  test('columns count UTF-16 code units', () => {
    expect(positionsOf('a: 😀b')(5)).toEqual({ line: 1, column: 6 })
  })
})
