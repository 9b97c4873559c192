// Keeps one issue, found by label, author and marker through the list API; two runs at once leave one.
import type { Issues, IssueState, IssueWish } from '../../ports/github.ts'
import { githubClient } from './client.ts'
import type { GithubOptions } from './client.ts'
import { closeDouble, closeIssue, createIssue, reopenIssue, rewriteIssue } from './issue.ts'
import type { Kept } from './issue.ts'
import { issuesWith } from './issue-list.ts'
import type { Issue, Sign } from './issue-list.ts'
import { authorship } from './login.ts'
import { restorationOf } from './stamp.ts'

/** The issues of a repository. Throws ConfigError for options that can't be right. */
export function issues(options: GithubOptions): Issues {
  const client = githubClient(options)
  const signOf = async (marker: string, label: string): Promise<Sign> => {
    return { client, isOurs: await authorship(client), marker, label }
  }
  return {
    async find(marker, label) {
      const [first] = await issuesWith(await signOf(marker, label))
      return first && stateOf(first)
    },
    async keep(marker, label, wish) {
      const body = wish.body.includes(marker) ? wish.body : `${marker}\n${wish.body}`
      const kept = await keepIssue(await signOf(marker, label), { ...wish, body })
      return { ...kept, issue: kept.issue && stateOf(kept.issue) }
    }
  }
}

const stateOf = ({ number, url, isOpen, body }: Issue): IssueState => ({ number, url, open: isOpen, body })

async function keepIssue(sign: Sign, wish: IssueWish): Promise<Kept> {
  const there = await issuesWith(sign)
  const first = await onlyOne(sign, there)
  if (wish.state === 'closed') {
    return first?.isOpen ? closeIssue(sign, first, wish) : { operation: 'none', issue: first, warnings: [] }
  }
  return first ? opened(sign, first, wish) : createdAlone(sign, wish)
}

/** The oldest issue is the one. Later ones come from runs that raced or died, and are closed. */
async function onlyOne(sign: Sign, [first, ...doubles]: readonly Issue[]): Promise<Issue | undefined> {
  if (first) for (const double of doubles.filter(({ isOpen }) => isOpen)) await closeDouble(sign, double, first)
  return first
}

/** Another run may create its own at the same moment: both look once more and agree on the older one. */
async function createdAlone(sign: Sign, wish: IssueWish): Promise<Kept> {
  const made = await createIssue(sign, wish)
  const all = new Map(
    [...(await issuesWith(sign)), ...(made.issue ? [made.issue] : [])].map(each => [each.number, each])
  )
  const first = await onlyOne(
    sign,
    [...all.values()].sort((a, b) => a.number - b.number)
  )
  return !first || first.number === made.issue?.number ? made : opened(sign, first, wish)
}

/**
 * An issue that must be open. A drift that comes back reopens its issue. Where the closed issue says exactly what
 * would be said now, it was no recovery that closed it (that leaves another text) but a person who has seen this: it
 * stays closed until there is something new to say.
 */
async function opened(sign: Sign, issue: Issue, wish: IssueWish): Promise<Kept> {
  if (issue.isOpen) return rewriteIssue(sign, issue, wish)
  if (restorationOf(issue, wish).body !== undefined) return reopenIssue(sign, issue, wish)
  const warning = `Issue #${issue.number} was closed by hand; it is reopened when there is something new to say`
  return { operation: 'unchanged', issue, warnings: [warning] }
}
