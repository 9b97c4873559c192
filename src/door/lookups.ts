// What the words of a report may look up: rules' texts, source lines, links to the commit.
import type { Lookups } from '../report/lookups.ts'
import type { RuleText, SourceLine } from '../report/report.ts'
import { changeRules } from '../rules/change/index.ts'
import { fleetRules } from '../rules/index.ts'
import { liveRules } from '../rules/live/index.ts'
import { vaultRules } from '../rules/vault/index.ts'
import type { Checkout } from '../source/checkout.ts'
import { helpUrl } from '../tool.ts'
import type { Environment } from './surroundings.ts'

/** Rules that say a secret stands in Git: the lines they point at are never shown. */
const secretRules = new Set(['no-token-in-git', 'no-credential-in-git'])

/** Lookups over a checkout, with links when the run is on a runner. */
export function lookupsOf(checkout: Checkout, environment: Environment): Lookups {
  const rules = new Map<string, RuleText>(
    [...fleetRules, ...changeRules, ...vaultRules, ...liveRules].map(rule => [rule.id, rule])
  )
  const { GITHUB_SERVER_URL: serverUrl, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha } = environment
  const links = serverUrl && repository && sha ? { serverUrl, repository, sha } : undefined
  return { rules, sourceLine: sourceLineOf(checkout), secretRules, helpUrl, ...(links && { links }) }
}

function sourceLineOf(checkout: Checkout): SourceLine {
  const files = new Map<string, readonly string[]>()
  return (file, line) => {
    let lines = files.get(file)
    if (!lines) {
      const content = checkout.read(file)
      lines = 'text' in content ? content.text.split(/\r\n|\n|\r/) : []
      files.set(file, lines)
    }
    return lines[line - 1]
  }
}
