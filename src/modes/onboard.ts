// mode: onboard. One pull request that adds exactly the secondaries asked for, in the repository's own style.
import { createHash } from 'node:crypto'
import { destinationOf, problemsOf, type ClusterRequest } from '../change/cluster-request.ts'
import { onboardingOf } from '../change/onboarding.ts'
import type { Fleet } from '../model/fleet.ts'
import type { Secondary } from '../model/secondary.ts'
import type { VaultSecret } from '../model/vault.ts'
import type { PullRequests } from '../ports/github.ts'
import { ConfigError } from '../ports/trouble.ts'
import type { World } from '../ports/world.ts'
import type { ProposedCluster } from '../report/proposal-text.ts'
import type { Report } from '../report/report.ts'
import { recipeFor } from './joining-recipe.ts'
import { standsAgainst } from './collisions.ts'
import { isThere, notAsAsked } from './as-asked.ts'
import { exampleOf } from './example.ts'
import { lookIntoVaults } from './looking.ts'
import { proposed, refuseEvent, type Draft } from './proposing.ts'
import type { Judged } from './reading.ts'
import { Refused, refusalFindings, type Reason } from './refused.ts'

export const branchPrefix = 'kasten-multicluster/onboard-'

/** Plans, judges, proposes. Everything that stands against it is said at once, before a byte is written. */
export async function onboard(world: World): Promise<Report> {
  refuseEvent(world, 'onboard')
  const requests = requestsOf(world)
  const pulls = await world.pullRequests()
  const key = `onboard ${requests
    .map(({ name }) => name)
    .sort()
    .join(' ')}`
  const branch = branchOf(requests)
  const wording = {
    kind: 'onboard' as const,
    clustersIn: (_before: Fleet, after: Fleet) => requests.map(request => clusterOf(request, after)),
    key,
    branch,
    vault: [] as VaultSecret[]
  }
  return proposed(world, 'onboard', wording, {
    async changesOf(before) {
      const fresh = requests.filter(request => !isThere(before.fleet, request))
      if (fresh.length === 0) return { changes: new Map(), notes: [] }
      const asked = [
        ...problems(fresh),
        ...standsAgainst(before.fleet, fresh),
        ...(await openProposals(pulls, world.inputs.branch ?? branch, fresh))
      ]
      const seen = await lookIntoVaults(world, before.fleet)
      wording.vault.splice(0, wording.vault.length, ...seen)
      const reasons = [...asked, ...tokenReasons(world, before.fleet, seen)]
      const example =
        reasons.length > 0
          ? undefined
          : exampleOf(
              before,
              world.inputs.like,
              fresh.map(({ name }) => name)
            )
      if (example && 'reasons' in example) reasons.push(...example.reasons)
      refuse(reasons, before)
      return planOf(world, before, example && 'secondary' in example ? example.secondary : undefined, fresh)
    },
    reasonsAgainst: (before, after) => notAsAsked(before.fleet, after.fleet, requests)
  })
}

function refuse(reasons: readonly Reason[], before: Judged): void {
  const file =
    before.fleet.primaries[0]?.bootstraps[0]?.manifest.origin.file ?? before.fleet.repository.checkout.paths[0] ?? '.'
  if (reasons.length > 0) throw new Refused(refusalFindings('onboard', reasons, file), before)
}

/** @throws ConfigError when nothing is asked, or both one cluster and a list */
export function requestsOf({ inputs }: World): ClusterRequest[] {
  const { clusters, 'cluster-name': name } = inputs
  if (clusters && name !== undefined) throw new ConfigError('Give "clusters" or "cluster-name", not both.')
  if (!clusters) {
    if (name === undefined)
      throw new ConfigError(
        'Which cluster? Give "cluster-name", "cluster-ingress" and "destination-server" or "destination-name", or a list in "clusters".'
      )
    return [
      {
        name,
        ingress: inputs['cluster-ingress'] ?? '',
        server: inputs['destination-server'],
        destinationName: inputs['destination-name']
      }
    ]
  }
  if (clusters.length === 0) throw new ConfigError('"clusters" is empty.')
  return clusters.map((row, index) => requestIn(row, index))
}

const columns = ['cluster-name', 'cluster-ingress', 'destination-server', 'destination-name']

function requestIn(row: Readonly<Record<string, string>>, index: number): ClusterRequest {
  const unknown = Object.keys(row).find(column => !columns.includes(column))
  if (unknown !== undefined)
    throw new ConfigError(
      `Entry ${index + 1} of "clusters" has the unknown key "${unknown.slice(0, 60)}"; known are ${columns.join(', ')}.`
    )
  return {
    name: row['cluster-name'] ?? '',
    ingress: row['cluster-ingress'] ?? '',
    server: row['destination-server'],
    destinationName: row['destination-name']
  }
}

function problems(requests: readonly ClusterRequest[]): Reason[] {
  return requests.flatMap(request => problemsOf(request).map(message => ({ message })))
}

function clusterOf(request: ClusterRequest, { secondaries }: Fleet): ProposedCluster {
  const deliveries = secondaries.find(({ label }) => label === request.name)?.site.deliveries ?? []
  const application = deliveries.find(each => each.application)?.application?.name ?? ''
  return { name: request.name, ingress: request.ingress, destination: destinationOf(request), application }
}

/** One name for one cluster, a number and a fingerprint for many: the same request gives the same branch. */
export function branchOf(requests: readonly ClusterRequest[], prefix = branchPrefix): string {
  const names = requests.map(({ name }) => name).sort()
  const safe = (name: string): string =>
    name
      .replace(/[^a-z0-9.-]/gi, '-')
      .replace(/\.{2,}|\.lock$|^[.-]+|[.-]+$/g, '-')
      .slice(0, 63)
  if (names.length === 1) return `${prefix}${safe(names[0]!)}`
  const fingerprint = createHash('sha256').update(names.join('\n')).digest('hex').slice(0, 8)
  return `${prefix}${safe(names[0]!)}-and-${names.length - 1}-more-${fingerprint}`
}

/** Clusters that another open proposal of ours holds. */
async function openProposals(pulls: PullRequests, own: string, requests: readonly ClusterRequest[]): Promise<Reason[]> {
  const open = await pulls.openWith('')
  return open
    .filter(({ branch }) => branch !== own)
    .flatMap(({ number, body }) => {
      const names = proposedNames(body)
      const both = requests.filter(({ name }) => names.has(name)).map(({ name }) => `"${name}"`)
      return both.length === 0
        ? []
        : [
            {
              message: `The open pull request #${number} proposes ${both.join(', ')} already: merge or close it first.`
            }
          ]
    })
}

/** The clusters that a proposal's marker names: there, a hyphen behind another one is written as an underscore. */
function proposedNames(body: string): Set<string> {
  const [, key = ''] = /<!-- kasten-multicluster:proposal onboard ([^>]*?) ?-->/.exec(body) ?? []
  return new Set(key.replaceAll('_', '-').split(' '))
}

/** `require-token`: a secondary that can't get the token does not join. Not to have looked is no reason to go on. */
function tokenReasons({ inputs }: World, { primaries }: Fleet, seen: readonly VaultSecret[]): Reason[] {
  if (!inputs['require-token']) return []
  const lost = seen.filter(({ state }) => ['missing', 'deleted', 'disabled', 'unknown'].includes(state))
  const pushed = primaries.flatMap(({ pushSecrets }) => pushSecrets.flatMap(({ matches }) => matches))
  return lost.map(({ secret, url, state, reason }) => ({
    about: pushed.find(({ remoteKey }) => remoteKey?.value === secret)?.remoteKey,
    message:
      state === 'unknown'
        ? `Could not look whether the join token "${secret}" is in the vault${url && ` ${url}`}: ${reason ?? 'no reason is known'} (require-token: false proposes all the same)`
        : `The join token "${secret}" in ${url} is ${state}, so the cluster could not join (rule token-is-in-the-vault; require-token: false proposes all the same).`
  }))
}

/** Copies of one example are planned together; recipes stand each for itself. */
function planOf(
  world: World,
  before: Judged,
  example: Secondary | undefined,
  requests: readonly ClusterRequest[]
): Pick<Draft, 'changes' | 'notes'> {
  const { fleet } = before
  const plans = example
    ? [onboardingOf(fleet, example, ...requests)]
    : requests.map(request => recipeFor(world, fleet, request))
  const reasons = plans.flatMap(plan => ('problems' in plan ? plan.problems.map(message => ({ message })) : []))
  refuse(reasons, before)
  const made = plans.flatMap(plan => ('changes' in plan ? [plan] : []))
  return {
    changes: new Map(made.flatMap(({ changes }) => [...changes])),
    notes: made.flatMap(({ notes }) => [...notes])
  }
}
