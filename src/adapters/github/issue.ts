// One issue: created, rewritten, closed, reopened, each so that a repetition after a lost answer changes nothing more.
import type { IssueOperation, IssueWish } from '../../ports/github.ts'
import { Fault } from '../../ports/trouble.ts'
import { objectIn, textOf } from './answers.ts'
import { comment, commentsOn } from './comments.ts'
import { isRefusal } from './faults.ts'
import { issueIn, issuesWith } from './issue-list.ts'
import type { Issue, Sign } from './issue-list.ts'
import { createdOnce } from './once.ts'
import { digest, restorationOf, stamped } from './stamp.ts'
import type { Words } from './stamp.ts'

/** What became of a wish. */
export interface Kept {
  readonly operation: IssueOperation
  readonly issue: Issue | undefined
  readonly warnings: readonly string[]
}

const needs = 'issues: write'

/** Opens an issue with its labels, or without them where they can't be had. */
export async function createIssue(sign: Sign, wish: IssueWish): Promise<Kept> {
  const labels = [...new Set([sign.label, ...wish.labels])]
  try {
    return await labelled(sign, await createdLabelled(sign, wish, labels), labels)
  } catch (error) {
    if (!isRefusal(error, 422, /label/i)) throw error
    return { operation: 'created', issue: await createdLabelled(sign, wish, []), warnings: [error.message] }
  }
}

async function createdLabelled(sign: Sign, wish: IssueWish, labels: string[]): Promise<Issue> {
  const { ask, at, where } = sign.client
  const errand = { doing: 'open the issue', needs }
  const create = async (): Promise<Issue> => {
    const content = { ...at, ...stamped(wish), labels }
    return issueIn(objectIn(await ask(errand, kit => kit.rest.issues.create(content))), where)
  }
  return createdOnce(sign.client, create, async () => (await issuesWith(sign))[0])
}

/** GitHub drops labels without a word when the token may not set them. */
async function labelled(sign: Sign, issue: Issue, labels: readonly string[]): Promise<Kept> {
  return { operation: 'created', issue, warnings: (await addLabels(sign, issue, labels)).warnings }
}

async function addLabels(
  { client }: Sign,
  issue: Issue,
  wished: readonly string[]
): Promise<{ isWritten: boolean; warnings: string[] }> {
  const labels = wished.filter(label => !issue.labels.some(there => there.toLowerCase() === label.toLowerCase()))
  if (labels.length === 0) return { isWritten: false, warnings: [] }
  const errand = { doing: `label issue #${issue.number}`, needs }
  const request = { ...client.at, issue_number: issue.number, labels }
  try {
    await client.ask(errand, kit => kit.rest.issues.addLabels(request))
    return { isWritten: true, warnings: [] }
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    return { isWritten: false, warnings: [error.message] }
  }
}

/** Makes an open issue say what is wished. */
export async function rewriteIssue(sign: Sign, issue: Issue, wish: IssueWish): Promise<Kept> {
  const changes = restorationOf(issue, wish)
  const { isWritten, warnings } = await addLabels(sign, issue, [sign.label])
  if (Object.keys(changes).length === 0) return { operation: isWritten ? 'updated' : 'unchanged', issue, warnings }
  return { operation: 'updated', issue: await update(sign, issue, changes), warnings }
}

/** Closes it as completed, with the last words in it and the comment under it. */
export async function closeIssue(sign: Sign, issue: Issue, wish: IssueWish): Promise<Kept> {
  await note(sign, issue, 'closed', wish.comment)
  const changes = { ...restorationOf(issue, wish), state: 'closed', state_reason: 'completed' } as const
  return { operation: 'closed', issue: await update(sign, issue, changes), warnings: [] }
}

/** Opens it again, with the new words in it and the comment under it. */
export async function reopenIssue(sign: Sign, issue: Issue, wish: IssueWish): Promise<Kept> {
  await note(sign, issue, 'reopened', wish.comment)
  const changes = { ...restorationOf(issue, wish), state: 'open' } as const
  return { operation: 'reopened', issue: await update(sign, issue, changes), warnings: [] }
}

/** Closes one of two that mean the same. */
export async function closeDouble(sign: Sign, double: Issue, kept: Issue): Promise<void> {
  await note(sign, double, 'double', `Duplicate of #${kept.number}`)
  await update(sign, double, { state: 'closed', state_reason: 'not_planned' })
}

type Changes = Partial<Words> & { state?: 'open' | 'closed'; state_reason?: 'completed' | 'not_planned' }

async function update({ client }: Sign, { number }: Issue, changes: Changes): Promise<Issue> {
  const errand = { doing: `update issue #${number}`, needs }
  const request = { ...client.at, issue_number: number, ...changes }
  return issueIn(objectIn(await client.ask(errand, kit => kit.rest.issues.update(request))), client.where)
}

const noted = /<!-- kasten-multicluster note=(\w+-[0-9a-f]{16}) -->/

/**
 * Says once why an issue changes its state. The comment comes before the change, marked with what the issue said then:
 * a run that died between the two is continued by the next one without saying it again, since the last mark is the
 * same.
 */
async function note({ client, isOurs }: Sign, issue: Issue, kind: string, text: string | undefined): Promise<void> {
  if (text === undefined) return
  const mark = `${kind}-${digest(issue.body)}`
  const lastMark = async (): Promise<true | undefined> => {
    const ours = (await commentsOn(client, issue.number)).filter(isOurs)
    const marks = ours.flatMap(each => noted.exec(textOf(each, 'body'))?.[1] ?? [])
    return marks.at(-1) === mark || undefined
  }
  if (await lastMark()) return
  const body = `${text}\n\n<!-- kasten-multicluster note=${mark} -->`
  await createdOnce<unknown>(client, async () => comment(client, issue.number, body), lastMark)
}
