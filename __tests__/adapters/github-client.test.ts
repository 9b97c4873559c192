// The client itself: addresses, tokens, patience, answers of strangers, and Git's arithmetic against the real Git.
import { describe, expect, test } from '@jest/globals'
import { array, assert, constantFrom, property, string, uniqueArray } from 'fast-check'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { githubClient } from '../../src/adapters/github/client.ts'
import type { GithubOptions } from '../../src/adapters/github/client.ts'
import { shown } from '../../src/adapters/github/faults.ts'
import { blobSha, treeSha } from '../../src/adapters/github/objects.ts'
import { pullRequests } from '../../src/adapters/github/pull-requests.ts'
import { ConfigError, Fault } from '../../src/ports/trouble.ts'
import { checkoutOf } from '../../src/source/checkout.ts'
import { actionsToken } from '../loopback/github.ts'
import { treeOf } from '../loopback/github-repository.ts'
import { serve } from '../loopback/serve.ts'
import type { Answer, HttpRequest } from '../loopback/serve.ts'
import { garbage, instead, sky, tooManyRequests } from '../loopback/weather.ts'
import { fleetFiles, hurry, proposal, within } from './github-setting.ts'
import type { Setting } from './github-setting.ts'

const base: GithubOptions = {
  token: 'ghs_secret-token',
  apiUrl: 'https://api.github.com',
  serverUrl: 'https://github.com',
  owner: 'acme',
  repo: 'fleet',
  pace: hurry
}

describe('what can’t be right', () => {
  test.each([
    { apiUrl: 'http://api.github.com' },
    { apiUrl: 'http://127.0.0.1.evil.test' },
    { apiUrl: 'https://user:pass@api.github.com' },
    { apiUrl: 'https://api.github.com/?x=1' },
    { apiUrl: 'ftp://api.github.com' },
    { apiUrl: '' },
    { graphqlUrl: 'http://ghe.test/api/graphql' },
    { serverUrl: 'javascript:alert(1)' },
    { owner: '../x' },
    { owner: '' },
    { repo: '..' },
    { repo: 'a b' },
    { token: '' },
    { token: 'ghs_secret-token\n' }
  ])('is refused: %j', more => {
    expect(() => githubClient({ ...base, ...more })).toThrow(ConfigError)
    expect(() => githubClient({ ...base, ...more })).not.toThrow(/secret|user:pass/)
  })
})

/** What the client makes of a server that gives one answer to everything. */
async function against(answer: (request: HttpRequest) => Answer, pace = hurry) {
  const seen: HttpRequest[] = []
  const served = await serve(request => {
    seen.push(request)
    return answer(request)
  })
  const port = pullRequests({ ...base, apiUrl: served.url, serverUrl: served.url, pace })
  try {
    const fault: unknown = await port.propose(proposal()).then(
      () => undefined,
      (error: unknown) => error
    )
    if (!(fault instanceof Fault)) throw fault
    return { fault, seen, requests: port.requests }
  } finally {
    await served.close()
  }
}

async function created({ pulls }: Setting): Promise<void> {
  expect(await pulls().propose(proposal())).toMatchObject({ operation: 'created' })
}

describe('patience', () => {
  test.each([
    ['429 without Retry-After waits a minute, which is too long here', tooManyRequests(), 1, 'rate-limited'],
    ['429 with a long Retry-After', tooManyRequests({ 'retry-after': '3600' }), 1, 'rate-limited'],
    ['429 for ever', tooManyRequests({ 'retry-after': '0' }), 3, 'rate-limited'],
    [
      'a secondary limit for ever',
      { status: 403, headers: { 'retry-after': '0' }, body: { message: 'secondary rate limit' } },
      3,
      'rate-limited'
    ],
    ['502 for ever', { status: 502, body: '<h1>' }, 3, 'unreachable'],
    ['a connection that is always cut', 'reset', 3, 'unreachable'],
    ['garbage for ever', garbage(500), 3, 'unreachable'],
    ['garbage that says it is well', garbage(200), 1, 'unexpected-answer'],
    [
      'a page of a proxy',
      { status: 200, headers: { 'content-type': 'text/html; charset=""' }, body: '<html>' },
      1,
      'unexpected-answer'
    ],
    ['an odd content type', { status: 200, headers: { 'content-type': ';;;' }, body: '[]' }, 1, 'unexpected-answer'],
    ['a redirect to another host', { status: 302, headers: { location: 'https://evil.test/' } }, 1, 'not-found'],
    ['an object for a list', { status: 200, body: {} }, 1, 'unexpected-answer'],
    ['a list of nonsense', { status: 200, body: [null] }, 1, 'unexpected-answer']
  ] as const)('%s', async (_name, answer, requests, code) => {
    const result = await against(() => answer)
    expect(result.fault).toMatchObject({ name: 'Fault', code })
    expect(result).toMatchObject({ requests })
    expect(result.seen).toHaveLength(requests)
  })

  test('an answer that never comes is given up', async () => {
    const { fault, requests } = await against(() => 'silence', { ...hurry, timeout: 50 })
    expect(fault).toMatchObject({ code: 'timed-out' })
    expect(requests).toBe(3)
  })

  test('a second of Retry-After is waited for', async () => {
    const above = sky()
    above.next(instead(tooManyRequests({ 'retry-after': '1' })))
    await within({}, created, above.weather)
  })

  test('hostile words are made plain, and an echoed token is not repeated', async () => {
    const message = `::add-mask::x\n\u001b[31m\u202e##[stop-commands]${base.token}${'y'.repeat(5000)}`
    const { fault } = await against(() => ({ status: 422, body: { message, errors: [message, { message }, null, 1] } }))
    expect(fault.message).not.toContain(base.token)
    expect(fault.message).not.toMatch(/\p{Cc}|\u202e/u)
    expect(fault.message.length).toBeLessThan(600)
    expect(JSON.stringify([fault, String(fault.cause), fault.stack])).not.toContain(base.token)
  })

  test('a hostile permission header is not repeated', async () => {
    const headers = { 'x-accepted-github-permissions': 'contents=write,evil`rm -rf`=write' }
    const { fault } = await against(() => ({ status: 403, headers, body: { message: 'no' } }))
    expect(fault.advice).toContain('pull-requests: write')
    expect(fault.advice).not.toContain('evil')
  })

  test('the next page is asked for by number, not where a stranger points to', async () => {
    const link = '<https://evil.test/>; rel="next"'
    const { seen } = await against(({ url }) =>
      url.pathname.includes('/git/') ? { status: 404, body: {} } : { status: 200, headers: { link }, body: [] }
    )
    expect(seen.every(({ url }) => url.hostname === '127.0.0.1')).toBe(true)
  })
})

describe('reading', () => {
  test('takes a text from the checkout when it is the base’s, and downloads it when not', async () =>
    within({}, async ({ world, options }) => {
      const checkout = checkoutOf({ ...fleetFiles, 'README.md': 'edited' })
      const port = pullRequests(options, checkout)
      expect(await port.defaultBranch()).toBe('main')
      const tip = await port.treeOf('main')
      const texts = await Promise.all(tip.files.map(async file => [file.path, await port.textOf(file)]))
      expect(Object.fromEntries(texts)).toEqual(fleetFiles)
      expect(world.requests.filter(({ operation }) => operation === 'git/get-blob')).toHaveLength(1)
    }))

  test('walks the folders of a listing that was cut off', async () => {
    const files = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`d${n % 4}/e${n % 3}/f${n}.yaml`, `${n}\n`]))
    await within({ files, treeListLimit: 8 }, async ({ world, pulls }) => {
      const tip = await pulls().treeOf('main')
      expect(tip.files.map(({ path }) => path).sort()).toEqual(Object.keys(files).sort())
      const done = await pulls().propose(proposal())
      expect(done.treeSha).toBe(treeOf(world.repository, 'onboard/b'))
    })
  })

  test('refuses bytes that are no text, and contents under a false name', async () =>
    within({ files: { 'logo.png': Buffer.from([0xff, 0xfe, 0]) } }, async ({ pulls }) => {
      const { files } = await pulls().treeOf('main')
      await expect(pulls().textOf(files[0]!)).rejects.toMatchObject({ code: 'rejected' })
      const { fault } = await blobFault()
      expect(fault).toMatchObject({ code: 'unexpected-answer' })
    }))
})

async function blobFault() {
  const served = await serve(() => ({
    status: 200,
    body: { content: Buffer.from('evil: true').toString('base64'), encoding: 'base64' }
  }))
  const port = pullRequests({ ...base, apiUrl: served.url, serverUrl: served.url })
  const file = { path: 'a.yaml', mode: '100644', sha: blobSha(Buffer.from('good: true')), size: 10 }
  const fault: unknown = await port.textOf(file).catch((error: unknown) => error)
  await served.close()
  return { fault }
}

test('a line of a stranger is one plain line', () => {
  assert(
    property(string({ unit: 'binary' }), text => {
      expect(shown(`${text}${actionsToken}`, actionsToken)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]|loopback-actions-token/u)
    })
  )
})

describe('Git’s arithmetic', () => {
  test('is Git’s', () => {
    const folder = mkdtempSync(join(tmpdir(), 'objects-'))
    const git = (args: string[], input?: string): string =>
      execFileSync('git', ['-C', folder, ...args], {
        encoding: 'utf8',
        ...(input === undefined ? {} : { input })
      }).trim()
    git(['init', '--quiet'])
    const segment = constantFrom('a', 'a.b', 'a-b', 'a0', 'b', 'ü', '☸', 'A', 'a b')
    const path = array(segment, { minLength: 1, maxLength: 3 }).map(parts => parts.join('/'))
    const blob = blobSha(Buffer.from('x'))
    try {
      assert(
        property(uniqueArray(path, { maxLength: 12 }), constantFrom('100644', '100755', '120000'), (paths, mode) => {
          const leaves = paths.map(each => ({ path: each, mode, sha: blob }))
          const isTree = !paths.some(one => paths.some(other => other.startsWith(`${one}/`)))
          if (!isTree) return expect(treeSha(leaves)).toBeUndefined()
          git(['read-tree', '--empty'])
          git(['update-index', '--index-info'], leaves.map(leaf => `${leaf.mode} ${leaf.sha}\t${leaf.path}\n`).join(''))
          expect(treeSha(leaves)).toBe(git(['write-tree', '--missing-ok']))
        }),
        { numRuns: 60 }
      )
      expect(blob).toBe(git(['hash-object', '--stdin'], 'x'))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
