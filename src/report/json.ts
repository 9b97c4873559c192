// The JSON report: what scripts read. Its keys and their order are the public contract.
import type { VaultSecret } from '../model/vault.ts'
import type { Finding } from '../rules/finding.ts'
import { jsonText } from './escape/json-text.ts'
import { withoutSecrets } from './redaction.ts'
import type { Report, ReportedChange } from './report.ts'

/** The report as JSON text, schema 1, with a trailing newline. The same report gives the same bytes. */
export function jsonOf(report: Report, helpUrl: (rule: string) => string): string {
  const { tool, mode, verdict, counts, ignored, findings, fleet, notChecked, vault, live, change } = report
  return jsonText(
    safe({
      schema: 1,
      tool: { name: tool.name, version: tool.version },
      mode,
      verdict,
      counts: { error: counts.error, warning: counts.warning, notice: counts.notice },
      ignored,
      findings: findings.map(finding => findingJson(finding, helpUrl)),
      fleet: fleetJson(fleet),
      notChecked: notChecked.map(({ file, reason }) => ({ file, reason })),
      vault: vault?.map(vaultJson),
      live: live?.map(({ application, sync, health, reason }) => ({
        application,
        sync,
        health,
        reason
      })),
      change: change && changeJson(change)
    })
  )
}

function findingJson(finding: Finding, helpUrl: (rule: string) => string): object {
  const { rule, severity, message, file, line, column, endLine, endColumn, related, clusters } = finding
  return {
    rule,
    severity,
    message,
    file,
    line,
    column,
    endLine,
    endColumn,
    related: related.map(other => ({ file: other.file, line: other.line, message: other.message })),
    clusters,
    help: helpUrl(rule)
  }
}

function fleetJson({ primaries, secondaries, tokens }: Report['fleet']): object {
  return {
    primaries: primaries.map(({ name, ingress, application, file }) => ({
      name,
      ingress,
      application,
      file
    })),
    secondaries: secondaries.map(({ name, ingress, application, destination, files }) => ({
      name,
      ingress,
      application,
      destination,
      files
    })),
    tokens: tokens.map(({ vaultUrl, secret, pushedBy, pulledBy }) => ({
      vaultUrl,
      secret,
      pushedBy,
      pulledBy
    }))
  }
}

/** Undefined keys are left out by JSON itself. */
function vaultJson(seen: VaultSecret): object {
  const { url, secret, state, createdOn, updatedOn, expiresOn, notBefore, managedBy, purgeProtected, reason } = seen
  return { url, secret, state, createdOn, updatedOn, expiresOn, notBefore, managedBy, purgeProtected, reason }
}

function changeJson({ base, branch, treeSha, headSha, operation, number, url, files }: ReportedChange): object {
  return {
    base,
    branch,
    treeSha,
    headSha,
    operation,
    number,
    url,
    files: files.map(({ path, status }) => ({ path, status }))
  }
}

/** Every text without what has the shape of a secret; files and addresses are what they are. */
function safe(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return places.has(key) ? value : withoutSecrets(value)
  if (Array.isArray(value)) return value.map(item => safe(item, key))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, safe(item, name)]))
}

const places = new Set(['file', 'files', 'path', 'help'])
