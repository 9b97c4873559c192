// Who may do what at the loopback GitHub: tokens, permissions, limits, rules about branches.
import { notFound, Refusal, unprocessable } from './github-http.ts'
import { fullName } from './github-state.ts'
import type { Repository, Ruleset, Token } from './github-state.ts'

/** A stranger: reads what is public. */
export const anonymous: Token = {
  login: '',
  permissions: { contents: 'read', pulls: 'read', issues: 'read' },
  repositories: []
}

/** The token that an Authorization header carries. 401 for one that nobody issued. */
export function tokenOf(header: string | undefined, tokens: ReadonlyMap<string, Token>): Token {
  if (header === undefined) return anonymous
  const [, given = ''] = /^(?:token|bearer) +(.+)$/i.exec(header) ?? []
  const token = tokens.get(given)
  if (!token) throw new Refusal(401, 'Bad credentials')
  return token
}

const isBot = ({ login }: Token): boolean => login.endsWith('[bot]')

/** 404 where the repository must not even be known to exist, 403 where a permission lacks. */
export function admit(token: Token, repository: Repository | undefined, method: string, needs: string): Repository {
  if (!repository || !sees(token, repository)) throw notFound()
  if (method !== 'GET' && token === anonymous) throw new Refusal(401, 'Requires authentication')
  if (!isPermitted(token, repository, needs)) throw notAccessible(token, needs)
  if (method !== 'GET' && repository.settings.archived) {
    throw new Refusal(403, 'Repository was archived so is read-only.')
  }
  return repository
}

function sees(token: Token, repository: Repository): boolean {
  if (!repository.settings.private) return true
  if (token.permissions.metadata === 'none') return false
  return token.repositories?.includes(fullName(repository)) ?? true
}

export function notAccessible(token: Token, needs: string): Refusal {
  const kind = isBot(token) ? 'integration' : 'personal access token'
  return new Refusal(403, `Resource not accessible by ${kind}`, undefined, { 'x-accepted-github-permissions': needs })
}

/** Whether any of the alternatives, `issues=write; pull_requests=write`, is wholly granted. */
export function isPermitted(token: Token, repository: Repository, needs: string): boolean {
  return needs.split('; ').some(sets => sets.split(',').every(each => isGranted(token, repository, each)))
}

function isGranted({ permissions }: Token, repository: Repository, need: string): boolean {
  const [name, level] = need.split('=')
  if (name === 'metadata') return true
  if (level === 'read' && !repository.settings.private) return true
  const kind = (['contents', 'issues', 'workflows'] as const).find(each => each === name) ?? 'pulls'
  const has = permissions[kind]
  return has === 'write' || (has === 'read' && level === 'read')
}

const hour = 3600

/** Counts a request against the hourly limit. 403 once it is used up. Returns the headers that tell. */
export function charge(token: Token, now: Date): Record<string, string> {
  const limit = 5000
  const left = token.remaining ?? limit
  const seconds = Math.floor(now.getTime() / 1000)
  const headers = {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.max(left - 1, 0)),
    'x-ratelimit-used': String(limit - Math.max(left - 1, 0)),
    'x-ratelimit-resource': 'core',
    'x-ratelimit-reset': String(seconds - (seconds % hour) + hour)
  }
  if (left <= 0) throw new Refusal(403, 'API rate limit exceeded for installation.', undefined, headers)
  if (token !== anonymous) token.remaining = left - 1
  return headers
}

export type RefChange = Ruleset['forbids'][number]

const usualSentences: Readonly<Record<RefChange, string>> = {
  creation: 'Cannot create ref due to creations being restricted.',
  update: 'Changes must be made through a pull request.',
  deletion: 'Cannot delete this branch.',
  'non-fast-forward': 'Cannot force-push to this branch'
}

/** 422 when a ruleset or classic protection stands against a change of a branch. */
export function checkRules({ settings }: Repository, branch: string, changes: readonly RefChange[]): void {
  for (const { pattern, forbids, message, nested } of settings.rulesets) {
    const change = changes.find(each => forbids.includes(each))
    if (!change || !matches(pattern, branch)) continue
    const sentence = message ?? usualSentences[change]
    if (!nested) throw unprocessable(`Repository rule violations found\n\n${sentence}\n\n`)
    throw unprocessable('Validation Failed', [{ resource: 'Reference', code: 'custom', message: sentence }])
  }
  if (isProtected(settings.protectedBranches, branch) && !changes.includes('creation')) {
    throw unprocessable(`Reference cannot be ${changes.includes('deletion') ? 'deleted' : 'updated'}`)
  }
}

export const isProtected = (patterns: readonly string[], branch: string): boolean =>
  patterns.some(pattern => matches(pattern, branch))

function matches(pattern: string, branch: string): boolean {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/\*\*|\*/g, star => (star === '**' ? '.*' : '[^/]*'))
  return new RegExp(`^${source}$`).test(branch)
}
