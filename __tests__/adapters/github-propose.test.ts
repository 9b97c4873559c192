// Proposing against the loopback GitHub: each way a pull request can come to be, stay, change or be refused.
import { describe, expect, test } from '@jest/globals'
import { pullRequests } from '../../src/adapters/github/pull-requests.ts'
import type { FileChanges } from '../../src/ports/github.ts'
import { treeOf } from '../loopback/github-repository.ts'
import { onboarding, proposal, within, writesOf } from './github-setting.ts'
import type { Setting } from './github-setting.ts'

/** The base as it is when somebody else brought the same change. */
const onboarded = Object.fromEntries([...onboarding].map(([path, text]) => [path, text ?? null]))

const files = [
  { path: 'clusters.yaml', status: 'modified' },
  { path: 'secondaries/b/join.yaml', status: 'added' }
]

describe('a new proposal', () => {
  test('becomes one signed commit on a branch of its own and one pull request', async () =>
    within({}, async ({ world, pulls }) => {
      const port = pulls()
      const done = await port.propose(proposal())
      const { branches, pulls: threads } = world.snapshot()
      expect(done).toMatchObject({
        operation: 'created',
        number: 1,
        commitVerified: true,
        warnings: [],
        changes: files
      })
      expect(done.url).toMatch(/\/acme\/fleet\/pull\/1$/)
      expect(done.treeSha).toBe(treeOf(world.repository, 'onboard/b'))
      expect(branches['onboard/b']?.files).toMatchObject({ 'secondaries/b/join.yaml': 'name: b\n' })
      expect(threads).toMatchObject([{ title: 'Onboard b', head: 'onboard/b', base: 'main', state: 'open' }])
      expect(threads[0]?.body).toContain('This adds **b**.')
      expect(port.requests).toBe(world.requests.length)
    }))

  test('is the same tree in a dry run, which only reads', async () =>
    within({}, async ({ world, pulls }) => {
      const dry = await pulls().propose(proposal({ dryRun: true }))
      expect(writesOf(world)).toEqual([])
      const done = await pulls().propose(proposal())
      expect(dry).toMatchObject({ operation: 'created', treeSha: done.treeSha, changes: files, headSha: undefined })
    }))

  test('with nothing that differs from the base is none', async () =>
    within({}, async ({ world, pulls }) => {
      const same: FileChanges = new Map([
        ['README.md', '# Fleet\n'],
        ['absent.yaml', undefined]
      ])
      const done = await pulls().propose(proposal({}, same))
      expect(done).toMatchObject({ operation: 'none', changes: [], headSha: undefined, number: undefined })
      expect(writesOf(world)).toEqual([])
    }))

  test('removes files and the folders they leave empty', async () =>
    within({}, async ({ world, pulls }) => {
      const dry = await pulls().propose(proposal({ dryRun: true }, new Map([['secondaries/a/join.yaml', undefined]])))
      const done = await pulls().propose(proposal({}, new Map([['secondaries/a/join.yaml', undefined]])))
      expect(done.changes).toEqual([{ path: 'secondaries/a/join.yaml', status: 'removed' }])
      expect(dry.treeSha).toBe(done.treeSha)
      expect(Object.keys(world.snapshot().branches['onboard/b']?.files ?? {})).not.toContain('secondaries/a/join.yaml')
    }))

  test('of a thousand files goes in trees of a hundred', async () =>
    within({ treeEntryLimit: 100 }, async ({ world, pulls }) => {
      const many = new Map(
        Array.from({ length: 1000 }, (_, index) => [`secondaries/c${index}/join.yaml`, `${index}\n`])
      )
      const done = await pulls().propose(proposal({}, many))
      expect(done.changes).toHaveLength(1000)
      expect(writesOf(world).filter(name => name === 'git/create-tree')).toHaveLength(10)
      expect(done.treeSha).toBe(treeOf(world.repository, 'onboard/b'))
    }))

  test('carries long and odd files', async () =>
    within({}, async ({ world, pulls }) => {
      const odd = new Map([
        ['big.yaml', `# ${'x'.repeat(1_200_000)}\n`],
        ['nul.yaml', 'a\0b'],
        ['ünï/☸.yaml', 'é\r\n😀'],
        ['empty.yaml', '']
      ])
      const done = await pulls().propose(proposal({}, odd))
      const { files: written = {} } = world.snapshot().branches['onboard/b'] ?? {}
      for (const [path, text] of odd) expect(written[path]).toBe(text)
      expect(done.operation).toBe('created')
    }))

  test('is drafted, labelled, assigned, reviewed and merged by itself as wished', async () =>
    within({ labels: ['fleet'] }, async ({ world, pulls }) => {
      const wish = proposal({
        labels: ['fleet', 'new-label'],
        assignees: ['ada'],
        reviewers: ['grace'],
        teamReviewers: ['platform'],
        autoMerge: 'squash'
      })
      const done = await pulls().propose(wish)
      expect(done.warnings).toEqual([])
      expect(world.snapshot().pulls).toMatchObject([
        {
          labels: ['fleet', 'new-label'],
          assignees: ['ada'],
          reviewers: ['grace'],
          teamReviewers: ['platform'],
          autoMerge: 'squash'
        }
      ])
      const before = world.requests.length
      const again = await pulls().propose(wish)
      expect(again).toMatchObject({ operation: 'unchanged', number: 1, warnings: [] })
      expect(world.requests.slice(before).filter(({ write }) => write)).toEqual([])
    }))

  test('warns of what GitHub refuses beside it', async () =>
    within({ allowDrafts: false, allowAutoMerge: false }, async ({ world, pulls }) => {
      const done = await pulls().propose(
        proposal({
          draft: true,
          labels: ['x'.repeat(60)],
          assignees: ['nobody'],
          reviewers: ['github-actions[bot]', 'nobody', 'ada'],
          teamReviewers: ['no-team', 'platform'],
          autoMerge: 'merge'
        })
      )
      expect(done.operation).toBe('created')
      expect(done.warnings.join('\n')).toMatch(
        /draft[\s\S]*xxx[\s\S]*nobody[\s\S]*github-actions\[bot\] opened[\s\S]*nobody[\s\S]*no-team[\s\S]*auto-merge/
      )
      expect(world.snapshot().pulls).toMatchObject([{ reviewers: ['ada'], teamReviewers: ['platform'], draft: false }])
    }))

  test('is written at a GitHub Enterprise Server', async () =>
    within({ base: '/api/v3' }, async ({ world, options }) => {
      const { graphqlUrl, ...rest } = options
      expect(graphqlUrl).toMatch(/\/api\/graphql$/)
      const done = await pullRequests(rest).propose(proposal({ autoMerge: 'merge' }))
      expect(done).toMatchObject({ operation: 'created', warnings: [] })
      expect(world.snapshot().pulls).toMatchObject([{ autoMerge: 'merge' }])
    }))
})

describe('a proposal made before', () => {
  test('is left alone when it is still the same', async () =>
    within({}, async ({ world, pulls }) => {
      const first = await pulls().propose(proposal())
      const before = world.snapshot()
      const writes = writesOf(world).length
      const second = await pulls().propose(proposal())
      expect(second).toMatchObject({ operation: 'unchanged', number: 1, headSha: first.headSha, commitVerified: true })
      expect(world.snapshot()).toEqual(before)
      expect(writesOf(world)).toHaveLength(writes)
    }))

  test('is replaced by another change, in the same pull request', async () =>
    within({}, async ({ world, pulls }) => {
      await pulls().propose(proposal())
      const changed = new Map([...onboarding, ['secondaries/b/join.yaml', 'name: b2\n']])
      const done = await pulls().propose(proposal({ body: 'Other words.' }, changed))
      expect(done).toMatchObject({ operation: 'updated', number: 1, warnings: [] })
      expect(world.snapshot()).toMatchObject({
        pulls: [{ number: 1, state: 'open' }],
        branches: { 'onboard/b': { files: { 'secondaries/b/join.yaml': 'name: b2\n' } } }
      })
      expect(world.snapshot().pulls[0]?.body).toContain('Other words.')
      expect(world.repository.git.run(['rev-list', '--count', 'main..onboard/b']).trim()).toBe('1')
    }))

  test('keeps a title and ticks that people gave it', async () =>
    within({}, async ({ world, pulls }) => {
      await pulls().propose(proposal())
      const thread = world.repository.threads.get(1)!
      thread.title = 'A better title'
      thread.body = thread.body!.replace('[ ]', '[x]')
      expect(await pulls().propose(proposal({ title: 'Another' }))).toMatchObject({ operation: 'unchanged' })
      expect(thread).toMatchObject({ title: 'A better title' })
      expect(thread.body).toContain('[x]')
      await pulls().propose(proposal({ title: 'Another', body: 'New.' }))
      expect(thread).toMatchObject({ title: 'A better title' })
      expect(thread.body).toMatch(/New\.$/)
      thread.title = 'Onboard b'
      await pulls().propose(proposal({ title: 'Another', body: 'New.' }))
      expect(thread.title).toBe('Another')
    }))

  test('is not pushed again when the base moved elsewhere', async () =>
    within({}, async ({ world, pulls }) => {
      const first = await pulls().propose(proposal())
      world.pushCommit('main', { 'README.md': '# Fleet, renamed\n', 'docs/a.md': 'a\n' })
      const writes = writesOf(world).length
      const second = await pulls().propose(proposal())
      expect(second).toMatchObject({ operation: 'unchanged', headSha: first.headSha })
      expect(writesOf(world)).toHaveLength(writes)
    }))

  test('is rebuilt when the base moved under its files', async () =>
    within({}, async ({ world, pulls }) => {
      await pulls().propose(proposal())
      world.pushCommit('main', { 'clusters.yaml': 'clusters:\n  - a\n  - z\n' })
      const changes = new Map([...onboarding, ['clusters.yaml', 'clusters:\n  - a\n  - b\n  - z\n']])
      const done = await pulls().propose(proposal({}, changes))
      expect(done).toMatchObject({ operation: 'updated', number: 1 })
      expect(done.treeSha).toBe(treeOf(world.repository, 'onboard/b'))
      expect(world.merge(1)).toBeDefined()
      expect(treeOf(world.repository, 'main')).toBe(done.treeSha)
    }))

  test('is rebuilt when the branch has a file that is no longer proposed', async () =>
    within({}, async ({ world, pulls }) => {
      await pulls().propose(proposal())
      world.pushCommit('main', { 'README.md': 'x\n' })
      const done = await pulls().propose(proposal({}, new Map([['secondaries/b/join.yaml', 'name: b\n']])))
      expect(done.operation).toBe('updated')
      expect(world.snapshot().branches['onboard/b']?.files['clusters.yaml']).toBe('clusters:\n  - a\n')
    }))

  test('follows a changed base', async () =>
    within({}, async ({ world, pulls }) => {
      await pulls().propose(proposal())
      world.pushCommit('next', {
        'README.md': '# Next\n',
        'clusters.yaml': 'clusters:\n  - a\n',
        'secondaries/a/join.yaml': 'name: a\n'
      })
      world.repository.git.setRef('refs/heads/next', world.repository.git.ref('refs/heads/main')!)
      world.pushCommit('next', { 'README.md': '# Next\n' })
      const done = await pulls().propose(proposal({ base: 'next' }))
      expect(done).toMatchObject({ operation: 'updated', number: 1 })
      expect(world.snapshot().pulls).toMatchObject([{ number: 1, base: 'next', state: 'open' }])
    }))

  test('and closed by a person is made anew, naming the old one', async () =>
    within({}, async ({ world, pulls }) => {
      await pulls().propose(proposal())
      world.closePull(1)
      const done = await pulls().propose(proposal())
      expect(done).toMatchObject({ operation: 'created', number: 2 })
      expect(done.warnings.join()).toContain('#1')
      world.closePull(2)
      world.deleteBranch('onboard/b')
      expect(await pulls().propose(proposal())).toMatchObject({ operation: 'created', number: 3 })
    }))

  test.each(['merged', 'squashed'])(
    'and %s with its branch left over moves that branch to the next change',
    async how =>
      within({}, async ({ world, pulls }) => {
        await pulls().propose(proposal())
        if (how === 'merged') world.merge(1)
        else {
          world.pushCommit('main', onboarded)
          world.closePull(1)
        }
        expect(await pulls().propose(proposal())).toMatchObject({ operation: 'none', number: undefined })
        const next = new Map([['secondaries/b/join.yaml', 'name: b3\n']])
        const done = await pulls().propose(proposal({}, next))
        expect(done).toMatchObject({ operation: 'created', number: 2 })
        expect(done.changes).toEqual([{ path: 'secondaries/b/join.yaml', status: 'modified' }])
      })
  )

  test('whose base has it all by now is none, and says which is still open', async () =>
    within({}, async ({ world, pulls }) => {
      await pulls().propose(proposal())
      world.pushCommit('main', onboarded)
      const done = await pulls().propose(proposal())
      expect(done).toMatchObject({ operation: 'none' })
      expect(done.warnings.join()).toContain('#1')
    }))

  test('gets what a run that died left out', async () =>
    within({}, async ({ world, pulls }) => {
      await pulls().propose(proposal())
      const done = await pulls().propose(proposal({ labels: ['fleet'] }))
      expect(done.operation).toBe('updated')
      expect(world.snapshot().pulls).toMatchObject([{ labels: ['fleet'] }])
    }))
})

describe("a branch with other people's commits", () => {
  test('is refused, and nothing is written', async () =>
    within({}, async ({ world, pulls }) => {
      await pulls().propose(proposal())
      world.pushCommit('onboard/b', { 'notes.md': 'mine\n' }, 'ada')
      const before = world.snapshot()
      const changed = proposal({}, new Map([...onboarding, ['secondaries/b/join.yaml', 'name: b2\n']]))
      await expect(pulls().propose(changed)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringMatching(/[0-9a-f]{7} by ada/)
      })
      await expect(pulls().propose({ ...changed, dryRun: true })).rejects.toMatchObject({ code: 'conflict' })
      expect(world.snapshot()).toEqual(before)
      const done = await pulls().propose({ ...changed, overwrite: true })
      expect(done).toMatchObject({ operation: 'updated', number: 1 })
      expect(done.warnings.join()).toContain('by ada')
      expect(world.snapshot().branches['onboard/b']?.files['notes.md']).toBeUndefined()
    }))

  test('is known by its tree, though somebody copied our words', async () =>
    within({}, async ({ world, pulls }) => {
      const first = await pulls().propose(proposal())
      const { git } = world.repository
      const message = git.run(['log', '-1', '--format=%B', 'onboard/b'])
      const tree = treeOf(world.repository, 'main')
      const amended = git.run(['commit-tree', tree, '-p', 'main', '-m', message]).trim()
      git.setRef('refs/heads/onboard/b', amended)
      expect(amended).not.toBe(first.headSha)
      await expect(pulls().propose(proposal())).rejects.toMatchObject({ code: 'conflict' })
    }))

  test('or another history is refused', async () =>
    within({}, async ({ world, pulls }) => {
      const { git } = world.repository
      const orphan = git.run(['commit-tree', treeOf(world.repository, 'main'), '-m', 'alone']).trim()
      git.setRef('refs/heads/onboard/b', orphan)
      await expect(pulls().propose(proposal())).rejects.toMatchObject({ code: 'conflict' })
      expect(await pulls().propose(proposal({ overwrite: true }))).toMatchObject({ operation: 'created' })
    }))

  test('is left alone when only the base was merged into it', async () =>
    within({}, async ({ world, pulls }) => {
      await pulls().propose(proposal())
      const base = world.pushCommit('main', { 'README.md': 'x\n' })
      const { git } = world.repository
      const head = git.ref('refs/heads/onboard/b')!
      const tree = git.run(['merge-tree', '--write-tree', base, head]).split('\n')[0]!
      git.setRef(
        'refs/heads/onboard/b',
        git.run(['commit-tree', tree, '-p', head, '-p', base, '-m', 'Merge main']).trim()
      )
      expect(await pulls().propose(proposal())).toMatchObject({ operation: 'unchanged' })
    }))
})

describe('open pull requests of ours', () => {
  test('are listed by prefix, over pages, without those of people', async () =>
    within({}, async ({ world, pulls }) => {
      await pulls().propose(proposal())
      await pulls().propose(proposal({ branch: 'other/c' }))
      world.pushCommit('onboard/hand', { 'x.yaml': 'x\n' })
      const open = await pulls().openWith('onboard/')
      expect(open).toMatchObject([{ number: 1, branch: 'onboard/b', base: 'main', title: 'Onboard b' }])
    }))
})

/** These figures are in docs/performance.md. */
describe('the number of requests', () => {
  const many = new Map(Array.from({ length: 300 }, (_, index) => [`secondaries/c${index}/join.yaml`, `${index}\n`]))
  const other = new Map([...onboarding, ['secondaries/b/join.yaml', 'name: b2\n']])
  const paths: [string, number, number, (setting: Setting) => Promise<unknown>][] = [
    ['new', 10, 4, async ({ pulls }) => pulls().propose(proposal())],
    ['new, dry run', 5, 0, async ({ pulls }) => pulls().propose(proposal({ dryRun: true }))],
    ['new, 300 files', 12, 6, async ({ pulls }) => pulls().propose(proposal({}, many))],
    ['none', 4, 0, async ({ pulls }) => pulls().propose(proposal({}, new Map()))]
  ]
  test.each(paths)('of a run that finds nothing: %s', async (_name, requests, writes, run) =>
    within({}, async made => {
      await run(made)
      expect([made.world.requests.length, writesOf(made.world).length]).toEqual([requests, writes])
    })
  )

  const again: [string, number, number, (setting: Setting) => Promise<unknown>][] = [
    ['unchanged', 6, 0, async ({ pulls }) => pulls().propose(proposal())],
    [
      'unchanged, base moved',
      9,
      0,
      async ({ world, pulls }) => {
        world.pushCommit('main', { 'README.md': 'x\n' })
        await pulls().propose(proposal())
      }
    ],
    ['updated', 12, 4, async ({ pulls }) => pulls().propose(proposal({ body: 'New.' }, other))],
    [
      'refused',
      7,
      0,
      async ({ world, pulls }) => {
        world.pushCommit('onboard/b', { 'x.yaml': 'x\n' })
        await expect(pulls().propose(proposal({}, other))).rejects.toMatchObject({ code: 'conflict' })
      }
    ]
  ]
  test.each(again)('of a run that finds its pull request: %s', async (_name, requests, writes, run) =>
    within({}, async made => {
      await made.pulls().propose(proposal())
      const before = made.world.requests.length
      const written = writesOf(made.world).length
      await run(made)
      expect([made.world.requests.length - before, writesOf(made.world).length - written]).toEqual([requests, writes])
    })
  )
})
