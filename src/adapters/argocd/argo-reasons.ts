// Why Argo CD could not be asked, and exactly what to do about it.
import { TooLarge } from '../web/answer.ts'
import type { WebAnswer } from '../web/answer.ts'
import { isAbort, unreachableReason } from '../web/unreachable.ts'

/** The policy line that is all this needs. Source: argoproj/argo-cd docs/operator-manual/rbac.md. */
export function rbacAdvice(projects: readonly string[]): string {
  const [only, ...others] = projects
  const object = only !== undefined && others.length === 0 ? `${only}/*` : '*/*'
  return (
    `In argocd-rbac-cm, \`p, role:ci, applications, get, ${object}, allow\` and \`g, <account>, role:ci\` are all it ` +
    'needs'
  )
}

/** The reason for an answer that is not the list; undefined for the list itself. */
export function answerReason(answer: WebAnswer, url: URL, projects: readonly string[]): string | undefined {
  const { status, json, html, location } = answer
  if (status === 200 && isList(json)) return undefined
  const at = `Argo CD at ${url.host}`
  if (status === 401) return `${at} did not accept \`argocd-token\` (401): expired, revoked, or of another Argo CD`
  if (status === 403 && !html) return `${at} does not let this token read Applications (403). ${rbacAdvice(projects)}`
  if (status >= 300 && status < 400)
    return `${at} redirects to ${originOf(location, url)}, which was not followed. ${front}`
  if (html) return `${at} answers (${status}) with a page and not with its API. ${front}`
  if (status === 404) return `there is no Argo CD API at ${url.href}. Does it live below a path?`
  if (status === 429 || status >= 500) return `${at} answered ${status} again and again. The next run may find it well`
  return `${at} gave an answer (${status}) that Argo CD does not give`
}

const front =
  'Is there a single sign-on in front of it, or does it live below a path? `argocd-url` must lead to its API with a ' +
  'token alone'

const isList = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'items' in json && (json.items === null || Array.isArray(json.items))

function originOf(location: string | undefined, url: URL): string {
  return location !== undefined && URL.canParse(location, url.href) ? new URL(location, url).origin : 'somewhere else'
}

const inside =
  'An Argo CD in a private network can be read from a self-hosted runner in that network; without `argocd-url`, drift ' +
  'looks at the vault only'

/** The reason for a question that got no answer within its time, or before the run was `ended`. */
export function silenceReason(error: unknown, url: URL, { deadlineMs, ended }: { deadlineMs: number; ended: boolean }) {
  const at = `Argo CD at ${url.host}`
  if (error instanceof TooLarge) return `${at} sent too much to be read. Narrow it by \`argocd-project\``
  const why = unreachableReason(error, url.host)
  if (why) return `Argo CD was not reached: ${why}. ${inside}`
  if (ended) return `the run ended before ${at} had answered`
  return isAbort(error)
    ? `${at} did not answer within ${deadlineMs / 1000} s. ${inside}`
    : `${at} could not be understood`
}
