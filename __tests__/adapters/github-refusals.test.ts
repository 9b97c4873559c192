// What GitHub refuses, and what a person is told: the permission line, the setting, the rule; and what survives a refusal.
import { describe, expect, test } from '@jest/globals'
import { Fault } from '../../src/ports/trouble.ts'
import { actionsToken } from '../loopback/github.ts'
import type { GithubGiven } from '../loopback/github.ts'
import type { Token } from '../loopback/github-state.ts'
import { onboarding, proposal, within, writesOf } from './github-setting.ts'

const bot = (permissions: Token['permissions']): GithubGiven => ({
  tokens: { [actionsToken]: { login: 'github-actions[bot]', permissions } }
})

/** The files of the setting are undone: no commit at all. */
const emptyRepository: GithubGiven = { files: undefined }

async function faultOf(run: Promise<unknown>): Promise<Fault> {
  const fault: unknown = await run.then(
    () => undefined,
    (error: unknown) => error
  )
  if (!(fault instanceof Fault)) throw fault ?? new Error('nothing was refused')
  return fault
}

describe('a pull request that may not be opened', () => {
  test('by a setting leaves the branch and a link that has it filled in', async () =>
    within({ allowActionsToCreatePullRequests: false }, async ({ world, pulls }) => {
      const done = await pulls().propose(proposal({ labels: ['x'] }))
      expect(done).toMatchObject({ operation: 'branch-only', number: undefined, url: undefined })
      expect(done.warnings.join()).toMatch(
        /Settings > Actions > General.*\/acme\/fleet\/settings\/actions.*\/organizations\/acme\//s
      )
      const link = new URL(done.compareUrl)
      expect(link.pathname).toBe('/acme/fleet/compare/main...onboard/b')
      expect(link.searchParams.get('title')).toBe('Onboard b')
      expect(link.searchParams.get('body')).toContain('This adds **b**.')
      expect(done.headSha).toBe(world.repository.git.ref('refs/heads/onboard/b'))
      const writes = writesOf(world).length
      expect(await pulls().propose(proposal())).toMatchObject({ operation: 'branch-only', headSha: done.headSha })
      expect(writesOf(world).slice(writes)).toEqual(['pulls/create'])
    }))

  test('by its permissions says which line to add', async () =>
    within({ ...bot({ contents: 'write' }), private: false }, async ({ pulls }) => {
      const done = await pulls().propose(proposal())
      expect(done.operation).toBe('branch-only')
      expect(done.warnings.join()).toContain('pull-requests: write')
    }))

  test('in a link of bearable length', async () =>
    within({ allowActionsToCreatePullRequests: false }, async ({ pulls }) => {
      const done = await pulls().propose(proposal({ body: '😀 & "long" '.repeat(5000), title: 't'.repeat(300) }))
      expect(done.compareUrl.length).toBeLessThanOrEqual(6000)
      expect(new URL(done.compareUrl).searchParams.get('body')).toContain('kasten-multicluster')
    }))
})

describe('a proposal that is refused', () => {
  test.each([
    ['no contents: write', bot({ contents: 'read', pulls: 'write' }), 'not-permitted', /contents: write/],
    ['no pull-requests at all', bot({ contents: 'write' }), 'not-permitted', /pull-requests: write/],
    [
      'another repository’s token',
      { tokens: { [actionsToken]: { login: 'x[bot]', permissions: {}, repositories: [] } } },
      'not-found',
      /installed/
    ],
    ['a wrong token', { tokens: {} }, 'not-signed-in', /github-token/],
    ['no commit yet', emptyRepository, 'rejected', /initial commit/],
    ['an archived repository', { archived: true }, 'not-permitted', /archived/]
  ] as const)('for %s', async (_name, given, code, advice) =>
    within(given, async ({ world, pulls }) => {
      const fault = await faultOf(pulls().propose(proposal()))
      expect(fault).toMatchObject({ code, advice: expect.stringMatching(advice) })
      expect(Object.keys(world.snapshot().branches)).not.toContain('onboard/b')
      expect(JSON.stringify([fault.message, fault.advice, String(fault.cause)])).not.toContain(actionsToken)
    })
  )

  test('for a base that is not there', async () =>
    within({}, async ({ pulls }) => {
      expect(await faultOf(pulls().propose(proposal({ base: 'no/such' })))).toMatchObject({
        code: 'not-found',
        message: expect.stringContaining('no/such')
      })
    }))

  test.each([true, false])('by a ruleset, whose own words are shown (nested: %s)', async nested =>
    within({ rulesets: [{ pattern: 'onboard/**', forbids: ['creation'], nested }] }, async ({ world, pulls }) => {
      const fault = await faultOf(pulls().propose(proposal()))
      expect(fault).toMatchObject({ code: 'rejected', advice: expect.stringContaining('ruleset') })
      expect(fault.message).toContain('Cannot create ref due to creations being restricted.')
      expect(writesOf(world).filter(name => name === 'git/create-ref')).toHaveLength(1)
    })
  )

  test('by a branch protection, and the pull request stays as it is', async () =>
    within({}, async ({ world, pulls }) => {
      await pulls().propose(proposal())
      world.repository.settings.protectedBranches = ['onboard/*']
      const before = world.snapshot()
      const fault = await faultOf(pulls().propose(proposal({}, new Map([...onboarding, ['c.yaml', 'c\n']]))))
      expect(fault).toMatchObject({ code: 'rejected', advice: expect.stringContaining('protection') })
      expect(world.snapshot()).toEqual(before)
    }))

  test('because a workflow is changed without that permission', async () =>
    within({}, async ({ pulls }) => {
      const fault = await faultOf(pulls().propose(proposal({}, new Map([['.github/workflows/x.yaml', 'on: push\n']]))))
      expect(fault).toMatchObject({ code: 'not-permitted', advice: expect.stringContaining('workflows: write') })
    }))

  test('because a branch of that name can’t be', async () =>
    within({}, async ({ world, pulls }) => {
      world.pushCommit('onboard', { 'x.md': 'x\n' })
      expect(await faultOf(pulls().propose(proposal()))).toMatchObject({
        code: 'rejected',
        message: expect.stringContaining('Reference update failed')
      })
      expect(await faultOf(pulls().propose(proposal({ branch: 'a..b' })))).toMatchObject({ code: 'rejected' })
    }))

  test.each(['../out.yaml', '/etc/passwd', 'a/../b', '.git/config', 'x/.GIT/y', 'a//b', '', 'a\nb', 'a\\b'])(
    'for the path %j',
    async path =>
      within({}, async ({ world, pulls }) => {
        expect(await faultOf(pulls().propose(proposal({}, new Map([[path, 'x']]))))).toMatchObject({ code: 'rejected' })
        expect(writesOf(world)).toEqual([])
      })
  )

  test.each([
    ['a file under a file', 'README.md/x'],
    ['a file where a folder is', 'secondaries']
  ])('for %s', async (_name, path) =>
    within({}, async ({ world, pulls }) => {
      expect(await faultOf(pulls().propose(proposal({}, new Map([[path, 'x']]))))).toMatchObject({ code: 'conflict' })
      expect(writesOf(world)).toEqual([])
    })
  )

  test('as hourly limit, saying how long, and not repeated', async () =>
    within(
      { tokens: { [actionsToken]: { login: 'github-actions[bot]', permissions: {}, remaining: 0 } } },
      async ({ world, pulls }) => {
        const fault = await faultOf(pulls().propose(proposal()))
        expect(fault).toMatchObject({ code: 'rate-limited', advice: expect.stringMatching(/\d+ seconds/) })
        expect(world.requests).toHaveLength(1)
      }
    ))

  test('but not for a body that is too long', async () =>
    within({}, async ({ world, pulls }) => {
      expect(await pulls().propose(proposal({ body: '😀'.repeat(60_000), title: 'x'.repeat(400) }))).toMatchObject({
        operation: 'created'
      })
      const writes = writesOf(world).length
      expect(await pulls().propose(proposal({ body: '😀'.repeat(60_000), title: 'x'.repeat(400) }))).toMatchObject({
        operation: 'unchanged'
      })
      expect(writesOf(world)).toHaveLength(writes)
    }))
})

describe('runs that race', () => {
  test('leave one branch and one pull request', async () =>
    within({}, async ({ world, pulls }) => {
      const done = await Promise.all([1, 2, 3].map(async () => pulls().propose(proposal())))
      expect(world.snapshot().pulls).toMatchObject([{ number: 1, state: 'open' }])
      expect(new Set(done.map(({ number, treeSha }) => `${number} ${treeSha}`)).size).toBe(1)
    }))

  test('with a person who deletes the branch make it again', async () =>
    within({}, async ({ world, pulls }) => {
      await pulls().propose(proposal())
      let isDeleted = false
      const changesFor = async () => {
        if (isDeleted) return new Map([...onboarding, ['c.yaml', 'c\n']])
        isDeleted = true
        world.deleteBranch('onboard/b')
        return new Map([...onboarding, ['c.yaml', 'c\n']])
      }
      const done = await pulls().propose(proposal({ changesFor }))
      expect(done.operation).not.toBe('none')
      expect(world.snapshot().pulls.filter(({ state }) => state === 'open')).toHaveLength(1)
    }))
})
