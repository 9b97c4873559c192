// The JSON report: what scripts read. Its keys and their order are the public contract.
import type { VaultSecret } from '../model/vault.ts'
import type { Finding } from '../rules/finding.ts'
import { jsonText } from './escape/json-text.ts'
import { withoutSecrets } from './redaction.ts'
import type { Report, ReportedChange } from './report.ts'

/** The report as JSON text, schema 1, with a trailing newline. The same report gives the same bytes. */
export function jsonOf(report: Report, helpUrl: (rule: string) => string): string {
  const { tool, mode, verdict, counts, ignored, findings, fleet, notChecked, vault, live, change } = report
  return jsonText({
    schema: 1,
    tool: { name: tool.name, version: tool.version },
    mode,
    verdict,
    counts: { error: counts.error, warning: counts.warning, notice: counts.notice },
    ignored,
    findings: findings.map(finding => findingJson(finding, helpUrl)),
    fleet: fleetJson(fleet),
    notChecked: notChecked.map(({ file, reason }) => ({ file, reason: withoutSecrets(reason) })),
    vault: vault?.map(vaultJson),
    live: live?.map(({ application, sync, health, reason }) => ({
      application,
      sync,
      health,
      reason: withoutSecrets(reason)
    })),
    change: change && changeJson(change)
  })
}

function findingJson(finding: Finding, helpUrl: (rule: string) => string): object {
  const { rule, severity, message, file, line, column, endLine, endColumn, related, clusters } = finding
  return {
    rule,
    severity,
    message: withoutSecrets(message),
    file,
    line,
    column,
    endLine,
    endColumn,
    related: related.map(other => ({ file: other.file, line: other.line, message: withoutSecrets(other.message) })),
    clusters,
    help: helpUrl(rule)
  }
}

function fleetJson({ primaries, secondaries, tokens }: Report['fleet']): object {
  return {
    primaries: primaries.map(({ name, ingress, application, file }) => ({
      name,
      ingress: withoutSecrets(ingress),
      application,
      file
    })),
    secondaries: secondaries.map(({ name, ingress, application, destination, files }) => ({
      name,
      ingress: withoutSecrets(ingress),
      application,
      destination: withoutSecrets(destination),
      files
    })),
    tokens: tokens.map(({ vaultUrl, secret, pushedBy, pulledBy }) => ({
      vaultUrl: withoutSecrets(vaultUrl),
      secret,
      pushedBy,
      pulledBy
    }))
  }
}

/** Undefined keys are left out by JSON itself. */
function vaultJson(seen: VaultSecret): object {
  const { url, secret, state, createdOn, updatedOn, expiresOn, notBefore, managedBy, purgeProtected, reason } = seen
  const why = reason === undefined ? undefined : withoutSecrets(reason)
  return { url, secret, state, createdOn, updatedOn, expiresOn, notBefore, managedBy, purgeProtected, reason: why }
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
