// The loopback Key Vault answers the real client as Azure does: pages, deleted secrets, each kind of refusal.
import { isRestError } from '@azure/core-rest-pipeline'
import { ClientSecretCredential } from '@azure/identity'
import { SecretClient } from '@azure/keyvault-secrets'
import type { SecretProperties } from '@azure/keyvault-secrets'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { entra } from './entra.ts'
import { vaultError } from './key-vault-errors.ts'
import { keyVaultReader, keyVault } from './key-vault.ts'
import type { Vault } from './key-vault.ts'
import { secretMarker } from './key-vault-wire.ts'
import { internet } from './proxy-internet.ts'
import type { Internet } from './proxy-internet.ts'
import type { Answer, HttpRequest } from './serve.ts'
import { garbage, instead, sky } from './weather.ts'

const tenant = '11111111-1111-1111-1111-111111111111'
const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString()
const signIn = entra({ [tenant]: { watcher: { secrets: ['s3cret'] } } })
const weather = sky()
const refusing = (access: Vault['access']): Vault => ({
  tenant,
  secrets: { token: [{ created: day(0) }] },
  ...(access && { access })
})

const world = keyVault(
  {
    'kv1.vault.azure.net': {
      tenant,
      secrets: {
        'Fleet-Token': Array.from({ length: 60 }, (_, n) => ({ created: day(n), tags: { n: String(n) } })),
        off: [{ created: day(0), enabled: false, exp: day(9), contentType: 'text/plain' }]
      },
      deleted: { gone: { versions: [{ created: day(0) }], deletedDate: day(1), scheduledPurgeDate: day(91) } },
      purgeProtected: true
    },
    'gov.vault.usgovcloudapi.net': refusing('ok'),
    'reader.vault.azure.net': refusing(keyVaultReader),
    'rbac.vault.azure.net': refusing('rbac-denied'),
    'policy.vault.azure.net': refusing('policy-denied'),
    'firewall.vault.azure.net': refusing('firewall'),
    'private.vault.azure.net': refusing('private-link'),
    'elsewhere.vault.azure.net': { ...refusing('ok'), tenant: '22222222-2222-2222-2222-222222222222' }
  },
  signIn.grantOf,
  () => new Date(day(100))
)

let net: Internet
beforeAll(async () => {
  net = await internet({ ...signIn.sites, ...world.sites, 'other.vault.azure.net': world.handler }, weather.weather)
  net.enter()
})
afterAll(async () => net.close())

/** The real client with the real credential, as they come. */
function clientOf(vault: string, authorityHost = 'https://login.microsoftonline.com'): SecretClient {
  const credential = new ClientSecretCredential(tenant, 'watcher', 's3cret', { authorityHost })
  return new SecretClient(`https://${vault}`, credential, { retryOptions: { maxRetries: 1, retryDelayInMs: 1 } })
}

async function all<Item>(listing: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of listing) items.push(item)
  return items
}

async function versionsOf(client: SecretClient, name: string): Promise<SecretProperties[]> {
  return all(client.listPropertiesOfSecretVersions(name))
}

/** What the client makes of a refusal: with `details` from single calls; from listings without (so look at the body). */
async function refusalOf(doing: Promise<unknown>): Promise<unknown> {
  try {
    return await doing
  } catch (error) {
    if (!isRestError(error)) throw error
    return { statusCode: error.statusCode, code: error.code, inner: innerCodeOf(error.details) }
  }
}

const innerCodeOf = (details: unknown): string | undefined =>
  /"inner_?error":\{"code":"(\w+)"/i.exec(JSON.stringify(details) ?? '')?.[1]

describe('versions', () => {
  test('come in pages of 25, in an order that is not of time, under a name of any case', async () => {
    const found = await versionsOf(clientOf('kv1.vault.azure.net'), 'fleet-token')
    expect(found).toHaveLength(60)
    const order = found.map(({ tags }) => Number(tags?.n))
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n))
    expect(order).not.toEqual(order.toSorted((a, b) => a - b))
    expect(world.requests.filter(({ path }) => path === '/secrets/fleet-token/versions')).toHaveLength(4) // one is the challenge
  })

  test('of a name that does not exist are none', async () => {
    expect(await versionsOf(clientOf('kv1.vault.azure.net'), 'nobody')).toEqual([])
  })

  test('carry their attributes and no value', async () => {
    const [found] = await versionsOf(clientOf('kv1.vault.azure.net'), 'off')
    expect(found).toMatchObject({
      name: 'off',
      enabled: false,
      createdOn: new Date(day(0)),
      expiresOn: new Date(day(9)),
      contentType: 'text/plain',
      recoveryLevel: 'Recoverable',
      recoverableDays: 90
    })
    expect(world.valuesRead).toEqual([])
  })

  test('are had from a sovereign cloud through its own sign-in host', async () => {
    const client = clientOf('gov.vault.usgovcloudapi.net', 'https://login.microsoftonline.us')
    expect(await versionsOf(client, 'token')).toHaveLength(1)
  })
})

describe('a deleted secret', () => {
  test('is listed and had by name, its name cannot be used, and it can be recovered', async () => {
    const client = clientOf('kv1.vault.azure.net')
    const dates = { deletedOn: new Date(day(1)), scheduledPurgeDate: new Date(day(91)) }
    expect(await client.getDeletedSecret('Gone')).toMatchObject({ name: 'gone', properties: dates })
    expect(await all(client.listDeletedSecrets())).toMatchObject([{ name: 'gone', properties: dates }])
    expect(await versionsOf(client, 'gone')).toEqual([])
    expect(await refusalOf(client.setSecret('gone', 'x'))).toMatchObject({
      statusCode: 409,
      inner: 'ObjectIsDeletedButRecoverable'
    })
    await client.beginRecoverDeletedSecret('gone', { intervalInMs: 1 }).then(async poller => poller.pollUntilDone())
    expect(await versionsOf(client, 'gone')).toHaveLength(1)
    expect(world.vaults['kv1.vault.azure.net']?.deleted).toEqual({})
  })

  test('is what a deletion makes, to be purged after the retention', async () => {
    const client = clientOf('kv1.vault.azure.net')
    await client.setSecret('brief', 'x', { tags: { 'managed-by': 'external-secrets' }, expiresOn: new Date(day(200)) })
    expect(await versionsOf(client, 'brief')).toMatchObject([
      { createdOn: new Date(day(100)), expiresOn: new Date(day(200)) }
    ])
    await client.beginDeleteSecret('brief', { intervalInMs: 1 }).then(async poller => poller.pollUntilDone())
    const { properties } = await client.getDeletedSecret('brief')
    expect(properties.scheduledPurgeDate).toEqual(new Date(day(190)))
  })
})

describe('a refusal', () => {
  test.each([
    ['rbac', 403, 'ForbiddenByRbac'],
    ['policy', 403, 'AccessDenied'],
    ['firewall', 403, 'ForbiddenByFirewall'],
    ['private', 403, 'ForbiddenByConnection']
  ])('of %s is told by its inner code, in listings too', async (vault, statusCode, inner) => {
    const client = clientOf(`${vault}.vault.azure.net`)
    expect(await refusalOf(client.getDeletedSecret('token'))).toEqual({ statusCode, code: 'Forbidden', inner })
    const bodies: string[] = []
    const listing = client.listPropertiesOfSecretVersions('token', {
      onResponse: ({ bodyAsText, status }) => void (status === statusCode && bodies.push(bodyAsText ?? ''))
    })
    expect(await refusalOf(all(listing))).toMatchObject({ statusCode })
    expect(bodies.join()).toContain(`"innererror":{"code":"${inner}"}`)
  })

  test('is what a reader gets for a value, not for metadata', async () => {
    const client = clientOf('reader.vault.azure.net')
    expect(await versionsOf(client, 'token')).toHaveLength(1)
    expect(await refusalOf(client.getSecret('token'))).toMatchObject({ statusCode: 403, inner: 'ForbiddenByRbac' })
  })

  test('is given for a disabled secret, an unknown one and a name that is none', async () => {
    const client = clientOf('kv1.vault.azure.net')
    expect(await refusalOf(client.getSecret('off'))).toMatchObject({ statusCode: 403, inner: 'SecretDisabled' })
    expect(await refusalOf(client.getSecret('nobody'))).toMatchObject({ statusCode: 404, code: 'SecretNotFound' })
    expect(await refusalOf(client.getSecret('a_b'))).toMatchObject({ statusCode: 400, code: 'BadParameter' })
  })

  test('comes from the credential when the challenge names another tenant', async () => {
    await expect(versionsOf(clientOf('elsewhere.vault.azure.net'), 'token')).rejects.toThrow(
      /not configured to acquire tokens for tenant/
    )
  })

  test('is 404 from a host that is no vault, and a proxy error for a name that does not exist', async () => {
    expect(await refusalOf(versionsOf(clientOf('other.vault.azure.net'), 'token'))).toMatchObject({ statusCode: 404 })
    await expect(versionsOf(clientOf('nowhere.vault.azure.net'), 'token')).rejects.toThrow(/unexpected statusCode 502/)
    expect(net.refused).toContain('nowhere.vault.azure.net:443')
  })
})

const atVault = ({ url, headers }: HttpRequest): boolean =>
  url.hostname.endsWith('.vault.azure.net') && Boolean(headers.authorization)

describe('bad weather over the vaults', () => {
  test.each<[string, Answer]>([
    ['throttling', vaultError.throttled({ 'retry-after-ms': '1' })],
    ['a cut connection', 'reset'],
    ['a failure', garbage(500)]
  ])('once (%s) is waited out by the client', async (_name, answer) => {
    weather.next(instead(answer), { when: atVault })
    expect(await versionsOf(clientOf('kv1.vault.azure.net'), 'off')).toHaveLength(1)
  })

  test('of silence ends when the caller has had enough', async () => {
    weather.next(instead('silence'), { when: atVault })
    const abortSignal = AbortSignal.timeout(50)
    const listing = clientOf('kv1.vault.azure.net').listPropertiesOfSecretVersions('off', { abortSignal })
    await expect(all(listing)).rejects.toThrow(/abort/i)
  })
})

test('a value that is read is on record', async () => {
  const { value } = await clientOf('kv1.vault.azure.net').getSecret('Fleet-Token')
  expect(value).toContain(secretMarker)
  expect(world.valuesRead).toContain('kv1.vault.azure.net/Fleet-Token')
})
