// Projects of which not everything could be seen: Argo CD leaves out of a list, without a word, what a token may not see.
import { fieldsOf } from './application.ts'
import type { ArgoApi } from './argo-api.ts'
import { rbacAdvice } from './argo-reasons.ts'

/** `*` stands for all projects. `forbidden`: it is the token that may not see them. */
export interface HiddenProjects {
  readonly projects: readonly string[]
  readonly reason: string
  readonly forbidden: boolean
}

/** More projects than this are not asked for, and count as not seen. */
const mostAsked = 50

/**
 * Those of the `wanted` projects of which something may be hidden; undefined when there are none. `listed` is what the
 * list was narrowed to, nothing meaning all. An Application that is not listed is missing only where all could be seen.
 */
export async function hiddenProjects(
  wanted: readonly string[],
  listed: readonly string[],
  api: ArgoApi
): Promise<HiddenProjects | undefined> {
  const projects = wanted.length > 0 ? [...new Set(wanted)].sort() : ['*']
  const notListed = projects.filter(project => listed.length > 0 && !listed.includes(project))
  const asked = projects.filter(project => !notListed.includes(project))
  const seen = await Promise.all(asked.slice(0, mostAsked).map(async project => canSeeAll(project, api)))
  const forbidden = asked.filter((_project, at) => seen[at] !== true)
  if (forbidden.length + notListed.length === 0) return undefined
  const reasons = [...forbiddenReason(forbidden), ...notListedReason(notListed)]
  return {
    projects: [...forbidden, ...notListed].sort(),
    reason: reasons.join('. '),
    forbidden: forbidden.length > 0
  }
}

/**
 * False also when it could not be told.
 * Source: argoproj/argo-cd server/account/account.proto (`/api/v1/account/can-i/{resource}/{action}/{subresource}`).
 */
async function canSeeAll(project: string, api: ArgoApi): Promise<boolean> {
  try {
    const { status, json } = await api(`/account/can-i/applications/get/${encodeURIComponent(project)}/*`)
    return status === 200 && fieldsOf(json)['value'] === 'yes'
  } catch {
    return false
  }
}

function forbiddenReason(projects: readonly string[]): string[] {
  if (projects.length === 0) return []
  const all = projects.includes('*')
  const what = all ? 'all projects' : `all of ${projects.join(', ')}`
  const otherwise = all ? '. Or name the project in `argocd-project`' : ''
  return [
    `The token may not see ${what}, so that Applications may be hidden from it. ${rbacAdvice(all ? [] : projects)}${otherwise}`
  ]
}

function notListedReason(projects: readonly string[]): string[] {
  return projects.length > 0
    ? [`\`argocd-project\` leaves out ${projects.join(', ')}, where Applications of the fleet belong`]
    : []
}
