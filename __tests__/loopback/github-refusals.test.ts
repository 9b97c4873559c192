// The loopback GitHub refuses as GitHub does: status and words of each failure the pull-request flow must survive.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Octokit } from '@octokit/rest'
import { createGithub } from './github.ts'
import type { Github, ServedGithub } from './github.ts'
import type { Settings, Token } from './github-state.ts'

const bot = 'github-actions[bot]'
const tokens: Readonly<Record<string, Token>> = {
  full: { login: bot, permissions: { contents: 'write', pulls: 'write', issues: 'write' } },
  app: { login: 'fleet[bot]', permissions: { contents: 'write', pulls: 'write', workflows: 'write' } },
  person: { login: 'ada', permissions: { contents: 'write', pulls: 'write', issues: 'write' } },
  reader: { login: bot, permissions: { contents: 'read', issues: 'read', pulls: 'read' } },
  'no-pulls': { login: bot, permissions: { contents: 'write' } },
  elsewhere: { login: bot, permissions: { contents: 'write' }, repositories: ['acme/other'] },
  spent: { login: bot, permissions: { contents: 'read' }, remaining: 0 }
}
const at = { owner: 'acme', repo: 'fleet' }
const silent = { debug() {}, info() {}, warn() {}, error() {} }

let world: Github
let served: ServedGithub
let settings: Settings
beforeAll(async () => {
  const files = { 'a.yaml': 'a: 1\n', '.github/workflows/ci.yaml': 'on: push\n' }
  world = createGithub({ files, tokens, rulesets: [], teams: ['platform'], collaborators: ['ada'] })
  settings = world.repository.settings
  world.addRepository('acme/empty')
  served = await world.serve()
})
afterAll(async () => {
  expect(world.contractViolations).toEqual([])
  await world.close()
})

const as = (auth?: keyof typeof tokens): Octokit =>
  new Octokit({ baseUrl: served.apiUrl, log: silent, ...(auth === undefined ? {} : { auth }) })

const tip = (branch = 'main'): string => world.repository.git.ref(`refs/heads/${branch}`) ?? ''

/** Settings changed for one act. */
async function withSettings<T>(changed: Partial<Settings>, act: () => Promise<T>): Promise<T> {
  const before = { ...settings }
  Object.assign(settings, changed)
  try {
    return await act()
  } finally {
    Object.assign(settings, before)
  }
}

const refused = (status: number, message: string) => ({ status, message: expect.stringContaining(message) })

const file = (path: string, content = 'x: 1\n') => ({ path, content, mode: '100644' as const, type: 'blob' as const })

const needs = (header: string) => ({ response: { headers: { 'x-accepted-github-permissions': header } } })

const create = async (branch: string, sha = tip()) =>
  as('full').git.createRef({ ...at, ref: `refs/heads/${branch}`, sha })
const remove = async (branch: string) => as('full').git.deleteRef({ ...at, ref: `heads/${branch}` })

const open = async (more: Partial<{ head: string; title: string; body: string; draft: boolean }> = {}) =>
  as('full').pulls.create({ ...at, title: 'x', head: 'x', base: 'main', ...more })

const mergeable = async (pull: number) => (await as('full').pulls.get({ ...at, pull_number: pull })).data.mergeable

describe('tokens', () => {
  test('unknown, none, one for another repository', async () => {
    const stranger = new Octokit({ auth: 'nobody', baseUrl: served.apiUrl, log: silent })
    await expect(stranger.repos.get(at)).rejects.toMatchObject(refused(401, 'Bad credentials'))
    await expect(as().repos.get(at)).rejects.toMatchObject(refused(404, 'Not Found'))
    await expect(as('elsewhere').repos.get(at)).rejects.toMatchObject(refused(404, 'Not Found'))
    await withSettings({ private: false }, async () => {
      await expect(as().repos.get(at)).resolves.toHaveProperty('status', 200)
      const nameless = as().issues.create({ ...at, title: 'x' })
      await expect(nameless).rejects.toMatchObject(refused(401, 'Requires authentication'))
    })
  })

  test('a permission lacks: 403 says which', async () => {
    const message = refused(403, 'Resource not accessible by integration')
    const tree = as('reader').git.createTree({ ...at, tree: [file('b.yaml')] })
    await expect(tree).rejects.toMatchObject({ ...message, ...needs('contents=write') })
    const pull = as('no-pulls').pulls.create({ ...at, title: 't', head: 'x', base: 'main' })
    await expect(pull).rejects.toMatchObject({ ...message, ...needs('pull_requests=write') })
    const comment = as('reader').issues.createComment({ ...at, issue_number: 1, body: 'x' })
    await expect(comment).rejects.toMatchObject({ ...message, ...needs('issues=write; pull_requests=write') })
    await expect(as('full').users.getAuthenticated()).rejects.toMatchObject(message)
    await expect(as('person').users.getAuthenticated()).resolves.toHaveProperty('data.login', 'ada')
  })

  test('the hourly limit is used up', async () => {
    await expect(as('spent').repos.get(at)).rejects.toMatchObject({
      ...refused(403, 'API rate limit exceeded'),
      response: { headers: { 'x-ratelimit-remaining': '0' } }
    })
    const { headers } = await as('full').repos.get(at)
    expect(Number(headers['x-ratelimit-remaining'])).toBeGreaterThan(0)
  })

  test('an archived repository is read-only', async () => {
    await withSettings({ archived: true }, async () => {
      await expect(as('full').repos.get(at)).resolves.toHaveProperty('data.archived', true)
      const tree = as('full').git.createTree({ ...at, tree: [file('b.yaml')] })
      await expect(tree).rejects.toMatchObject(refused(403, 'archived'))
    })
  })
})

describe('objects', () => {
  test('an empty repository has none', async () => {
    const empty = { owner: 'acme', repo: 'empty' }
    const message = refused(409, 'Git Repository is empty.')
    await expect(as('full').git.getRef({ ...empty, ref: 'heads/main' })).rejects.toMatchObject(message)
    await expect(as('full').git.createTree({ ...empty, tree: [file('b')] })).rejects.toMatchObject(message)
  })

  test('workflows want their own permission: 404', async () => {
    const tree = [file('.github/workflows/ci.yaml', 'on: never\n')]
    const wanted = { ...at, base_tree: tip(), tree }
    await expect(as('full').git.createTree(wanted)).rejects.toMatchObject(refused(404, 'Not Found'))
    await expect(as('app').git.createTree(wanted)).resolves.toHaveProperty('status', 201)
    const same = [file('.github/workflows/ci.yaml', 'on: push\n')]
    await expect(as('full').git.createTree({ ...wanted, tree: same })).resolves.toHaveProperty('status', 201)
  })

  test.each([
    ['deletes what is not there', [{ ...file('no.yaml'), content: undefined, sha: null }], 'GitRPC::BadObjectState'],
    ['has both sha and content', [{ ...file('b.yaml'), sha: 'a'.repeat(40) }], 'Must supply either'],
    ['leads out of the tree', [file('../b.yaml')], 'malformed path component'],
    ['names a blob that is not', [{ ...file('b'), content: undefined, sha: 'a'.repeat(40) }], 'is not a valid blob'],
    ['is too much at once', [file('b'), file('c'), file('d')], 'timed out']
  ])('a tree that %s', async (_, tree, message) => {
    await withSettings({ treeEntryLimit: 2 }, async () => {
      const made = as('full').git.createTree({ ...at, base_tree: tip(), tree })
      await expect(made).rejects.toMatchObject(refused(422, message))
    })
  })

  test('a list too long is cut and says so', async () => {
    await withSettings({ treeListLimit: 1 }, async () => {
      const { data } = await as('full').git.getTree({ ...at, tree_sha: 'main', recursive: '1' })
      expect(data).toMatchObject({ truncated: true, tree: [{}] })
    })
  })

  test('a commit of what is not there; a commit signed by nobody', async () => {
    const { tree } = (await as('full').git.getCommit({ ...at, commit_sha: tip() })).data
    const none = 'b'.repeat(40)
    const git = as('full').git
    const noTree = git.createCommit({ ...at, message: 'm', tree: none })
    await expect(noTree).rejects.toMatchObject(refused(422, 'Tree SHA does not exist'))
    const noParent = git.createCommit({ ...at, message: 'm', tree: tree.sha, parents: [none] })
    await expect(noParent).rejects.toMatchObject(refused(422, 'Parent SHA does not exist'))
    const author = { name: 'Ada', email: 'ada@example.test' }
    const signed = await git.createCommit({ ...at, message: 'm', tree: tree.sha, author })
    expect(signed.data.verification).toMatchObject({ verified: false, reason: 'unsigned' })
    const personal = await as('person').git.createCommit({ ...at, message: 'm', tree: tree.sha })
    expect(personal.data.verification.verified).toBe(false)
  })
})

describe('branches', () => {
  test('there already, under one, over one, no name, no commit', async () => {
    await create('team/one')
    await expect(create('team/one')).rejects.toMatchObject(refused(422, 'Reference already exists'))
    await expect(create('team/one/two')).rejects.toMatchObject(refused(422, 'Reference update failed'))
    await expect(create('team')).rejects.toMatchObject(refused(422, 'Reference update failed'))
    await expect(create('a..b')).rejects.toMatchObject(refused(422, 'not a valid ref name'))
    await expect(create('c', 'c'.repeat(40))).rejects.toMatchObject(refused(422, 'Object does not exist'))
    await expect(as('full').git.getRef({ ...at, ref: 'heads/team' })).rejects.toHaveProperty('status', 404)
    await expect(as('full').git.listMatchingRefs({ ...at, ref: 'heads/te' })).resolves.toHaveProperty('data.length', 1)
    await remove('team/one')
    await expect(create('team')).resolves.toHaveProperty('status', 201)
    await remove('team')
    await expect(remove('team')).rejects.toMatchObject(refused(422, 'Reference does not exist'))
    const moved = as('full').git.updateRef({ ...at, ref: 'heads/team', sha: tip() })
    await expect(moved).rejects.toMatchObject(refused(422, 'Reference does not exist'))
  })

  test('rulesets and protection', async () => {
    const rule = { pattern: 'release/*', forbids: ['creation' as const] }
    await withSettings({ rulesets: [rule] }, async () => {
      await expect(create('release/1')).rejects.toMatchObject(refused(422, 'Cannot create ref due to creations'))
      await expect(create('release/1/x')).resolves.toHaveProperty('status', 201)
      await remove('release/1/x')
    })
    const nested = { ...rule, nested: true, message: 'Branch names must start with cluster/' }
    await withSettings({ rulesets: [nested] }, async () => {
      await expect(create('release/1')).rejects.toMatchObject({
        ...refused(422, 'Validation Failed'),
        response: { data: { errors: [{ message: 'Branch names must start with cluster/' }] } }
      })
    })
    await withSettings({ protectedBranches: ['main'] }, async () => {
      const moved = as('full').git.updateRef({ ...at, ref: 'heads/main', sha: tip(), force: true })
      await expect(moved).rejects.toMatchObject(refused(422, 'Reference cannot be updated'))
      await expect(remove('main')).rejects.toMatchObject(refused(422, 'Reference cannot be deleted'))
    })
  })
})

describe('pull requests', () => {
  beforeAll(() => void world.pushCommit('x', { 'x.yaml': 'x: 1\n' }))

  test('refused one way or another', async () => {
    await withSettings({ allowActionsToCreatePullRequests: false }, async () => {
      await expect(open()).rejects.toMatchObject(refused(403, 'GitHub Actions is not permitted to create or approve'))
    })
    await withSettings({ allowDrafts: false }, async () => {
      await expect(open({ draft: true })).rejects.toMatchObject(refused(422, 'Draft pull requests are not supported'))
    })
    await expect(open({ body: 'x'.repeat(65_537) })).rejects.toMatchObject(refused(422, 'body is too long'))
    await expect(open({ head: 'gone' })).rejects.toMatchObject(refused(422, 'Validation Failed'))
    await expect(open({ head: 'main' })).rejects.toMatchObject(refused(422, 'No commits between main and main'))
    const { data } = await open()
    await expect(open()).rejects.toMatchObject(refused(422, 'A pull request already exists for acme:x.'))
    const reviewers = async (names: { reviewers?: string[]; team_reviewers?: string[] }) =>
      as('full').pulls.requestReviewers({ ...at, pull_number: data.number, ...names })
    const author = refused(422, 'Review cannot be requested from pull request author.')
    await expect(reviewers({ reviewers: [bot] })).rejects.toMatchObject(author)
    const collaborators = refused(422, 'Reviews may only be requested from collaborators')
    await expect(reviewers({ team_reviewers: ['platform', 'nobody'] })).rejects.toMatchObject(collaborators)
    await expect(reviewers({ reviewers: ['nobody'] })).rejects.toMatchObject(collaborators)
  })

  test('closed by a person, opened again; lost with its branch', async () => {
    const number = world.snapshot().pulls[0]?.number ?? 0
    const update = async (change: { state?: 'open' | 'closed'; base?: string }) =>
      as('full').pulls.update({ ...at, pull_number: number, ...change })
    world.closePull(number)
    await expect(update({ state: 'open' })).resolves.toHaveProperty('data.state', 'open')
    world.pushCommit('stable', { 'stable.yaml': 's: 1\n' })
    await expect(update({ base: 'stable' })).resolves.toHaveProperty('data.base.ref', 'stable')
    await expect(update({ base: 'x' })).rejects.toMatchObject(refused(422, 'No commits between x and x'))
    world.deleteBranch('x')
    expect(world.snapshot().pulls[0]).toMatchObject({ state: 'closed', merged: false })
    await expect(update({ state: 'open' })).rejects.toMatchObject(refused(422, 'branch was deleted'))
  })

  test('a head moved onto its base closes it; a base that takes the head merges it; a conflict is told', async () => {
    world.pushCommit('y', { 'a.yaml': 'a: 2\n' })
    const y = (await open({ head: 'y' })).data.number
    world.pushCommit('main', { 'a.yaml': 'a: 3\n' })
    await withSettings({ mergeableAfter: 1 }, async () => {
      await expect(mergeable(y)).resolves.toBeNull()
      await expect(mergeable(y)).resolves.toBe(false)
    })
    expect(() => world.merge(y)).toThrow('conflicts')
    await as('full').git.updateRef({ ...at, ref: 'heads/y', sha: tip(), force: true })
    world.pushCommit('z', { 'z.yaml': 'z: 1\n' })
    const z = (await open({ head: 'z' })).data.number
    await as('full').git.updateRef({ ...at, ref: 'heads/main', sha: tip('z') })
    const { pulls } = world.snapshot()
    expect(pulls.find(pull => pull.number === y)).toMatchObject({ state: 'closed', merged: false })
    expect(pulls.find(pull => pull.number === z)).toMatchObject({ state: 'closed', merged: true })
  })

  test('auto-merge that is refused, by GraphQL', async () => {
    world.pushCommit('auto', { 'auto.yaml': 'a: 1\n' })
    const { node_id: id, number } = (await open({ head: 'auto' })).data
    const query =
      'mutation($id: ID!) { enablePullRequestAutoMerge(input: { pullRequestId: $id }) { pullRequest { number } } }'
    const enable = async (given = id, token = 'full') => as(token).graphql(query, { id: given })
    await withSettings({ allowAutoMerge: false }, async () => {
      await expect(enable()).rejects.toThrow('Auto merge is not allowed for this repository')
    })
    await withSettings({ hasMergeRequirements: false }, async () => {
      await expect(enable()).rejects.toThrow('clean status')
    })
    await expect(enable('PR_1_1')).rejects.toThrow('Could not resolve to a node')
    await expect(enable(id, 'no-pulls')).rejects.toThrow('Resource not accessible by integration')
    await expect(enable()).resolves.toMatchObject({ enablePullRequestAutoMerge: { pullRequest: { number } } })
  })
})

test('what GitHub does not know is not found, and counts as such', async () => {
  await expect(as('full').request('GET /nowhere')).rejects.toHaveProperty('status', 404)
  expect(world.requests.at(-1)).toEqual({ method: 'GET', path: '/nowhere', operation: '', write: false, status: 404 })
})
