// What became of a proposal, or why it was refused, as the report of the run.
import { changedFilesOf, diffOf } from '../change/changeset.ts'
import type { Proposed, PullRequests } from '../ports/github.ts'
import type { World } from '../ports/world.ts'
import { someOf } from '../report/counting.ts'
import type { ProposedCluster } from '../report/proposal-text.ts'
import type { Mode, Report, ReportedChange } from '../report/report.ts'
import { tool } from '../tool.ts'
import type { Draft, Wording } from './proposing.ts'
import type { Refused } from './refused.ts'
import { countsOf, fleetReport } from './reporting.ts'

/** The report of a proposal that was sent, or would have been. */
export function proposalReport(
  world: World,
  mode: Mode,
  wording: Wording,
  draft: Draft,
  outcome: Proposed,
  base: string,
  pulls: PullRequests
): Report {
  const { inputs } = world
  const branch = inputs.branch ?? wording.branch
  const files = outcome.changes.length > 0 ? outcome.changes : changedFilesOf(draft.changes, draft.checkout)
  const change: ReportedChange = {
    base,
    branch,
    treeSha: outcome.treeSha ?? '',
    headSha: outcome.headSha ?? '',
    operation: outcome.operation,
    number: outcome.number ?? 0,
    url: outcome.url ?? '',
    compareUrl: outcome.compareUrl,
    ...(outcome.commitVerified !== undefined && { commitVerified: outcome.commitVerified }),
    files,
    diff: diffOf(draft.changes, draft.checkout),
    isDry: inputs['dry-run'],
    requests: pulls.requests
  }
  return {
    ...fleetReport(draft.after),
    mode,
    verdict: 'pass',
    headline: headlineOf(
      outcome,
      wording.kind,
      wording.clustersIn(draft.before.fleet, draft.after.fleet),
      inputs['dry-run']
    ),
    failOn: 'error',
    counts: { error: 0, warning: 0, notice: 0 },
    findings: [],
    ...(wording.vault && { vault: wording.vault }),
    change,
    warnings: [...draft.notes, ...outcome.warnings, ...(inputs['dry-run'] ? [] : approvalNote(outcome))]
  }
}

const happened: Readonly<Record<Proposed['operation'], string>> = {
  created: 'A pull request proposes',
  updated: 'The pull request was updated and proposes',
  unchanged: 'The pull request already proposes',
  'branch-only': 'A branch holds, since this token may not open pull requests:',
  none: 'Nothing to propose:'
}

const wouldHappen: Readonly<Record<Proposed['operation'], string>> = {
  ...happened,
  created: 'Dry run, nothing was written: a pull request would propose',
  updated: 'Dry run, nothing was written: the pull request would be updated to propose'
}

function headlineOf(
  { operation, number }: Proposed,
  kind: Wording['kind'],
  clusters: readonly ProposedCluster[],
  isDry: boolean
): string {
  const names = someOf(
    clusters.map(({ name }) => name),
    3
  )
  if (operation === 'none')
    return kind === 'onboard'
      ? `Nothing to propose: ${names} is in the fleet already, just so.`
      : 'Nothing to propose: the base has all of it already.'
  const what = { onboard: `to join ${names}`, offboard: `to remove ${names}`, init: 'to set up the fleet' }[kind]
  const said = (isDry ? wouldHappen : happened)[operation]
  return `${said} ${what}${number === undefined ? '' : ` (#${number})`}.`
}

/** https://docs.github.com/actions/concepts/security/github_token: such pull requests get their runs held for approval. */
function approvalNote({ operation, author }: Proposed): string[] {
  const isWritten = operation === 'created' || operation === 'updated'
  return isWritten && author === 'github-actions[bot]'
    ? [
        'A pull request made by GITHUB_TOKEN gets its checks held until somebody with write access clicks "Approve workflows to run"; one made by a GitHub App of your own or a personal access token does not.'
      ]
    : []
}

/** The report of a proposal that was refused before anything was written. */
export function refusedReport(world: World, mode: Mode, { findings, before }: Refused): Report {
  const base = world.inputs.base ?? ''
  return {
    ...(before ? fleetReport(before) : nothingRead),
    mode,
    verdict: 'fail',
    headline: `Refused: nothing was written. ${findings.length === 1 ? 'One thing stands' : `${findings.length} things stand`} against it.`,
    failOn: 'error',
    counts: countsOf(findings),
    findings,
    change: { base, branch: '', treeSha: '', headSha: '', operation: 'none', number: 0, url: '', files: [] },
    warnings: []
  }
}

const nothingRead = {
  tool,
  fleet: { primaries: [], secondaries: [], tokens: [] },
  way: { stations: [], handOvers: [] },
  notChecked: [],
  ignored: 0
}
