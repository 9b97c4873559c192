// Annotations: the findings that GitHub shows beside the code, chosen within its limits.
import { severities } from '../rules/finding.ts'
import type { Finding, Severity } from '../rules/finding.ts'
import { commandLine } from './escape/command.ts'
import { plain, plainLines, seen as visible } from './escape/plain.ts'
import type { Report, RuleTexts } from './report.ts'
import { counted, countsOf, reach, tally } from './counting.ts'

/** What the runner shows beside a line. Texts are plain and free of secrets; columns are left out across lines. */
export interface Annotation {
  readonly severity: Severity
  readonly title: string
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly endLine?: number
  readonly column?: number
  readonly endColumn?: number
}

/** The runner takes ten of each severity from a step (https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md). */
const perSeverity = 10

/** The runner cuts longer messages (https://github.com/actions/runner: src/Runner.Worker/ExecutionContext.cs). */
const longestMessage = 4096

/**
 * The annotations of a report: of each severity at most ten, distinct rules first, in the order of the report. Where findings
 * are left out, a last notice (one of the ten) says how many and that `elsewhere` has them.
 */
export function annotationsOf(report: Report, rules: RuleTexts, elsewhere = 'the job summary'): readonly Annotation[] {
  const shown = new Set(severities.flatMap(severity => chosen(report.findings, severity, perSeverity)))
  if (shown.size === report.findings.length) return report.findings.map(finding => annotationOf(finding, rules))
  const kept = new Set(
    severities.flatMap(severity =>
      chosen(report.findings, severity, severity === 'notice' ? perSeverity - 1 : perSeverity)
    )
  )
  const annotations = report.findings.filter(finding => kept.has(finding)).map(finding => annotationOf(finding, rules))
  return [
    ...annotations,
    remainder(
      report.findings.filter(finding => !kept.has(finding)),
      elsewhere
    )
  ]
}

/** The line that makes the runner show an annotation. */
export function commandOf(annotation: Annotation): string {
  const { severity, file, line, endLine, column, endColumn, title, message } = annotation
  return commandLine(severity, { file, line, endLine, col: column, endColumn, title }, message)
}

/** As many findings of a severity as there is room for: the first of every rule, then the second of every rule, … */
function chosen(findings: readonly Finding[], severity: Severity, room: number): readonly Finding[] {
  const seen = new Map<string, number>()
  const ranked = findings
    .filter(finding => finding.severity === severity)
    .map(finding => {
      const rank = seen.get(finding.rule) ?? 0
      seen.set(finding.rule, rank + 1)
      return { finding, rank }
    })
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, room)
    .map(({ finding }) => finding)
}

function annotationOf(finding: Finding, rules: RuleTexts): Annotation {
  const rule = rules.get(finding.rule)
  return {
    severity: finding.severity,
    title: plain(rule === undefined ? finding.rule : `${rule.title.replace(/\.$/, '')} (${rule.id})`, 200),
    message: messageOf(finding, rule?.fix),
    file: finding.file.replace(steering, visible),
    ...extentOf(finding)
  }
}

/** GitHub wants the name of a file as it is, but a log may show it: nothing in it may steer a terminal. A line break is escaped later. */
const steering = /(?![\r\n])\p{Cc}/gu

function messageOf(finding: Finding, fix: string | undefined): string {
  const affects = reach(finding.clusters)
  const tail = [
    ...(affects === undefined ? [] : [plain(`${affects}.`, 1000)]),
    ...(fix === undefined ? [] : [plainLines(`How to mend it:${wordsOfFix(fix)}`, 1000)])
  ].join('\n')
  const message = plain(finding.message, longestMessage - tail.length - 1)
  return tail === '' ? message : `${message}\n${tail}`
}

/** Annotations are not Markdown: the fences of its code go, its lines stay. */
function wordsOfFix(fix: string): string {
  const words = ` ${fix.trim()}`.replace(/^ ?```.*$/gm, '')
  return words.replace(/\n{2,}/g, '\n').trimEnd()
}

/** The runner drops columns that are not on one line, and lines in the wrong order; a line zero would vanish. */
function extentOf(finding: Finding): Pick<Annotation, 'line' | 'endLine' | 'column' | 'endColumn'> {
  const line = Math.max(1, finding.line)
  const last = finding.endColumn <= 1 && finding.endLine > line ? finding.endLine - 1 : finding.endLine
  const endLine = Math.max(line, last)
  if (endLine !== line || finding.endLine !== line) return { line, endLine }
  const column = Math.max(1, finding.column)
  return { line, endLine, column, endColumn: Math.max(column, finding.endColumn) }
}

function remainder(left: readonly Finding[], elsewhere: string): Annotation {
  return {
    severity: 'notice',
    title: `${counted(left.length, 'more finding')} not shown here`,
    message: `GitHub shows ten annotations of each severity. Left out: ${tally(countsOf(left))}. All of them are in ${elsewhere}.`
  }
}
