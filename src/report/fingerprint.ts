// Fingerprints: what stays the same of a finding when lines are added above it.
import { createHash } from 'node:crypto'
import type { Finding } from '../rules/finding.ts'
import { lineWithoutSecrets } from './excerpt.ts'
import type { Lookups } from './lookups.ts'
import { secretPlacesOf } from './redaction.ts'

/**
 * A fingerprint per finding: of its rule, its file, the text of its line without blanks and secrets, and, among equals, its place
 * in the file. Line numbers have no part in it.
 */
export function fingerprintsOf(findings: readonly Finding[], lookups: Lookups): ReadonlyMap<Finding, string> {
  const secret = secretPlacesOf(findings, lookups.secretRules)
  const equals = new Map<string, number>()
  return new Map(
    findings.map(finding => {
      const text = lookups.sourceLine(finding.file, finding.line) ?? ''
      const line = lineWithoutSecrets(text.slice(0, 10_000), secret(finding.file, finding.line)).replace(/\s+/g, '')
      const hash = createHash('sha256')
        .update(JSON.stringify([finding.rule, finding.file, line]))
        .digest('hex')
        .slice(0, 32)
      const nth = (equals.get(hash) ?? 0) + 1
      equals.set(hash, nth)
      return [finding, `${hash}:${nth}`]
    })
  )
}
