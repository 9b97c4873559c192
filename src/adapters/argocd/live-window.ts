// Looks at the live Applications through Argo CD's read-only API.
import type { LiveApplication, LiveFleet } from '../../model/live.ts'
import type { LiveQuestion, LiveWindow } from '../../ports/live.ts'
import { byText } from '../../source/order.ts'
import type { Log } from '../web/log.ts'
import { fieldsOf, liveApplicationOf, objectsOf } from './application.ts'
import { argoApi, argoUrlOf } from './argo-api.ts'
import type { ArgoApi } from './argo-api.ts'
import { answerReason, rbacAdvice, silenceReason } from './argo-reasons.ts'
import { closerLook } from './closer-look.ts'
import { hiddenProjects } from './hidden-projects.ts'

/** Which Argo CD to look at, and as whom. */
export interface LiveWindowOptions {
  /** The input `argocd-url`. */
  readonly url: string
  /** The input `argocd-token`. */
  readonly token: string | undefined
  /** The input `argocd-project`: whose Applications are listed; none means all that the token can see. */
  readonly projects: readonly string[]
  readonly log: Log
  /** Ends the run. */
  readonly signal?: AbortSignal | undefined
  /** How long everything may take; default 60 s. */
  readonly deadlineMs?: number | undefined
}

/** A window on Argo CD. The right `applications, get` is all it needs. */
export function liveWindow(options: LiveWindowOptions): LiveWindow {
  const { token, log } = options
  if (token) log.mask(token)
  return {
    applications: async question => {
      const url = argoUrlOf(options.url)
      if (!url)
        return unseen('`argocd-url` must be an https URL without credentials or query; http works on loopback only')
      const { deadlineMs = 60_000, signal } = options
      const until = AbortSignal.any([AbortSignal.timeout(deadlineMs), ...(signal ? [signal] : [])])
      try {
        return await fleetAt(url, argoApi(url, token, until), options, question)
      } catch (error) {
        return unseen(silenceReason(error, url, { deadlineMs, ended: signal?.aborted === true }))
      }
    }
  }
}

const unseen = (reason: string): LiveFleet => ({ known: false, reason })

async function fleetAt(
  url: URL,
  api: ArgoApi,
  { projects, log }: LiveWindowOptions,
  question: LiveQuestion = { projects, isOurs: () => true }
): Promise<LiveFleet> {
  const answer = await api('/applications', listQuery(projects))
  const reason = answerReason(answer, url, projects)
  if (reason !== undefined) return unseen(reason)
  const listed = objectsOf(fieldsOf(answer.json)['items']).flatMap(item => liveApplicationOf(item) ?? [])
  log.debug(`Argo CD ${url.host}: ${listed.length} Applications`)
  const hidden = await hiddenProjects(question.projects, projects, api)
  if (listed.length === 0 && hidden?.forbidden) {
    return unseen(`Argo CD at ${url.host} shows this token no Application. ${rbacAdvice(projects)}`)
  }
  const { applications, notLookedAt } = await closerLook(listed, question.isOurs, api)
  return {
    known: true,
    applications: applications.toSorted(byNameThenNamespace),
    ...(hidden && { hidden: { projects: hidden.projects, reason: hidden.reason } }),
    ...(notLookedAt.length > 0 && { notLookedAt })
  }
}

const byNameThenNamespace = (a: LiveApplication, b: LiveApplication): number =>
  byText(a.name, b.name) || byText(a.namespace, b.namespace)

/**
 * All that Argo CD can narrow a list to and we need. Without `fields` a list carries every Helm value twice.
 * Source: argoproj/argo-cd pkg/apiclient/application/forwarder_overwrite.go.
 */
const fields = [
  'metadata.name',
  'metadata.namespace',
  'metadata.deletionTimestamp',
  'spec.project',
  'spec.destination',
  'spec.source',
  'spec.sources',
  'spec.syncPolicy',
  'status.sync.status',
  'status.sync.revision',
  'status.health',
  'status.operationState.phase',
  'status.operationState.finishedAt',
  'status.resources'
]

/** No `repo` filter: it compares one URL letter for letter. No `refresh`: it makes the server work. */
function listQuery(projects: readonly string[]): URLSearchParams {
  const query = new URLSearchParams()
  for (const project of projects) query.append('projects', project)
  query.set('fields', fields.map(field => `items.${field}`).join(','))
  return query
}
