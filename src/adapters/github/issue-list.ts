// Finds our issues by listing, never by searching: the search index lags behind, and a lagging look makes doubles.
import { numberOf, textOf, textsOf } from './answers.ts'
import type { Answer } from './answers.ts'
import type { Client } from './client.ts'
import type { Whereabouts } from './errand.ts'
import type { IsOurs } from './login.ts'

/** How our issue is recognised, and through what. */
export interface Sign {
  readonly client: Client
  readonly isOurs: IsOurs
  readonly marker: string
  readonly label: string
}

/** An issue of ours. */
export interface Issue {
  readonly number: number
  readonly url: string
  readonly isOpen: boolean
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
}

/**
 * Issues of ours with the marker, open and closed, oldest first. Those with the label are looked at first; only when
 * there is none, all open ones are, since a person may have taken the label away. Author and marker are checked here:
 * anyone can write a marker.
 */
export async function issuesWith({ client, isOurs, marker, label }: Sign): Promise<Issue[]> {
  const ours = (answers: readonly Answer[]): Issue[] =>
    answers
      .filter(each => each['pull_request'] === undefined && isOurs(each) && textOf(each, 'body').includes(marker))
      .map(each => issueIn(each, client.where))
      .sort((a, b) => a.number - b.number)
  const labelled = ours(await list(client, { state: 'all', labels: label }))
  return labelled.length > 0 ? labelled : ours(await list(client, { state: 'open' }))
}

const errand = { doing: 'list issues', needs: 'issues: write' }

async function list({ askAll, at }: Client, filter: { state: 'all' | 'open'; labels?: string }): Promise<Answer[]> {
  return askAll(errand, (kit, page) => kit.rest.issues.listForRepo({ ...at, ...filter, per_page: 100, page }))
}

/** An issue as GitHub writes it. */
export function issueIn(answer: Answer, { serverUrl, owner, repo }: Whereabouts): Issue {
  const number = numberOf(answer)
  return {
    number,
    url: `${serverUrl}/${owner}/${repo}/issues/${number}`,
    isOpen: textOf(answer, 'state') === 'open',
    title: textOf(answer, 'title'),
    body: textOf(answer, 'body'),
    labels: textsOf(answer, 'labels', 'name')
  }
}
