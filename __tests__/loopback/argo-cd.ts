// Argo CD's read-only API as a small world: live Applications, projects, and tokens that may see some of them.
// Source: argoproj/argo-cd server/application/application.go (what is refused how), pkg/apis/application/v1alpha1/types.go.
import { selected } from './argo-cd-fields.ts'
import type { Answer, HttpReply, HttpRequest } from './serve.ts'

/** A live Application; only what this world itself looks at is typed. */
export interface LiveApplication {
  readonly metadata: {
    readonly name: string
    /** Default `argocd`. */
    readonly namespace?: string
    readonly labels?: Readonly<Record<string, string>>
    readonly [key: string]: unknown
  }
  readonly spec: { readonly project?: string; readonly [key: string]: unknown }
  readonly status?: {
    readonly resources?: readonly LiveResource[]
    /** `appTree` (Argo CD's default since 3.0): the health of resources is in the resource tree only. */
    readonly resourceHealthSource?: string
    readonly [key: string]: unknown
  }
  readonly operation?: unknown
}

export interface LiveResource {
  readonly group?: string
  readonly version: string
  readonly kind: string
  readonly namespace?: string
  readonly name: string
  readonly status?: string
  readonly health?: { readonly status: string; readonly message?: string }
  readonly [key: string]: unknown
}

/** The token that sees everything, unless others are given; made to be grepped for. */
export const argoMarker = 'LOOPBACK-ARGOCD-TOKEN-MUST-NOT-LEAK'

export interface ArgoCd {
  readonly handler: (request: HttpRequest) => Answer
  /** Open to change while it is served. */
  readonly applications: LiveApplication[]
  /** Every request, with its query and without its headers. */
  readonly requests: readonly { readonly method: string; readonly path: string }[]
}

/** A world of Applications. `tokens` says which projects each token may see; `*` is all of them. */
export function argoCd(
  applications: LiveApplication[],
  tokens: Readonly<Record<string, readonly string[]>> = { [argoMarker]: ['*'] }
): ArgoCd {
  const requests: { method: string; path: string }[] = []
  const handler = ({ method, url, headers }: HttpRequest): Answer => {
    requests.push({ method, path: url.pathname + url.search })
    if (!url.pathname.startsWith('/api/')) return userInterface
    if (url.pathname === '/api/version') return { status: 200, body: { Version: 'v3.5.1' } }
    const token = headers.authorization?.replace(/^bearer /i, '')
    if (!token) return refusal(401, 16, 'no session information')
    const projects = tokens[token]
    if (!projects) return refusal(401, 16, 'invalid session: signature is invalid')
    if (method !== 'GET') return refusal(403, 7, 'permission denied')
    return read(applications, url, project => projects.includes('*') || projects.includes(project))
  }
  return { handler, applications, requests }
}

type MaySee = (project: string) => boolean

function read(all: readonly LiveApplication[], url: URL, maySee: MaySee): HttpReply {
  const [, asked] = /^\/api\/v1\/account\/can-i\/applications\/get\/([^/]+)\/\*$/.exec(url.pathname) ?? []
  if (asked) return { status: 200, body: { value: maySee(decodeURIComponent(asked)) ? 'yes' : 'no' } }
  const [, what, name, part] =
    /^\/api\/v1\/(applications|projects)(?:\/([^/]+))?(?:\/(resource-tree))?$/.exec(url.pathname) ?? []
  if (!what) return refusal(404, 5, 'Not Found')
  if (what === 'projects') return projectsOf(all, maySee)
  if (!name) return listOf(all, url, maySee)
  const found = one(all, decodeURIComponent(name), url, maySee)
  if ('refused' in found) return found.refused
  return { status: 200, body: part ? treeOf(found.application) : withoutInlineHealth(found.application) }
}

/** All Applications this token may see, by name. What it may not see is left out silently, so the list may be empty. */
function listOf(all: readonly LiveApplication[], { searchParams: query }: URL, maySee: MaySee): HttpReply {
  const projects = [...query.getAll('projects'), ...query.getAll('project')]
  const items = all
    .filter(application => maySee(projectOf(application)))
    .filter(application => projects.length === 0 || projects.includes(projectOf(application)))
    .filter(application => !query.get('name') || application.metadata.name === query.get('name'))
    .filter(application => !query.get('appNamespace') || namespaceOf(application) === query.get('appNamespace'))
    .filter(application => isSelected(application.metadata.labels ?? {}, query.get('selector') ?? ''))
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1))
    .map(withoutInlineHealth)
  const fields = query.get('fields')
  return {
    status: 200,
    body: { metadata: { resourceVersion: '1' }, items: fields ? items.map(item => selected(item, fields)) : items }
  }
}

type Found = { readonly application: LiveApplication } | { readonly refused: HttpReply }

/** Without `project` a missing Application is 403, so that nobody learns what exists; with it, 404. */
function one(all: readonly LiveApplication[], name: string, { searchParams: query }: URL, maySee: MaySee): Found {
  const project = query.get('project')
  const namespace = query.get('appNamespace') ?? 'argocd'
  const denied = { refused: refusal(403, 7, 'permission denied') }
  const missing = { refused: refusal(404, 5, `applications.argoproj.io "${name}" not found`) }
  if (project && !maySee(project)) return denied
  const application = all.find(live => live.metadata.name === name && namespaceOf(live) === namespace)
  if (!application || !maySee(projectOf(application))) return project ? missing : denied
  return project && projectOf(application) !== project ? missing : { application }
}

function projectsOf(all: readonly LiveApplication[], maySee: MaySee): HttpReply {
  const names = [...new Set(all.map(projectOf))].filter(maySee).sort()
  return { status: 200, body: { metadata: {}, items: names.map(name => ({ metadata: { name }, spec: {} })) } }
}

function treeOf({ status }: LiveApplication) {
  return { nodes: (status?.resources ?? []).map(({ status: _sync, ...node }) => node) }
}

function withoutInlineHealth(application: LiveApplication): LiveApplication {
  const { status } = application
  if (status?.resourceHealthSource !== 'appTree' || !status.resources) return application
  const resources = status.resources.map(({ health: _health, ...resource }) => resource)
  return { ...application, status: { ...status, resources } }
}

const projectOf = ({ spec }: LiveApplication): string => spec.project || 'default'
const namespaceOf = ({ metadata }: LiveApplication): string => metadata.namespace ?? 'argocd'

/** The equality half of Kubernetes label selectors: `a=b`, `a==b`, `a!=b`, `a`, `!a`, joined by commas. */
function isSelected(labels: Readonly<Record<string, string>>, selector: string): boolean {
  return selector
    .split(',')
    .filter(Boolean)
    .every(term => {
      const [, not, key = '', operator, value] = /^\s*(!?)([^=!\s]+)\s*(?:(!=|==?)\s*(\S*))?\s*$/.exec(term) ?? []
      if (!operator) return key in labels !== Boolean(not)
      return (labels[key] === value) === (operator !== '!=')
    })
}

/** How Argo CD's gRPC gateway writes an error. */
function refusal(status: number, code: number, message: string): HttpReply {
  return { status, body: { error: message, code, message } }
}

/** Whatever is not the API is answered with the user interface, 200: a wrong `argocd-url` does not look like an error. */
const userInterface: HttpReply = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>Argo CD</title>'
}
