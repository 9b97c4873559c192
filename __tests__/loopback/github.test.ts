// The loopback GitHub carries a pull request from base to merge for the real Octokit, and Git itself finds its repository sound.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Octokit } from '@octokit/rest'
import { actionsToken, createGithub } from './github.ts'
import type { Github, ServedGithub } from './github.ts'
import { treeOf } from './github-repository.ts'
import { afterEffect, badGateway, sky } from './weather.ts'

const files = {
  'README.md': '# Fleet\n',
  'primary/bootstrap.yaml': 'kind: Bootstrap\n',
  'secondary/a.yaml': 'name: a\n',
  'logo.png': Buffer.from([0x89, 0x50, 0xff, 0x00])
}
const at = { owner: 'acme', repo: 'fleet' }
const head = 'onboard/b'

function octokit(served: ServedGithub, auth = actionsToken): Octokit {
  return new Octokit({ auth, baseUrl: served.apiUrl, log: { debug() {}, info() {}, warn() {}, error() {} } })
}

/** Reads the base, writes a tree and a commit on it; the branch is the caller's affair. */
async function commitOn(kit: Octokit, tree: { path: string; content?: string; sha?: null }[]) {
  const base = await kit.git.getRef({ ...at, ref: 'heads/main' })
  const parent = await kit.git.getCommit({ ...at, commit_sha: base.data.object.sha })
  const items = tree.map(item => ({ mode: '100644' as const, type: 'blob' as const, ...item }))
  const made = await kit.git.createTree({ ...at, base_tree: parent.data.tree.sha, tree: items })
  const parents = [parent.data.sha]
  const commit = await kit.git.createCommit({ ...at, message: 'Add b\n', tree: made.data.sha, parents })
  return { base: parent.data.sha, tree: made.data.sha, commit: commit.data }
}

describe('a pull request from base to merge', () => {
  let world: Github
  let kit: Octokit
  beforeAll(async () => {
    world = createGithub({ files, collaborators: ['ada'], teams: ['platform'], labels: ['fleet'] })
    kit = octokit(await world.serve())
  })
  afterAll(async () => world.close())

  test('the base is read', async () => {
    const { data } = await kit.repos.get(at)
    expect(data).toMatchObject({ default_branch: 'main', archived: false, permissions: { push: true } })
    const tree = await kit.git.getTree({ ...at, tree_sha: 'main', recursive: '1' })
    expect(tree.data.tree.map(entry => entry.path)).toEqual([
      'README.md',
      'logo.png',
      'primary',
      'primary/bootstrap.yaml',
      'secondary',
      'secondary/a.yaml'
    ])
    const logo = tree.data.tree.find(entry => entry.path === 'logo.png')
    const blob = await kit.git.getBlob({ ...at, file_sha: logo?.sha ?? '' })
    expect(Buffer.from(blob.data.content, 'base64')).toEqual(files['logo.png'])
    const content = await kit.repos.getContent({ ...at, path: 'secondary/a.yaml' })
    expect(content.data).toMatchObject({ type: 'file', size: 8, encoding: 'base64' })
    const folder = await kit.repos.getContent({ ...at, path: '' })
    expect(folder.data).toHaveLength(4)
    await expect(kit.repos.getBranch({ ...at, branch: 'main' })).resolves.toMatchObject({ data: { protected: false } })
  })

  test('a branch is born with its commit, which GitHub signs for a bot', async () => {
    const { base, commit } = await commitOn(kit, [
      { path: 'secondary/b.yaml', content: 'name: b\n' },
      { path: 'README.md', sha: null }
    ])
    expect(commit).toMatchObject({
      author: { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' },
      verification: { verified: true, reason: 'valid' }
    })
    const ref = await kit.git.createRef({ ...at, ref: `refs/heads/${head}`, sha: commit.sha })
    expect(ref.data.object.sha).toBe(commit.sha)
    const compared = await kit.repos.compareCommitsWithBasehead({ ...at, basehead: `${base}...${head}` })
    expect(compared.data).toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 })
    expect(compared.data.commits[0]?.author?.login).toBe('github-actions[bot]')
    expect(compared.data.files?.map(file => [file.status, file.filename])).toEqual([
      ['removed', 'README.md'],
      ['added', 'secondary/b.yaml']
    ])
  })

  test('the same edits give the same tree', async () => {
    const again = await commitOn(kit, [
      { path: 'README.md', sha: null },
      { path: 'secondary/b.yaml', content: 'name: b\n' }
    ])
    expect(again.tree).toBe(treeOf(world.repository, head))
  })

  test('a pull request is opened and dressed', async () => {
    const { data } = await kit.pulls.create({ ...at, title: 'Add b', head, base: 'main', body: 'Because.' })
    expect(data).toMatchObject({ number: 1, mergeable: true, commits: 1, changed_files: 2, state: 'open' })
    await kit.issues.addLabels({ ...at, issue_number: 1, labels: ['fleet', 'new'] })
    await kit.issues.addAssignees({ ...at, issue_number: 1, assignees: ['ada', 'nobody'] })
    const asked = { ...at, pull_number: 1, reviewers: ['ada'], team_reviewers: ['platform'] }
    await kit.pulls.requestReviewers(asked)
    await expect(kit.pulls.listRequestedReviewers({ ...at, pull_number: 1 })).resolves.toMatchObject({
      data: { users: [{ login: 'ada' }], teams: [{ slug: 'platform' }] }
    })
    const found = await kit.pulls.list({ ...at, head: `acme:${head}`, base: 'main', state: 'open' })
    expect(found.data.map(pull => pull.labels.map(label => label.name))).toEqual([['fleet', 'new']])
    expect(world.snapshot().pulls).toMatchObject([
      { assignees: ['ada'], reviewers: ['ada'], teamReviewers: ['platform'] }
    ])
  })

  test('a head without its owner is no filter, as at GitHub', async () => {
    await expect(kit.pulls.list({ ...at, head: 'no-such-branch' })).resolves.toHaveProperty('data.length', 1)
    await expect(kit.pulls.list({ ...at, head: 'acme:no-such-branch' })).resolves.toHaveProperty('data.length', 0)
  })

  test('drafts and auto-merge go through GraphQL', async () => {
    const pull = await kit.pulls.get({ ...at, pull_number: 1 })
    const id = pull.data.node_id
    const draft = 'mutation($id: ID!) { convertPullRequestToDraft(input: { pullRequestId: $id }) { clientMutationId } }'
    await kit.graphql(draft, { id })
    expect(world.snapshot().pulls[0]?.draft).toBe(true)
    await kit.graphql(draft.replace('convertPullRequestToDraft', 'markPullRequestReadyForReview'), { id })
    await kit.graphql(
      'mutation($id: ID!) { enablePullRequestAutoMerge(input: { pullRequestId: $id, mergeMethod: SQUASH }) { clientMutationId } }',
      { id }
    )
    expect(world.snapshot().pulls[0]).toMatchObject({ draft: false, autoMerge: 'squash' })
    await expect(kit.graphql('{ viewer { login } }')).resolves.toEqual({ viewer: { login: 'github-actions[bot]' } })
  })

  test('the branch is moved by force while the pull request stays open', async () => {
    const { commit } = await commitOn(kit, [{ path: 'secondary/b.yaml', content: 'name: b # better\n' }])
    const ref = `heads/${head}`
    await expect(kit.git.updateRef({ ...at, ref, sha: commit.sha })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('Update is not a fast forward')
    })
    await kit.git.updateRef({ ...at, ref, sha: commit.sha, force: true })
    await kit.pulls.update({ ...at, pull_number: 1, title: 'Add b, better', body: 'Because of that.' })
    const pull = await kit.pulls.get({ ...at, pull_number: 1 })
    expect(pull.data).toMatchObject({ title: 'Add b, better', state: 'open', head: { sha: commit.sha } })
    const changed = await kit.pulls.listFiles({ ...at, pull_number: 1 })
    expect(changed.data.map(file => file.filename)).toEqual(['secondary/b.yaml'])
  })

  test('people push to the base and merge with real Git; the branch goes', async () => {
    world.pushCommit('main', { 'secondary/c.yaml': 'name: c\n' })
    const merged = world.merge(1, 'ada')
    await kit.git.deleteRef({ ...at, ref: `heads/${head}` })
    const { branches, pulls } = world.snapshot()
    expect(Object.keys(branches)).toEqual(['main'])
    expect(branches['main']?.files).toEqual({
      ...files,
      'logo.png': `base64:${files['logo.png'].toString('base64')}`,
      'secondary/b.yaml': 'name: b # better\n',
      'secondary/c.yaml': 'name: c\n'
    })
    expect(pulls).toMatchObject([{ number: 1, state: 'closed', merged: true }])
    const pull = await kit.pulls.get({ ...at, pull_number: 1 })
    expect(pull.data).toMatchObject({ merged: true, merge_commit_sha: merged, merged_by: { login: 'ada' } })
  })

  test('Git finds the repository sound and clones it', () => {
    const { git } = world.repository
    expect(() => git.run(['fsck', '--strict', '--full'])).not.toThrow()
    const clone = mkdtempSync(join(tmpdir(), 'clone-'))
    const command = (...args: string[]): string => execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8' })
    command('clone', '--quiet', git.folder, '.')
    writeFileSync(join(clone, 'pushed.txt'), 'from outside\n')
    command('add', '.')
    command('-c', 'user.name=Ada', '-c', 'user.email=ada@example.test', 'commit', '--quiet', '-m', 'Outside')
    command('push', '--quiet', 'origin', 'HEAD:refs/heads/outside')
    expect(world.snapshot().branches['outside']?.files).toHaveProperty(['pushed.txt'], 'from outside\n')
    rmSync(clone, { recursive: true })
  })

  test('every request was GitHub’s own language, and so was every reply', () => {
    expect(world.contractViolations).toEqual([])
    expect(world.requests.filter(request => request.write).map(request => request.operation)).toContain('pulls/create')
    expect(world.requests.every(request => request.operation !== '')).toBe(true)
  })
})

test('GitHub Enterprise Server lies under /api/v3 and answers GraphQL beside it', async () => {
  const world = createGithub({ files, base: '/api/v3' })
  const served = await world.serve()
  const kit = octokit(served)
  expect(served.apiUrl).toBe(`${served.url}/api/v3`)
  const { data } = await kit.repos.get(at)
  expect(data.html_url).toBe(`${served.url}/acme/fleet`)
  await expect(kit.graphql('{ viewer { login } }')).resolves.toEqual({ viewer: { login: 'github-actions[bot]' } })
  await expect(octokit({ ...served, apiUrl: served.url }).repos.get(at)).rejects.toHaveProperty('status', 404)
  await world.close()
})

test('weather falls between the client and the world', async () => {
  const world = createGithub({ files })
  const weather = sky()
  const kit = octokit(await world.serve({ weather: weather.weather }))
  weather.next(afterEffect(badGateway))
  const sha = world.repository.git.ref('refs/heads/main') ?? ''
  await expect(kit.git.createRef({ ...at, ref: 'refs/heads/x', sha })).rejects.toHaveProperty('status', 502)
  await expect(kit.git.createRef({ ...at, ref: 'refs/heads/x', sha })).rejects.toThrow('Reference already exists')
  await world.close()
})

test('a folder becomes the first commit, modes and all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'folder-'))
  writeFileSync(join(folder, 'run.sh'), '#!/bin/sh\n', { mode: 0o755 })
  const world = createGithub({ folder })
  rmSync(folder, { recursive: true })
  const kit = octokit(await world.serve())
  const { data } = await kit.git.getTree({ ...at, tree_sha: 'main' })
  expect(data.tree).toMatchObject([{ path: 'run.sh', mode: '100755' }])
  await world.close()
})
