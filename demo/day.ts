// A day in the life of a fleet: what happens, and what the users of the action see of it.
import { annotationsOf, logOf } from './exhibit.ts'
import type { Conversation, Exhibit, Facts } from './exhibit.ts'
import { diffOf, example, signedIn } from './world.ts'
import type { Run, World } from './world.ts'

/** One scene: when, what happens, and how it is played. */
export interface Scene {
  readonly id: string
  readonly time: string
  readonly title: string
  readonly story: string
  /** Does it, and returns what there is to see. Throws when the action did not do what the story says. */
  readonly play: (world: World) => Promise<readonly Exhibit[]>
}

/** The clusters that the form is filled in with. */
const clusters = `- cluster-name: south
  cluster-ingress: https://kasten.south.contoso.com/k10
  destination-server: https://south.k8s.contoso.com:6443
- cluster-name: coast
  cluster-ingress: https://kasten.coast.contoso.com/k10
  destination-server: https://coast.k8s.contoso.com:6443
`
const onboarding = { mode: 'onboard', clusters, ...signedIn }
const faulty = ['primary/3-push.yaml', 'secondaries/west/join.yaml']

/** The scenes in their order; each goes on from the world that the one before it left. */
export const day: readonly Scene[] = [
  {
    id: 'fault',
    time: '09:12',
    title: 'A push with faults',
    story:
      'mona tidies up two manifests. Both are valid YAML of known kinds, and yet the cluster "west" would never join again. The workflow "validate" runs on the push.',
    async play(world) {
      const diff = world.push(only(example('faulty'), faulty), 'mona')
      const run = await world.run('push', { mode: 'validate' })
      expect(run, 1, { verdict: 'fail' })
      return [
        { kind: 'change', title: 'What mona pushed', diff },
        annotationsOf(run, world.files()),
        { kind: 'summary', markdown: run.summary },
        logOf(run),
        facts(run)
      ]
    }
  },
  {
    id: 'fix',
    time: '09:20',
    title: 'The fix',
    story: 'She does what the annotations say. The same workflow runs again.',
    async play(world) {
      const diff = world.push(only(example('healthy'), faulty), 'mona')
      const run = await world.run('push', { mode: 'validate' })
      expect(run, 0, { verdict: 'pass' })
      return [
        { kind: 'change', title: 'What mona pushed', diff },
        { kind: 'summary', markdown: run.summary },
        logOf(run),
        facts(run)
      ]
    }
  },
  {
    id: 'drift',
    time: '11:05',
    title: 'The token is deleted',
    story:
      'Somebody deletes the secret in Key Vault. Nothing in Git has changed, and clusters that have joined stay joined: nobody would notice until the next one is to join. The workflow "drift" looks, and opens an issue.',
    async play(world) {
      const { vault } = world
      const [versions, now] = [vault.secrets['fleet-join-token'] ?? [], Date.now()]
      const deletedDate = new Date(now).toISOString()
      const scheduledPurgeDate = new Date(now + 90 * 24 * 3600 * 1000).toISOString()
      vault.secrets = {}
      vault.deleted = { 'fleet-join-token': { versions, deletedDate, scheduledPurgeDate } }
      const run = await world.run('schedule', { mode: 'drift', ...signedIn })
      expect(run, 1, { drift: 'drift', 'issue-number': '1' })
      return [conversation(world, 1), { kind: 'summary', markdown: run.summary }, facts(run)]
    }
  },
  {
    id: 'recovery',
    time: '11:40',
    title: 'The token is recovered',
    story: 'An administrator recovers the secret, as the issue says. The next run of "drift" closes the issue.',
    async play(world) {
      const { vault } = world
      vault.secrets = { 'fleet-join-token': vault.deleted?.['fleet-join-token']?.versions ?? [] }
      vault.deleted = {}
      const run = await world.run('schedule', { mode: 'drift', ...signedIn })
      expect(run, 0, { drift: 'none' })
      return [conversation(world, 1), { kind: 'summary', markdown: run.summary }, facts(run)]
    }
  },
  {
    id: 'onboarding',
    time: '14:00',
    title: 'Two new clusters',
    story:
      'mona starts the workflow "onboard" with two clusters, each with its dashboard and its API server. A minute later there is one pull request that adds exactly these, in the style of the repository. All rules have judged it as it will be after the merge; what no pull request can see is a list to tick.',
    async play(world) {
      const run = await world.run('workflow_dispatch', onboarding)
      expect(run, 0, { 'pull-request-operation': 'created', 'pull-request-number': '2' })
      return [conversation(world, 2), { kind: 'summary', markdown: run.summary }, facts(run)]
    }
  },
  {
    id: 'again',
    time: '14:02',
    title: 'The same form again',
    story: 'The click seemed lost, so she clicks again. There is nothing left to do, and nothing is written.',
    async play(world) {
      const run = await world.run('workflow_dispatch', onboarding)
      expect(run, 0, { 'pull-request-operation': 'unchanged', 'pull-request-number': '2' })
      return [logOf(run), facts(run)]
    }
  },
  {
    id: 'merge',
    time: '15:30',
    title: 'The merge',
    story: 'hubert reads the pull request and merges it. "validate" runs on main: five clusters, no findings.',
    async play(world) {
      world.github.merge(2, 'hubert')
      const run = await world.run('push', { mode: 'validate' })
      expect(run, 0, { verdict: 'pass', errors: '0', warnings: '0' })
      return [conversation(world, 2), { kind: 'summary', markdown: run.summary }, facts(run)]
    }
  },
  {
    id: 'offboarding',
    time: '17:45',
    title: 'A cluster leaves',
    story:
      '"west" is to be taken down. Removing its Application does not disconnect it from the primary, so the pull request says what to do first, and in which order.',
    async play(world) {
      const run = await world.run('workflow_dispatch', { mode: 'offboard', 'cluster-name': 'west' })
      expect(run, 0, { 'pull-request-operation': 'created', 'pull-request-number': '3' })
      return [conversation(world, 3), facts(run)]
    }
  }
]

const only = (files: Readonly<Record<string, string>>, paths: readonly string[]): Record<string, string> =>
  Object.fromEntries(paths.map(path => [path, files[path] ?? '']))

/** A demo that shows something else than it tells would be worse than none. */
function expect(run: Run, status: number, outputs: Readonly<Record<string, string>>): void {
  const wrong = Object.entries(outputs).filter(([name, value]) => run.outputs[name] !== value)
  if (run.status === status && wrong.length === 0) return
  const got = wrong.map(([name, value]) => `${name} is "${run.outputs[name]}" instead of "${value}"`)
  throw new Error(
    [`The action ended with ${run.status} instead of ${status}.`, ...got, run.stdout, run.stderr].join('\n')
  )
}

const shown = ['verdict', 'drift', 'pull-request-operation', 'branch']

function facts({ status, outputs, github, vault }: Run): Facts {
  return {
    kind: 'facts',
    facts: [
      ['exit status', String(status)],
      ...shown.flatMap(name => (outputs[name] ? [[name, outputs[name]] as const] : [])),
      ['requests to GitHub', github.requests === 0 ? 'none' : `${github.requests}, writing ${github.writes}`],
      ['requests to the vault', vault.requests === 0 ? 'none' : `${vault.requests}, for a value ${vault.valuesRead}`]
    ]
  }
}

function conversation({ github, files }: World, number: number): Conversation {
  const { issues, pulls } = github.snapshot()
  const pull = pulls.find(each => each.number === number)
  const thread = pull ?? issues.find(each => each.number === number)
  if (!thread) throw new Error(`There is no #${number}.`)
  if (!pull) return { kind: 'conversation', thread, state: thread.state }
  const { head, base, merged } = pull
  return {
    kind: 'conversation',
    thread,
    state: merged ? 'merged' : thread.state,
    pull: { head, base, diff: merged ? '' : diffOf(files(base), files(head)) }
  }
}
