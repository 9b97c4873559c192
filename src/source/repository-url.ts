// When two Git URLs mean the same repository, as Argo CD judges it.

/** A repository by host and path, in lower case. */
interface Address {
  readonly host: string
  readonly path: string
}

/**
 * Whether two URLs mean one repository, under the rule of Argo CD's webhooks: http, https, ssh and no scheme are alike;
 * user, port, `ssh.` or `altssh.` before the host, a `.git` at the end and case do not count. So
 * `git@github.com:O/R.git` is `https://github.com/o/r`. A password and a slash at the end, which Argo CD fetches all the
 * same, do not count either. Source: GetWebURLRegex in argoproj/argo-cd, util/webhook/webhook.go.
 */
export function sameRepository(a: string, b: string): boolean {
  const one = addressOf(a)
  const other = addressOf(b)
  return one !== undefined && other !== undefined && one.host === other.host && one.path === other.path
}

const longest = 2000
const address =
  /^(?:(?:https?|ssh):\/\/)?(?:[\w.][\w.-]{0,30}[\w.$-]?(?::[^@/]*)?@)?(?:(?:alt)?ssh\.)?([a-z0-9._-]+|\[[0-9a-f:]+\])(?::\d+)?[:/]\/?(.+)$/

function addressOf(url: string): Address | undefined {
  const parts = url.length > longest ? null : address.exec(url.trim().toLowerCase())
  if (parts === null) return undefined
  const [, host = '', rest = ''] = parts
  let end = rest.length
  while (rest[end - 1] === '/') end--
  return { host, path: rest.slice(0, end).replace(/\.git$/, '') }
}

/** Whether a URL speaks SSH: `ssh://git@host/path` or `git@host:path`. Source: sshURLRegex in argo-cd, util/git/git.go. */
export function isSshUrl(url: string): boolean {
  return /^(?:ssh:\/\/)?[^/:@]*@[^@]+$/.test(url)
}

/**
 * What Argo CD compares in a project's sourceRepos and for credentials: lower case, no `.git`, and
 * `git@host:o/r` as `git@host/o/r`. The user stays and http, https and ssh differ; '' for what is no URL.
 * Source: NormalizeGitURL in argo-cd, util/git/git.go.
 */
export function normalizedGitUrl(url: string): string {
  const lower = url.trim().toLowerCase()
  const scp = isSshUrl(lower) && !lower.startsWith('ssh://')
  const absolute = (scp ? `ssh://${lower.replace(':', '/')}` : lower).replace(/\.git$/, '')
  // `host:path` is a scheme with an opaque rest to Go, which it leaves alone.
  if (/^[a-z][a-z0-9+.-]*:(?!\/)/.test(absolute)) return absolute
  return isUrl(absolute) ? escaped(absolute).replace(/^ssh:\/\//, '') : ''
}

// What Go's url.Parse refuses: control characters, a port that is no number, a scheme or an escape that is none.
function isUrl(url: string): boolean {
  if (/[^ -~\u0080-\uffff]/.test(url) || /%(?![0-9a-f]{2})/.test(url)) return false
  const [, scheme, authority] = /^([^:/?#]*:)?(?:\/\/([^/?#]*))?/.exec(url) ?? []
  if (scheme !== undefined && !/^[a-z][a-z0-9+.-]*:$/.test(scheme)) return false
  const at = authority?.lastIndexOf('@') ?? -1
  if (!/^[\w.:~!$&'()*+,;=%@-]*$/.test(authority?.slice(0, Math.max(at, 0)) ?? '')) return false
  const host = authority?.slice(at + 1) ?? ''
  return !/[ "<>^`{|}\\%]/.test(host) && (/^\[[^\]]*\](?::\d*)?$/.test(host) || /^[^:[\]]*(?::\d*)?$/.test(host))
}

// Go writes back what may not stand in a path as escapes.
function escaped(url: string): string {
  return url.replace(/[ "<>^`{|}\\]|[^\0-\u007f]/gu, encodeURIComponent)
}
