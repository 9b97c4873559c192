// What a refusal of GitHub means to the person who must mend it: the permission line, the setting, the rule.
import type { FaultCode } from '../../ports/trouble.ts'
import { textOf } from './answers.ts'
import { workflowsNeeded } from './errand.ts'
import type { Errand, Whereabouts } from './errand.ts'

/** The kind of fault, and what a person can do about it. */
export interface Meaning {
  readonly code: FaultCode
  readonly advice?: string
}

/** A rate limit that asks for more seconds than there is patience for. */
export function limitMeaning(seconds: number): Meaning {
  return {
    code: 'rate-limited',
    advice: `GitHub limits how much may be asked. Run it again after ${Math.ceil(seconds)} seconds.`
  }
}

/** What GitHub answered, its words made plain. */
export interface Refusal {
  readonly status: number
  readonly said: string
  readonly headers: Readonly<Record<string, unknown>>
}

/** What a refusal means. */
export function meaningOf(refusal: Refusal, errand: Errand, where: Whereabouts): Meaning {
  const { status, said } = refusal
  if (status >= 500) return { code: 'unreachable', advice: 'GitHub has trouble of its own: run it again later.' }
  if (status >= 300 && status < 400) return { code: 'not-found', advice: moved(where) }
  if (status === 401)
    return { code: 'not-signed-in', advice: 'The token is wrong, expired or revoked: renew `github-token`.' }
  if (status === 403) return { code: 'not-permitted', advice: permissionAdvice(refusal, errand, where) }
  if (status === 404) return notFoundMeaning(errand, where)
  if (status === 409 && /empty/i.test(said))
    return { code: 'rejected', advice: 'Push an initial commit to the repository.' }
  if (status === 409) return { code: 'conflict' }
  if (status === 410) return { code: 'not-permitted', advice: gone(where) }
  return ruleAdvice(said, where)
}

const moved = ({ owner, repo }: Whereabouts): string =>
  `The repository ${owner}/${repo} has moved or the address is not the API's: use the new name.`

const gone = ({ serverUrl, owner, repo }: Whereabouts): string =>
  `Enable Issues under ${serverUrl}/${owner}/${repo}/settings (General > Features), or set \`issue: false\`.`

function permissionAdvice({ said, headers }: Refusal, { needs }: Errand, where: Whereabouts): string {
  if (/not permitted to create or approve pull requests/i.test(said)) return settingAdvice(where)
  if (/archived/i.test(said)) return 'The repository is archived: unarchive it, or leave it alone.'
  const lines = acceptedLines(textOf(headers, 'x-accepted-github-permissions'), needs) ?? needs
  return `The token lacks a permission. Add to the job:\npermissions:\n  ${lines}`
}

function settingAdvice({ serverUrl, owner, repo }: Whereabouts): string {
  return [
    'Allow GitHub Actions to create and approve pull requests:',
    'in the repository under Settings > Actions > General > Workflow permissions',
    `(${serverUrl}/${owner}/${repo}/settings/actions); if it is greyed out,`,
    `in the organisation (${serverUrl}/organizations/${owner}/settings/actions) or the enterprise.`,
    'Or pass the token of a GitHub App as `github-token`.'
  ].join(' ')
}

/**
 * `contents=write,workflows=write; issues=read` holds alternatives: the permissions, a line each, of the one that the
 * errand is about, at the level the errand needs in the end. Undefined for odd text.
 */
function acceptedLines(header: string, needs: string): string | undefined {
  const alternatives = header.split(';').map(each => each.split(',').map(lineOf))
  const [name = ''] = needs.split(':')
  const fitting = alternatives.find(lines => lines.some(line => line?.startsWith(`${name}:`))) ?? alternatives[0]
  if (!fitting || fitting.includes(undefined)) return undefined
  return fitting.map(line => (line?.startsWith(`${name}:`) ? needs : line)).join('\n  ')
}

function lineOf(permission: string): string | undefined {
  const [, name, level] = /^ *([a-z_]{2,40})=(read|write|admin) *$/.exec(permission) ?? []
  return name && `${name.replaceAll('_', '-')}: ${level}`
}

function notFoundMeaning({ needs }: Errand, { owner, repo }: Whereabouts): Meaning {
  if (needs === workflowsNeeded) {
    return {
      code: 'not-permitted',
      advice:
        'GitHub answers 404 when a token without the Workflows permission changes .github/workflows. ' +
        'GITHUB_TOKEN cannot have it: pass the token of a GitHub App with `workflows: write`.'
    }
  }
  const advice =
    `Check that ${owner}/${repo} exists and that the token was given for it with \`${needs}\`; a GitHub App must be ` +
    'installed on it. GitHub also answers 404 to hide what a token may not see.'
  return { code: 'not-found', advice }
}

const aboutRules =
  /rule violation|restricted|protected|cannot (?:create|update|be updated|force-push)|through a pull request/i

function ruleAdvice(said: string, { serverUrl, owner, repo }: Whereabouts): Meaning {
  if (!aboutRules.test(said)) return { code: 'rejected' }
  return {
    code: 'rejected',
    advice:
      `A ruleset or branch protection stands against this branch (${serverUrl}/${owner}/${repo}/settings/rules): ` +
      'let the token pass, or choose another name with `branch`.'
  }
}
