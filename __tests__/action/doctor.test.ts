import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { step, type Step } from './runner.ts'

let github: Github
let net: Internet

beforeAll(async () => {
  github = createGithub({ name: 'contoso/kasten-fleet', files: exampleFleet, defaultBranch: 'main' })
  net = await internet({ 'api.github.com': github.handler, 'contoso-fleet.vault.azure.net': () => ({ status: 404 }) })
})

afterAll(async () => {
  await net.close()
  await github.close()
})

async function doctor(env: Record<string, string> = {}): Promise<Step> {
  const inputs = { mode: 'doctor', 'github-token': actionsToken, 'azure-credential': 'oidc' }
  return step({ files: exampleFleet, inputs, env: { ...net.env, ...env } })
}

test('says what is there and what is missing, with the line to add, and writes nothing', async () => {
  const before = JSON.stringify(github.snapshot())
  const { status, stdout } = await doctor()
  expect(status).toBe(1)
  for (const there of ['issues are on', '1 primary, 2 secondaries', 'permission contents: write'])
    expect(stdout).toContain(there)
  expect(stdout).toContain('id-token: write')
  expect(JSON.stringify(github.snapshot())).toBe(before)
})

test('a permission that the token lacks is named', async () => {
  const token = github.tokens.get(actionsToken)!
  github.tokens.set(actionsToken, { ...token, permissions: { contents: 'read' } })
  const { stdout } = await doctor()
  expect(stdout.replace(/\s+/g, ' ')).toMatch(/permission contents: write missing/)
  github.tokens.set(actionsToken, token)
})

test('says nothing of the manifests, which it does not judge', async () => {
  const broken = exampleFleet['secondaries/east/join-secret.yaml']!.replace('key: fleet', 'key: fleat')
  const { stdout, summary } = await step({
    files: { ...exampleFleet, 'secondaries/east/join-secret.yaml': broken },
    inputs: { mode: 'doctor', 'github-token': actionsToken },
    env: net.env
  })
  for (const said of [stdout, summary]) expect(said).not.toMatch(/\bclean\b|no findings/)
})

const chart = {
  'east/Chart.yaml': 'apiVersion: v2\nname: east\nversion: 1.0.0\n',
  'east/templates/config.yaml': '{{ tpl .Values.text . }}\n',
  'east/values.yaml': 'text: "a: b"\n',
  'argocd/east.yaml': exampleFleet['argocd/east.yaml']!.replace('path: secondaries/east', 'path: east')
}

test('a renderer that the fleet needs and that is not there is named with the step that brings it', async () => {
  const { stdout } = await step({
    files: { ...exampleFleet, ...chart },
    inputs: { mode: 'doctor', 'github-token': actionsToken },
    env: { ...net.env, PATH: '' }
  })
  expect(stdout).toContain('- uses: azure/setup-helm@v4')
})

describe('where no fleet is seen', () => {
  async function fleetIn(files: Record<string, string>): Promise<{ probe: string; stdout: string }> {
    const inputs = { mode: 'doctor', 'github-token': actionsToken }
    const { stdout } = await step({ files, inputs, env: { ...net.env, PATH: '' } })
    return { probe: /fleet {2,}(.+)/.exec(stdout)![1]!.replaceAll(/ {2,}/g, '; '), stdout }
  }

  test('and a program is missing, it could not be read, and nobody is sent to init', async () => {
    const { probe, stdout } = await fleetIn(chart)
    expect(probe).toBe('unknown; it could not be read: helm is not on PATH')
    expect(stdout).not.toContain('mode: init')
  })

  test('and something was not read, that is said', async () => {
    const { probe, stdout } = await fleetIn({ 'apps/broken.yaml': 'kind: Pod\n  a: [\n' })
    expect(probe).toBe('unknown; none was found, but 1 thing was not read: see what was not checked')
    expect(stdout).not.toContain('mode: init')
  })

  test('and everything was read, init sets one up', async () => {
    const { probe, stdout } = await fleetIn({ 'README.md': 'empty' })
    expect(probe).toBe('missing; no Kasten multi-cluster fleet was found')
    expect(stdout).toContain('mode: init')
  })
})

describe('how far back the clone goes', () => {
  const depthOf = async (prepare?: (workspace: string) => void): Promise<string> => {
    const { stdout } = await step({ prepare, inputs: {}, entry: 'cli.js', args: ['doctor'], env: net.env })
    return /checkout depth +(.+)/.exec(stdout)![1]!
  }
  const git = (cwd: string, ...words: string[]) =>
    execFileSync('git', ['-c', 'user.name=mona', '-c', 'user.email=mona@contoso.com', ...words], { cwd })

  test('a folder that is no clone needs none', async () => expect(await depthOf()).toMatch(/^not needed +this folder/))

  test('a repository without commits has none', async () =>
    expect(await depthOf(folder => git(folder, 'init', '-q'))).toMatch(/^missing +there is no commit yet/))

  test.each([false, true])('a commit is seen, with packed branches: %j', async packed => {
    const depth = await depthOf(folder => {
      git(folder, 'init', '-q', '-b', 'feature/one')
      git(folder, 'commit', '-q', '--allow-empty', '-m', 'First')
      if (packed) git(folder, 'pack-refs', '--all')
    })
    expect(depth).toMatch(/^ok +older commits are there/)
  })
})

test('at a command line it tells what to type', async () => {
  const { stdout } = await step({
    files: chart,
    inputs: {},
    entry: 'cli.js',
    args: ['doctor', '--azure-credential', 'oidc'],
    env: { ...net.env, PATH: '' }
  })
  for (const typed of ['--github-token "$(gh auth token)"', 'helm on PATH', '--azure-credential cli'])
    expect(stdout).toContain(typed)
  expect(stdout).not.toMatch(/\$\{\{|uses:|permissions:/)
})
