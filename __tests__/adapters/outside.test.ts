// What comes from outside is read whatever it is: any URL, any JSON, any error.
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { liveApplicationOf } from '../../src/adapters/argocd/application.ts'
import { argoUrlOf } from '../../src/adapters/argocd/argo-api.ts'
import { claimsOf } from '../../src/adapters/azure/id-token.ts'
import { presentSecret } from '../../src/adapters/azure/states.ts'
import { vaultHostOf } from '../../src/adapters/azure/vault-host.ts'
import { atMost } from '../../src/adapters/web/at-most.ts'
import { codesOf, isAbort, unreachableReason } from '../../src/adapters/web/unreachable.ts'

const host = fc.oneof(fc.domain(), fc.constantFrom('kv1.vault.azure.net', 'kv1.vault.azure.net.', 'localhost'))
const anyUrl = fc.oneof(
  fc.string(),
  fc.webUrl({ validSchemes: ['https', 'http', 'ftp'], withQueryParameters: true }),
  fc.tuple(fc.string(), host, fc.string()).map(([before, name, after]) => `https://${before}${name}${after}`)
)

describe('a vault’s URL', () => {
  test('leads to Azure or nowhere, whatever a file says', () => {
    fc.assert(
      fc.property(anyUrl, url => {
        const vault = vaultHostOf(url)
        if (!vault.ok) return
        expect(new URL(vault.url).protocol).toBe('https:')
        expect(vault.host).toMatch(/^[a-z0-9-]+\.vault\.(azure\.net|azure\.cn|usgovcloudapi\.net)$/)
      }),
      { numRuns: 2000 }
    )
  })

  test('may be another when the input names the same origin', () => {
    const allowed = 'https://vault.corp.example'
    expect(vaultHostOf('https://vault.corp.example/', { allowed })).toMatchObject({ ok: true, name: 'vault' })
    expect(vaultHostOf('https://vault.corp.example:444', { allowed })).toMatchObject({ ok: false })
    expect(vaultHostOf('http://vault.corp.example', { allowed: 'http://vault.corp.example' })).toMatchObject({
      ok: false
    })
    expect(vaultHostOf('https://localhost:8443', { allowed: 'https://localhost:8443/' })).toMatchObject({
      loopback: true
    })
  })
})

test('Argo CD is asked over https, or over http on this machine', () => {
  fc.assert(
    fc.property(anyUrl, url => {
      const { protocol, hostname } = argoUrlOf(url) ?? new URL('https://x')
      expect(protocol === 'https:' || /^(localhost|127\.|\[::1])/.test(hostname)).toBe(true)
    })
  )
})

test('an Application is read from any JSON, with a name or not at all', () => {
  const part = fc.jsonValue()
  const shaped = fc.record({
    metadata: fc.oneof(part, fc.record({ name: fc.oneof(part, fc.string()), namespace: part })),
    spec: fc.oneof(part, fc.record({ source: part, sources: fc.oneof(part, fc.array(part)), syncPolicy: part })),
    status: fc.oneof(part, fc.record({ health: part, conditions: fc.array(part), resources: fc.array(part) }))
  })
  fc.assert(
    fc.property(fc.oneof(part, shaped), json => {
      const application = liveApplicationOf(json)
      if (application) expect(application.name).not.toBe('')
    })
  )
})

test('claims are read from any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.jsonValue().map(tokenOf)), token => {
      expect(() => claimsOf(token)).not.toThrow()
    })
  )
})

const tokenOf = (payload: unknown): string => `x.${Buffer.from(JSON.stringify(payload) ?? '').toString('base64url')}.x`

test('the newest version is the one created last, in whatever order they come', () => {
  const sought = { url: 'https://kv1.vault.azure.net', secret: 's' }
  const created = fc.uniqueArray(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2026-01-01') }), {
    minLength: 1,
    selector: date => date.getTime()
  })
  fc.assert(
    fc.property(created, dates => {
      const versions = dates.map(createdOn => ({ createdOn, name: 's', vaultUrl: sought.url }))
      const newest = new Date(Math.max(...dates.map(date => date.getTime())))
      expect(presentSecret(sought, versions, new Date('2026-11-24'))).toMatchObject({
        state: 'present',
        createdOn: newest.toISOString(),
        versions: dates.length
      })
    })
  )
})

test('an error is told by its codes, however deep, and whatever was thrown', () => {
  fc.assert(
    fc.property(fc.anything(), thrown => {
      expect(() => [codesOf(thrown), isAbort(thrown), unreachableReason(thrown, 'x')]).not.toThrow()
    })
  )
  const deep = new Error('a', {
    cause: new Error('b', { cause: Object.assign(new Error('c'), { code: 'ENOTFOUND' }) })
  })
  expect(unreachableReason(deep, 'kv1.example')).toContain('kv1.example does not resolve')
  expect(unreachableReason(new Error('a'), 'x')).toBeUndefined()
})

test('jobs run so many at once, all of them, also when some fail', async () => {
  const inTurn = atMost(3)
  let running = 0
  let most = 0
  const jobs = Array.from({ length: 20 }, async (_, n) =>
    inTurn(async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise(resolve => setImmediate(resolve))
      running -= 1
      if (n % 4 === 0) throw new Error('no')
      return n
    })
  )
  const settled = await Promise.allSettled(jobs)
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(5)
  expect(most).toBe(3)
})
