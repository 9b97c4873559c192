// When two Git URLs mean the same repository, as Argo CD judges it.

/** A repository by host and path, in lower case. */
interface Address {
  readonly host: string
  readonly path: string
}

/**
 * Whether two URLs mean one repository under the rule of Argo CD's webhooks: http, https and ssh are equal, user, port, a `ssh.` or `altssh.`
 * before the host and a trailing `.git` do not count, nor does case. argo-cd: util/webhook/webhook.go GetWebURLRegex
 */
export function sameRepository(a: string, b: string): boolean {
  const one = addressOf(a)
  const other = addressOf(b)
  return one !== undefined && other !== undefined && one.host === other.host && one.path === other.path
}

const form = /^(?:(?:https?|ssh):\/\/)?(?:[\w.][\w.-]{0,30}[\w.$-]?(?::[^@/]*)?@)?(?:(?:alt)?ssh\.)?([a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d+)?[:/]\/?(.+)$/

function addressOf(url: string): Address | undefined {
  if (url.length > 2000) return undefined
  const parts = form.exec(url.trim().toLowerCase())
  if (!parts) return undefined
  return { host: parts[1]!, path: parts[2]!.replace(/\/+$/, '').replace(/\.git$/, '') }
}

/** Whether a URL speaks ssh: `ssh://…` or `git@host:path`. */
export function isSshUrl(url: string): boolean {
  return /^ssh:\/\//i.test(url) || /^[^/:]+@[^/:]+:/.test(url)
}

/** What Argo CD compares in AppProjects and credentials. argo-cd: util/git/git.go NormalizeGitURL */
export function normalizedGitUrl(url: string): string {
  let normal = url.trim().toLowerCase()
  if (/^[^/:]+@[^/:]+:/.test(normal)) normal = normal.replace(':', '/')
  return normal.replace(/^ssh:\/\//, '').replace(/\.git$/, '')
}
