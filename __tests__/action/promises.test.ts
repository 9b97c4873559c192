import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { step } from './runner.ts'

/** Promises of SECURITY.md about the action as a whole. */
let github: Github
let net: Internet

beforeAll(async () => {
  github = createGithub({ name: 'contoso/kasten-fleet', files: exampleFleet, defaultBranch: 'main' })
  net = await internet({ 'api.github.com': github.handler, 'contoso-fleet.vault.azure.net': () => ({ status: 403 }) })
})

afterAll(async () => {
  await net.close()
  await github.close()
})

const north = {
  'cluster-name': 'north',
  'cluster-ingress': 'https://kasten.north.contoso.com/k10',
  'destination-name': 'north'
}

describe.each([
  ['onboard', { ...north, 'require-token': 'false' }],
  ['offboard', { 'cluster-name': 'east' }],
  [
    'init',
    { 'primary-ingress': 'https://kasten.contoso.com/k10', 'vault-url': 'https://contoso-fleet.vault.azure.net' }
  ]
])('%s', (mode, inputs) => {
  test.each(['pull_request_target', 'workflow_run'])('does not run on %s, and sends nothing', async event => {
    const before = github.requests.length
    const { status, stdout } = await step({
      files: exampleFleet,
      inputs: { mode, ...inputs, 'github-token': actionsToken },
      env: { ...net.env, GITHUB_EVENT_NAME: event, GITHUB_REPOSITORY: 'contoso/kasten-fleet' }
    })
    expect(status).toBe(2)
    expect(stdout).toContain(`does not run on ${event}`)
    expect(github.requests.length).toBe(before)
  })
})

describe('validate', () => {
  const hostile = {
    ...exampleFleet,
    'argocd/elsewhere.yaml': exampleFleet['argocd/east.yaml']!.replaceAll('east', 'elsewhere').replace(
      /repoURL: .*/,
      'repoURL: https://evil.example/fleet'
    ),
    'kustomize/kustomization.yaml': 'resources:\n  - https://evil.example/base\n',
    'chart/Chart.yaml':
      'apiVersion: v2\nname: chart\nversion: 1.0.0\ndependencies:\n  - {name: evil, version: 1.0.0, repository: "https://evil.example"}\n'
  }

  test('contacts nothing: on a pull request from a fork, with a token or without', async () => {
    for (const token of [actionsToken, '']) {
      await step({
        files: hostile,
        inputs: { mode: 'validate', 'github-token': token },
        env: { ...net.env, GITHUB_EVENT_NAME: 'pull_request', GITHUB_REPOSITORY: 'contoso/kasten-fleet' },
        event: { pull_request: { number: 1, head: { repo: { fork: true } }, base: { sha: '0'.repeat(40) } } }
      })
    }
    expect({ asked: net.asked, refused: net.refused, requests: github.requests.length }).toEqual({
      asked: [],
      refused: [],
      requests: 0
    })
  })
})
