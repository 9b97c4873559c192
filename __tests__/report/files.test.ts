import { describe, expect, test } from '@jest/globals'
import { calendarOf } from '../../src/report/ics.ts'
import { jsonOf } from '../../src/report/json.ts'
import { sarifOf } from '../../src/report/sarif.ts'
import { exampleDrift, exampleLookups, exampleReport, sources } from './example-report.ts'
import { fullOf, large } from './hostile.ts'

describe('the JSON report', () => {
  const json = jsonOf(fullOf(exampleDrift), exampleLookups.helpUrl)
  const report: Record<string, object[]> = JSON.parse(json)

  test('has the keys of the contract, in its order', () => {
    expect(Object.keys(report)).toEqual([
      'schema',
      'tool',
      'mode',
      'verdict',
      'counts',
      'ignored',
      'findings',
      'fleet',
      'notChecked',
      'vault',
      'live',
      'change'
    ])
    expect(Object.keys(report.findings?.[0] ?? {})).toEqual([
      'rule',
      'severity',
      'message',
      'file',
      'line',
      'column',
      'endLine',
      'endColumn',
      'related',
      'clusters',
      'help'
    ])
    expect(report.vault?.[1]).toEqual({
      url: 'https://edge.vault.azure.net',
      secret: 'edge-join-token',
      state: 'present',
      createdOn: '2026-06-01T10:00:00Z',
      updatedOn: '2026-06-01T10:00:00Z',
      expiresOn: '2026-12-04T00:00:00Z',
      managedBy: 'external-secrets',
      purgeProtected: true
    })
    expect(Object.keys(report.change ?? {})).toEqual([
      'base',
      'branch',
      'treeSha',
      'headSha',
      'operation',
      'number',
      'url',
      'files'
    ])
  })

  test('has no vault, live state or change where nobody looked', () => {
    expect(Object.keys(JSON.parse(jsonOf(exampleReport, exampleLookups.helpUrl)))).not.toEqual(
      expect.arrayContaining(['vault'])
    )
  })

  test('ends in a newline and is indented by two', () => {
    expect(json.endsWith('}\n')).toBe(true)
    expect(json.split('\n')[1]).toBe('  "schema": 1,')
  })
})

/** The fingerprints of findings over a source. */
const fingerprints = (
  findings: typeof exampleReport.findings,
  sourceLine = exampleLookups.sourceLine
): readonly (string | undefined)[] =>
  sarifOf({ ...exampleReport, findings }, { ...exampleLookups, sourceLine }, 'x').runs[0]?.results?.map(
    ({ partialFingerprints }) => partialFingerprints?.['kastenMulticluster/v1']
  ) ?? []

describe('SARIF', () => {
  const [run] = sarifOf(exampleReport, exampleLookups, 'validate/.').runs
  test('every result points at its rule and at a relative file', () => {
    const rules = run?.tool.driver.rules ?? []
    expect(run?.results).toHaveLength(exampleReport.findings.length)
    for (const { ruleId, ruleIndex = -1, locations } of run?.results ?? []) {
      expect(rules[ruleIndex]?.id).toBe(ruleId)
      expect(locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
        uri: expect.not.stringMatching(/^\/|:/),
        uriBaseId: '%SRCROOT%'
      })
    }
  })

  test('a rule without a page still has an entry', () => {
    const { runs } = sarifOf(exampleReport, { ...exampleLookups, rules: new Map() }, 'x')
    expect(runs[0]?.tool.driver.rules?.map(({ id }) => id)).toEqual(
      [...new Set(exampleReport.findings.map(({ rule }) => rule))].toSorted()
    )
  })

  test('fingerprints stay when lines are added above, and tell equal lines apart', () => {
    const before = fingerprints(exampleReport.findings)
    const moved = exampleReport.findings.map(finding => ({
      ...finding,
      line: finding.line + 7,
      endLine: finding.endLine + 7
    }))
    const after = fingerprints(moved, (file, line) => sources[file]?.split('\n')[line - 8])
    expect(after).toEqual(before)
    expect(new Set(before).size).toBe(before.length)
    const [first] = exampleReport.findings
    expect(new Set(fingerprints([first!, { ...first!, line: 9 }], () => 'the same line')).size).toBe(2)
  })

  test('a fingerprint knows nothing of a secret', () => {
    const findings = exampleReport.findings.filter(({ rule }) => rule === 'no-token-in-git')
    expect(fingerprints(findings, () => '  token: one')).toEqual(fingerprints(findings, () => '  token: another'))
  })

  test('links in a message are taken apart', () => {
    const findings = [{ ...exampleReport.findings[0]!, message: 'see [here](http://evil.example)', clusters: [] }]
    expect(sarifOf({ ...exampleReport, findings }, exampleLookups, 'x').runs[0]?.results?.[0]?.message.text).toBe(
      'see [here] (http://evil.example)'
    )
  })

  test('of too many results the gravest are kept, in their order', () => {
    const report = large(exampleReport, 26_000, 2, 'x')
    const results = sarifOf(report, exampleLookups, 'x').runs[0]?.results ?? []
    expect(results).toHaveLength(25_000)
    expect(results.filter(({ level }) => level === 'error')).toHaveLength(
      report.findings.filter(({ severity }) => severity === 'error').length
    )
    expect(results.filter(({ level }) => level === 'note').length).toBeLessThan(
      report.findings.filter(({ severity }) => severity === 'notice').length
    )
  })
})

describe('the calendar', () => {
  const calendar = calendarOf([
    ...(exampleDrift.vault ?? []),
    {
      url: 'https://v.vault.azure.net',
      secret: `${'é'.repeat(60)};x,y\nBEGIN:VEVENT`,
      state: 'present',
      expiresOn: '2027-01-01T00:00:00Z'
    }
  ])

  test('has an event for each secret that expires', () => {
    expect(calendar.match(/^BEGIN:VEVENT/gm)).toHaveLength(2)
    expect(calendar).toContain('DTSTART;VALUE=DATE:20261204\r\n')
  })

  test('has lines of at most 75 octets', () => {
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })
})
