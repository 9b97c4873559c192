// What onboard, offboard and init have in common: judge the tree as it would be, and propose it.
import { changedFilesOf, type Changeset } from '../change/changeset.ts'
import type { Fleet } from '../model/fleet.ts'
import type { VaultSecret } from '../model/vault.ts'
import type { BaseTree, Proposed, PullRequests } from '../ports/github.ts'
import { ConfigError } from '../ports/trouble.ts'
import type { World } from '../ports/world.ts'
import type { ProposalText, ProposedCluster } from '../report/proposal-text.ts'
import { proposalBody, proposalTitle } from '../report/pull-request.ts'
import type { Mode, Report } from '../report/report.ts'
import { fleetRules } from '../rules/index.ts'
import type { Finding } from '../rules/finding.ts'
import { changedCheckout, type Checkout } from '../source/checkout.ts'
import { baseCheckout } from './base-checkout.ts'
import { refuseMissingFolders } from './named-folders.ts'
import { proposalReport, refusedReport } from './proposal-report.ts'
import { judged, readFleet, settingsOf, type Judged } from './reading.ts'
import { Refused, refusalFindings, type Reason } from './refused.ts'
import { fleetReport } from './reporting.ts'

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
  /** The commit that it was made for. */
  readonly baseSha: string
  readonly checkout: Checkout
  readonly before: Judged
  readonly changes: Changeset
  /** What to know of the change; sentences. */
  readonly notes: readonly string[]
  readonly after: Judged
}

/** Makes the changes for a base, and says where what they came to is not what was asked. */
export interface Drafting {
  /** May throw Refused. */
  changesOf(before: Judged): Promise<Pick<Draft, 'changes' | 'notes'>>
  reasonsAgainst(before: Judged, after: Judged): readonly Reason[]
}

/** What the pull request says, given the draft that was made last. */
export interface Wording {
  readonly kind: ProposalText['kind']
  /** What is proposed for, as the fleet knows it before or after the merge. */
  clustersIn(before: Fleet, after: Fleet): readonly ProposedCluster[]
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
  try {
    const drafts = [await draftFor(world, pulls, await pulls.treeOf(base), drafting)]
    const outcome = await send(world, pulls, base, wording, drafting, drafts)
    return proposalReport(world, mode, wording, drafts.at(-1)!, outcome, base, pulls)
  } catch (error) {
    if (error instanceof Refused) return refusedReport(world, mode, error)
    throw error
  }
}

async function draftFor(world: World, pulls: PullRequests, tree: BaseTree, drafting: Drafting): Promise<Draft> {
  const settings = settingsOf(world)
  const checkout = await baseCheckout(pulls, tree, world.surroundings.below)
  refuseMissingFolders(checkout, settings)
  const before = judged(await readFleet(checkout, settings, world.renderer))
  const { changes, notes } = await drafting.changesOf(before)
  const draft = { baseSha: tree.commitSha, checkout, before, changes, notes }
  if (changes.size === 0) return { ...draft, after: before }
  const after = judged(await readFleet(changedCheckout(checkout, changes), settings, world.renderer))
  const file = changes.keys().next().value ?? '.'
  const wrong = refusalFindings(world.inputs.mode ?? 'onboard', drafting.reasonsAgainst(before, after), file)
  const worse = [...wrong, ...newFindings(before, after, 'error')]
  if (worse.length > 0) throw new Refused(worse, before)
  const warnings = newFindings(before, after, 'warning').map(said)
  return { ...draft, notes: [...notes, ...warnings.slice(0, mostNotes)], after }
}

const mostNotes = 20

/** Findings of the tree after the merge that are not there now; lines may have moved. */
function newFindings(before: Judged, after: Judged, severity: Finding['severity']): Finding[] {
  const known = new Set(before.findings.map(keyOf))
  return after.findings.filter(finding => finding.severity === severity && !known.has(keyOf(finding)))
}

function said({ file, line, message }: Finding): string {
  return `${file}:${line}: ${message}`
}

function keyOf({ rule, file, message }: Finding): string {
  return `${rule}\0${file}\0${message}`
}

/** @param drafts the one made first; a base that moves meanwhile gets one of its own, and the body tells of the last */
async function send(
  world: World,
  pulls: PullRequests,
  base: string,
  wording: Wording,
  drafting: Drafting,
  drafts: Draft[]
): Promise<Proposed> {
  const { inputs } = world
  const title = inputs.title ?? titleOf(wording, drafts[0]!)
  return pulls.propose({
    base,
    branch: inputs.branch ?? wording.branch,
    async changesFor(tree) {
      if (drafts.at(-1)!.baseSha !== tree.commitSha) drafts.push(await draftFor(world, pulls, tree, drafting))
      return drafts.at(-1)!.changes
    },
    commitMessage: title,
    title,
    get body() {
      return proposalBody(textOf(world, wording, drafts.at(-1)!))
    },
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

function titleOf(wording: Wording, { before, after }: Draft): string {
  const clusters = wording.clustersIn(before.fleet, after.fleet)
  return proposalTitle({ kind: wording.kind, clusters, primary: primaryName(after.fleet) })
}

function textOf({ now }: World, wording: Wording, { checkout, before, changes, notes, after }: Draft): ProposalText {
  const { kind, key, vault } = wording
  return {
    kind,
    clusters: wording.clustersIn(before.fleet, after.fleet),
    key,
    primary: primaryName(after.fleet),
    files: changedFilesOf(changes, checkout),
    checksPassed: passedOf(after),
    notes: [
      ...notes,
      ...after.findings
        .filter(({ severity }) => severity === 'error')
        .slice(0, mostNotes)
        .map(said)
    ],
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
