import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { annotationsOf, commandOf } from '../../src/report/annotations.ts'
import type { Report } from '../../src/report/report.ts'
import type { Finding, Severity } from '../../src/rules/finding.ts'
import { exampleLookups, exampleReport } from './example-report.ts'

const model = exampleReport.findings[0]!

function reportOf(findings: readonly Partial<Finding>[]): Report {
  return {
    ...exampleReport,
    findings: findings.map((finding, index) => ({
      ...model,
      line: index + 1,
      endLine: index + 1,
      clusters: [],
      ...finding
    }))
  }
}

const many = (count: number, severity: Severity, rule: (index: number) => string): readonly Partial<Finding>[] =>
  Array.from({ length: count }, (_, index) => ({ severity, rule: rule(index) }))

test('all findings are annotated, in the order of the report, while there is room', () => {
  const annotations = annotationsOf(exampleReport, exampleLookups.rules)
  expect(annotations.map(({ file, line }) => `${file}:${line}`)).toEqual(
    exampleReport.findings.map(({ file, line }) => `${file}:${line}`)
  )
})

test('the line is what the runner expects', () => {
  const [first] = annotationsOf(exampleReport, exampleLookups.rules).map(commandOf)
  expect(first).toBe(
    "::error file=clusters/paris/join.yaml,line=7,endLine=7,col=17,endColumn=21,title=Every secondary has a name of its own (cluster-names-are-unique)::`cluster-name` is `lyon` here and in the secondary `lyon`; give one of them another name.%0AAffects 2 clusters: lyon, paris.%0AHow to mend it: Give each secondary a `cluster-name` of its own, other than the primary's."
  )
})

describe('with more findings than GitHub shows', () => {
  test('every rule has its turn before any has its second', () => {
    const report = reportOf([
      ...many(20, 'error', () => 'loud'),
      ...many(1, 'error', () => 'quiet'),
      ...many(2, 'error', index => `late-${index}`)
    ])
    const shown = annotationsOf(report, new Map()).filter(({ severity }) => severity === 'error')
    expect(shown).toHaveLength(10)
    expect(shown.filter(({ title }) => title !== 'loud').map(({ title }) => title)).toEqual([
      'quiet',
      'late-0',
      'late-1'
    ])
  })

  test('the last notice, one of ten, says how many are left out and where they are', () => {
    const report = reportOf([
      ...many(12, 'error', () => 'a'),
      ...many(11, 'warning', () => 'b'),
      ...many(10, 'notice', () => 'c')
    ])
    const shown = annotationsOf(report, new Map(), 'the log')
    expect(
      ['error', 'warning', 'notice'].map(severity => shown.filter(one => one.severity === severity).length)
    ).toEqual([10, 10, 10])
    expect(shown.at(-1)).toEqual({
      severity: 'notice',
      title: '4 more findings not shown here',
      message:
        'GitHub shows ten annotations of each severity. Left out: 2 errors, 1 warning, 1 notice. All of them are in the log.'
    })
  })
})

test.each([
  ['one line', { line: 3, column: 5, endLine: 3, endColumn: 9 }, { line: 3, endLine: 3, column: 5, endColumn: 9 }],
  ['several lines have no columns', { line: 3, column: 5, endLine: 4, endColumn: 9 }, { line: 3, endLine: 4 }],
  [
    'an end at the start of a line is the end of the line before',
    { line: 3, column: 5, endLine: 4, endColumn: 1 },
    { line: 3, endLine: 3 }
  ],
  ['nothing is at line zero', { line: 0, column: 0, endLine: 0, endColumn: 0 }, { line: 1, endLine: 1 }],
  ['nothing ends before it begins', { line: 5, column: 2, endLine: 4, endColumn: 1 }, { line: 5, endLine: 5 }]
])('%s', (_, place, extent) => {
  const [annotation] = annotationsOf(reportOf([place]), new Map())
  expect(annotation).toMatchObject(extent)
  expect(Object.keys(annotation ?? {}).filter(key => ['line', 'endLine', 'column', 'endColumn'].includes(key))).toEqual(
    Object.keys(extent)
  )
})

test('whatever the findings, limits and geometry hold, and messages are at most 4,096 characters', () => {
  const finding = fc.record({
    severity: fc.constantFrom<Severity>('error', 'warning', 'notice'),
    rule: fc.constantFrom('a', 'b', 'c', 'd'),
    message: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('long '.repeat(100_000))),
    line: fc.integer({ min: -1, max: 9 }),
    endLine: fc.integer({ min: -1, max: 9 }),
    column: fc.integer({ min: -1, max: 9 }),
    endColumn: fc.integer({ min: -1, max: 9 })
  })
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 80 }), findings => {
      const shown = annotationsOf(reportOf(findings), exampleLookups.rules)
      for (const severity of ['error', 'warning', 'notice'])
        expect(shown.filter(one => one.severity === severity).length).toBeLessThanOrEqual(10)
      for (const { message, file, line = 0, endLine = 0, column, endColumn = 0 } of shown) {
        expect(message.length).toBeLessThanOrEqual(4096)
        if (file !== undefined) expect(line >= 1 && endLine >= line).toBe(true)
        if (column !== undefined) expect(line === endLine && column >= 1 && endColumn >= column).toBe(true)
      }
    }),
    { numRuns: 50 }
  )
})
