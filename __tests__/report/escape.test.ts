import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { commandLine } from '../../src/report/escape/command.ts'
import { jsonText } from '../../src/report/escape/json-text.ts'
import { logJoined, logLine, logLines, logSafe } from '../../src/report/escape/log-line.ts'
import { code, details, fenced, joined, link, list, md, prose, table } from '../../src/report/escape/markdown.ts'
import { mermaidLabel } from '../../src/report/escape/mermaid-label.ts'
import { capped, plain } from '../../src/report/escape/plain.ts'
import { uri } from '../../src/report/escape/uri.ts'
import { hostileTexts } from './hostile.ts'
import { intrusions, nodesOf } from './markdown-tree.ts'

/** Any text, and texts made of the marks that matter. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom(...hostileTexts, ...'`|\\*_[]<>@#$:!~&()-+=.\n\r\t 1ax'.split('')), { maxLength: 12 })
    .map(parts => parts.join(''))
)

describe('plain', () => {
  test.each([
    ['a\nb\r\nc\u2028d', 'a↵b↵c↵d'],
    ['\u001B[31m\u0007\u007F', '␛[31m␇␡'],
    ['a\u202Eb\u200B\u009B', 'a‹U+202E›b‹U+200B›‹U+009B›'],
    ['\uD800x', '\uFFFDx'],
    ['⚠️ naïve 你好 👍', '⚠️ naïve 你好 👍']
  ])('makes %j visible', (text, shown) => {
    expect(plain(text)).toBe(shown)
  })

  test('is bounded, well-formed and one line of visible characters', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, limit) => {
        const shown = plain(text, limit)
        expect(shown.length).toBeLessThanOrEqual(limit)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/u)
      })
    )
  })

  test('cuts between characters', () => {
    expect(capped('a👍b', 3)).toBe('a…')
    expect(capped('abc', 3)).toBe('abc')
  })
})

describe('log lines', () => {
  test('never give the runner a command, however they are put together', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { minLength: 1, maxLength: 4 }),
        ([first = '', second = '', third = '', fourth = '']) => {
          const line = logLine`${first}${second} ${logSafe(third)}`
          const printed = logLines([line, logJoined([logSafe(fourth), logSafe(second)])])
          expect(printed.split('\n')).toHaveLength(2)
          for (const text of printed.split('\n')) expect(text.trimStart().startsWith('::')).toBe(false)
          expect(printed).not.toContain('##[')
        }
      )
    )
  })

  test('commands split over two pieces are broken too', () => {
    expect(logLine`${':'}${':error::x'}`.log).toBe('꞉:error::x')
    expect(logLine`a ${'##'}${'[error]'}`.log).toBe('a #♯[error]')
  })
})

test('a JSON text parses to the same value and holds nothing a terminal or runner obeys', () => {
  fc.assert(
    fc.property(fc.array(anyText), texts => {
      const json = jsonText(texts)
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(texts)))
      expect(json).not.toContain('##[')
      expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
    })
  )
})

/** What the runner does to the parts of a command. */
const unescape = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')

test('a command is one line that the runner reads back as it was', () => {
  fc.assert(
    fc.property(anyText, anyText, (title, message) => {
      const line = commandLine('error', { file: 'a,b:c.yaml', line: 3, col: 0, title }, message)
      expect(line).not.toMatch(/[\r\n]/)
      const [, properties = '', data = ''] = /^::error ([^]*?)::([^]*)$/.exec(line) ?? []
      const read = new Map(
        properties
          .split(',')
          .map(pair => [pair.slice(0, pair.indexOf('=')), unescape(pair.slice(pair.indexOf('=') + 1))])
      )
      expect(read.get('file')).toBe('a,b:c.yaml')
      expect(read.get('line')).toBe('3')
      expect(read.has('col')).toBe(false)
      expect(read.get('title') ?? '').toBe(title)
      expect(unescape(data)).toBe(message)
    })
  )
})

test('a Mermaid label has no mark that Mermaid or HTML knows', () => {
  fc.assert(
    fc.property(anyText, text => {
      const { label } = mermaidLabel(text)
      expect(label).not.toMatch(/["#;%<>[\]{}|\\`*&~^\n\r]/)
      expect(label.length).toBeGreaterThan(0)
      expect(label.length).toBeLessThanOrEqual(60)
    })
  )
})

test('a path in a URI stays a path', () => {
  expect(uri('a b/ü#x?(y).yaml')).toBe('a%20b/%C3%BC%23x%3F%28y%29.yaml')
  fc.assert(fc.property(anyText, text => expect(uri(text)).toMatch(/^[\w.%/-]*$/)))
})

/** The text in every place of a document. */
const documents = (text: string): readonly string[] => [
  md`${text}`.text,
  md`Before ${text} after ${text}.`.text,
  prose(text).text,
  md`x ${code(text)} y`.text,
  md`- ${code(text)}`.text,
  fenced(text, '').text,
  list([text, code(text), fenced(text, '')]).text,
  table(
    ['A', text],
    [
      [text, code(text)],
      [code(text), text]
    ]
  ).text,
  details(text, md`${text}`).text,
  md`${link(code(text), `https://ours.example/${uri(text)}`)} and ${link(prose(text), 'https://ours.example/(x)')}`
    .text,
  joined([text, code(text)], ', ').text
]

describe('Markdown', () => {
  test.each(hostileTexts)('%j stays text', text => {
    for (const document of documents(text)) expect(intrusions(document, ['https://ours.example/'])).toEqual([])
  })

  test('any text stays text', () => {
    fc.assert(
      fc.property(anyText, text => {
        for (const document of documents(text)) expect(intrusions(document, ['https://ours.example/'])).toEqual([])
      }),
      { numRuns: 300 }
    )
  })

  test('any text makes no block of its own', () => {
    fc.assert(
      fc.property(anyText, text => {
        const types = nodesOf(md`${text}`.text).map(({ type }) => type)
        expect(types.filter(type => !['root', 'paragraph', 'text', 'inlineCode'].includes(type))).toEqual([])
      }),
      { numRuns: 300 }
    )
  })

  test('a code span shows the text, whatever backticks it has', () => {
    fc.assert(
      fc.property(anyText, text => {
        fc.pre(plain(text).trim() !== '')
        const shown = nodesOf(md`⟦${code(text)}⟧`.text)
          .map(({ value = '' }) => value)
          .join('')
          .slice(1, -1)
        expect(shown.replace(/\s+/g, '')).toBe(plain(text, 300).replace(/\s+/g, ''))
      })
    )
  })

  test('a table keeps its columns', () => {
    fc.assert(
      fc.property(anyText, text => {
        const cells = nodesOf(table(['A', 'B'], [[text, code(text)]]).text).filter(({ type }) => type === 'tableCell')
        expect(cells).toHaveLength(4)
      })
    )
  })

  test('a fence holds the whole text', () => {
    fc.assert(
      fc.property(anyText, text => {
        const nodes = nodesOf(md`a\n\n${fenced(text, 'diff')}\n\nb`.text)
        expect(nodes.map(({ type }) => type)).toEqual(['root', 'paragraph', 'text', 'code', 'paragraph', 'text'])
      })
    )
  })

  test('a long text is short', () => {
    expect(prose('x'.repeat(1_000_000)).text.length).toBeLessThan(5000)
    expect(code('`'.repeat(1_000_000)).text.length).toBeLessThan(1000)
  })
})
