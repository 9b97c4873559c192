import { describe, expect, test } from '@jest/globals'
import { annotationsOf, commandOf } from '../../src/report/annotations.ts'
import { commentMarker, commentOf } from '../../src/report/comment.ts'
import { jsonText } from '../../src/report/escape/json-text.ts'
import { calendarOf } from '../../src/report/ics.ts'
import { issueBody, issueMarker, issueTitle, lastHealthyIn } from '../../src/report/issue.ts'
import { jsonOf } from '../../src/report/json.ts'
import type { Lookups } from '../../src/report/lookups.ts'
import type { ProposalText } from '../../src/report/proposal-text.ts'
import { proposalBody, proposalMarker, proposalTitle } from '../../src/report/pull-request.ts'
import type { Report } from '../../src/report/report.ts'
import { sarifOf } from '../../src/report/sarif.ts'
import { summaryOf } from '../../src/report/summary.ts'
import { terminalOf } from '../../src/report/terminal.ts'
import { exampleDrift, exampleLookups, exampleNow, exampleProposal, exampleReport } from './example-report.ts'
import { fullOf, hostileTexts, large, withTexts } from './hostile.ts'
import { intrusions, intrusionsIn, nodesOf } from './markdown-tree.ts'

const context = { identity: '.', lastHealthy: '2026-11-19T06:00:00.000Z', now: exampleNow }

const trusted = ['https://github.com/example/']

/** Every Markdown document that a report and a proposal give. */
function documentsOf(report: Report, proposal: ProposalText, lookups: Lookups): Readonly<Record<string, string>> {
  return {
    summary: summaryOf(report, lookups, exampleNow),
    comment: commentOf(report, lookups),
    issue: issueBody(report, lookups, context),
    onboard: proposalBody(proposal),
    offboard: proposalBody({ ...proposal, kind: 'offboard' }),
    init: proposalBody({ ...proposal, kind: 'init' })
  }
}

/** Every text that goes to a log, a terminal or a file. */
function textsOf(report: Report, lookups: Lookups): Readonly<Record<string, string>> {
  return {
    terminal: terminalOf(report, lookups, { colours: false, width: 100 }),
    colours: terminalOf(report, lookups, { colours: true, width: 60, perRule: 2 }),
    annotations: annotationsOf(report, lookups.rules).map(commandOf).join('\n'),
    json: jsonOf(report, lookups.helpUrl),
    sarif: jsonText(sarifOf(report, lookups, 'validate')),
    calendar: calendarOf(report.vault ?? [])
  }
}

const everything = fullOf(exampleDrift)

describe.each(hostileTexts)('with %j in every text from outside', text => {
  const report = withTexts(everything, text)
  const proposal = withTexts(exampleProposal, text)
  const lookups: Lookups = { ...exampleLookups, sourceLine: () => text }

  test('documents hold nothing that acts, and drawings no mark of Mermaid in their labels', () => {
    for (const [name, document] of Object.entries(documentsOf(report, proposal, lookups))) {
      const nodes = nodesOf(document)
      const drawings = nodes.filter(({ type, value = '' }) => type === 'code' && value.startsWith('flowchart'))
      const foreign = drawings.flatMap(({ value = '' }) => value.split('\n').filter(line => !drawingLine.test(line)))
      expect({ name, found: intrusionsIn(nodes, trusted), foreign }).toEqual({ name, found: [], foreign: [] })
    }
  })

  test('logs give the runner no command but our own', () => {
    const { terminal = '', colours = '', annotations = '' } = textsOf(report, lookups)
    for (const line of `${terminal}\n${colours}`.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false)
    expect(terminal + colours).not.toContain('##[')
    expect(terminal.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
    for (const line of annotations.split('\n')) expect(line).toMatch(/^::(?:error|warning|notice) [^\r\n]*::[^\r\n]*$/)
    expect(annotations.split('\n')).toHaveLength(report.findings.length)
  })

  test('files can be read back, and give a runner that sees them no command', () => {
    const { json = '', sarif = '', calendar = '' } = textsOf(report, lookups)
    for (const file of [json, sarif]) {
      expect(typeof JSON.parse(file)).toBe('object')
      expect(file).not.toContain('##[')
    }
    expect(
      calendar
        .split('\r\n')
        .filter(line => /^[A-Z]/.test(line))
        .map(line => /^[A-Z-]+/.exec(line)?.[0])
    ).toEqual(
      calendarOf(everything.vault ?? [])
        .split('\r\n')
        .filter(line => /^[A-Z]/.test(line))
        .map(line => /^[A-Z-]+/.exec(line)?.[0])
    )
  })

  test('titles are one short line', () => {
    for (const title of [issueTitle(report), proposalTitle(proposal)])
      expect(title).toMatch(/^[^\p{Cc}\p{Cf}]{1,250}$/u)
  })
})

/** The lines of a drawing, labels without any mark that Mermaid knows. */
const label = String.raw`"(?:[^"#;%<>[\]{}|\\\x60*&~^]|<br/>)*"`
const drawingLine = new RegExp(
  [
    'flowchart LR',
    '  accTitle: .*',
    `  subgraph c\\d+\\[${label}\\]`,
    '  end',
    `\\s+(?:n\\d+|more)[[(]{1,2}${label}[\\])]{1,2}`,
    `  n\\d+ (?:-->|-\\.->)(?:\\|${label}\\|)? n\\d+`,
    '  classDef [\\w -]+:#\\w+,[\\w:,. -]+',
    '  class [n\\d,]+ (?:broken|clean)',
    '  linkStyle [\\d,]+ stroke:#d1242f,stroke-width:2px'
  ]
    .map(line => `^${line}$`)
    .join('|')
)

describe('a planted token', () => {
  const paths = ['file', 'files', 'path']
  const tokens = [
    'eyJhbGciOiJSUzI1NiIsImtpZCI6Ik1uQ19WWmNB.eyJpc3MiOiJrYXN0ZW4iLCJzdWIiOiJqb2luIn0.c2lnbmF0dXJlLW9mLXRva2Vu',
    'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kA==',
    'github_pat_11ABCDEFG0abcdefghijkl',
    'not-so-secret-join-token-of-rome'
  ]

  test.each(tokens)('%s in the source, the messages, the diff and the reasons survives in no output', token => {
    const told = token.startsWith('not-so') ? everything : withTexts(everything, `It says ${token} here`, paths)
    const report: Report = {
      ...told,
      change: {
        ...everything.change!,
        diff: `+  token: ${token}\n   token: ${token}\n+  x: ${token.startsWith('not-so') ? '' : token}\n`
      }
    }
    const lookups: Lookups = { ...exampleLookups, sourceLine: () => `  token: ${token}` }
    const proposal = token.startsWith('not-so')
      ? exampleProposal
      : withTexts(exampleProposal, `It says ${token} here`, paths)
    for (const [name, text] of Object.entries({
      ...documentsOf(report, proposal, lookups),
      ...textsOf(report, lookups)
    })) {
      expect({ name, leaks: text.includes(token) || text.includes(token.slice(0, 20)) }).toEqual({ name, leaks: false })
    }
  })

  test('on the very line that a rule says holds a secret, nothing of the value is shown, under any key', () => {
    const lookups: Lookups = { ...exampleLookups, sourceLine: () => '  anything: correct horse battery staple' }
    const report = {
      ...exampleReport,
      findings: exampleReport.findings.filter(({ rule }) => rule === 'no-token-in-git')
    }
    for (const text of Object.values({
      ...documentsOf(report, exampleProposal, lookups),
      ...textsOf(report, lookups)
    })) {
      expect(text).not.toContain('horse')
    }
  })
})

describe('limits', () => {
  const sizes = [
    ['5,000 findings over 300 clusters', large(everything, 5000, 300, 'The same message. '.repeat(20))],
    ['messages of a megabyte', large(everything, 40, 12, 'x y '.repeat(250_000))],
    ['wide characters', large(everything, 3000, 100, '👍你好 '.repeat(400))],
    ['nothing but backticks and pipes', large(everything, 3000, 100, '`|'.repeat(1000))]
  ] as const

  test.each(sizes)('%s', (_, report) => {
    const proposal: ProposalText = {
      ...exampleProposal,
      clusters: report.fleet.secondaries.map(secondary => ({ ...secondary })),
      files: report.findings.map(({ file }) => ({ path: file, status: 'added' })),
      notes: report.warnings,
      prerequisites: report.warnings,
      vault: report.vault ?? [],
      checksPassed: report.warnings
    }
    const { summary = '', ...bodies } = documentsOf(report, proposal, exampleLookups)
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024)
    for (const body of Object.values(bodies)) expect(body.length).toBeLessThanOrEqual(65_536)
    for (const document of Object.values(bodies)) expect(intrusions(document, trusted)).toEqual([])
  })

  test('what was shortened says so, and the verdict is never lost', () => {
    const body = commentOf(sizes[0][1], exampleLookups)
    expect(body).toContain(everything.headline)
    expect(body).toContain('Shortened to fit')
    expect(commentOf(exampleReport, exampleLookups)).not.toContain('Shortened to fit')
  })
})

describe('the same report', () => {
  test('gives the same bytes', () => {
    const again = structuredClone(everything)
    expect(documentsOf(again, structuredClone(exampleProposal), exampleLookups)).toEqual(
      documentsOf(everything, exampleProposal, exampleLookups)
    )
    expect(textsOf(again, exampleLookups)).toEqual(textsOf(everything, exampleLookups))
  })

  test('gives the same issue tomorrow, while nothing but the time has changed', () => {
    const tomorrow = { ...context, now: context.now + 86_400_000 }
    const far = {
      ...exampleDrift,
      vault: exampleDrift.vault?.map(secret => ({ ...secret, expiresOn: '2027-05-01T00:00:00Z' })) ?? []
    }
    expect(issueBody(far, exampleLookups, tomorrow)).toBe(issueBody(far, exampleLookups, context))
    expect(issueBody(exampleDrift, exampleLookups, tomorrow)).not.toBe(issueBody(exampleDrift, exampleLookups, context))
  })
})

test('documents carry the marks they are found by, first', () => {
  expect(commentOf(exampleReport, exampleLookups).startsWith(commentMarker)).toBe(true)
  expect(issueBody(exampleDrift, exampleLookups, context).startsWith(issueMarker('.'))).toBe(true)
  expect(proposalBody(exampleProposal).startsWith(proposalMarker(exampleProposal.key))).toBe(true)
  expect(issueMarker('a --> b')).toBe('<!-- kasten-multicluster:drift a -_- b -->'.replace('-_-', '-__'))
})

test('an issue remembers when all was last well', () => {
  expect(lastHealthyIn(issueBody(exampleDrift, exampleLookups, context))).toBe(context.lastHealthy)
  expect(lastHealthyIn(issueBody(exampleDrift, exampleLookups, { ...context, lastHealthy: undefined }))).toBeUndefined()
})

test('a report without anything is short and kind', () => {
  const clean: Report = {
    ...exampleReport,
    verdict: 'pass',
    headline: 'All 6 secondaries will join',
    counts: { error: 0, warning: 0, notice: 0 },
    ignored: 0,
    findings: [],
    notChecked: [],
    way: { stations: [], handOvers: [] }
  }
  expect(commentOf(clean, exampleLookups)).toBe(
    '<!-- kasten-multicluster:validate -->\n\n## ✅ All 6 secondaries will join\n\n**no findings** · 1 primary, 6 secondaries · kasten-multicluster-gitops 1.0.0, validate\n\nThe job summary has every detail.\n'
  )
  expect(terminalOf(clean, exampleLookups, { colours: false, width: 80 })).toMatch(
    /✓ All 6 secondaries will join\n {2}no findings\n$/
  )
  expect(annotationsOf(clean, exampleLookups.rules)).toEqual([])
})
