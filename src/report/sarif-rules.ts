// SARIF rules: what code scanning shows of the law behind a finding.
import type { ReportingDescriptor, Result } from 'sarif'
import type { Finding, Severity } from '../rules/finding.ts'
import type { Lookups } from './lookups.ts'
import type { RuleText } from './report.ts'

/** SARIF's word for a severity. */
export function levelOf(severity: Severity): NonNullable<Result['level']> {
  return severity === 'notice' ? 'note' : severity
}

/** Every known rule and every rule found, sorted by id; rules without a page have what their findings tell. */
export function sarifRulesOf(
  findings: readonly Finding[],
  { rules, helpUrl }: Lookups
): readonly ReportingDescriptor[] {
  const unexplained = new Map(
    findings.filter(({ rule }) => !rules.has(rule)).map(({ rule, severity }) => [rule, severity])
  )
  return [
    ...[...rules.values()].map(rule => explained(rule, helpUrl(rule.id))),
    ...[...unexplained].map(([id, severity]) => named(id, severity))
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function explained(rule: RuleText, helpUri: string): ReportingDescriptor {
  return {
    id: rule.id,
    name: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: {
      text: `${rule.why}\n\nHow to mend it:\n\n${rule.fix}`,
      markdown: `${rule.why}\n\n**How to mend it:**\n\n${rule.fix}`
    },
    helpUri,
    defaultConfiguration: { level: levelOf(rule.severity) },
    properties: propertiesOf(rule.severity)
  }
}

function named(id: string, severity: Severity): ReportingDescriptor {
  const text = id.replaceAll('-', ' ')
  return {
    id,
    name: id,
    shortDescription: { text },
    defaultConfiguration: { level: levelOf(severity) },
    properties: propertiesOf(severity)
  }
}

/** What GitHub sorts and filters by. */
function propertiesOf(severity: Severity): ReportingDescriptor['properties'] {
  const problem = { error: 'error', warning: 'warning', notice: 'recommendation' }[severity]
  return { tags: ['kasten', 'multi-cluster', 'gitops'], precision: 'high', 'problem.severity': problem }
}
