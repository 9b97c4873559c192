// The window on Key Vault sees each state of a secret, and says why and what to do where it can't see.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { credentialOf } from '../../src/adapters/azure/credential.ts'
import type { SignInOptions } from '../../src/adapters/azure/sign-in.ts'
import { vaultWindow } from '../../src/adapters/azure/vault-window.ts'
import type { VaultWindowOptions } from '../../src/adapters/azure/vault-window.ts'
import type { VaultSecret } from '../../src/model/vault.ts'
import { bearerMarker, entra } from '../loopback/entra.ts'
import { vaultError } from '../loopback/key-vault-errors.ts'
import { secretMarker } from '../loopback/key-vault-wire.ts'
import type { SecretVersion } from '../loopback/key-vault-wire.ts'
import { keyVault, keyVaultReader } from '../loopback/key-vault.ts'
import type { Access, Vault } from '../loopback/key-vault.ts'
import { internet } from '../loopback/proxy-internet.ts'
import type { Internet } from '../loopback/proxy-internet.ts'
import type { Answer, HttpRequest, Weather } from '../loopback/serve.ts'
import { badGateway, garbage, instead, sky, slow, tooManyRequests } from '../loopback/weather.ts'

const tenant = '11111111-1111-1111-1111-111111111111'
const otherTenant = '22222222-2222-2222-2222-222222222222'
const client = '33333333-3333-3333-3333-333333333333'
const clientSecret = 'CLIENT-SECRET-MUST-NOT-LEAK'
const now = new Date('2026-11-24T12:00:00Z')
const days = (n: number): string => new Date(now.getTime() + n * 24 * 3600 * 1000).toISOString()

const hostile = '<script>alert(1)</script>\n::error::x `|` @everyone'
const plain: SecretVersion = { created: days(-10), tags: { 'managed-by': 'external-secrets' } }
const secrets: Record<string, readonly SecretVersion[]> = {
  join: [{ ...plain, updated: days(-9), exp: days(40), nbf: days(-11), contentType: 'text/plain' }],
  bare: [{ created: days(-3) }],
  off: [{ ...plain, enabled: false, exp: days(-1) }],
  'off-before': [{ ...plain, created: days(-20), enabled: false }, plain],
  'off-since': [
    { ...plain, created: days(-20) },
    { ...plain, enabled: false }
  ],
  old: [{ ...plain, exp: days(-1) }],
  ends: [{ ...plain, exp: now.toISOString() }],
  early: [{ ...plain, nbf: days(1) }],
  'Mixed-Case': [plain],
  sixty: Array.from({ length: 60 }, (_, n) => ({ created: days(-100 + n), tags: { 'managed-by': `hand ${n}` } })),
  cert: [{ ...plain, managed: true, contentType: 'application/x-pkcs12' }],
  pem: [{ ...plain, contentType: 'application/x-pem-file' }],
  hostile: [{ ...plain, tags: { 'managed-by': hostile }, contentType: hostile }]
}
const gone = { versions: [plain], deletedDate: days(-2), scheduledPurgeDate: days(88) }
const manyDeleted = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`gone-${n}`, gone]))

const vaultWith = (access?: Vault['access'], inTenant = tenant): Vault => ({
  tenant: inTenant,
  secrets: { join: [plain], other: [plain] },
  ...(access && { access })
})
const noDeletedList =
  (access: Access) =>
  (action: string): Access =>
    action === 'listDeleted' ? access : 'ok'

const signInWorld = entra({ [tenant]: { [client]: { secrets: [clientSecret] } } })
const weather = sky()
const world = keyVault(
  {
    'kv1.vault.azure.net': { tenant, secrets, deleted: { ...manyDeleted, gone }, access: keyVaultReader },
    'safe.vault.azure.net': { ...vaultWith(), purgeProtected: true },
    'gov.vault.usgovcloudapi.net': vaultWith(),
    'china.vault.azure.cn': vaultWith(),
    'rbac.vault.azure.net': vaultWith('rbac-denied'),
    'policy.vault.azure.net': vaultWith('policy-denied'),
    'firewall.vault.azure.net': vaultWith('firewall'),
    'private.vault.azure.net': vaultWith('private-link'),
    'nolist.vault.azure.net': vaultWith(noDeletedList('policy-denied')),
    'norole.vault.azure.net': vaultWith(noDeletedList('rbac-denied')),
    'elsewhere.vault.azure.net': vaultWith('ok', otherTenant),
    'wet1.vault.azure.net': vaultWith(),
    'wet2.vault.azure.net': vaultWith(),
    'wet3.vault.azure.net': vaultWith(),
    'named.example.test': vaultWith()
  },
  signInWorld.grantOf,
  () => now
)

let net: Internet
beforeAll(async () => {
  const others = {
    'novault.vault.azure.net': world.handler,
    // Where MSAL sends what is meant for login.chinacloudapi.cn.
    'login.partner.microsoftonline.cn': signInWorld.handler
  }
  net = await internet({ ...signInWorld.sites, ...world.sites, ...others }, weather.weather)
  net.enter()
})
afterEach(() => weather.clear())
afterAll(async () => {
  expect(world.valuesRead).toEqual([])
  for (const text of said) {
    for (const marker of [secretMarker, bearerMarker, clientSecret]) expect(text).not.toContain(marker)
  }
  expect([...masked].some(text => text.includes(bearerMarker))).toBe(true)
  expect(masked).toContain(clientSecret)
  await net.close()
})

const said: string[] = []
const masked = new Set<string>()
const log = { debug: (line: string) => void said.push(line), mask: (secret: string) => void masked.add(secret) }
const env = { AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: client, AZURE_CLIENT_SECRET: clientSecret }

/** Looks at secrets of a vault, by its host, with a fresh sign-in. */
async function look(
  host: string,
  names: readonly string[],
  options: Partial<Pick<VaultWindowOptions, 'allowed' | 'deadlineMs' | 'signal'>> & Partial<SignInOptions> = {}
): Promise<VaultSecret[]> {
  const { allowed, deadlineMs, signal, ...signInOptions } = options
  const signIn = credentialOf({ azureCredential: 'auto', env, ...signInOptions }, log)
  const found = await vaultWindow({ signIn, now, log, allowed, deadlineMs, signal }).look(
    names.map(secret => ({ url: `https://${host}`, secret }))
  )
  said.push(JSON.stringify(found))
  return found
}

async function one(host: string, secret = 'join', options: Parameters<typeof look>[2] = {}): Promise<VaultSecret> {
  const [found] = await look(host, [secret], options)
  if (!found) throw new Error('no answer')
  return found
}

const to =
  (host: string, path = '') =>
  ({ url }: HttpRequest): boolean =>
    url.hostname === host && url.pathname.includes(path)

describe('a secret', () => {
  test('that is there is told with all that is known of its newest version', async () => {
    expect(await one('kv1.vault.azure.net')).toEqual({
      url: 'https://kv1.vault.azure.net',
      secret: 'join',
      state: 'present',
      createdOn: days(-10),
      updatedOn: days(-9),
      expiresOn: days(40),
      notBefore: days(-11),
      managedBy: 'external-secrets',
      contentType: 'text/plain',
      purgeProtected: false,
      versions: 1
    })
  })

  test('is disabled, expired, not yet valid, certificate-backed or hostile, each told as it is', async () => {
    const names = ['off', 'off-before', 'off-since', 'old', 'ends', 'early', 'bare', 'cert', 'pem', 'hostile']
    const found = await look('kv1.vault.azure.net', names)
    expect(found.map(({ secret }) => secret)).toEqual(names)
    expect(found.map(({ state }) => state)).toEqual([
      'disabled',
      'present',
      'disabled',
      'expired',
      'expired',
      'not-yet-valid',
      'present',
      'present',
      'present',
      'present'
    ])
    expect(found[6]).not.toHaveProperty('managedBy')
    expect(found.map(({ certificate }) => certificate === true)).toEqual(names.map(n => n === 'cert' || n === 'pem'))
    expect(found[9]).toMatchObject({ managedBy: hostile, contentType: hostile })
  })

  test('of sixty versions on three pages shows the one created last', async () => {
    expect(await one('kv1.vault.azure.net', 'sixty')).toMatchObject({ versions: 60, managedBy: 'hand 59' })
  })

  test('is found under a name of another case, which is told', async () => {
    const found = await look('kv1.vault.azure.net', ['mixed-case', 'Mixed-Case'])
    expect(found[0]).toMatchObject({ secret: 'mixed-case', state: 'present', nameInVault: 'Mixed-Case' })
    expect(found[1]).not.toHaveProperty('nameInVault')
  })

  test('that never was is missing; one that was deleted is told with its dates, wherever in the list it is', async () => {
    const [never, deleted, late] = await look('kv1.vault.azure.net', ['never', 'GONE', 'gone-59'])
    expect(never).toEqual({ url: 'https://kv1.vault.azure.net', secret: 'never', state: 'missing', versions: 0 })
    expect(deleted).toMatchObject({
      state: 'deleted',
      deletedOn: days(-2),
      purgeOn: days(88),
      nameInVault: 'gone',
      managedBy: 'external-secrets'
    })
    expect(late).toMatchObject({ state: 'deleted' })
  })

  test('is missing, with a word about it, when the list of deleted ones is forbidden', async () => {
    const policy = await one('nolist.vault.azure.net', 'never')
    expect(policy).toMatchObject({ state: 'missing', reason: expect.stringContaining('could not be told apart') })
    expect(policy.reason).toContain(`az keyvault set-policy --name nolist --spn ${client} --secret-permissions list`)
    const role = await one('norole.vault.azure.net', 'never')
    expect(role).toMatchObject({ state: 'missing', reason: expect.stringContaining('"Key Vault Reader"') })
  })

  test('of a vault with purge protection says so', async () => {
    expect(await one('safe.vault.azure.net')).toMatchObject({ state: 'present', purgeProtected: true })
  })

  test('with a name that Key Vault can’t hold is not asked for, and the others are', async () => {
    const before = world.requests.length
    const found = await look('kv1.vault.azure.net', ['a_b', '../x', '', 'a'.repeat(128), 'join'])
    expect(found.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'present'])
    expect(found[0]?.reason).toContain('letters, digits and hyphens')
    expect(world.requests.slice(before).map(({ path }) => path)).toEqual(Array(2).fill('/secrets/join/versions'))
  })

  test('is found in the sovereign clouds', async () => {
    expect(await one('gov.vault.usgovcloudapi.net', 'join', { cloud: 'usgovernment' })).toMatchObject({
      state: 'present'
    })
    const authorityHost = 'https://login.chinacloudapi.cn'
    expect(await one('china.vault.azure.cn', 'join', { authorityHost })).toMatchObject({ state: 'present' })
  })
})

test('questions to several vaults are answered in the order asked, and none ask none', async () => {
  const signIn = credentialOf({ azureCredential: 'environment', env }, log)
  const window = vaultWindow({ signIn, now, log })
  const questions = [
    { url: 'https://safe.vault.azure.net/', secret: 'join' },
    { url: 'https://rbac.vault.azure.net', secret: 'join' },
    { url: 'https://SAFE.vault.azure.net', secret: 'other' }
  ]
  const found = await window.look(questions)
  expect(found.map(({ secret, state }) => [secret, state])).toEqual([
    ['join', 'present'],
    ['join', 'unknown'],
    ['other', 'present']
  ])
  expect(await window.look([])).toEqual([])
})

test('one sign-in serves all vaults, and a warm client needs one call for a secret', async () => {
  const before = world.requests.length
  const asked = net.asked.filter(host => host.startsWith('login.')).length
  await look('kv1.vault.azure.net', ['join', 'bare', 'cert', 'old'])
  expect(world.requests.length - before).toBe(5)
  expect(net.asked.filter(host => host.startsWith('login.')).length - asked).toBe(1)
})

test('at most eight calls are made at once, over all vaults', async () => {
  let most = 0
  let open = 0
  const counted: Weather = async (request, answer) => {
    open += 1
    most = Math.max(most, open)
    const given = await slow(20)(request, answer)
    open -= 1
    return given
  }
  weather.next(counted, { times: Infinity, when: ({ url }) => url.hostname.includes('.vault.') })
  const signIn = credentialOf({ azureCredential: 'environment', env }, log)
  const hosts = ['kv1', 'safe', 'wet1', 'wet2', 'wet3'].map(name => `https://${name}.vault.azure.net`)
  const questions = hosts.flatMap(url => Array.from({ length: 8 }, (_, n) => ({ url, secret: `never-${n}` })))
  const found = await vaultWindow({ signIn, now, log }).look(questions)
  expect(found.map(({ state }) => state)).toEqual(questions.map(() => 'missing'))
  expect(most).toBeLessThanOrEqual(8)
  expect(most).toBeGreaterThan(4)
})

describe('a vault that can’t be looked into is unknown', () => {
  test.each<[string, readonly string[]]>([
    [
      'rbac.vault.azure.net',
      [
        'ForbiddenByRbac',
        `az role assignment create --role "Key Vault Reader" --assignee ${client}`,
        'Microsoft.KeyVault/vaults/rbac'
      ]
    ],
    ['policy.vault.azure.net', ['AccessDenied', `az keyvault set-policy --name policy --spn ${client}`]],
    [
      'firewall.vault.azure.net',
      [
        'ForbiddenByFirewall',
        '203.0.113.7',
        'GitHub-hosted runners',
        'self-hosted runner',
        'az keyvault network-rule add --name firewall'
      ]
    ],
    ['private.vault.azure.net', ['ForbiddenByConnection', 'private']],
    ['elsewhere.vault.azure.net', ['wrong tenant', otherTenant, '`azure-tenant-id`']],
    ['novault.vault.azure.net', ['not as a Key Vault does']]
  ])('%s', async (host, words) => {
    const found = await one(host)
    expect(found).toMatchObject({ url: `https://${host}`, secret: 'join', state: 'unknown' })
    for (const word of words) expect(found.reason).toContain(word)
  })

  test('and one way in that is closed to all is tried once', async () => {
    const before = world.requests.length
    const found = await look('firewall.vault.azure.net', ['join', 'other', 'third'])
    expect(found.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(new Set(found.map(({ reason }) => reason)).size).toBe(1)
    expect(world.requests.length - before).toBe(2)
  })
})

describe('a host that a file names', () => {
  test.each([
    'https://vault.evil.example',
    'https://kv1.vault.azure.net.evil.example',
    'https://kv1.vault.azure.net@evil.example',
    'https://kv1.vault.azure.net:8443',
    'https://kv1.vault.azure.net/x',
    'https://kv1.vault.azure.net?x',
    'https://a.b.vault.azure.net',
    'http://kv1.vault.azure.net',
    'https://localhost:1',
    'kv1.vault.azure.net',
    ''
  ])('is not asked: %s', async url => {
    const before = { requests: world.requests.length, asked: net.asked.length, refused: net.refused.length }
    const signIn = credentialOf({ azureCredential: 'environment', env }, log)
    const [found] = await vaultWindow({ signIn, now, log }).look([{ url, secret: 'join' }])
    expect(found).toMatchObject({ state: 'unknown', reason: expect.stringMatching(/vault/) })
    expect({ requests: world.requests.length, asked: net.asked.length, refused: net.refused.length }).toEqual(before)
  })

  test('is asked when the input vault-url names it, but gets no token unless the challenge is its own', async () => {
    const found = await one('named.example.test', 'join', { allowed: 'https://named.example.test/' })
    expect(found).toMatchObject({ state: 'unknown', reason: expect.stringContaining('was not sent') })
    expect(await one('named.example.test', 'join', { allowed: 'https://other.example.test' })).toMatchObject({
      reason: expect.stringContaining('`vault-url`')
    })
  })
})

const challenge = (message: string): Answer =>
  vaultError.unauthorized(`https://login.microsoftonline.com/${tenant}`, 'https://vault.azure.net', message)

describe('weather', () => {
  const at = 'wet1.vault.azure.net'
  const fall = (answer: Answer, times: number, host = at): void =>
    weather.next(instead(answer), { times, when: to(host) })

  test.each<[string, Answer]>([
    ['429 with Retry-After', tooManyRequests({ 'retry-after-ms': '20' }, vaultError.throttled().body)],
    ['429 without', tooManyRequests()],
    ['503', { status: 503 }],
    ['502 of a gateway', badGateway],
    ['a cut connection', 'reset']
  ])('%s passes', async (_name, answer) => {
    fall(answer, 1)
    expect(await one(at)).toMatchObject({ state: 'present' })
  })

  test('Retry-After is obeyed to the millisecond or the second, and as a date', async () => {
    const date = now.toUTCString()
    fall(tooManyRequests({ 'retry-after': '1' }), 1)
    fall(tooManyRequests({ 'retry-after': new Date(now.getTime() + 1000).toUTCString(), date }), 1)
    expect(await one(at)).toMatchObject({ state: 'present' })
    expect(said.filter(line => line.includes(at) && line.includes('1000 ms')).length).toBeGreaterThanOrEqual(2)
  })

  test('throttling for ever, or longer than the vault’s time, is unknown', async () => {
    const hosts = [at, 'wet2.vault.azure.net', 'wet3.vault.azure.net']
    fall(tooManyRequests({ 'retry-after-ms': '5' }), Infinity)
    fall(tooManyRequests({ 'retry-after': '3600' }), Infinity, hosts[1])
    fall(tooManyRequests(), Infinity, hosts[2])
    const found = await Promise.all(hosts.map(async host => one(host, 'join', { deadlineMs: 3000 })))
    for (const { state, reason } of found) expect([state, reason]).toEqual(['unknown', expect.stringContaining('429')])
  })

  test('failures, cut connections and silence that do not pass are unknown', async () => {
    const hosts = [at, 'wet2.vault.azure.net', 'wet3.vault.azure.net']
    fall({ status: 500 }, Infinity)
    fall('reset', Infinity, hosts[1])
    fall('silence', Infinity, hosts[2])
    const found = await Promise.all(hosts.map(async host => one(host, 'join', { deadlineMs: 4000 })))
    expect(found.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown'])
    expect(found.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('answered 500'),
      expect.stringContaining('broke off'),
      expect.stringContaining('did not answer within 4 s')
    ])
  })

  test.each<[string, Answer, RegExp]>([
    ['garbage', garbage(200), /not as a Key Vault does/],
    ['a login page', { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }, /not as a Key Vault/],
    ['a list of no ids', { status: 200, body: { value: [{ attributes: {} }] } }, /not as a Key Vault/],
    ['a redirect', { status: 302, headers: { location: 'https://evil.example/' } }, /not as a Key Vault/],
    ['401 without a challenge', { status: 401 }, /It is no Key Vault/],
    [
      'a page elsewhere',
      { status: 200, body: { value: [], nextLink: 'https://evil.example/secrets/join/versions' } },
      /led away/
    ],
    [
      'a page that is a secret',
      { status: 200, body: { value: [], nextLink: `https://${at}/secrets/join/1` } },
      /led away/
    ],
    ['a proxy that asks who is there', { status: 407 }, /HTTPS_PROXY/],
    [
      '404 of Key Vault’s for something else',
      { status: 404, body: { error: { code: 'VaultNotFound' } } },
      /VaultNotFound/
    ]
  ])('%s is unknown', async (_name, answer, reason) => {
    const before = net.refused.length
    fall(answer, Infinity)
    expect(await one(at)).toMatchObject({ state: 'unknown', reason: expect.stringMatching(reason) })
    expect(net.refused.slice(before)).toEqual([])
  })

  test('a challenge for another service gets no token', async () => {
    fall(vaultError.unauthorized(`https://login.microsoftonline.com/${tenant}`, 'https://graph.microsoft.com', ''), 1)
    expect(await one(at)).toMatchObject({ state: 'unknown', reason: expect.stringContaining('was not sent') })
  })

  test('a token that the vault does not accept, for its tenant or for something else', async () => {
    fall(challenge('AKV10032: Invalid issuer.'), Infinity)
    expect((await one(at)).reason).toContain('wrong tenant')
    weather.clear()
    fall(challenge('AKV10022: Invalid audience.'), Infinity)
    expect((await one(at)).reason).toContain('401')
  })

  test('a failure while looking among the deleted ones is unknown, not missing', async () => {
    weather.next(instead({ status: 404 }), { times: Infinity, when: to(at, 'deletedsecrets') })
    expect(await one(at, 'never')).toMatchObject({ state: 'unknown' })
  })

  test('a run that is called off ends at once', async () => {
    fall('silence', Infinity)
    const signal = AbortSignal.timeout(200)
    expect(await one(at, 'join', { signal })).toMatchObject({ reason: expect.stringContaining('the run ended') })
  })

  test('a host that does not exist, behind this proxy, is unknown', async () => {
    const found = await one('nobody.vault.azure.net', 'join', { deadlineMs: 2000 })
    expect(found).toMatchObject({ state: 'unknown', reason: expect.stringContaining('502') })
  })
})
