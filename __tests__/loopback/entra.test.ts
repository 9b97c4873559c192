// A job signs in to Entra ID with GitHub's statement of who it is: through the proxy, by name, with untouched clients.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { ClientAssertionCredential, ClientSecretCredential } from '@azure/identity'
import type { TokenCredential } from '@azure/identity'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { bearerMarker, entra } from './entra.ts'
import { keyVault } from './key-vault.ts'
import { secretMarker } from './key-vault-wire.ts'
import { oidc, oidcMarker } from './oidc.ts'
import { internet } from './proxy-internet.ts'
import type { Internet } from './proxy-internet.ts'
import type { Answer } from './serve.ts'

const tenant = '11111111-1111-1111-1111-111111111111'
const audience = 'api://AzureADTokenExchange'
const scope = 'https://vault.azure.net/.default'
const issuer = 'https://token.actions.githubusercontent.com'
const main = 'repo:acme/fleet:ref:refs/heads/main'

const job = oidc(main)
const federated = (subject: string): { federated: { issuer: string; subject: string; audience: string }[] } => ({
  federated: [{ issuer, subject, audience }]
})
const signIn = entra(
  {
    [tenant]: {
      drift: federated(main),
      staging: federated('repo:acme/fleet:environment:staging'),
      shouting: federated(main.toUpperCase()),
      bare: {},
      other: { federated: [{ issuer: 'https://gitlab.example.test', subject: main, audience }] },
      watcher: { secrets: ['s3cret'] }
    }
  },
  job.claimsOf
)
const vaults = keyVault(
  { 'kv1.vault.azure.net': { tenant, secrets: { token: [{ created: '2026-01-01T00:00:00Z' }] } } },
  signIn.grantOf
)

let net: Internet
beforeAll(async () => {
  const sites = { ...signIn.sites, ...vaults.sites, ...job.sites, 'login.example.test': signIn.handler }
  net = await internet(sites)
  net.enter()
})
afterAll(async () => net.close())

const bySecret = (client: string, secret: string, at = tenant, authorityHost?: string): TokenCredential =>
  new ClientSecretCredential(at, client, secret, { ...(authorityHost && { authorityHost }) })
/** As @actions/core asks for it; the child process below does that over the wire. */
function askGitHub(to: string, token = job.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN): Answer {
  const url = new URL(`${job.env.ACTIONS_ID_TOKEN_REQUEST_URL}&audience=${encodeURIComponent(to)}`)
  return job.handler({ method: 'GET', url, headers: { authorization: `Bearer ${token}` }, body: '' })
}

const statementFor = (to: string): string => /"value":"([^"]+)"/.exec(JSON.stringify(askGitHub(to)))?.[1] ?? ''

const byAssertion = (client: string, to = audience): TokenCredential =>
  new ClientAssertionCredential(tenant, client, async () => statementFor(to))
const grantOf = async (credential: TokenCredential): Promise<unknown> =>
  signIn.grantOf((await credential.getToken(scope))?.token ?? '')

describe('a token is issued', () => {
  test('for a secret', async () => {
    const expected = { tenant, client: 'watcher', resource: 'https://vault.azure.net' }
    expect(await grantOf(bySecret('watcher', 's3cret'))).toEqual(expected)
  })

  test("for the job's statement, and carries the marker", async () => {
    const token = await byAssertion('drift').getToken(scope)
    expect(token?.token).toContain(bearerMarker)
    expect(signIn.grantOf(token?.token ?? '')).toMatchObject({ client: 'drift' })
  })

  test('by an authority that has to be discovered first', async () => {
    expect(await grantOf(bySecret('watcher', 's3cret', tenant, 'https://login.example.test'))).toMatchObject({ tenant })
  })
})

describe('a token is refused', () => {
  test.each([
    ['for a wrong secret', () => bySecret('watcher', 'wrong'), 'AADSTS7000215'],
    ['for an unknown application', () => bySecret('nobody', 's3cret'), 'AADSTS700016'],
    [
      'for an unknown tenant',
      () => bySecret('watcher', 's3cret', '33333333-3333-3333-3333-333333333333'),
      'AADSTS90002'
    ],
    ['for another subject', () => byAssertion('staging'), 'AADSTS700213'],
    ['for a subject in other letters', () => byAssertion('shouting'), 'AADSTS7002138'],
    ['for an application that trusts nobody', () => byAssertion('bare'), 'AADSTS700213'],
    ['for another issuer', () => byAssertion('other'), 'AADSTS700211'],
    ['for another audience', () => byAssertion('drift', 'api://Elsewhere'), 'AADSTS700212'],
    [
      'for a statement that GitHub did not make',
      () => new ClientAssertionCredential(tenant, 'drift', async () => 'e30.e30.forged'),
      'AADSTS700027'
    ]
  ])('%s', async (_why, credential, code) => {
    await expect(credential().getToken(scope)).rejects.toThrow(new RegExp(`${code}\\b`))
  })
})

test("a statement is not made for somebody else's request token", () => {
  expect(askGitHub(audience, 'guessed')).toEqual({ status: 401 })
})

/** Knows nothing of loopback: what the drift check does, in a few lines. */
const innocent = `
  import { getIDToken } from '@actions/core'
  import { ClientAssertionCredential } from '@azure/identity'
  import { SecretClient } from '@azure/keyvault-secrets'
  const credential = new ClientAssertionCredential('${tenant}', 'drift', () => getIDToken('${audience}'))
  const client = new SecretClient('https://kv1.vault.azure.net', credential)
  for await (const { name, enabled } of client.listPropertiesOfSecretVersions('token')) console.log(name, enabled)
  await fetch('http://169.254.169.254/metadata').catch(() => undefined)
`

test('an innocent child process reaches the worlds by their real names, reads no value and prints no token', async () => {
  const before = net.asked.length
  const env = { ...net.env, ...job.env, NODE_USE_ENV_PROXY: '1' }
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', innocent], {
    env
  })
  expect(stdout.split('\n')).toContain('token true')
  for (const marker of [bearerMarker, secretMarker]) expect(stdout + stderr).not.toContain(marker)
  expect(stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(oidcMarker)
  expect(new Set(net.asked.slice(before))).toEqual(
    new Set([...Object.keys(job.sites), 'login.microsoftonline.com', 'kv1.vault.azure.net'])
  )
  expect(net.refused).toEqual(['169.254.169.254:80'])
  expect(vaults.valuesRead).toEqual([])
})
