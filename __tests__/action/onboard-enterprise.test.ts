import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { step, type Step } from './runner.ts'

const server = 'https://git.contoso.example'
const files = Object.fromEntries(
  Object.entries(exampleFleet).map(([path, text]) => [path, text.replaceAll('https://github.com', server)])
)
const north = {
  mode: 'onboard',
  'cluster-name': 'north',
  'cluster-ingress': 'https://kasten.north.contoso.com/k10',
  'destination-server': 'https://north.k8s.contoso.com:6443'
}

let github: Github
let net: Internet

beforeAll(async () => {
  github = createGithub({
    name: 'contoso/kasten-fleet',
    files,
    base: '/api/v3',
    collaborators: ['ada'],
    allowActionsToCreatePullRequests: false
  })
  net = await internet({
    'api.contoso.example': github.handler,
    'contoso-fleet.vault.azure.net': () => ({ status: 404 })
  })
})

afterAll(async () => {
  await net.close()
  expect(github.contractViolations).toEqual([])
  await github.close()
})

const run = async (inputs: Record<string, string>, graphql = true): Promise<Step> =>
  step({
    files,
    inputs: {
      'github-token': actionsToken,
      'azure-credential': 'oidc',
      'require-token': 'false',
      'report-file': 'report.json',
      ...inputs
    },
    env: {
      ...net.env,
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_SERVER_URL: server,
      GITHUB_API_URL: 'https://api.contoso.example/api/v3',
      ...(graphql && { GITHUB_GRAPHQL_URL: 'https://api.contoso.example/api/graphql' })
    }
  })

/** Every address of GitHub that is said anywhere. */
const hostsIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/https:\/\/[^\s/"'<>)\]]*(?:git\.|github|api\.)[^\s/"'<>)\]]*/g)].map(([host]) => host))

describe('a GitHub Enterprise Server, whose API is on another host', () => {
  test('that forbids pull requests gets the branch and a link to the server', async () => {
    const { status, outputs, summary, stdout } = await run(north)
    expect({ status, operation: outputs['pull-request-operation'] }).toEqual({ status: 0, operation: 'branch-only' })
    const link = new URL(outputs['compare-url']!)
    expect(link.origin + decodeURIComponent(link.pathname)).toBe(
      `${server}/contoso/kasten-fleet/compare/main...kasten-multicluster/onboard-north`
    )
    expect(link.searchParams.get('title')).toBe('Join secondary north')
    expect(summary).toContain(outputs['compare-url']!.split('?')[0])
    expect(stdout).toContain(`${server}/contoso/kasten-fleet/settings/actions`)
  })

  test.each([
    ['with its GraphQL address', true],
    ['with that address derived', false]
  ])('gets the pull request, whose links lead to the server (%s)', async (_how, graphql) => {
    github.repository.settings.allowActionsToCreatePullRequests = true
    for (const [number, pull] of github.repository.threads) if (pull.state === 'open') github.closePull(number)
    const ran = await run({ ...north, 'auto-merge': 'squash', reviewers: 'ada' }, graphql)
    expect({ status: ran.status, operation: ran.outputs['pull-request-operation'] }).toEqual({
      status: 0,
      operation: 'created'
    })
    const pull = github.snapshot().pulls.at(-1)!
    expect(pull).toMatchObject({ state: 'open', autoMerge: 'squash', reviewers: ['ada'] })
    expect(ran.outputs['pull-request-url']).toBe(`${server}/contoso/kasten-fleet/pull/${pull.number}`)
    expect(ran.summary).toContain(ran.outputs['pull-request-url'])
    const said = [ran.summary, ran.stdout, pull.body, JSON.stringify(ran.outputs)].join('\n')
    expect([...hostsIn(said)].filter(host => host !== server)).toEqual([])
  })

  test('is left alone by the next run', async () => {
    const before = github.requests.filter(({ write }) => write).length
    const { outputs } = await run({ ...north, 'auto-merge': 'squash', reviewers: 'ada' })
    expect(outputs['pull-request-operation']).toBe('unchanged')
    expect(github.requests.filter(({ write }) => write)).toHaveLength(before)
    expect(outputs['pull-request-url']).toMatch(new RegExp(`^${server}/contoso/kasten-fleet/pull/\\d+$`))
  })

  test('loses a secondary by the same addresses', async () => {
    const { status, outputs } = await run({ mode: 'offboard', 'cluster-name': 'east' })
    expect({ status, url: outputs['pull-request-url'] }).toEqual({
      status: 0,
      url: expect.stringMatching(new RegExp(`^${server}/`))
    })
  })
})
