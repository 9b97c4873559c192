// One issue against the loopback GitHub: opened, kept, closed, reopened, never doubled, never touched blindly.
import { describe, expect, test } from '@jest/globals'
import { actionsToken } from '../loopback/github.ts'
import type { Token } from '../loopback/github-state.ts'
import type { IssueWish } from '../../src/ports/github.ts'
import { within, writesOf } from './github-setting.ts'

const marker = '<!-- kasten-multicluster-drift .github/kasten-multicluster.yaml -->'
const label = 'kasten-multicluster-drift'
const drift: IssueWish = {
  title: 'Drift',
  body: `${marker}\nTwo secrets are gone.`,
  labels: [],
  state: 'open',
  comment: 'It is back.'
}
const health: IssueWish = { ...drift, body: `${marker}\nAll is well.`, state: 'closed', comment: 'It is over.' }

describe('the issue', () => {
  test('lives through drift, more drift, recovery and recurrence as one', async () =>
    within({}, async ({ world, issues }) => {
      const keep = async (wish: IssueWish) => issues().keep(marker, label, wish)
      expect(await keep(health)).toMatchObject({ operation: 'none', issue: undefined })
      expect(await keep(drift)).toMatchObject({ operation: 'created', issue: { number: 1, open: true }, warnings: [] })
      expect(world.snapshot().issues).toMatchObject([{ labels: [label], title: 'Drift' }])
      const writes = writesOf(world).length
      expect(await keep(drift)).toMatchObject({ operation: 'unchanged' })
      expect(writesOf(world)).toHaveLength(writes)
      expect(await keep({ ...drift, title: 'More drift', body: `${marker}\nThree.` })).toMatchObject({
        operation: 'updated'
      })
      expect(await keep(health)).toMatchObject({ operation: 'closed', issue: { number: 1, open: false } })
      expect(await keep(health)).toMatchObject({ operation: 'none' })
      expect(await keep(drift)).toMatchObject({ operation: 'reopened', issue: { number: 1, open: true } })
      expect(await keep(health)).toMatchObject({ operation: 'closed' })
      const [issue, ...others] = world.snapshot().issues
      expect(others).toEqual([])
      expect(issue).toMatchObject({ state: 'closed', stateReason: 'completed' })
      expect(issue?.comments.map(({ body }) => body.split('\n')[0])).toEqual([
        'It is over.',
        'It is back.',
        'It is over.'
      ])
      expect(await issues().find(marker, label)).toMatchObject({
        number: 1,
        open: false,
        body: expect.stringContaining('All is well.')
      })
    }))

  test('is restored when a person edited it, but for the title', async () =>
    within({}, async ({ world, issues }) => {
      await issues().keep(marker, label, drift)
      const thread = world.repository.threads.get(1)!
      thread.body = `${marker}\nNothing to see.`
      thread.title = 'Ours'
      await issues().keep(marker, label, drift)
      expect(thread.body).toContain('Two secrets are gone.')
      thread.title = 'By hand'
      await issues().keep(marker, label, { ...drift, title: 'Drift: 2' })
      expect(thread.title).toBe('By hand')
      thread.body = thread.body?.replaceAll('\n', '\r\n') ?? null
      expect(await issues().keep(marker, label, { ...drift, title: 'Drift: 2' })).toMatchObject({
        operation: 'unchanged'
      })
    }))

  test('closed by a person stays closed until there is news', async () =>
    within({}, async ({ world, issues }) => {
      await issues().keep(marker, label, drift)
      world.repository.threads.get(1)!.state = 'closed'
      const kept = await issues().keep(marker, label, drift)
      expect(kept).toMatchObject({ operation: 'unchanged', issue: { open: false } })
      expect(kept.warnings.join()).toContain('#1')
      expect(await issues().keep(marker, label, { ...drift, body: `${marker}\nWorse.` })).toMatchObject({
        operation: 'reopened'
      })
    }))

  test('is not mistaken for one by somebody else, nor for a pull request', async () =>
    within({ labels: [label] }, async ({ world, issues }) => {
      world.openIssue('mallory', 'Drift', drift.body).labels = [label]
      expect(await issues().find(marker, label)).toBeUndefined()
      expect(await issues().keep(marker, label, drift)).toMatchObject({ operation: 'created', issue: { number: 2 } })
    }))

  test('is found without its label, and gets it back', async () =>
    within({}, async ({ world, issues }) => {
      await issues().keep(marker, label, drift)
      world.repository.threads.get(1)!.labels = []
      expect(await issues().keep(marker, label, drift)).toMatchObject({ operation: 'updated', issue: { number: 1 } })
      expect(world.snapshot().issues).toMatchObject([{ labels: [label] }])
    }))

  test('is one of many pages', async () =>
    within({ labels: [label] }, async ({ world, issues }) => {
      for (let index = 0; index < 250; index++) world.openIssue('ada', `Issue ${index}`, marker).labels = [label]
      await issues().keep(marker, label, drift)
      for (let index = 0; index < 150; index++) world.openIssue('ada', `Issue ${index}`, marker).labels = [label]
      expect(await issues().keep(marker, label, drift)).toMatchObject({
        operation: 'unchanged',
        issue: { number: 251 }
      })
    }))

  test('is one after runs at once, and after doubles of an earlier day', async () =>
    within({}, async ({ world, issues }) => {
      await Promise.all([1, 2, 3].map(async () => issues().keep(marker, label, drift)))
      await issues().keep(marker, label, drift)
      expect(world.snapshot().issues.filter(({ state }) => state === 'open')).toMatchObject([{ number: 1 }])
      world.openIssue('github-actions[bot]', 'Drift', drift.body).labels = [label]
      await issues().keep(marker, label, health)
      expect(world.snapshot().issues.filter(({ state }) => state === 'open')).toEqual([])
    }))

  test('goes without a label that can’t be', async () =>
    within({}, async ({ world, issues }) => {
      const kept = await issues().keep(marker, label, {
        ...drift,
        labels: ['ok'],
        body: `${marker}\n${'x'.repeat(70_000)}`
      })
      expect(kept).toMatchObject({ operation: 'created', warnings: [] })
      expect(world.snapshot().issues[0]?.body?.length).toBe(65_536)
    }))
})

const token = (permissions: Token['permissions'], login = 'github-actions[bot]') => ({
  tokens: { [actionsToken]: { login, permissions } }
})

describe('an issue that can’t be had', () => {
  test('where issues are off, says how to have them', async () =>
    within({ hasIssues: false }, async ({ issues }) => {
      await expect(issues().keep(marker, label, drift)).rejects.toMatchObject({
        code: 'not-permitted',
        advice: expect.stringContaining('issue: false')
      })
    }))

  test.each([[{ contents: 'read' }], [{ issues: 'read' }]] as const)(
    'with %j, says which line to add and writes nothing',
    async permissions =>
      within(token(permissions), async ({ world, issues }) => {
        await expect(issues().keep(marker, label, drift)).rejects.toMatchObject({
          code: 'not-permitted',
          advice: expect.stringContaining('issues: write')
        })
        expect(world.snapshot().issues).toEqual([])
      })
  )

  test.each(['fleet-bot[bot]', 'ada'])('is kept by whoever the token is (%s)', async login =>
    within(token({ issues: 'write' }, login), async ({ world, issues }) => {
      await issues().keep(marker, label, drift)
      expect(await issues().keep(marker, label, drift)).toMatchObject({ operation: 'unchanged' })
      expect(world.snapshot().issues).toMatchObject([{ author: login }])
    })
  )
})

describe('the comment', () => {
  test('is one, ours, and changes in place', async () =>
    within({}, async ({ world, comments }) => {
      world.openIssue('ada', 'Any', 'thread')
      world.comment(1, 'mallory', `${marker} forged`)
      expect(await comments().keep(1, marker, 'One.')).toBe('created')
      for (let index = 0; index < 120; index++) world.comment(1, 'ada', `Comment ${index}`)
      expect(await comments().keep(1, marker, 'One.')).toBe('unchanged')
      expect(await comments().keep(1, marker, `Two. ${marker}`)).toBe('updated')
      const ours = world.snapshot().issues[0]?.comments.filter(({ author }) => author === 'github-actions[bot]')
      expect(ours).toEqual([{ author: 'github-actions[bot]', body: `Two. ${marker}` }])
    }))

  test('on a pull request from a fork is not permitted, and says so', async () =>
    within(
      {
        tokens: {
          [actionsToken]: {
            login: 'github-actions[bot]',
            permissions: { contents: 'read', pulls: 'read', issues: 'read' }
          }
        }
      },
      async ({ world, comments }) => {
        world.openIssue('ada', 'Any', 'thread')
        await expect(comments().keep(1, marker, 'One.')).rejects.toMatchObject({
          code: 'not-permitted',
          advice: expect.stringContaining('pull-requests: write')
        })
      }
    ))
})
