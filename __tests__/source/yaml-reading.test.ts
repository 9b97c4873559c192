// Reading files: documents and their places, problems and their places, JSON, and the bounds.
import { describe, expect, test } from '@jest/globals'
import { fallbackParser } from '../../src/source/yaml-fallback.ts'
import { documentsOf } from '../../src/source/yaml.ts'

const valuesOf = (text: string, options?: { json?: boolean }): unknown[] =>
  documentsOf(text, options).documents.map(({ value }) => value)
const sourcesOf = (text: string): string[] =>
  documentsOf(text).documents.map(({ start, end }) => text.slice(start, end))
/** Every problem as its kind, its document and the text it points at. */
const problemsOf = (text: string, options?: { json?: boolean }): string[] =>
  documentsOf(text, options).problems.map(
    ({ kind, document, span }) => `${kind} in ${document} at ${JSON.stringify(text.slice(span.start, span.end))}`
  )

describe('documents', () => {
  test('keep their index when empty ones are left out', () => {
    const { documents } = documentsOf('# head\n---\na: 1\n---\n---\n---\nb: 2\n')
    expect(documents.map(({ index, value }) => ({ index, value }))).toEqual([
      { index: 1, value: { a: 1 } },
      { index: 3, value: { b: 2 } }
    ])
  })

  test('know their part of the file', () => {
    expect(sourcesOf('a: 1\n--- # two\nb: 2\n---\n\nc: 3')).toEqual(['a: 1\n', 'b: 2\n', '\nc: 3'])
  })

  test('with Windows line breaks keep offsets true to the file', () => {
    expect(sourcesOf('a: 1\r\n---\r\nb: 2\r\n')).toEqual(['a: 1\r\n', 'b: 2\r\n'])
    expect(valuesOf('a: |\r\n  x\r\n  y\r\n')).toEqual([{ a: 'x\ny\n' }])
  })

  test('may begin with a byte order mark', () => {
    expect(valuesOf('\ufeffa: 1\na: 2\n')).toEqual([{ a: 2 }])
    expect(problemsOf('\ufeffa: 1\nb: 1\na: 2\n')).toEqual(['duplicate-key in 0 at "a"'])
    expect(documentsOf('\ufeffa: 1\nb: 1\na: 2\n').problems[0]?.span).toEqual({ start: 11, end: 12 })
  })

  test('keep keys that objects have anyway', () => {
    const [value] = valuesOf('__proto__: {polluted: true}\nconstructor: 1\nmerged: {<<: {__proto__: 2}}\n')
    expect(Object.entries(Object(value))).toEqual([
      ['__proto__', { polluted: true }],
      ['constructor', 1],
      ['merged', JSON.parse('{"__proto__": 2}')]
    ])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(problemsOf('constructor: 1\ntoString: 2\n')).toEqual([])
  })
})

describe('problems', () => {
  test('a broken document does not hide the others', () => {
    const text = 'a: [\n---\nb: 2\n---\nc: "\n---\nd: 4\n'
    expect(documentsOf(text).documents.map(({ index }) => index)).toEqual([1, 3])
    expect(documentsOf(text).problems.map(({ kind, document }) => ({ kind, document }))).toEqual([
      { kind: 'syntax', document: 0 },
      { kind: 'syntax', document: 2 }
    ])
  })

  test('every repetition of a key is one', () => {
    expect(problemsOf('a: 1\nm:\n  on: 1\n  "true": 2\na: 2\na: 3\n')).toEqual([
      'duplicate-key in 0 at "\\"true\\""',
      'duplicate-key in 0 at "a"',
      'duplicate-key in 0 at "a"'
    ])
    expect(documentsOf('a: 1\na: 2\n').problems[0]?.message).toBe(
      'the key "a" is written more than once; the last one counts'
    )
  })

  test('a key that overrides a merged one is not repeated', () => {
    const text = 'x: &x {a: 1}\nv:\n  <<: *x\n  a: 2\nz:\n  a: 3\n  <<: *x\n'
    expect(documentsOf(text).problems).toEqual([])
    expect(valuesOf(text)).toEqual([{ x: { a: 1 }, v: { a: 2 }, z: { a: 1 } }])
    expect(problemsOf('x: &x {a: 1}\ny:\n  <<: *x\n  a: 2\n  a: 3\n')).toEqual(['duplicate-key in 0 at "a"'])
  })

  test('a line that only looks like a separator', () => {
    expect(problemsOf('a: 1\n--- {b: 2}\nc: 3\n---\nd: 4\n')).toEqual(['separator in 1 at "--- {b: 2}"'])
    expect(valuesOf('a: 1\n--- {b: 2}\nc: 3\n---\nd: 4\n')).toEqual([{ a: 1 }, { d: 4 }])
  })

  test('text behind the end of a document', () => {
    expect(problemsOf('a: 1\n...\n# fine\n')).toEqual([])
    expect(problemsOf('a: 1\n...\nb: 2\n')).toEqual(['separator in 0 at "b: 2"'])
    expect(valuesOf('a: 1\n...\nb: 2\n')).toEqual([{ a: 1 }])
  })

  test.each([
    ['a template', 'a: {{ .Values.x }}\n', 'not-json'],
    ['an infinite number', 'a: .inf\n', 'not-json'],
    ['a null key', '~: a\n', 'not-json'],
    ['a list as a key', '? [a]\n: b\n', 'not-json'],
    ['an ill-fitting tag', 'a: !!int many\n', 'not-json'],
    ['an unknown alias', 'a: *nope\n', 'syntax'],
    ['an anchor in itself', 'a: &a [*a]\n', 'syntax'],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'syntax'],
    ['a null character', 'a: \0\n', 'syntax']
  ])('%s', (_, text, kind) => {
    expect(documentsOf(text).problems).toMatchObject([{ kind, document: 0 }])
    expect(documentsOf(text).documents).toEqual([])
  })

  test.each([
    'password: !S3CRET,x y\n',
    'password: !S3CRET!x y\n',
    'password: *S3CRET\n',
    'password: &S3CRET"! x\n',
    'password: %S3CRET\n',
    'password: "S3CRET\n',
    'password: @S3CRET\n',
    'password: [S3CRET\n',
    '--- S3CRET\n',
    'a: 1\n... \nS3CRET\n',
    '? {S3CRET: 1}\n: a\n',
    'a: !!binary S3CRET!\n',
    '{"password": "S3CRET'
  ])('never repeat a value: %j', text => {
    for (const options of [{}, { json: true }, { fallback: fallbackParser }]) {
      const { problems } = documentsOf(text, options)
      expect(problems).not.toEqual([])
      expect(JSON.stringify(problems.map(({ message }) => message))).not.toContain('S3CRET')
    }
  })
})

describe('JSON', () => {
  test('is read strictly, with the places of repeated keys', () => {
    const text = '{\n\t"a": [1, -2.5e3, true, null, "\\u00e9\\/"],\n\t"a": {}\n}\n'
    expect(valuesOf(text)).toEqual([{ a: {} }])
    expect(problemsOf(text)).toEqual(['duplicate-key in 0 at "\\"a\\""'])
    expect(valuesOf('{"y": "y", "<<": {"b": 1}}')).toEqual([{ y: 'y', '<<': { b: 1 } }])
  })

  test('may be several values, and may turn into YAML once', () => {
    expect(valuesOf('{"a": 1}{"b": 2}\n{"c": 3}\n')).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }])
    expect(valuesOf('{"a": 1}\n---\n{b: 2}\n')).toEqual([{ a: 1 }, { b: 2 }])
    expect(valuesOf('{a: 1}\n---\nb: 2\n')).toEqual([{ a: 1 }, { b: 2 }])
    expect(problemsOf('{"a": 1}{"b": 2}\nc: 3\n')).toEqual(['syntax in 2 at "c"'])
  })

  test.each([
    ['{"a": 1,}', 'syntax in 0 at "}"'],
    ['{a: 1}', 'syntax in 0 at "a"'],
    ['{"a": 01}', 'syntax in 0 at "0"'],
    ['{"a": "x\ny"}', 'syntax in 0 at "\\""'],
    ['{"a": 1', 'syntax in 0 at ""'],
    ['{"a": 1e999}', 'not-json in 0 at "1e999"'],
    ['# no comment', 'syntax in 0 at "#"']
  ])('in a file named .json: %s', (text, problem) => {
    expect(problemsOf(text, { json: true })).toEqual([problem])
  })

  test('null and nothing are no documents', () => {
    expect(documentsOf('', { json: true })).toEqual({ documents: [], problems: [], needsFallback: false })
    expect(documentsOf(' null ', { json: true })).toEqual({ documents: [], problems: [], needsFallback: false })
  })
})

describe('bounds', () => {
  test('aliases that multiply', () => {
    const lines = Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]`)
    expect(documentsOf(['a0: &a0 [x]', ...lines].join('\n')).problems).toMatchObject([{ kind: 'alias-bomb' }])
  })

  test('aliases that only repeat', () => {
    const text = `a: &a {x: 1, y: [1, 2]}\nl:\n${'- *a\n'.repeat(2000)}`
    expect(documentsOf(text).problems).toEqual([])
  })

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['dashes', '- '.repeat(100_000)],
    ['JSON', '{"a":'.repeat(100_000)],
    ['lines', Array.from({ length: 300 }, (_, n) => `${' '.repeat(n)}a:\n`).join('')],
    [
      'aliases',
      Array.from(
        { length: 9 },
        (_, n) => `a${n}: &a${n} ${'['.repeat(30)}${n > 0 ? `*a${n - 1}` : 1}${']'.repeat(30)}\n`
      ).join('')
    ]
  ])('nesting: %s', (_, text) => {
    expect(documentsOf(text).problems).toMatchObject([{ kind: 'too-deep' }])
    expect(documentsOf(text).documents).toEqual([])
  })

  test('lines a hand-written file does not indent', () => {
    const text = 'a: {\n"x": "1\n2",\n}\nb: [\n#one\n1\n]\n'
    expect(documentsOf(text)).toMatchObject({ problems: [], documents: [{ value: { a: { x: '1 2' }, b: [1] } }] })
  })

  test('too many such lines to help with are for the fallback parser', () => {
    const text = `a: [\n${'1,\n'.repeat(4000)}]\nb: "${'x'.repeat(20_000)}"\n`
    expect(documentsOf(text)).toMatchObject({ needsFallback: true, problems: [{ kind: 'syntax' }] })
    expect(documentsOf(text, { fallback: fallbackParser }).needsFallback).toBe(false)
  })
})
