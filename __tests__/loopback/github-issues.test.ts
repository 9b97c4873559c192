// The loopback GitHub keeps issues, labels and comments for the real Octokit, and its contract catches what GitHub never said.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Octokit } from '@octokit/rest'
import { readContract } from './github-contract.ts'
import { actionsToken, createGithub } from './github.ts'
import type { Github } from './github.ts'

const at = { owner: 'acme', repo: 'fleet' }
const bot = 'github-actions[bot]'
const silent = { debug() {}, info() {}, warn() {}, error() {} }

let world: Github
let kit: Octokit
beforeAll(async () => {
  const pulls = { login: bot, permissions: { pulls: 'write', contents: 'read' } } as const
  const issues = { login: bot, permissions: { issues: 'write', contents: 'read' } } as const
  const tokens = { [actionsToken]: issues, pulls }
  world = createGithub({ files: { a: 'a\n' }, collaborators: ['ada'], tokens })
  const { apiUrl } = await world.serve()
  kit = new Octokit({ auth: actionsToken, baseUrl: apiUrl, log: silent })
})
afterAll(async () => {
  expect(world.contractViolations).toEqual([])
  await world.close()
})

test('an issue is opened, found by label and author, changed, closed and opened again', async () => {
  await expect(kit.issues.getLabel({ ...at, name: 'drift' })).rejects.toHaveProperty('status', 404)
  await kit.issues.createLabel({ ...at, name: 'drift', color: 'd73a4a', description: 'Live is not as declared' })
  await expect(kit.issues.createLabel({ ...at, name: 'Drift' })).rejects.toMatchObject({
    status: 422,
    response: { data: { errors: [{ code: 'already_exists' }] } }
  })
  await expect(kit.issues.listLabelsForRepo(at)).resolves.toMatchObject({ data: [{ name: 'drift', color: 'd73a4a' }] })
  const opened = await kit.issues.create({ ...at, title: 'Drift', body: 'b', labels: ['drift'], assignees: ['ada'] })
  const issue = { ...at, issue_number: opened.data.number }
  world.openIssue('mallory', 'Drift', 'mine')
  await kit.issues.addLabels({ ...at, issue_number: 2, labels: ['drift'] })
  const found = await kit.issues.listForRepo({ ...at, labels: 'drift', creator: bot, state: 'all' })
  expect(found.data.map(each => each.number)).toEqual([1])
  await kit.issues.update({ ...issue, title: 'Drift!', body: null })
  const closed = await kit.issues.update({ ...issue, state: 'closed', state_reason: 'completed' })
  expect(closed.data).toMatchObject({ state: 'closed', closed_by: { login: bot }, state_reason: 'completed' })
  await expect(kit.issues.listForRepo({ ...at, creator: bot })).resolves.toHaveProperty('data', [])
  await kit.issues.update({ ...issue, state: 'open' })
  await kit.issues.removeLabel({ ...issue, name: 'drift' })
  expect(world.snapshot().issues[0]).toEqual({
    number: 1,
    author: bot,
    title: 'Drift!',
    body: null,
    state: 'open',
    stateReason: 'reopened',
    labels: [],
    assignees: ['ada'],
    comments: []
  })
})

test('comments come and go, page by page', async () => {
  const issue = { ...at, issue_number: 1 }
  const mine = await kit.issues.createComment({ ...issue, body: 'first' })
  for (const n of [2, 3, 4, 5]) world.comment(1, 'ada', `number ${n}`)
  await kit.issues.updateComment({ ...at, comment_id: mine.data.id, body: 'changed' })
  const all = await kit.paginate(kit.issues.listComments, { ...issue, per_page: 2 })
  expect(all.map(comment => comment.body)).toEqual(['changed', 'number 2', 'number 3', 'number 4', 'number 5'])
  await kit.issues.deleteComment({ ...at, comment_id: mine.data.id })
  expect(world.snapshot().issues[0]?.comments).toHaveLength(4)
  await expect(kit.issues.getComment({ ...at, comment_id: mine.data.id })).rejects.toHaveProperty('status', 404)
  const long = kit.issues.createComment({ ...issue, body: 'x'.repeat(65_537) })
  await expect(long).rejects.toMatchObject({ status: 422, message: expect.stringContaining('body is too long') })
})

test('a pull request is listed among the issues; only its permission opens it', async () => {
  world.pushCommit('x', { x: 'x\n' })
  const other = new Octokit({ auth: 'pulls', baseUrl: kit.request.endpoint.DEFAULTS.baseUrl, log: silent })
  const pull = await other.pulls.create({ ...at, title: 'x', head: 'x', base: 'main' })
  const { data } = await kit.issues.listForRepo(at)
  expect(data.map(issue => Boolean(issue.pull_request))).toEqual([true, false, false])
  await other.issues.createComment({ ...at, issue_number: pull.data.number, body: 'sticky' })
  const onIssue = other.issues.createComment({ ...at, issue_number: 1, body: 'no' })
  await expect(onIssue).rejects.toMatchObject({ status: 403, message: expect.stringContaining('not accessible') })
})

test('issues that are disabled', async () => {
  world.repository.settings.hasIssues = false
  const gone = { status: 410, message: expect.stringContaining('Issues are disabled for this repo') }
  await expect(kit.issues.create({ ...at, title: 'x' })).rejects.toMatchObject(gone)
  await expect(kit.issues.get({ ...at, issue_number: 1 })).rejects.toMatchObject(gone)
  await expect(kit.issues.listForRepo(at)).resolves.toHaveProperty('data.length', 1)
  world.repository.settings.hasIssues = true
})

test('the contract finds a misspelt property, a wrong word, an unknown parameter and an unlikely reply', () => {
  const contract = readContract()
  const none = new URLSearchParams()
  expect(contract.ofRequest('issues/create', none, { title: 'x', bodi: 'y' })).toHaveLength(1)
  expect(contract.ofRequest('issues/update', none, { state: 'reopened' })).toHaveLength(1)
  expect(contract.ofRequest('issues/create', none, {})).toHaveLength(1)
  expect(
    contract.ofRequest('issues/list-for-repo', new URLSearchParams('labels=a&label=a&state=opened'), undefined)
  ).toEqual([
    'issues/list-for-repo: unknown query parameter label',
    'issues/list-for-repo ?state: it must be equal to one of the allowed values'
  ])
  expect(contract.ofReply('git/get-ref', 200, { ref: 'refs/heads/main' })).toHaveLength(1)
  expect(contract.ofReply('git/get-ref', 201, {})).toEqual(['git/get-ref: status 201 is not in the contract'])
  expect(contract.ofReply('git/delete-ref', 204, undefined)).toEqual([])
})
