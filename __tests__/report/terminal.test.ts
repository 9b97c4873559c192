import { describe, expect, test } from '@jest/globals'
import { displayWidth } from '../../src/report/display-width.ts'
import { annotationsOf } from '../../src/report/annotations.ts'
import { commentOf } from '../../src/report/comment.ts'
import { terminalOf } from '../../src/report/terminal.ts'
import { exampleDrift, exampleLookups, exampleReport } from './example-report.ts'
import { fullOf, large } from './hostile.ts'

const text = terminalOf(exampleReport, exampleLookups, { colours: false, width: 100 })

test('a finding reads like a compiler says it', () => {
  expect(text)
    .toContain(`error[join-key-agrees]: The ExternalSecret pulls \`fleet-join-tokens\`, but the PushSecret pushes
  \`fleet-join-token\`.
  --> clusters/paris/join.yaml:25:14
   |
25 |         key: fleet-join-tokens
   |              ^^^^^^^^^^^^^^^^^
   |
   = primary/push.yaml:12:22: pushed here
   = mend: Use the same name on both sides:
       remoteRef:
         key: fleet-join-token
   = why: The ExternalSecret stays in \`SecretSyncedError\`, \`mc-join\` is never made, and Kasten never
     starts the join.
`)
})

test('the verdict is last', () => {
  expect(text.trimEnd().split('\n').slice(-2)).toEqual([
    '✗ 3 of 6 secondaries will not join: 4 errors',
    '  4 errors, 1 warning, 1 notice; 1 finding ignored by comment'
  ])
})

test('code that an explanation begins with stands on lines of its own', () => {
  const rules = new Map(
    [...exampleLookups.rules].map(([id, rule]) => [id, { ...rule, fix: '```yaml\na:\n  b: c\n```\n\nOr so.' }])
  )
  expect(terminalOf(exampleReport, { ...exampleLookups, rules }, { colours: false, width: 100 })).toContain(`
  = mend:
      a:
        b: c
    Or so.
  = why:`)
  expect(commentOf(exampleReport, { ...exampleLookups, rules })).toContain('**How to mend it:**\n\n```yaml\na:\n')
  expect(annotationsOf(exampleReport, rules)[0]?.message).toContain('How to mend it:\na:\n  b: c\nOr so.')
})

test('a rule is explained once', () => {
  const twice = { ...exampleReport, findings: [...exampleReport.findings, ...exampleReport.findings] }
  expect(
    terminalOf(twice, exampleLookups, { colours: false, width: 100 }).split('= why: The ExternalSecret stays').length
  ).toBe(2)
})

test('more findings of a rule than wanted are counted', () => {
  const report = large(exampleReport, 360, 3, 'x')
  const shown = terminalOf(report, exampleLookups, { colours: false, width: 100, perRule: 2 })
  expect(shown.match(/^(?:error|warning|notice)\[/gm)).toHaveLength(240)
  expect(shown).toContain('… and 1 more finding of rule-0')
})

test('colours change nothing but colours', () => {
  const coloured = terminalOf(fullOf(exampleDrift), exampleLookups, { colours: true, width: 100 })
  expect(coloured).toContain('\u001B[')
  // oxlint-disable-next-line no-control-regex -- what is taken out are the colours
  expect(coloured.replace(/\u001B\[\d+m/g, '')).toBe(
    terminalOf(fullOf(exampleDrift), exampleLookups, { colours: false, width: 100 })
  )
})

describe.each([40, 80, 120])('in %d columns', width => {
  test('no line of words is wider', () => {
    const lines = terminalOf(exampleReport, exampleLookups, { colours: false, width }).split('\n')
    expect(
      lines.filter(
        line => displayWidth(line) > width && line.trim().split(' ').length > 3 && !/https:|kasten-|ignored/.test(line)
      )
    ).toEqual([])
  })
})

test('every block of a run that looked and proposed is there', () => {
  const shown = terminalOf(fullOf(exampleDrift), exampleLookups, { colours: false, width: 100 })
  for (const words of [
    'Secondaries',
    'Key Vault',
    'Applications in Argo CD',
    'Change',
    'What this run may do',
    'To mend issues: write, add:',
    'Not checked (3)',
    'remark: Something about the run.'
  ]) {
    expect(shown).toContain(words)
  }
})
