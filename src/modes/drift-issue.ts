// Keeps the one issue that tells of drift: opened, updated, closed and reopened as the report says, and left alone by a run that could not look.
import { issueBody, issueMarker, issueTitle, lastHealthyIn } from '../report/issue.ts'
import type { Report } from '../report/report.ts'
import type { IssueState, IssueWish } from '../ports/github.ts'
import { ConfigError, Fault, inSentences } from '../ports/trouble.ts'
import type { World } from '../ports/world.ts'

/** What became of the issue. */
export interface KeptIssue {
  readonly issue: { readonly number: number; readonly url: string } | undefined
  readonly warnings: readonly string[]
}

/** Makes the issue true. What GitHub refuses is a warning: the drift stands in summary and outputs all the same. */
export async function keepDriftIssue(world: World, report: Report): Promise<KeptIssue> {
  if (report.drift === 'unknown' || report.drift === undefined) return { issue: undefined, warnings: [] }
  const label = world.inputs['issue-labels'][0]
  if (label === undefined)
    return { issue: undefined, warnings: ['No issue is kept: "issue-labels" names no label to find it by.'] }
  try {
    return await kept(world, report, label)
  } catch (error) {
    if (!(error instanceof Fault || error instanceof ConfigError)) throw error
    return { issue: undefined, warnings: [`The issue could not be kept: ${inSentences(error)}`] }
  }
}

async function kept(world: World, report: Report, label: string): Promise<KeptIssue> {
  const issues = await world.issues()
  const identity = identityOf(world)
  const marker = issueMarker(identity)
  const found = await issues.find(marker, label)
  const wish = wishOf(world, report, identity, found)
  if (report.drift === 'none' && !found?.open) return { issue: found && named(found), warnings: [] }
  const { issue, warnings } = await issues.keep(marker, label, wish)
  return { issue: issue && named(issue), warnings }
}

/** Issues of one repository are told apart by the folder that is read and the config that is used. */
function identityOf({ surroundings, inputs }: World): string {
  return [surroundings.below || '.', inputs.config ?? ''].filter(part => part !== '').join(' ')
}

function wishOf(world: World, report: Report, identity: string, found: IssueState | undefined): IssueWish {
  const healthy = report.drift === 'none'
  const now = new Date(world.now).toISOString()
  const lastHealthy = healthy ? now : found && lastHealthyIn(found.body)
  return {
    title: issueTitle(report),
    body: issueBody(report, world.lookups, { identity, lastHealthy, now: world.now }),
    labels: world.inputs['issue-labels'],
    state: healthy ? 'closed' : 'open',
    comment: healthy
      ? 'All is well again; the description above says what was seen.'
      : 'The drift is back; the description above says what was seen.'
  }
}

function named({ number, url }: IssueState): { number: number; url: string } {
  return { number, url }
}
