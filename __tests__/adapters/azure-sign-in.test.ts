// Signing in to Azure: which way is taken, that it works, and what is said when it does not.
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { choiceOf } from '../../src/adapters/azure/sign-in.ts'
import type { SignInOptions } from '../../src/adapters/azure/sign-in.ts'
import type { VaultSecret } from '../../src/model/vault.ts'
import { bearerMarker, entra } from '../loopback/entra.ts'
import type { Federated } from '../loopback/entra.ts'
import { secretMarker } from '../loopback/key-vault-wire.ts'
import { keyVault } from '../loopback/key-vault.ts'
import type { Vault } from '../loopback/key-vault.ts'
import { oidc, oidcMarker } from '../loopback/oidc.ts'
import { internet } from '../loopback/proxy-internet.ts'
import type { Internet } from '../loopback/proxy-internet.ts'
import { serve } from '../loopback/serve.ts'
import type { Answer, HttpRequest, Served } from '../loopback/serve.ts'
import { trust } from '../loopback/tls.ts'
import { garbage, instead, sky } from '../loopback/weather.ts'

// A process is started for each look.
jest.setTimeout(30_000)

const tenant = '11111111-1111-1111-1111-111111111111'
const client = '33333333-3333-3333-3333-333333333333'
const clientSecret = 'CLIENT-SECRET-MUST-NOT-LEAK'
const subject = 'repo:acme/fleet:ref:refs/heads/main'

const job = oidc(subject)
const odd = oidc("repo:acme/fleet:ref:refs/heads/it's")
const fits: Federated = {
  issuer: 'https://token.actions.githubusercontent.com',
  subject,
  audience: 'api://AzureADTokenExchange'
}
const applications: Record<string, { secrets?: string[]; federated?: Federated[] }> = {
  [client]: { secrets: [clientSecret], federated: [fits] }
}
const signInWorld = entra({ [tenant]: applications }, said => job.claimsOf(said) ?? odd.claimsOf(said))
const vault = (): Vault => ({ tenant, secrets: { join: [{ created: '2026-11-01T00:00:00Z' }] } })
const world = keyVault(
  { 'kv1.vault.azure.net': vault(), 'gov.vault.usgovcloudapi.net': vault() },
  // What the Azure CLI gives is no token of this Entra ID; the world takes it as one.
  bearer =>
    bearer === cliToken ? { tenant, client, resource: 'https://vault.azure.net' } : signInWorld.grantOf(bearer)
)
const weather = sky()
const cliToken = `${bearerMarker}-CLI`

let net: Internet
let folder: string
beforeAll(async () => {
  net = await internet({ ...signInWorld.sites, ...world.sites, ...job.sites }, weather.weather)
  folder = mkdtempSync(join(tmpdir(), 'azure-'))
})
afterEach(() => {
  weather.clear()
  applications[client] = { secrets: [clientSecret], federated: [fits] }
})
afterAll(async () => {
  expect(world.valuesRead).toEqual([])
  rmSync(folder, { recursive: true })
  await net.close()
})

interface Probed {
  readonly found: readonly VaultSecret[]
  readonly said: readonly string[]
  readonly masked: number
}

const probe = fileURLToPath(new URL('azure-probe.ts', import.meta.url))

/** Runs the probe in a process that has this environment only, and reads every byte it says. */
async function probed(
  signIn: Partial<SignInOptions>,
  env: Readonly<Record<string, string>> = {},
  more: object = {}
): Promise<Probed> {
  const output = await new Promise<string>((resolve, reject) => {
    const argument = JSON.stringify({ signIn, ...more })
    const given = { PATH: folder, ...net.env, ...env }
    execFile(process.execPath, [probe, argument], { env: given }, (error, stdout, stderr) => {
      const all = stdout + stderr
      for (const marker of [secretMarker, bearerMarker, oidcMarker, clientSecret, 'LEAK']) {
        if (all.includes(marker)) return reject(new Error(`${marker} was printed`))
      }
      if (error || stderr.replace(/^.*ExperimentalWarning.*\n.*trace-warnings.*\n/m, '') !== '')
        return reject(new Error(all))
      return resolve(stdout)
    })
  })
  return JSON.parse(output)
}

/** The reason of an unknown secret. */
async function reasonOf(...given: Parameters<typeof probed>): Promise<string> {
  const { found } = await probed(...given)
  expect(found[0]).toMatchObject({ state: 'unknown', reason: expect.any(String) })
  return found[0]?.reason ?? ''
}

const idToken = {
  idTokenUrl: job.env['ACTIONS_ID_TOKEN_REQUEST_URL'],
  idTokenToken: job.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
}
const given = { clientId: client, tenantId: tenant }
const byOidc = { ...given, ...idToken }
const present = { found: [{ state: 'present' }] }

describe('the way that auto takes', () => {
  const env = { AZURE_CLIENT_ID: client, AZURE_TENANT_ID: tenant }
  const federated = { ...env, AZURE_FEDERATED_TOKEN_FILE: '/token' }
  const secret = { ...env, AZURE_CLIENT_SECRET: 'x' }
  test.each<[string, Partial<SignInOptions>]>([
    ['oidc', { ...byOidc, env: { ...federated, ...secret } }],
    ['workload-identity', { ...idToken, env: { ...federated, ...secret } }],
    ['environment', { ...given, env: secret }],
    ['environment', { env: { ...env, AZURE_CLIENT_CERTIFICATE_PATH: '/c.pem' } }],
    ['cli', { ...given, env }],
    ['cli', { env: { AZURE_CLIENT_SECRET: 'x' } }],
    ['cli', {}]
  ])('is %s', (way, options) => {
    expect(choiceOf({ azureCredential: 'auto', ...options })).toMatchObject({ way })
  })

  test('is never a managed identity, which is taken when named', () => {
    expect(choiceOf({ azureCredential: 'managed-identity' })).toMatchObject({ way: 'managed-identity' })
  })

  test('with client and tenant but no identity token, tells what is missing', () => {
    expect(choiceOf({ azureCredential: 'auto', ...given }).missed).toContain('`permissions: id-token: write`')
  })
})

describe('by GitHub’s identity token', () => {
  test('it works, says so, and masks every token before it is used', async () => {
    const { found, said, masked } = await probed(byOidc)
    expect(found).toMatchObject([{ state: 'present' }])
    expect(said[0]).toContain('signing in by oidc')
    expect(masked).toBeGreaterThanOrEqual(3)
  })

  test('with the audience that is given, or that of the cloud', async () => {
    applications[client] = { federated: [{ ...fits, audience: 'api://mine' }] }
    expect(await probed({ ...byOidc, audience: 'api://mine' })).toMatchObject(present)
    applications[client] = { federated: [{ ...fits, audience: 'api://AzureADTokenExchangeUSGov' }] }
    const questions = [{ url: 'https://gov.vault.usgovcloudapi.net', secret: 'join' }]
    expect(await probed({ ...byOidc, cloud: 'usgovernment' }, {}, { questions })).toMatchObject(present)
  })

  test('without the permission, the permission is named', async () => {
    expect(await reasonOf({ ...given, azureCredential: 'oidc' })).toContain('`permissions: id-token: write`')
    const auto = await reasonOf(given)
    expect(auto).toContain('Azure CLI is not on this machine')
    expect(auto).toContain('`permissions: id-token: write`')
  })

  test('without client or tenant, the input is named', async () => {
    expect(await reasonOf({ ...idToken, azureCredential: 'oidc', tenantId: tenant })).toContain('azure-client-id')
    expect(await reasonOf({ ...idToken, azureCredential: 'oidc', clientId: client })).toContain('azure-tenant-id')
  })

  test.each<[string, Partial<Federated>]>([
    ['AADSTS700213', { subject: 'repo:acme/other:ref:refs/heads/main' }],
    ['AADSTS700212', { audience: 'api://other' }],
    ['AADSTS700211', { issuer: 'https://ghe.example/_services/token' }],
    ['AADSTS7002138', { subject: subject.toUpperCase() }]
  ])('a federated credential that does not fit (%s) is shown the one that does', async (code, wrong) => {
    applications[client] = { federated: [{ ...fits, ...wrong }] }
    const reason = await reasonOf(byOidc)
    for (const word of [code, `\`${subject}\``, fits.issuer, fits.audience]) expect(reason).toContain(word)
    expect(reason).toContain(`az ad app federated-credential create --id ${client}`)
  })

  test('a subject with a quote in it is shown, but in no line to be pasted', async () => {
    weather.next(request => odd.handler(withToken(request, odd.env)), { when: hostHas('actions.'), times: Infinity })
    const reason = await reasonOf(byOidc)
    expect(reason).toContain("`repo:acme/fleet:ref:refs/heads/it's`")
    expect(reason).not.toContain('federated-credential create')
  })

  test.each<[string, Answer, string]>([
    ['refuses', { status: 401 }, 'answered 401'],
    ['gives garbage', garbage(200), 'answered 200'],
    ['gives nothing', { status: 200, body: { count: 0 } }, 'answered 200'],
    ['cuts the connection', 'reset', 'broke off']
  ])('when GitHub %s', async (_name, answer, word) => {
    weather.next(instead(answer), { when: hostHas('actions.'), times: Infinity })
    const reason = await reasonOf(byOidc)
    expect(reason).toContain('GitHub gave no identity token')
    expect(reason).toContain(word)
  })
})

const hostHas =
  (part: string) =>
  ({ url }: HttpRequest): boolean =>
    url.hostname.includes(part)

function withToken(request: HttpRequest, env: Readonly<Record<string, string>>): HttpRequest {
  const authorization = `Bearer ${env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}`
  return { ...request, headers: { ...request.headers, authorization } }
}

describe('by environment and workload identity', () => {
  const env = { AZURE_CLIENT_ID: client, AZURE_TENANT_ID: tenant, AZURE_CLIENT_SECRET: clientSecret }

  test('a client secret works; a wrong one, a wrong client and a wrong tenant are told apart', async () => {
    expect(await probed({}, env)).toMatchObject(present)
    expect(await reasonOf({}, { ...env, AZURE_CLIENT_SECRET: 'WRONG-MUST-NOT-LEAK' })).toContain('AADSTS7000215')
    expect(await reasonOf({}, { ...env, AZURE_CLIENT_ID: 'other' })).toContain('AADSTS700016')
    const nobody = '99999999-9999-9999-9999-999999999999'
    const reason = await reasonOf({}, { ...env, AZURE_TENANT_ID: nobody })
    expect(reason).toContain('wrong tenant')
  })

  test('a tenant that does not exist is named', async () => {
    const questions = [{ url: 'https://kv1.vault.azure.net', secret: 'join' }]
    delete signInWorld.tenants[tenant]
    const reason = await reasonOf({}, env, { questions })
    signInWorld.tenants[tenant] = applications
    expect(reason).toMatch(/AADSTS90002.*`azure-tenant-id`.*`azure-cloud`/s)
  })

  test('a client certificate that is not there', async () => {
    const { AZURE_CLIENT_SECRET: _none, ...rest } = env
    expect(await reasonOf({}, { ...rest, AZURE_CLIENT_CERTIFICATE_PATH: '/nowhere.pem' })).toContain('certificate')
  })

  test('a federated token file works; one that is not there is told', async () => {
    const file = join(folder, 'federated')
    const assertion = statementOf()
    writeFileSync(file, assertion)
    const { AZURE_CLIENT_SECRET: _none, ...rest } = env
    expect(await probed({}, { ...rest, AZURE_FEDERATED_TOKEN_FILE: file })).toMatchObject(present)
    expect(await reasonOf({}, { ...rest, AZURE_FEDERATED_TOKEN_FILE: '/nowhere' })).toContain(
      'AZURE_FEDERATED_TOKEN_FILE'
    )
  })

  test('a sign-in that fails for one vault fails for all, at once', async () => {
    const questions = [1, 2, 3].map(() => ({ url: 'https://kv1.vault.azure.net', secret: 'join' }))
    const { found } = await probed({}, { ...env, AZURE_CLIENT_SECRET: 'WRONG' }, { questions })
    expect(new Set(found.map(({ reason }) => reason)).size).toBe(1)
  })

  test.each<[string, Answer, RegExp]>([
    ['that is down', { status: 503 }, /login\.microsoftonline\.com.*answered 503/],
    [
      'that answers with a page',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' },
      /answered 200 and gave no token/
    ],
    ['that cuts the connection', 'reset', /the connection to login\.microsoftonline\.com broke off/],
    ['that does not answer', 'silence', /did not answer/]
  ])('an Entra ID %s', async (_name, answer, reason) => {
    weather.next(instead(answer), { when: hostHas('login.'), times: Infinity })
    expect(await reasonOf({}, env)).toMatch(reason)
  })

  test('an authority that is not https, or not there', async () => {
    expect(await reasonOf({ authorityHost: 'http://login.microsoftonline.com' }, env)).toContain('AZURE_AUTHORITY_HOST')
    const { found } = await probed({ authorityHost: 'https://login.example.test' }, env)
    expect(found[0]).toMatchObject({ state: 'unknown' })
  })

  test('a vault of a cloud that the sign-in is not for', async () => {
    const body = { error: 'invalid_resource', error_description: 'AADSTS500011: The resource principal was not found.' }
    weather.next(instead({ status: 400, body }), { when: hostHas('login.'), times: Infinity })
    const questions = [{ url: 'https://gov.vault.usgovcloudapi.net', secret: 'join' }]
    expect(await reasonOf({}, env, { questions })).toContain('`azure-cloud: usgovernment`')
  })
})

/** A statement as GitHub would give it. */
function statementOf(): string {
  const url = new URL(`${job.env['ACTIONS_ID_TOKEN_REQUEST_URL']}&audience=${fits.audience}`)
  const answer = job.handler(withToken({ method: 'GET', url, headers: {}, body: '' }, job.env))
  const body: unknown = typeof answer === 'object' ? answer.body : undefined
  return typeof body === 'object' && body !== null && 'value' in body ? String(body.value) : ''
}

const say = (text: string, to: string): string => `process.${to}.write(${JSON.stringify(text)})`

/** Puts an `az` on the PATH that says this, and ends with this status. */
function az(stdout: string, stderr = '', status = 0): void {
  const file = join(folder, 'az')
  const lines = [
    `#!${process.execPath}`,
    say(stdout, 'stdout'),
    say(stderr, 'stderr'),
    `process.exitCode=${status}`,
    ''
  ]
  writeFileSync(file, lines.join('\n'))
  chmodSync(file, 0o755)
}

describe('by the Azure CLI', () => {
  const token = JSON.stringify({ accessToken: cliToken, expires_on: 4_000_000_000, tenant, tokenType: 'Bearer' })

  test('it works, also when az prints warnings beside its answer', async () => {
    az(token)
    expect(await probed({})).toMatchObject(present)
    az(token, 'WARNING: You have 2 update(s) available. Consider updating your CLI installation.\n')
    expect(await probed({})).toMatchObject(present)
  })

  test('an az that prints warnings into its answer gives no token, and what it printed is not repeated', async () => {
    az(`WARNING: something\n${token}`)
    const reason = await reasonOf({})
    expect(reason).toContain('AZURE_CORE_ONLY_SHOW_ERRORS')
    az(cliToken)
    expect(await reasonOf({})).toContain('az account get-access-token')
  })

  test('an az that is signed out, that fails, or that is not there', async () => {
    az('', "ERROR: Please run 'az login' to setup account.\n", 1)
    expect(await reasonOf({})).toContain('azure/login')
    az('', 'Traceback (most recent call last): MUST-NOT-LEAK\n', 1)
    expect(await reasonOf({})).toContain('az account get-access-token')
    rmSync(join(folder, 'az'))
    expect(await reasonOf({})).toContain('the Azure CLI is not on this machine')
  })

  test('a session of another tenant than the vault’s, when the tenant is given', async () => {
    az(token)
    expect(await reasonOf({ tenantId: '22222222-2222-2222-2222-222222222222' })).toContain('wrong tenant')
  })
})

const questionAt = (url: string): object => ({ allowed: url, questions: [{ url, secret: 'join' }] })

describe('a vault on this machine', () => {
  let local: Served
  const trusted = trust()
  const localVault = keyVault({ 'kv1.vault.azure.net': vault() }, signInWorld.grantOf)
  const env = { AZURE_CLIENT_ID: client, AZURE_TENANT_ID: tenant, AZURE_CLIENT_SECRET: clientSecret }
  const both = (request: HttpRequest): Answer =>
    (request.url.pathname.includes('secrets') ? localVault : signInWorld).handler(request)
  beforeAll(async () => {
    local = await serve(both, { tls: trusted.tls })
  })
  afterAll(async () => local.close())

  test('is asked without a proxy when vault-url names it, and its certificate must be trusted', async () => {
    const unproxied = { ...env, NO_PROXY: '', no_proxy: '' }
    expect(await reasonOf({}, unproxied, questionAt(`https://localhost:${local.port}`))).toContain(
      '`NODE_EXTRA_CA_CERTS`'
    )
    expect(await reasonOf({}, unproxied, questionAt('https://127.0.0.1:9'))).toContain('refused the connection')
  })

  test('works with an Entra ID beside it, once their certificate is trusted, and nobody else is asked', async () => {
    const file = join(folder, 'local.pem')
    writeFileSync(file, trusted.ca)
    const url = `https://localhost:${local.port}`
    const asked = [net.asked.length, net.refused.length]
    const found = await probed({ authorityHost: url }, { ...env, NODE_EXTRA_CA_CERTS: file }, questionAt(url))
    expect(found).toMatchObject(present)
    expect([net.asked.length, net.refused.length]).toEqual(asked)
  })
})
