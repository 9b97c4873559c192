import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { step, type Step } from './runner.ts'

let github: Github
let net: Internet

beforeAll(async () => {
  github = createGithub({ name: 'contoso/kasten-fleet', files: exampleFleet, defaultBranch: 'main' })
  github.pushCommit('topic', { 'readme.md': 'a topic' }, 'ada')
  github.openIssue('ada', 'The pull request of the event', 'its comments are those of an issue')
  net = await internet({ 'api.github.com': github.handler })
})

afterAll(async () => {
  await net.close()
  expect(github.contractViolations).toEqual([])
  await github.close()
})

async function commented(files: Record<string, string> = exampleFleet): Promise<Step> {
  return step({
    files,
    inputs: { mode: 'validate', comment: 'true', 'github-token': actionsToken },
    env: { ...net.env, GITHUB_EVENT_NAME: 'pull_request' },
    event: { pull_request: { number: 1 }, repository: { default_branch: 'main' } }
  })
}

const comments = () => github.snapshot().issues[0]!.comments.map(({ body }) => body)
const writes = () => github.requests.filter(({ write }) => write).length
const faulty = {
  ...exampleFleet,
  'secondaries/east/join-secret.yaml': exampleFleet['secondaries/east/join-secret.yaml']!.replace(
    'key: fleet',
    'key: fleat'
  )
}

test('one comment is kept: made, left alone, brought up to date', async () => {
  expect((await commented()).status).toBe(0)
  expect(comments()).toHaveLength(1)
  const before = writes()
  await commented()
  expect(writes()).toBe(before)
  expect((await commented(faulty)).status).toBe(1)
  expect(comments()).toEqual([expect.stringContaining('join-key-agrees')])
})

test('a token that may not comment is a warning, and the verdict stands', async () => {
  const token = github.tokens.get(actionsToken)!
  github.tokens.set(actionsToken, { ...token, permissions: { contents: 'read' } })
  const { status, stdout } = await commented()
  expect(status).toBe(0)
  expect(stdout).toContain('The comment could not be kept')
  github.tokens.set(actionsToken, token)
})

test('a workflow that gives no token is told so, and the verdict stands', async () => {
  const { status, outputs, stdout, summary } = await step({
    files: exampleFleet,
    inputs: { mode: 'validate', comment: 'true' },
    env: { ...net.env, GITHUB_EVENT_NAME: 'pull_request' },
    event: { pull_request: { number: 1 }, repository: { default_branch: 'main' } }
  })
  expect({ status, verdict: outputs.verdict }).toEqual({ status: 0, verdict: 'pass' })
  expect(stdout).toContain('The comment could not be kept')
  expect(summary).toContain('github-token')
})
