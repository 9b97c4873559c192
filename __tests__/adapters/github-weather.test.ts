// Bad weather at every request in turn: the end is that of a fair day, at once or after one more run.
import { beforeAll, describe, expect, test } from '@jest/globals'
import { pullRequests } from '../../src/adapters/github/pull-requests.ts'
import { issues } from '../../src/adapters/github/issues.ts'
import { comments } from '../../src/adapters/github/comments.ts'
import type { GithubOptions } from '../../src/adapters/github/client.ts'
import type { IssueWish } from '../../src/ports/github.ts'
import { Fault } from '../../src/ports/trouble.ts'
import type { Answer, Weather } from '../loopback/serve.ts'
import { afterEffect, badGateway, instead, tooManyRequests } from '../loopback/weather.ts'
import type { Snapshot } from '../loopback/github-snapshot.ts'
import { onboarding, proposal, setting } from './github-setting.ts'
import type { Setting } from './github-setting.ts'

/** Something a run does, in a world that was prepared for it. */
interface Deed {
  readonly prepare: (setting: Setting) => Promise<unknown>
  readonly run: (options: GithubOptions) => Promise<unknown>
}

const decorated = proposal({
  labels: ['fleet'],
  assignees: ['ada'],
  reviewers: ['grace'],
  teamReviewers: ['platform'],
  autoMerge: 'squash'
})
const changed = proposal(
  { body: 'New.', labels: ['fleet'] },
  new Map([...onboarding, ['secondaries/b/join.yaml', 'b2\n']])
)
const marker = '<!-- drift -->'
const wish: IssueWish = {
  title: 'Drift',
  body: 'Much drift.',
  labels: ['urgent'],
  state: 'open',
  comment: 'It is back.'
}
const recovered: IssueWish = { ...wish, body: 'All well.', state: 'closed', comment: 'It is over.' }
const nothing = async (): Promise<void> => undefined
const keep = async (options: GithubOptions, what: IssueWish): Promise<unknown> =>
  issues(options).keep(marker, 'drift', what)

const deeds: Readonly<Record<string, Deed>> = {
  'a new pull request': { prepare: nothing, run: async options => pullRequests(options).propose(decorated) },
  'an updated pull request': {
    prepare: async ({ pulls }) => pulls().propose(proposal()),
    run: async options => pullRequests(options).propose(changed)
  },
  'a pull request after one that was closed': {
    prepare: async ({ world, pulls }) => {
      await pulls().propose(proposal())
      world.closePull(1)
    },
    run: async options => pullRequests(options).propose(changed)
  },
  'a retargeted pull request on a base that moved': {
    prepare: async ({ world, pulls }) => {
      await pulls().propose(proposal())
      world.repository.git.setRef('refs/heads/next', world.repository.git.ref('refs/heads/main') ?? '')
      world.pushCommit('next', { 'clusters.yaml': 'clusters:\n  - z\n' })
    },
    run: async options => pullRequests(options).propose({ ...changed, base: 'next' })
  },
  'a new issue': { prepare: nothing, run: async options => keep(options, wish) },
  'an issue that says something new': {
    prepare: async ({ options }) => keep(options, { ...wish, body: 'Less.' }),
    run: async options => keep(options, wish)
  },
  'an issue that is over': {
    prepare: async ({ options }) => keep(options, wish),
    run: async options => keep(options, recovered)
  },
  'an issue that is back': {
    prepare: async ({ options }) => {
      await keep(options, wish)
      await keep(options, recovered)
    },
    run: async options => keep(options, wish)
  },
  'a new comment': {
    prepare: async ({ world }) => world.openIssue('ada', 'Any', 'Thread'),
    run: async options => comments(options).keep(1, marker, 'Said.')
  },
  'a changed comment': {
    prepare: async ({ world, options }) => {
      world.openIssue('ada', 'Any', 'Thread')
      await comments(options).keep(1, marker, 'Said.')
    },
    run: async options => comments(options).keep(1, marker, 'Said otherwise.')
  }
}

const cut: Answer = 'reset'
const weathers: Readonly<Record<string, Weather>> = {
  '502 instead': instead(badGateway),
  '429 with Retry-After': instead(tooManyRequests({ 'retry-after': '0' })),
  'a connection cut before': instead(cut),
  'a connection cut after the effect': afterEffect(cut)
}

describe.each(Object.entries(deeds))('%s', (_name, deed) => {
  let fair: { end: Snapshot; requests: number }
  beforeAll(async () => {
    fair = await undisturbed(deed)
  })

  test.each(Object.entries(weathers))('ends the same after %s at any one request', async (_weather, weather) => {
    const ends = await atEach(fair.requests, async index => passing(deed, weather, index))
    for (const end of ends) expect(end).toEqual(fair.end)
  })

  test.each([
    ['before', instead(cut)],
    ['after', afterEffect(cut)]
  ] as const)('is completed by the next run when it dies %s any request', async (_when, weather) => {
    const ends = await atEach(fair.requests, async index => died(deed, weather, index))
    for (const end of ends) expect(end).toEqual(fair.end)
  })
})

const atEach = async <T>(count: number, run: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, async (_, index) => run(index)))

/** What becomes of the world on a fair day, and how many requests that takes. */
async function undisturbed(deed: Deed): Promise<{ end: Snapshot; requests: number }> {
  return inWorld(deed, undefined, async ({ world, options }) => {
    const before = world.requests.length
    await deed.run(options)
    return { end: world.snapshot(), requests: world.requests.length - before }
  })
}

/** The world after a run with this weather at one request. */
async function passing(deed: Deed, weather: Weather, at: number): Promise<Snapshot> {
  let index = -Infinity
  const sky: Weather = (request, world) => (index++ === at ? weather(request, world) : world())
  return inWorld(deed, sky, async ({ world, options }) => {
    index = 0
    await deed.run(options)
    return world.snapshot()
  })
}

/** The world after a run that reached no one from a request on, and a second run on a fair day. */
async function died(deed: Deed, last: Weather, at: number): Promise<Snapshot> {
  let index = -Infinity
  const sky: Weather = (request, world) => {
    const now = index++
    if (now > at) return cut
    return now === at ? last(request, world) : world()
  }
  return inWorld(deed, sky, async ({ world, options }) => {
    index = 0
    const run = deed.run(options)
    const fault: unknown = await run.then(nothing, (error: unknown) => error)
    if (fault !== undefined && !(fault instanceof Fault)) throw fault
    index = -Infinity
    await deed.run(options)
    return world.snapshot()
  })
}

async function inWorld<T>(
  deed: Deed,
  weather: Weather | undefined,
  body: (setting: Setting) => Promise<T>
): Promise<T> {
  const made = await setting({ labels: ['drift'] }, weather)
  try {
    await deed.prepare(made)
    return await body(made)
  } finally {
    await made.world.close()
  }
}
