// What onboard, offboard and init have in common: judge the tree as it would be, propose it, and report what became of it.
import { changedFilesOf, diffOf, type Changeset } from '../change/changeset.ts'
import type { Fleet } from '../model/fleet.ts'
import type { VaultSecret } from '../model/vault.ts'
import type { Proposed, PullRequests } from '../ports/github.ts'
import { ConfigError } from '../ports/trouble.ts'
import type { World } from '../ports/world.ts'
import type { ProposalText, ProposedCluster } from '../report/proposal-text.ts'
import { proposalBody, proposalTitle } from '../report/pull-request.ts'
import type { Mode, Report, ReportedChange } from '../report/report.ts'
import { fleetRules } from '../rules/index.ts'
import type { Finding } from '../rules/finding.ts'
import { changedCheckout, type Checkout } from '../source/checkout.ts'
import { baseCheckout } from './base-checkout.ts'
import { tool } from '../tool.ts'
import { judged, readFleet, settingsOf, type Judged } from './reading.ts'
import { Refused, refusalFindings, type Reason } from './refused.ts'
import { countsOf, fleetReport } from './reporting.ts'

/** Events in which strangers' code may run with our token. */
const dangerous = new Set(['pull_request_target', 'workflow_run'])

/** @throws ConfigError in an event that a writing mode must not run on */
export function refuseEvent({ surroundings }: World, mode: Mode): void {
  if (surroundings.event === undefined || !dangerous.has(surroundings.event)) return
  throw new ConfigError(
    `mode ${mode} does not run on ${surroundings.event}: it writes, and that event can be started by strangers. Use workflow_dispatch.`
  )
}

/** What `git check-ref-format` refuses; https://git-scm.com/docs/git-check-ref-format */
const noBranch = /[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|(?:^|\/)\.|\.lock(?:\/|$)|^[-/]|[/.]$|^@$|^refs\//

/** @throws ConfigError for a name that no branch can have, and for the base itself, which is never written to */
function refuseBranch(branch: string | undefined, base: string): void {
  if (branch === undefined) return
  if (noBranch.test(branch))
    throw new ConfigError(`"branch" must be a name that Git allows; ${JSON.stringify(branch.slice(0, 80))} is not.`)
  if (branch === base) throw new ConfigError(`"branch" is the base itself, ${JSON.stringify(base.slice(0, 80))}.`)
}

/** The base as it is, and what is made of it. */
export interface Draft {
  readonly checkout: Checkout
  readonly before: Judged
  readonly changes: Changeset
  readonly after: Judged
}

/** Makes the changes for a base, and says where what they came to is not what was asked. */
export interface Drafting {
  /** May throw Refused. */
  changesOf(before: Judged): Promise<Changeset>
  reasonsAgainst(before: Judged, after: Judged): readonly Reason[]
}

/** What the pull request says, given the draft that was made last. */
export interface Wording {
  readonly kind: ProposalText['kind']
  readonly clusters: readonly ProposedCluster[]
  readonly key: string
  readonly branch: string
  readonly vault?: readonly VaultSecret[]
}

/** Proposes a change, or refuses it. */
export async function proposed(world: World, mode: Mode, wording: Wording, drafting: Drafting): Promise<Report> {
  const pulls = await world.pullRequests()
  const { inputs } = world
  const base = inputs.base ?? (await pulls.defaultBranch())
  refuseBranch(inputs.branch, base)
  const drafts: Draft[] = []
  try {
    const first = await draftOf(world, pulls, base, drafting)
    drafts.push(first)
    const outcome = await send(world, pulls, base, wording, first, drafting, drafts)
    return reportOf(world, mode, wording, drafts.at(-1)!, outcome, base, pulls)
  } catch (error) {
    if (error instanceof Refused) return refusedReport(world, mode, error)
    throw error
  }
}

async function draftOf(world: World, pulls: PullRequests, base: string, drafting: Drafting): Promise<Draft> {
  return draftFor(world, await baseCheckout(pulls, await pulls.treeOf(base), world.surroundings.below), drafting)
}

async function draftFor(world: World, checkout: Checkout, drafting: Drafting): Promise<Draft> {
  const settings = settingsOf(world)
  const before = judged(await readFleet(checkout, settings, world.renderer))
  const changes = await drafting.changesOf(before)
  if (changes.size === 0) return { checkout, before, changes, after: before }
  const after = judged(await readFleet(changedCheckout(checkout, changes), settings, world.renderer))
  const file = changes.keys().next().value ?? '.'
  const wrong = refusalFindings(world.inputs.mode ?? 'onboard', drafting.reasonsAgainst(before, after), file)
  const worse = [...wrong, ...newErrors(before, after)]
  if (worse.length > 0) throw new Refused(worse, before)
  return { checkout, before, changes, after }
}

/** Errors of the tree after the merge that are not there now; lines may have moved. */
function newErrors(before: Judged, after: Judged): Finding[] {
  const known = new Set(before.findings.map(keyOf))
  return after.findings.filter(finding => finding.severity === 'error' && !known.has(keyOf(finding)))
}

function keyOf({ rule, file, message }: Finding): string {
  return `${rule}\0${file}\0${message}`
}

async function send(
  world: World,
  pulls: PullRequests,
  base: string,
  wording: Wording,
  first: Draft,
  drafting: Drafting,
  drafts: Draft[]
): Promise<Proposed> {
  const { inputs } = world
  const title = inputs.title ?? proposalTitle({ ...wording, primary: primaryName(first.after.fleet) })
  const branch = inputs.branch ?? wording.branch
  let pending: Draft | undefined = first
  return pulls.propose({
    base,
    branch,
    async changesFor(tree) {
      const draft =
        pending ?? (await draftFor(world, await baseCheckout(pulls, tree, world.surroundings.below), drafting))
      if (!pending) drafts.push(draft)
      pending = undefined
      return draft.changes
    },
    commitMessage: title,
    title,
    body: proposalBody(textOf(world, wording, first)),
    labels: inputs.labels,
    assignees: inputs.assignees,
    reviewers: inputs.reviewers,
    teamReviewers: inputs['team-reviewers'],
    draft: inputs.draft,
    autoMerge: inputs['auto-merge'] === '' ? undefined : inputs['auto-merge'],
    overwrite: inputs.overwrite,
    dryRun: inputs['dry-run']
  })
}

function textOf({ now }: World, wording: Wording, { checkout, changes, after }: Draft): ProposalText {
  const { kind, clusters, key, vault } = wording
  return {
    kind,
    clusters,
    key,
    primary: primaryName(after.fleet),
    files: changedFilesOf(changes, checkout),
    checksPassed: passedOf(after),
    notes: after.findings
      .filter(({ severity }) => severity === 'error')
      .slice(0, 20)
      .map(({ file, line, message }) => `${file}:${line}: ${message}`),
    ...(vault && { vault }),
    way: fleetReport(after).way,
    prerequisites: [],
    names: namesOf(after.fleet),
    now
  }
}

/** Titles of the rules that have nothing to say of the tree after the merge. */
function passedOf({ findings }: Judged): string[] {
  const failed = new Set(findings.map(({ rule }) => rule))
  return fleetRules.filter(({ id }) => !failed.has(id)).map(({ title }) => title)
}

function primaryName(fleet: Fleet): string {
  return fleet.primaries[0]?.name?.value ?? ''
}

function namesOf(fleet: Fleet): ProposalText['names'] {
  return {
    kastenNamespace: fleet.secondaries[0]?.config?.namespace ?? 'kasten-io',
    pushSecret: fleet.primaries[0]?.pushSecrets[0]?.manifest.name ?? '',
    externalSecret: fleet.secondaries[0]?.joins[0]?.manifest.name ?? 'mc-join'
  }
}

function reportOf(
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
    requests: pulls.requests
  }
  const dry = inputs['dry-run'] ? 'Dry run: nothing was written. ' : ''
  return {
    ...fleetReport(draft.after),
    mode,
    verdict: 'pass',
    headline: `${dry}${headlineOf(outcome, wording)}`,
    failOn: 'error',
    counts: { error: 0, warning: 0, notice: 0 },
    findings: [],
    ...(wording.vault && { vault: wording.vault }),
    change,
    warnings: [...outcome.warnings, ...approvalNote(world, outcome)]
  }
}

const happened: Readonly<Record<Proposed['operation'], string>> = {
  created: 'A pull request proposes',
  updated: 'The pull request was updated and proposes',
  unchanged: 'The pull request already proposes',
  'branch-only': 'A branch holds, since this token may not open pull requests:',
  none: 'Nothing to propose:'
}

function headlineOf({ operation, number }: Proposed, { kind, clusters }: Wording): string {
  const names =
    clusters
      .slice(0, 3)
      .map(({ name }) => name)
      .join(', ') + (clusters.length > 3 ? ` and ${clusters.length - 3} more` : '')
  const what = { onboard: `to join ${names}`, offboard: `to remove ${names}`, init: 'to set up the fleet' }[kind]
  if (operation === 'none')
    return kind === 'onboard'
      ? `Nothing to propose: ${names} is in the fleet already, just so.`
      : 'Nothing to propose: the base has all of it already.'
  return `${happened[operation]} ${what}${number === undefined ? '' : ` (#${number})`}.`
}

/** https://docs.github.com/actions/concepts/security/github_token: such pull requests get their runs held for approval. */
function approvalNote({ inputs }: World, { operation }: Proposed): string[] {
  if (operation !== 'created' && operation !== 'updated') return []
  const token = inputs['github-token'] ?? ''
  return token.startsWith('ghs_') || token === ''
    ? [
        'A pull request made by GITHUB_TOKEN gets its checks held until somebody with write access clicks "Approve workflows to run"; one made by a GitHub App of your own or a personal access token does not.'
      ]
    : []
}

function refusedReport(world: World, mode: Mode, { findings, before }: Refused): Report {
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
