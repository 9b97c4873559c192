import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { entra } from '../loopback/entra.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { keyVault, keyVaultReader, type KeyVault } from '../loopback/key-vault.ts'
import { oidc } from '../loopback/oidc.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { step, type Step } from './runner.ts'

const tenant = '11111111-1111-1111-1111-111111111111'
const subject = 'repo:contoso/kasten-fleet:ref:refs/heads/main'
const host = 'contoso-fleet.vault.azure.net'
const job = oidc(subject)
const federated = [
  { issuer: 'https://token.actions.githubusercontent.com', subject, audience: 'api://AzureADTokenExchange' }
]
const signIn = entra({ [tenant]: { reader: { federated } } }, job.claimsOf)
const north = {
  'cluster-name': 'north',
  'cluster-ingress': 'https://kasten.north.contoso.com/k10',
  'destination-server': 'https://north.k8s.contoso.com:6443'
}

let vaults: KeyVault
let github: Github
let net: Internet

beforeAll(async () => {
  const token = { created: '2026-11-01T08:00:00Z', tags: { 'managed-by': 'external-secrets' } }
  vaults = keyVault(
    { [host]: { tenant, secrets: { 'fleet-join-token': [token] }, access: keyVaultReader } },
    signIn.grantOf
  )
  github = createGithub({ name: 'contoso/kasten-fleet', files: exampleFleet, defaultBranch: 'main' })
  net = await internet({ ...signIn.sites, ...vaults.sites, ...job.sites, 'api.github.com': github.handler })
})

afterAll(async () => {
  await net.close()
  expect(vaults.valuesRead).toEqual([])
  expect(github.contractViolations).toEqual([])
  await github.close()
})

async function run(inputs: Record<string, string>, env: Record<string, string> = {}): Promise<Step> {
  return step({
    files: exampleFleet,
    inputs: {
      'github-token': actionsToken,
      'azure-client-id': 'reader',
      'azure-tenant-id': tenant,
      'report-file': 'report.json',
      ...inputs
    },
    env: { ...net.env, ...job.env, GITHUB_EVENT_NAME: 'workflow_dispatch', ...env }
  })
}

const writes = () => github.requests.filter(({ write }) => write).length
const pulls = () => github.snapshot().pulls
/** Each with the line it is about. */
const messagesOf = ({ report }: Step): string =>
  report.findings
    .map(({ file, line, message }: { file: string; line: number; message: string }) => `${file}:${line} ${message}`)
    .join('\n')

describe('onboard', () => {
  test('a dry run writes nothing, and shows the tree it would make', async () => {
    const { status, outputs, summary, stdout } = await run({ mode: 'onboard', ...north, 'dry-run': 'true' })
    expect({ status, operation: outputs['pull-request-operation'] }).toEqual({ status: 0, operation: 'created' })
    expect(outputs['tree-sha']).toMatch(/^[0-9a-f]{40}$/)
    expect(summary).toContain('+  cluster-name: north')
    expect(summary).toContain('A pull request would be opened.')
    expect(`${summary}${stdout}`).not.toMatch(/was opened|gets its checks held/)
    expect(writes()).toBe(0)
  })

  test('opens one pull request that adds exactly that secondary', async () => {
    const dry = await run({ mode: 'onboard', ...north, 'dry-run': 'true' })
    const { status, outputs, report, summary } = await run({ mode: 'onboard', ...north })
    expect(summary).toContain('gets its checks held until somebody')
    expect({ status, operation: outputs['pull-request-operation'], number: outputs['pull-request-number'] }).toEqual({
      status: 0,
      operation: 'created',
      number: '1'
    })
    expect(outputs['tree-sha']).toBe(dry.outputs['tree-sha'])
    expect(JSON.parse(outputs['changed-files']!)).toEqual([
      'argocd/north.yaml',
      'secondaries/north/join-config.yaml',
      'secondaries/north/join-secret.yaml',
      'secondaries/north/store.yaml'
    ])
    expect(report.change).toMatchObject({
      operation: 'created',
      number: 1,
      base: 'main',
      branch: 'kasten-multicluster/onboard-north'
    })
    const [pull] = pulls()
    expect(pull).toMatchObject({ number: 1, state: 'open', title: 'Join secondary north' })
    expect(pull!.body).toContain('| `https://north.k8s.contoso.com:6443` | `kasten-north` |')
    for (const words of ['fleet-join-token', 'mc-join-status', '```mermaid', 'registered in Argo CD', 'licence'])
      expect(pull!.body).toContain(words)
    const branch = github.snapshot().branches['kasten-multicluster/onboard-north']!
    expect(branch.files['argocd/north.yaml']).toBe(exampleFleet['argocd/west.yaml']!.replaceAll('west', 'north'))
  })

  test('run again, writes nothing', async () => {
    const before = github.requests.filter(({ write, operation }) => write && operation !== 'git/create-tree').length
    const { outputs } = await run({ mode: 'onboard', ...north })
    expect(outputs['pull-request-operation']).toBe('unchanged')
    expect(github.requests.filter(({ write, operation }) => write && operation !== 'git/create-tree').length).toBe(
      before
    )
    expect(pulls()).toHaveLength(1)
  })

  test.each([
    [
      'a taken name',
      { ...north, 'cluster-name': 'east' },
      /east\/join-config.yaml:7 .*"east" is taken.*\(rule cluster-names-are-unique\)/
    ],
    [
      "the primary's name",
      { ...north, 'cluster-name': 'primary' },
      /primary\/bootstrap.yaml:12 .*"primary" is taken.*\(rule cluster-names-are-unique\)/
    ],
    ['a name that is none', { ...north, 'cluster-name': '../etc' }, /no DNS-1123 name.*\(rule cluster-name-is-valid\)/],
    ['a name in capitals', { ...north, 'cluster-name': 'North' }, /no DNS-1123 name/],
    [
      'a taken destination',
      { ...north, 'cluster-name': 'south', 'destination-server': 'https://EAST.k8s.contoso.com:6443/' },
      /argocd\/east.yaml:9 .*has a secondary already \(rule one-secondary-per-cluster\)/
    ],
    [
      "the primary's destination",
      { ...north, 'cluster-name': 'south', 'destination-server': 'https://kubernetes.default.svc' },
      /argocd\/primary.yaml:9 .*the primary's own cluster \(rule secondary-is-not-the-primarys-cluster\)/
    ],
    [
      'an http ingress',
      { ...north, 'cluster-name': 'south', 'cluster-ingress': 'http://kasten.south.contoso.com/k10' },
      /must be an https:.*\(rule ingress-is-https\)/
    ],
    [
      'an ingress without a path',
      { ...north, 'cluster-name': 'south', 'cluster-ingress': 'https://kasten.south.contoso.com' },
      /has no path.*\(rule ingress-has-a-path\)/
    ],
    [
      'a taken ingress',
      { ...north, 'cluster-name': 'south', 'cluster-ingress': 'https://kasten.east.contoso.com/k10/' },
      /east\/join-config.yaml:8 .*is taken by another cluster \(rule secondary-ingress-is-its-own\)/
    ],
    [
      'a cluster of an open pull request',
      {
        clusters:
          '[{cluster-name: north, cluster-ingress: "https://n.contoso.com/k10", destination-name: n}, {cluster-name: south, cluster-ingress: "https://s.contoso.com/k10", destination-name: s}]'
      },
      /#1 proposes "north" already/
    ]
  ] as [string, Record<string, string>, RegExp][])(
    'refuses %s, before a byte is written',
    async (_what, inputs, message) => {
      const before = writes()
      const ran = await run({ mode: 'onboard', ...inputs })
      expect(ran.status).toBe(1)
      expect(messagesOf(ran)).toMatch(message)
      expect(ran.outputs['pull-request-operation']).toBe('none')
      expect(writes()).toBe(before)
    }
  )

  test('refuses while the token is not in the vault, and where it could not look', async () => {
    const vault = vaults.vaults[host] as unknown as { secrets: Record<string, object[]>; access: unknown }
    const { secrets } = vault
    const south = {
      ...north,
      'cluster-name': 'south',
      'cluster-ingress': 'https://kasten.south.contoso.com/k10',
      'destination-server': 'https://south.k8s.contoso.com:6443'
    }
    vault.secrets = {}
    const missing = await run({ mode: 'onboard', ...south })
    expect({ status: missing.status, said: messagesOf(missing) }).toEqual({
      status: 1,
      said: expect.stringMatching(/^primary\/push-secret.yaml:22 .*"fleet-join-token".* is missing/)
    })
    vault.secrets = { 'fleet-join-token': [{ created: '2026-11-01T08:00:00Z', enabled: false }] }
    expect(messagesOf(await run({ mode: 'onboard', ...south }))).toContain('is disabled')
    const versions = secrets['fleet-join-token']
    Object.assign(vault, {
      secrets: {},
      deleted: { 'fleet-join-token': { versions, deletedDate: '2026-11-02T08:00:00Z' } }
    })
    expect(messagesOf(await run({ mode: 'onboard', ...south }))).toContain('is deleted')
    Object.assign(vault, {
      deleted: {},
      secrets: { 'fleet-join-token': [{ created: '2026-11-01T08:00:00Z', exp: '2026-11-02T08:00:00Z' }] }
    })
    expect((await run({ mode: 'onboard', ...south, 'dry-run': 'true' })).status).toBe(0)
    vault.access = 'firewall'
    const unseen = await run({ mode: 'onboard', ...south })
    expect({ status: unseen.status, said: messagesOf(unseen) }).toEqual({
      status: 1,
      said: expect.stringContaining('Could not look')
    })
    const anyway = await run({ mode: 'onboard', ...south, 'require-token': 'false', 'dry-run': 'true' })
    expect(anyway.status).toBe(0)
    Object.assign(vault, { secrets, access: keyVaultReader })
  })

  test('does not run on events that strangers can start', async () => {
    const { status, stdout } = await run({ mode: 'onboard', ...north }, { GITHUB_EVENT_NAME: 'pull_request_target' })
    expect(status).toBe(2)
    expect(stdout).toContain('does not run on pull_request_target')
  })

  test('after the merge there is nothing to propose', async () => {
    github.merge(1)
    const { status, outputs } = await run({ mode: 'onboard', ...north })
    expect({ status, operation: outputs['pull-request-operation'] }).toEqual({ status: 0, operation: 'none' })
  })
})

describe('offboard', () => {
  test('takes the same files away, and the tree is what it was', async () => {
    const { status, outputs } = await run({ mode: 'offboard', 'cluster-name': 'north' })
    expect({ status, operation: outputs['pull-request-operation'] }).toEqual({ status: 0, operation: 'created' })
    const pull = pulls().at(-1)!
    expect(pull.body).toMatch(/does not disconnect/)
    expect(pull.body).toMatch(/`kasten-north`: without the resources finalizer .* stay on the cluster/)
    github.merge(pull.number)
    expect(github.snapshot().branches.main!.files).toEqual(exampleFleet)
  })

  test('says what the finalizer of an Application will do to the cluster', async () => {
    const file = 'argocd/west.yaml'
    const finalizer = "metadata:\n  finalizers: ['resources-finalizer.argocd.argoproj.io']\n"
    github.pushCommit('main', { [file]: exampleFleet[file]!.replace('metadata:\n', finalizer) })
    await run({ mode: 'offboard', clusters: '[{cluster-name: west}, {cluster-name: east}]' })
    const { body, number } = pulls().at(-1)!
    expect(body).toMatch(/`kasten-west`: the resources finalizer is there, so Argo CD deletes/)
    expect(body).toMatch(/`kasten-east`: without the resources finalizer/)
    github.closePull(number)
    github.pushCommit('main', { [file]: exampleFleet[file]! })
  })

  test.each([
    ['primary', /is the primary/],
    ['nowhere', /has no secondary "nowhere"/]
  ])('refuses %s', async (name, message) => {
    const ran = await run({ mode: 'offboard', 'cluster-name': name })
    expect({ status: ran.status, said: messagesOf(ran) }).toEqual({ status: 1, said: expect.stringMatching(message) })
  })
})

describe('init', () => {
  test('refuses a repository that has a primary', async () => {
    const ran = await run({
      mode: 'init',
      'primary-ingress': 'https://kasten.hq.contoso.com/k10',
      'vault-url': 'https://contoso-hq.vault.azure.net'
    })
    expect({ status: ran.status, said: messagesOf(ran) }).toEqual({
      status: 1,
      said: expect.stringContaining('has a primary already')
    })
  })
})

describe('a fresh repository', () => {
  test('is set up by init, and gets its first secondary by onboard', async () => {
    const fresh = createGithub({ name: 'contoso/fresh', files: { 'readme.md': 'nothing yet' }, defaultBranch: 'main' })
    const outside = await internet({
      'api.github.com': fresh.handler,
      'contoso-hq.vault.azure.net': () => ({ status: 404 })
    })
    const go = async (inputs: Record<string, string>): Promise<Step> =>
      step({
        files: { 'readme.md': 'nothing yet' },
        inputs: { 'github-token': actionsToken, 'azure-credential': 'oidc', 'report-file': 'report.json', ...inputs },
        env: { ...outside.env, GITHUB_REPOSITORY: 'contoso/fresh', GITHUB_EVENT_NAME: 'workflow_dispatch' }
      })
    const set = await go({
      mode: 'init',
      layout: 'helm',
      'primary-ingress': 'https://kasten.hq.contoso.com/k10',
      'vault-url': 'https://contoso-hq.vault.azure.net'
    })
    expect({ status: set.status, operation: set.outputs['pull-request-operation'] }).toEqual({
      status: 0,
      operation: 'created'
    })
    fresh.merge(1)
    const first = await go({ mode: 'onboard', ...north, 'require-token': 'false' })
    expect({ status: first.status, files: JSON.parse(first.outputs['changed-files']!) }).toEqual({
      status: 0,
      files: ['argocd/kasten-north.yaml', 'values/north.yaml']
    })
    expect(first.report.fleet.secondaries).toMatchObject([{ name: 'north', application: 'kasten-north' }])
    await outside.close()
    await fresh.close()
  })
})

describe('a base that moves while the proposal is made', () => {
  const element = (name: string): string =>
    `          - name: ${name}\n            server: https://${name}.k8s.contoso.com:6443\n`
  const list = (...names: string[]): string => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: secondaries
  namespace: argocd
spec:
  generators:
    - list:
        elements:
${names.map(element).join('')}  template:
    metadata:
      name: kasten-{{name}}
    spec:
      project: default
      destination:
        server: '{{server}}'
        namespace: kasten-io
      source:
        repoURL: https://github.com/contoso/moving
        targetRevision: main
        path: secondaries/{{name}}
      syncPolicy:
        automated:
          selfHeal: true
        retry:
          limit: 10
`
  const {
    'argocd/east.yaml': _east,
    'argocd/west.yaml': _west,
    ...others
  } = Object.fromEntries(
    Object.entries(exampleFleet).map(([path, text]) => [
      path,
      text.replaceAll('contoso/kasten-fleet', 'contoso/moving')
    ])
  )
  const files = { ...others, 'argocd/secondaries.yaml': list('east', 'west') }

  test('is read again, and loses nothing of what moved it', async () => {
    const moving = createGithub({ name: 'contoso/moving', files, defaultBranch: 'main' })
    const south = Object.fromEntries(
      ['join-config', 'join-secret', 'store'].map(file => [
        `secondaries/south/${file}.yaml`,
        others[`secondaries/west/${file}.yaml`]!.replaceAll('west', 'south')
      ])
    )
    let looks = 0
    const outside = await internet({
      'api.github.com': request => {
        const isLook =
          request.method === 'GET' && decodeURIComponent(request.url.pathname).endsWith('/git/ref/heads/main')
        if (isLook && ++looks === 2)
          moving.pushCommit('main', { ...south, 'argocd/secondaries.yaml': list('east', 'south', 'west') }, 'ada')
        return moving.handler(request)
      },
      'contoso-fleet.vault.azure.net': () => ({ status: 404 })
    })
    try {
      const { status, report } = await step({
        files,
        inputs: {
          mode: 'onboard',
          'github-token': actionsToken,
          'azure-credential': 'oidc',
          'require-token': 'false',
          'report-file': 'report.json',
          ...north
        },
        env: { ...outside.env, GITHUB_REPOSITORY: 'contoso/moving', GITHUB_EVENT_NAME: 'workflow_dispatch' }
      })
      expect(looks).toBeGreaterThan(1)
      expect(status).toBe(0)
      expect(moving.snapshot().branches['kasten-multicluster/onboard-north']!.files['argocd/secondaries.yaml']).toBe(
        list('east', 'north', 'south', 'west')
      )
      expect(report.fleet.secondaries.map(({ name }: { name: string }) => name)).toEqual([
        'east',
        'north',
        'south',
        'west'
      ])
    } finally {
      await outside.close()
      await moving.close()
    }
  })
})

test('folders that the inputs name are looked for on the base branch', async () => {
  const before = writes()
  const { status, stdout } = await run({ mode: 'onboard', ...north, 'secondary-paths': 'secondary' })
  expect(status).toBe(2)
  expect(stdout).toContain(
    '"secondary" of "secondary-paths" is no folder in the checkout; the nearest is "secondaries".'
  )
  expect(writes()).toBe(before)
})
