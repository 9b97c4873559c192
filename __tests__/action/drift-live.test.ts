import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { argoCd, argoMarker, type LiveApplication } from '../loopback/argo-cd.ts'
import { entra } from '../loopback/entra.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { keyVault, keyVaultReader, type KeyVault } from '../loopback/key-vault.ts'
import { oidc } from '../loopback/oidc.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { serve, type Served } from '../loopback/serve.ts'
import { step, type Step } from './runner.ts'

const tenant = '11111111-1111-1111-1111-111111111111'
const subject = 'repo:contoso/kasten-fleet:ref:refs/heads/main'
const host = 'contoso-fleet.vault.azure.net'
const job = oidc(subject)
const federated = [
  { issuer: 'https://token.actions.githubusercontent.com', subject, audience: 'api://AzureADTokenExchange' }
]
const signIn = entra({ [tenant]: { drift: { federated } } }, job.claimsOf)
const day = 86_400_000
const daysFromNow = (days: number): string => new Date(Date.now() + days * day).toISOString()
const token = { created: daysFromNow(-20), tags: { 'managed-by': 'external-secrets' } }
const blindToken = 'BLIND-ARGOCD-TOKEN-MUST-NOT-LEAK'

const liveOf = (name: string, path: string, server: string, namespace: string): LiveApplication => ({
  metadata: { name, namespace: 'argocd' },
  spec: {
    project: 'default',
    destination: { server, namespace },
    source: { repoURL: 'https://github.com/contoso/kasten-fleet', targetRevision: 'main', path },
    syncPolicy: {
      automated: { selfHeal: true },
      retry: { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } }
    }
  },
  status: { sync: { status: 'Synced' }, health: { status: 'Healthy' }, reconciledAt: new Date().toISOString() }
})
const all = (): LiveApplication[] => [
  liveOf('kasten-primary', 'primary', 'https://kubernetes.default.svc', 'kasten-io-mc'),
  ...['east', 'west'].map(name =>
    liveOf(`kasten-${name}`, `secondaries/${name}`, `https://${name}.k8s.contoso.com:6443`, 'kasten-io')
  )
]
const argo = argoCd(all(), { [argoMarker]: ['*'], [blindToken]: ['nothing'] })

let vaults: KeyVault
let github: Github
let net: Internet
let server: Served

beforeAll(async () => {
  vaults = keyVault(
    { [host]: { tenant, secrets: { 'fleet-join-token': [token] }, access: keyVaultReader } },
    signIn.grantOf
  )
  github = createGithub({ name: 'contoso/kasten-fleet', files: exampleFleet, defaultBranch: 'main' })
  net = await internet({ ...signIn.sites, ...vaults.sites, ...job.sites, 'api.github.com': github.handler })
  server = await serve(argo.handler)
})

afterAll(async () => {
  await net.close()
  await server.close()
  expect(vaults.valuesRead).toEqual([])
  expect(github.contractViolations).toEqual([])
  await github.close()
})

async function drift(inputs: Record<string, string> = {}, files: Record<string, string> = exampleFleet): Promise<Step> {
  const ran = await step({
    files,
    inputs: {
      mode: 'drift',
      'github-token': actionsToken,
      'azure-client-id': 'drift',
      'azure-tenant-id': tenant,
      'report-file': 'report.json',
      ...inputs
    },
    env: { ...net.env, ...job.env, NO_PROXY: '127.0.0.1', GITHUB_EVENT_NAME: 'schedule' }
  })
  expect(ran.everything.replace(/^::add-mask::.*$/gm, '')).not.toContain(argoMarker)
  return ran
}

const vault = () => vaults.vaults[host]! as unknown as { secrets: Record<string, object[]> }
const rulesOf = ({ report }: Step): string[] => report.findings.map(({ rule }: { rule: string }) => rule)
const issues = () => github.snapshot().issues

describe('the live fleet, over http on loopback', () => {
  const live = (inputs: Record<string, string> = {}) =>
    drift({ 'argocd-url': server.url, 'argocd-token': argoMarker, issue: 'false', ...inputs })
  const asIs = (): void => void argo.applications.splice(0, Infinity, ...all())

  test('is what Git says', async () => {
    const ran = await live()
    expect({ drift: ran.outputs.drift, rules: rulesOf(ran) }).toEqual({ drift: 'none', rules: [] })
    expect(ran.report.live).toHaveLength(3)
  })

  test('is out of sync', async () => {
    argo.applications[1] = {
      ...argo.applications[1]!,
      status: { ...argo.applications[1]!.status, sync: { status: 'OutOfSync' } }
    }
    const ran = await live({ 'fail-on': 'warning' })
    expect({ drift: ran.outputs.drift, rules: rulesOf(ran) }).toEqual({
      drift: 'drift',
      rules: expect.arrayContaining(['application-is-synced'])
    })
    asIs()
  })

  test('lacks an Application', async () => {
    argo.applications.splice(1, 1)
    const ran = await live()
    expect({ drift: ran.outputs.drift, rules: rulesOf(ran) }).toEqual({
      drift: 'drift',
      rules: ['application-is-deployed']
    })
    expect(ran.report.live).toContainEqual(expect.objectContaining({ application: 'kasten-east', sync: 'Missing' }))
    asIs()
  })

  test('is hidden from this token: neither drift nor health, and nothing is called missing', async () => {
    const ran = await live({ 'argocd-token': blindToken })
    expect({ status: ran.status, drift: ran.outputs.drift, rules: rulesOf(ran) }).toEqual({
      status: 3,
      drift: 'unknown',
      rules: []
    })
    expect(ran.report.live.map(({ sync }: { sync: string }) => sync)).not.toContain('Missing')
  })
})

describe('the age and the end of a token', () => {
  test.each([
    ['expires-within', { 'expires-within': '30d' }, { exp: daysFromNow(20) }, ['token-does-not-expire-soon']],
    ['expires-within, shorter', { 'expires-within': '10d' }, { exp: daysFromNow(20) }, []],
    ['max-token-age', { 'max-token-age': '10d' }, {}, ['token-is-fresh']],
    ['max-token-age, longer', { 'max-token-age': '30d' }, {}, []]
  ] as [string, Record<string, string>, object, string[]][])('%s', async (_what, inputs, version, rules) => {
    vault().secrets = { 'fleet-join-token': [{ ...token, ...version }] }
    const quiet = await drift({ issue: 'false', ...inputs })
    expect({ drift: quiet.outputs.drift, rules: rulesOf(quiet) }).toEqual({ drift: 'none', rules })
    const strict = await drift({ issue: 'false', 'fail-on': 'warning', ...inputs })
    expect(strict.outputs.drift).toBe(rules.length > 0 ? 'drift' : 'none')
    vault().secrets = { 'fleet-join-token': [token] }
  })
})

describe('the issue', () => {
  test('is another one for another folder, and each is kept by its own', async () => {
    vault().secrets = {}
    const below = Object.fromEntries(
      ['a', 'a b'].flatMap(folder => Object.entries(exampleFleet).map(([path, text]) => [`${folder}/${path}`, text]))
    )
    for (const path of ['a', 'a b', 'a', 'a b']) await drift({ path, 'fail-on': 'never' }, below)
    expect(issues().filter(({ state }) => state === 'open')).toHaveLength(2)
    vault().secrets = { 'fleet-join-token': [token] }
  })

  test('of 300 lost tokens fits', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) =>
        Object.entries(exampleFleet)
          .filter(([path]) => path.includes('east'))
          .map(([path, text]) => [
            path.replaceAll('east', `site-${index}`),
            text.replaceAll('east', `site-${index}`).replace('fleet-join-token', `fleet-${'x'.repeat(90)}-${index}`)
          ])
      ).flat()
    )
    vault().secrets = {}
    const { outputs } = await drift({ path: '.' }, { ...exampleFleet, ...files })
    expect(outputs.drift).toBe('drift')
    const issue = issues().find(({ number }) => String(number) === outputs['issue-number'])!
    expect(issue.body!.length).toBeLessThanOrEqual(65_536)
    vault().secrets = { 'fleet-join-token': [token] }
  }, 120_000)

  test('can not be kept without a token, and the drift is told all the same', async () => {
    vault().secrets = {}
    const { status, outputs, everything } = await drift({ 'github-token': '' })
    expect({ status, drift: outputs.drift }).toEqual({ status: 1, drift: 'drift' })
    expect(everything).toContain('"github-token" is empty')
    vault().secrets = { 'fleet-join-token': [token] }
  })
})
