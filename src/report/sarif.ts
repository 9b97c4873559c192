// SARIF: the findings for code scanning, with stable fingerprints, within GitHub's limits.
import type { Location, Log, Region, Result, Run } from 'sarif'
import { severities } from '../rules/finding.ts'
import type { Finding, Severity } from '../rules/finding.ts'
import type { Place } from '../source/place.ts'
import { plain } from './escape/plain.ts'
import { uri } from './escape/uri.ts'
import { fingerprintsOf } from './fingerprint.ts'
import type { Report } from './report.ts'
import { levelOf, sarifRulesOf } from './sarif-rules.ts'
import type { Lookups } from './lookups.ts'
import { reach } from './counting.ts'

/** GitHub refuses more results in a run, and more locations in a result than it will show are waste. */
const mostResults = 25_000
const mostRelated = 100

/**
 * The report as a SARIF 2.1.0 log with one run. Of more than 25,000 findings the gravest are kept.
 * Limits: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 * @param category tells this upload apart from others of the same tool in one workflow run; ends up in `automationDetails`
 */
export function sarifOf(report: Report, lookups: Lookups, category: string): Log {
  const findings = gravest(report.findings, mostResults)
  const rules = sarifRulesOf(findings, lookups)
  const indices = new Map(rules.map(({ id }, index) => [id, index]))
  const fingerprints = fingerprintsOf(findings, lookups)
  const results = findings.map(finding =>
    resultOf(finding, indices.get(finding.rule) ?? 0, fingerprints.get(finding) ?? '')
  )
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(report, rules, results, category)]
  }
}

function runOf({ tool }: Report, rules: ReturnType<typeof sarifRulesOf>, results: Result[], category: string): Run {
  const driver = { name: tool.name, semanticVersion: tool.version, version: tool.version, rules: [...rules] }
  return {
    tool: { driver },
    automationDetails: { id: `${plain(category, 200)}/` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
    results
  }
}

function resultOf(finding: Finding, ruleIndex: number, fingerprint: string): Result {
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levelOf(finding.severity),
    message: { text: messageOf(finding) },
    locations: [locationOf(finding)],
    ...(finding.related.length > 0 && { relatedLocations: finding.related.slice(0, mostRelated).map(relatedOf) }),
    partialFingerprints: { 'kastenMulticluster/v1': fingerprint }
  }
}

function messageOf({ message, clusters }: Finding): string {
  const affects = reach(clusters)
  return sarifText(affects === undefined ? message : `${message} (${affects}.)`)
}

/** Plain text in SARIF knows `[text](target)`; it is taken apart. */
function sarifText(text: string): string {
  return plain(text).replaceAll('](', '] (')
}

function locationOf(place: Place): Location {
  return {
    physicalLocation: { artifactLocation: { uri: uri(place.file), uriBaseId: '%SRCROOT%' }, region: regionOf(place) }
  }
}

function relatedOf(other: Place & { readonly message: string }, index: number): Location {
  return { id: index + 1, ...locationOf(other), message: { text: sarifText(other.message) } }
}

function regionOf({ line, column, endLine, endColumn }: Place): Region {
  const startLine = Math.max(1, line)
  const startColumn = Math.max(1, column)
  const last = Math.max(startLine, endLine)
  return { startLine, startColumn, endLine: last, endColumn: Math.max(last === startLine ? startColumn : 1, endColumn) }
}

function gravest(findings: readonly Finding[], limit: number): readonly Finding[] {
  if (findings.length <= limit) return findings
  const rank = new Map<Severity, number>(severities.map((severity, index) => [severity, index]))
  const kept = new Set(
    findings.toSorted((a, b) => (rank.get(a.severity) ?? 0) - (rank.get(b.severity) ?? 0)).slice(0, limit)
  )
  return findings.filter(finding => kept.has(finding))
}
