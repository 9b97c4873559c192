// The findings: by severity, then by rule, each rule explained once, each place with its line.
import { counted, countsOf, reach } from '../counting.ts'
import {
  blocks,
  code,
  details,
  fenced,
  joined,
  link,
  list,
  md,
  nothing,
  ours,
  prose,
  table
} from '../escape/markdown.ts'
import type { Markdown } from '../escape/markdown.ts'
import type { Excerpt, ExcerptOf } from '../excerpt.ts'
import { placeLink } from '../links.ts'
import { reportExcerpts } from '../lookups.ts'
import type { Lookups } from '../lookups.ts'
import type { Report } from '../report.ts'
import { severities } from '../../rules/finding.ts'
import type { Finding, Severity } from '../../rules/finding.ts'
import { groupedBy } from '../../source/grouped.ts'

/** How much to show. */
export interface Detail {
  /** Places per rule; further ones are only counted. */
  readonly places: number
  readonly excerpts: boolean
  /** Rules per severity; further ones are only counted. */
  readonly rules: number
}

const headings: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['❌', 'error'],
  warning: ['⚠️', 'warning'],
  notice: ['ℹ️', 'notice']
}

/** All findings in a given detail; notices are folded. */
export function findingsBlock(report: Report, lookups: Lookups, detail: Detail): Markdown {
  const bySeverity = groupedBy(report.findings, ({ severity }) => severity)
  const view = { lookups, detail, excerptOf: reportExcerpts(report, lookups) }
  return blocks(severities.map(severity => severityBlock(severity, bySeverity.get(severity) ?? [], view)))
}

interface View {
  readonly lookups: Lookups
  readonly detail: Detail
  readonly excerptOf: ExcerptOf
}

/** The findings as a table of rules and numbers: short whatever they are. */
export function findingsTally(report: Report, lookups: Lookups): Markdown {
  if (report.findings.length === 0) return nothing
  const byRule = [...groupedBy(report.findings, ({ rule }) => rule)]
  const rows = byRule.slice(0, 100).map(([rule, findings]) => [ruleName(rule, lookups), tallyCell(findings)])
  const more = byRule.length - rows.length
  return blocks([
    md`### Findings`,
    table(['Rule', 'Findings'], rows),
    more > 0 ? md`… and ${counted(more, 'more rule')}.` : nothing
  ])
}

function tallyCell(findings: readonly Finding[]): string {
  const counts = countsOf(findings)
  return severities
    .filter(severity => counts[severity] > 0)
    .map(severity => counted(counts[severity], severity))
    .join(', ')
}

function severityBlock(severity: Severity, findings: readonly Finding[], view: View): Markdown {
  if (findings.length === 0) return nothing
  const [sign, noun] = headings[severity]
  const rules = [...groupedBy(findings, ({ rule }) => rule)]
  const more = rules.slice(view.detail.rules)
  const hidden = more.reduce((sum, [, group]) => sum + group.length, 0)
  const body = blocks([
    ...rules.slice(0, view.detail.rules).map(([rule, group]) => ruleBlock(rule, group, view)),
    more.length > 0 ? md`… and ${counted(hidden, `more ${noun}`)} of ${counted(more.length, 'more rule')}.` : nothing
  ])
  const heading = counted(findings.length, noun)
  return severity === 'notice' ? details(`${sign} ${heading}`, body) : blocks([md`### ${sign} ${heading}`, body])
}

function ruleBlock(rule: string, findings: readonly Finding[], view: View): Markdown {
  const { lookups, detail } = view
  const text = lookups.rules.get(rule)
  const more = findings.length - detail.places
  return blocks([
    text === undefined
      ? md`**${ruleName(rule, lookups)}**`
      : md`**${prose(text.title.replace(/\.$/, ''))}** (${ruleName(rule, lookups)})`,
    list(findings.slice(0, detail.places).map(finding => findingItem(finding, view))),
    more > 0 ? md`… and ${counted(more, 'more place')}.` : nothing,
    text === undefined ? nothing : explanation('How to mend it:', text.fix),
    text === undefined ? nothing : explanation('Why it matters:', text.why)
  ])
}

/** A fence begins on a line of its own. */
function explanation(label: string, text: string): Markdown {
  return joined([md`**${label}**`, ours(text)], /^\s*```/.test(text) ? '\n\n' : ' ')
}

function ruleName(rule: string, { rules, helpUrl }: Lookups): Markdown {
  return rules.has(rule) ? link(code(rule), helpUrl(rule)) : code(rule)
}

function findingItem(finding: Finding, { lookups, detail, excerptOf }: View): Markdown {
  const excerpt = detail.excerpts ? excerptOf(finding, 110) : undefined
  const affects = reach(finding.clusters)
  return joined(
    [
      md`${placeLink(finding, lookups.links)}: ${prose(finding.message, 2000)}${affects === undefined ? '' : md` _${affects}._`}`,
      ...(excerpt === undefined ? [] : [excerptBlock(excerpt)]),
      ...finding.related
        .slice(0, 5)
        .map(other => md`See ${placeLink(other, lookups.links)}: ${prose(other.message, 500)}`)
    ],
    '\n'
  )
}

function excerptBlock({ line, text, before, under }: Excerpt): Markdown {
  const gutter = String(line)
  return fenced(`${gutter} | ${text}\n${' '.repeat(gutter.length)} | ${' '.repeat(before)}${'^'.repeat(under)}`, '')
}
