// What issues, pull requests, labels and comments of the loopback GitHub share: finding a thread, ordering threads, naming labels.
import { isPermitted, notAccessible } from './github-access.ts'
import { notFound, record, Refusal, text } from './github-http.ts'
import type { Call } from './github-http.ts'
import { repositoryUrl } from './github-render.ts'
import { labelNamed } from './github-state.ts'
import type { Label, Repository, Thread } from './github-state.ts'

/** The thread a call names. 410 for an issue where issues are off, 403 where only pull requests may be touched. */
export function threadOf(call: Call): Thread {
  const { repository, token, path } = call
  const thread = repository.threads.get(Number(path['issue_number']))
  if (!thread) throw notFound()
  if (thread.pull) return thread
  if (!repository.settings.hasIssues) throw issuesDisabled()
  const lacks = !isPermitted(token, repository, 'issues=read')
  if (lacks) throw notAccessible(token, 'issues=read')
  return thread
}

/** The same, to be written to. */
export function writableThread(call: Call): Thread {
  const thread = threadOf(call)
  if (!thread.pull && !isPermitted(call.token, call.repository, 'issues=write')) {
    throw notAccessible(call.token, 'issues=write')
  }
  return thread
}

export const issuesDisabled = (): Refusal => new Refusal(410, 'Issues are disabled for this repo')

/** Newest first, unless asked otherwise. */
export function sorted<T extends Thread>(threads: readonly T[], query: URLSearchParams): T[] {
  const key = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt'
  const oldestFirst = [...threads].sort((a, b) => a[key].localeCompare(b[key]) || a.number - b.number)
  return query.get('direction') === 'asc' ? oldestFirst : oldestFirst.reverse()
}

/** Names from strings or `{ name }`; a name nobody used before becomes a label. */
export function labelNamesOf(repository: Repository, given: unknown): string[] {
  const all: unknown[] = Array.isArray(given) ? given : []
  const names = all.map(each => text(each) ?? text(record(each)['name']) ?? '')
  return [...new Set(names.map(name => labelNamed(repository, name).name))]
}

export function labelJson({ repository, at }: Call, label: Label) {
  const url = `${repositoryUrl(at, repository)}/labels/${encodeURIComponent(label.name)}`
  return { ...label, node_id: `LA_${label.id}`, url, default: false }
}
