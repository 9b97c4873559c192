// What our window sees in our own loopback Key Vault it sees in Lowkey Vault too; where the two differ is written down.
import { Agent } from 'node:https'
import { SecretClient } from '@azure/keyvault-secrets'
import type { SetSecretOptions } from '@azure/keyvault-secrets'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { SignIn } from '../../src/adapters/azure/credential.ts'
import { vaultWindow } from '../../src/adapters/azure/vault-window.ts'
import type { VaultSecret } from '../../src/model/vault.ts'
import { secretMarker } from '../loopback/key-vault-wire.ts'
import { keyVault } from '../loopback/key-vault.ts'
import { serve } from '../loopback/serve.ts'
import { trust } from '../loopback/tls.ts'
import { lowkeyVault, noVersion, translated, trustToo } from './lowkey-vault.ts'

/** Both take any token. */
const credential = { getToken: async () => ({ token: 'a-token', expiresOnTimestamp: Date.now() + 3_600_000 }) }
const signIn: SignIn = { way: 'environment', credential, clientId: undefined, cloud: 'public' }
const day = 24 * 3600 * 1000
const fromNow = (days: number): Date => new Date(Date.now() + days * day)

interface Peer {
  readonly url: string
  readonly age: (seconds: number) => Promise<void>
}

const said: string[] = []
const log = { debug: (line: string) => void said.push(line), mask: () => undefined }

async function look(url: string, ...names: readonly string[]): Promise<VaultSecret[]> {
  const window = vaultWindow({ signIn, allowed: url, now: new Date(), log })
  const found = await window.look(names.map(secret => ({ url, secret })))
  said.push(JSON.stringify(found))
  return found
}

const managed: SetSecretOptions = { tags: { 'managed-by': 'external-secrets' } }

/** Fills a vault through the real client: first what shall be an hour old, then what is new. */
async function fill({ url, age }: Peer): Promise<void> {
  const client = new SecretClient(url, credential, {
    disableChallengeResourceVerification: true,
    serviceVersion: '7.4',
    agent: new Agent()
  })
  const set = async (name: string, options: SetSecretOptions = {}): Promise<unknown> =>
    client.setSecret(name, secretMarker, options)
  for (let n = 0; n < 59; n += 1) await set('sixty', { tags: { n: String(n) } })
  await set('off-before', { enabled: false })
  await set('off-since')
  await age(3600)
  await set('sixty', managed)
  await set('off-before')
  await set('off-since', { enabled: false })
  await set('join', { ...managed, expiresOn: fromNow(40), notBefore: fromNow(-1), contentType: 'text/plain' })
  await set('bare')
  await set('off', { enabled: false, expiresOn: fromNow(-1), notBefore: fromNow(-2) })
  await set('old', { expiresOn: fromNow(-1), notBefore: fromNow(-2) })
  await set('early', { notBefore: fromNow(1) })
  await set('Mixed-Case')
  await set('gone', managed)
  await (await client.beginDeleteSecret('gone', { intervalInMs: 10 })).pollUntilDone()
}

/** One for all, since authorities of one name with several keys can't be told apart. */
const { ca, tls } = trust()
trustToo(ca)

const closing: (() => Promise<void>)[] = []
const peers: Record<string, Peer> = {}
let lowkey = ''
beforeAll(async () => {
  await fill((peers['ours'] = await ours()))
  const vault = await lowkeyVault()
  closing.push(vault.close)
  lowkey = vault.url
  await fill(vault)
  for (const [way, missing] of Object.entries(noVersion)) {
    const { url, close } = await translated(vault, missing, tls)
    closing.unshift(close)
    peers[`Lowkey Vault, ${way}`] = { url, age: vault.age }
  }
}, 120_000)
afterAll(async () => {
  for (const close of closing) await close()
  for (const text of said) expect(text).not.toContain(secretMarker)
})

async function ours(): Promise<Peer> {
  let youngerMs = 3_600_000
  const tenant = '11111111-1111-1111-1111-111111111111'
  const grant = { tenant, client: 'peer', resource: 'https://vault.azure.net' }
  const vaults = { 'kv1.vault.azure.net': { tenant, secrets: {} } }
  const world = keyVault(
    vaults,
    bearer => (bearer ? grant : undefined),
    () => new Date(Date.now() - youngerMs)
  )
  const { url, close } = await serve(world.handler, { tls })
  closing.push(close)
  return { url, age: async seconds => void (youngerMs -= seconds * 1000) }
}

const one = async (url: string, name: string): Promise<VaultSecret | undefined> => (await look(url, name))[0]
const urlOf = (name: string): string => peers[name]?.url ?? ''

describe.each(['ours', ...Object.keys(noVersion).map(way => `Lowkey Vault, ${way}`)])('in %s', peer => {
  test.each([
    ['join', 'present'],
    ['bare', 'present'],
    ['off', 'disabled'],
    ['off-before', 'present'],
    ['off-since', 'disabled'],
    ['old', 'expired'],
    ['early', 'not-yet-valid'],
    ['Mixed-Case', 'present'],
    ['gone', 'deleted'],
    ['never', 'missing']
  ])('%s is %s', async (secret, state) => {
    const found = await one(urlOf(peer), secret)
    expect(found).toMatchObject({ secret, state })
    expect(found).not.toHaveProperty('nameInVault')
    expect(found).not.toHaveProperty('reason')
  })

  test('what is known of the newest version is told', async () => {
    const found = await one(urlOf(peer), 'join')
    expect(found).toMatchObject({ managedBy: 'external-secrets', versions: 1 })
    for (const [date, days] of [
      [found?.createdOn, 0],
      [found?.updatedOn, 0],
      [found?.expiresOn, 40],
      [found?.notBefore, -1]
    ] as const) {
      expect(Math.abs(Date.parse(date ?? '') - fromNow(days).getTime())).toBeLessThan(day / 2)
    }
    expect(await one(urlOf(peer), 'bare')).not.toHaveProperty('managedBy')
  })

  test('of sixty versions on three pages the one created last counts', async () => {
    expect(await one(urlOf(peer), 'sixty')).toMatchObject({ versions: 60, managedBy: 'external-secrets' })
  })

  test('a deleted secret has its dates', async () => {
    const { deletedOn = '', purgeOn = '', ...found } = (await one(urlOf(peer), 'gone')) ?? {}
    expect(Math.round((Date.parse(purgeOn) - Date.parse(deletedOn)) / day)).toBe(90)
    expect(found).toMatchObject({ managedBy: 'external-secrets' })
  })
})

describe('the two differ in', () => {
  test('the case of a name, which Azure ignores and Lowkey Vault does not', async () => {
    const found = [
      await one(urlOf('ours'), 'mixed-case'),
      await one(urlOf('Lowkey Vault, 404 SecretNotFound'), 'mixed-case')
    ]
    expect(found[0]).toMatchObject({ state: 'present', nameInVault: 'Mixed-Case' })
    expect(found[1]).toMatchObject({ state: 'missing' })
  })

  test('purge protection, which Lowkey Vault has by default', async () => {
    expect(await one(urlOf('ours'), 'join')).toMatchObject({ purgeProtected: false })
    expect(await one(lowkey, 'join')).toMatchObject({ purgeProtected: true })
  })

  test('the content type, which the lists of Lowkey Vault leave out', async () => {
    expect(await one(urlOf('ours'), 'join')).toMatchObject({ contentType: 'text/plain' })
    expect(await one(lowkey, 'join')).not.toHaveProperty('contentType')
  })

  test('the 404 for a secret that is not there: Lowkey Vault’s is not Azure’s, so we can’t tell, and say so', async () => {
    expect(await one(lowkey, 'never')).toMatchObject({ state: 'unknown', reason: expect.stringContaining('404') })
    expect(await one(lowkey, 'gone')).toMatchObject({ state: 'unknown', reason: expect.stringContaining('404') })
  })
})

test('straight from Lowkey Vault, all that has a version is seen, in one look', async () => {
  const found = await look(lowkey, 'join', 'off', 'old', 'early', 'sixty')
  expect(found.map(({ state }) => state)).toEqual(['present', 'disabled', 'expired', 'not-yet-valid', 'present'])
  expect(found.at(-1)).toMatchObject({ versions: 60, managedBy: 'external-secrets' })
})

test('the secret behind a certificate of Lowkey Vault is told as one', async () => {
  const policy = {
    issuer: { name: 'Self' },
    key_props: { exportable: true, kty: 'RSA', key_size: 2048, reuse_key: false },
    secret_props: { contentType: 'application/x-pkcs12' },
    x509_props: { subject: 'CN=peer', validity_months: 12 }
  }
  const { status } = await fetch(`${lowkey}/certificates/cert/create?api-version=7.4`, {
    method: 'POST',
    headers: { authorization: 'Bearer a-token', 'content-type': 'application/json' },
    body: JSON.stringify({ policy })
  })
  expect(status).toBeLessThan(300)
  expect(await one(lowkey, 'cert')).toMatchObject({ state: 'present', certificate: true })
})
