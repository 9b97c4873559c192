// The window on Argo CD sees Applications as they are, and says why and what to do where it can't see.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { liveWindow } from '../../src/adapters/argocd/live-window.ts'
import type { LiveWindowOptions } from '../../src/adapters/argocd/live-window.ts'
import type { LiveFleet } from '../../src/model/live.ts'
import type { LiveQuestion } from '../../src/ports/live.ts'
import { argoCd, argoMarker } from '../loopback/argo-cd.ts'
import type { LiveApplication } from '../loopback/argo-cd.ts'
import { internet } from '../loopback/proxy-internet.ts'
import type { Internet } from '../loopback/proxy-internet.ts'
import { serve } from '../loopback/serve.ts'
import type { Answer, HttpRequest, Served } from '../loopback/serve.ts'
import { trust } from '../loopback/tls.ts'
import { badGateway, garbage, instead, sky } from '../loopback/weather.ts'

const hostile = '<img src=x>\n::error::`|`'
const pushSecret = { group: 'external-secrets.io', version: 'v1alpha1', kind: 'PushSecret', namespace: 'kasten-io-mc' }
const reconciledAt = '2026-11-24T11:00:00Z'

const primary: LiveApplication = {
  metadata: { name: 'primary', namespace: 'argocd', deletionTimestamp: '2026-11-01T00:00:00Z' },
  spec: {
    project: 'kasten',
    destination: { name: 'hub', namespace: 'kasten-io-mc' },
    sources: [
      { repoURL: 'https://github.com/acme/fleet', path: 'primary', targetRevision: 'main' },
      { repoURL: 'https://charts.example', chart: 'k10', targetRevision: '8.0.0' }
    ],
    syncPolicy: { automated: {} }
  },
  status: {
    sync: { status: 'OutOfSync', revision: 'abc' },
    health: { status: 'Degraded', message: hostile },
    conditions: [{ type: 'SyncError', message: hostile }],
    operationState: {
      phase: 'Failed',
      message: 'one or more objects failed to apply',
      finishedAt: '2026-11-24T10:00:00Z'
    },
    reconciledAt,
    resourceHealthSource: 'appTree',
    resources: [
      { ...pushSecret, name: 'token', status: 'Synced', health: { status: 'Degraded', message: hostile } },
      { version: 'v1', kind: 'Namespace', name: 'kasten-io-mc', status: 'OutOfSync' }
    ]
  }
}
const healthy = (name: string, project = 'kasten', namespace = 'argocd'): LiveApplication => ({
  metadata: { name, namespace },
  spec: {
    project,
    destination: { server: 'https://b.example:6443' },
    source: { repoURL: 'https://github.com/acme/fleet', path: name },
    syncPolicy: { automated: { enabled: false } }
  },
  status: { sync: { status: 'Synced' }, health: { status: 'Healthy' }, reconciledAt }
})

const narrowToken = 'NARROW-ARGOCD-TOKEN-MUST-NOT-LEAK'
const blindToken = 'BLIND-ARGOCD-TOKEN-MUST-NOT-LEAK'
const world = argoCd([healthy('secondary-b'), primary, healthy('shop', 'shops', 'shops')], {
  [argoMarker]: ['*'],
  [narrowToken]: ['kasten'],
  [blindToken]: ['nothing']
})
const weather = sky()
let net: Internet
let server: Served
beforeAll(async () => {
  net = await internet({ 'argocd.example.test': world.handler }, weather.weather)
  net.enter()
  server = await served(world.handler, { weather: weather.weather })
})
afterEach(() => weather.clear())
afterAll(async () => {
  for (const text of said) expect(text).not.toMatch(/MUST-NOT-LEAK|Bearer/i)
  expect(masked).toContain(argoMarker)
  for (const { close } of servers) await close()
  await net.close()
})

const servers: Served[] = []
const served: typeof serve = async (...given) => {
  const started = await serve(...given)
  servers.push(started)
  return started
}

const said: string[] = []
const masked = new Set<string>()
const log = { debug: (line: string) => void said.push(line), mask: (secret: string) => void masked.add(secret) }
const url = 'https://argocd.example.test'

async function look(options: Partial<LiveWindowOptions> = {}, question?: LiveQuestion): Promise<LiveFleet> {
  const fleet = await liveWindow({ url, token: argoMarker, projects: [], log, ...options }).applications(question)
  said.push(JSON.stringify(fleet))
  return fleet
}

async function reasonOf(options: Partial<LiveWindowOptions> = {}): Promise<string> {
  const fleet = await look(options)
  if (fleet.known) throw new Error('it was known')
  return fleet.reason
}

async function known(
  options: Partial<LiveWindowOptions> = {},
  question?: LiveQuestion
): Promise<LiveFleet & { known: true }> {
  const fleet = await look(options, question)
  if (!fleet.known) throw new Error(fleet.reason)
  return fleet
}

describe('the live fleet', () => {
  test('is told by name, with what a closer look adds', async () => {
    const { applications, ...rest } = await known()
    expect(rest).toEqual({ known: true })
    expect(applications.map(({ name }) => name)).toEqual(['primary', 'secondary-b', 'shop'])
    expect(applications[0]).toEqual({
      name: 'primary',
      namespace: 'argocd',
      project: 'kasten',
      destination: { name: 'hub', namespace: 'kasten-io-mc' },
      sources: [
        { repoURL: 'https://github.com/acme/fleet', path: 'primary', targetRevision: 'main' },
        { repoURL: 'https://charts.example', chart: 'k10', targetRevision: '8.0.0' }
      ],
      automated: true,
      sync: 'OutOfSync',
      health: 'Degraded',
      healthMessage: hostile,
      phase: 'Failed',
      phaseMessage: 'one or more objects failed to apply',
      finishedAt: '2026-11-24T10:00:00Z',
      reconciledAt,
      deletionTimestamp: '2026-11-01T00:00:00Z',
      conditions: [{ type: 'SyncError', message: hostile }],
      resources: [
        {
          group: 'external-secrets.io',
          kind: 'PushSecret',
          namespace: 'kasten-io-mc',
          name: 'token',
          sync: 'Synced',
          health: 'Degraded',
          message: hostile
        },
        { group: '', kind: 'Namespace', namespace: '', name: 'kasten-io-mc', sync: 'OutOfSync' }
      ]
    })
    expect(applications[1]).toMatchObject({ sync: 'Synced', health: 'Healthy', automated: false, reconciledAt })
  })

  test('is asked for with few fields, never refreshed, and only read', async () => {
    const before = world.requests.length
    await known({ projects: ['kasten', 'shops'] })
    const asked = world.requests.slice(before)
    expect(asked.every(({ method }) => method === 'GET')).toBe(true)
    const list = new URL(asked[0]?.path ?? '', url)
    expect(list.searchParams.getAll('projects')).toEqual(['kasten', 'shops'])
    expect(list.searchParams.get('fields')).toContain('items.metadata.name,')
    expect(asked.map(({ path }) => path).join(' ')).not.toMatch(/refresh|repo=/)
  })

  test('is narrowed to projects', async () => {
    const { applications } = await known({ projects: ['shops'] })
    expect(applications.map(({ name, namespace }) => [name, namespace])).toEqual([['shop', 'shops']])
  })

  test('gets a closer look only where it is of interest', async () => {
    const { applications } = await known({}, { projects: ['kasten'], isOurs: ({ name }) => name === 'secondary-b' })
    expect(applications.find(({ name }) => name === 'primary')?.conditions).toEqual([])
    expect(applications.find(({ name }) => name === 'secondary-b')?.reconciledAt).toBe(reconciledAt)
  })

  test('says which projects the token does not see all of, since Argo CD does not', async () => {
    const all = await known({ token: narrowToken })
    expect(all.hidden).toMatchObject({ projects: ['*'], reason: expect.stringContaining('`argocd-project`') })
    expect((await known({ token: narrowToken, projects: ['kasten'] })).hidden).toBeUndefined()
    const question = { projects: ['kasten', 'shops'], isOurs: () => true }
    const some = await known({ token: narrowToken }, question)
    expect(some.hidden).toMatchObject({ projects: ['shops'], reason: expect.stringContaining('shops/*, allow') })
    const left = await known({ projects: ['kasten'] }, question)
    expect(left.hidden).toMatchObject({ projects: ['shops'], reason: expect.stringContaining('`argocd-project`') })
  })

  test('of no Applications is known to be empty only when all could be seen', async () => {
    expect(await look({ projects: ['none'] })).toEqual({ known: true, applications: [] })
    expect(await reasonOf({ token: blindToken, projects: ['kasten'] })).toContain('applications, get, kasten/*, allow')
  })

  test('can be read over http on this machine, and below a path', async () => {
    expect((await known({ url: server.url })).applications).toHaveLength(3)
    const below = await served(
      request =>
        request.url.pathname.startsWith('/argo-cd/')
          ? world.handler({ ...request, url: new URL(request.url.href.replace('/argo-cd/', '/')) })
          : { status: 404 },
      {}
    )
    expect((await known({ url: `${below.url}/argo-cd/` })).applications).toHaveLength(3)
    expect(await reasonOf({ url: below.url })).toContain('below a path')
  })

  test('of many gets at most fifty closer looks, the unwell first, and says who got none', async () => {
    const many = argoCd([
      ...Array.from({ length: 60 }, (_, n) => healthy(`app-${String(n).padStart(2, '0')}`)),
      primary
    ])
    const busy = await served(many.handler)
    const { applications, notLookedAt } = await known({ url: busy.url })
    expect(applications).toHaveLength(61)
    expect(notLookedAt).toHaveLength(11)
    expect(notLookedAt).not.toContain('primary')
  })

  test('stays as the list told it where a closer look fails', async () => {
    weather.next(instead({ status: 403 }), { times: Infinity, when: pathHas('/applications/primary') })
    const { applications, notLookedAt } = await known()
    expect(notLookedAt).toEqual(['primary'])
    expect(applications[0]).toMatchObject({ name: 'primary', sync: 'OutOfSync', health: 'Degraded', phase: 'Failed' })
  })
})

const pathHas =
  (part: string) =>
  ({ url: asked }: HttpRequest): boolean =>
    asked.pathname.includes(part)

describe('an Argo CD that can’t be read is unknown', () => {
  const html = { 'content-type': 'text/html' }
  test.each<[string, Answer, readonly string[]]>([
    [
      'forbids',
      { status: 403, body: { error: 'permission denied', code: 7 } },
      ['p, role:ci, applications, get, */*, allow']
    ],
    ['has a login page', { status: 200, headers: html, body: '<!doctype html>' }, ['single sign-on']],
    ['has a login page with 403', { status: 403, headers: html, body: '<html>' }, ['single sign-on']],
    [
      'redirects to a sign-in',
      { status: 302, headers: { location: 'https://sso.example/auth?state=MUST-NOT-LEAK' } },
      ['https://sso.example,', 'single sign-on']
    ],
    ['is not there', { status: 404, body: { error: 'Not Found' } }, ['no Argo CD API']],
    ['sends garbage', garbage(200), ['']],
    ['sends another list', { status: 200, body: { things: [] } }, ['does not give']],
    ['cuts the connection', 'reset', ['broke off', 'self-hosted']]
  ])('%s', async (_name, answer, words) => {
    const before = net.refused.length
    weather.next(instead(answer), { times: Infinity })
    const reason = await reasonOf()
    for (const word of words) expect(reason).toContain(word)
    expect(reason).toContain('rgo')
    expect(net.refused.slice(before)).toEqual([])
  })

  test.each([undefined, 'EXPIRED-TOKEN-MUST-NOT-LEAK'])('with a token that is not accepted', async token => {
    expect(await reasonOf({ token })).toContain('`argocd-token` (401)')
  })

  test('is down for a moment, or for good', async () => {
    weather.next(instead(badGateway))
    expect((await known()).applications).toHaveLength(3)
    weather.next(instead({ status: 503 }), { times: Infinity })
    expect(await reasonOf()).toContain('answered 503')
  })

  test('does not answer in time, or never again', async () => {
    weather.next(instead('silence'), { times: Infinity })
    expect(await reasonOf({ deadlineMs: 300 })).toContain('did not answer within 0.3 s')
    expect(await reasonOf({ signal: AbortSignal.timeout(100) })).toContain('the run ended')
  })

  test('sends without end', async () => {
    const endless = await served(() => ({ status: 200, body: Buffer.alloc(65 * 1024 * 1024, ' ') }))
    expect(await reasonOf({ url: endless.url })).toContain('`argocd-project`')
  })

  test('is not to be reached', async () => {
    const closed = await serve(() => ({ status: 200 }))
    await closed.close()
    expect(await reasonOf({ url: closed.url })).toContain('refused the connection')
    expect(await reasonOf({ url: 'https://nobody.example.test' })).toContain('proxy')
  })

  test('shows a certificate that is not trusted', async () => {
    const strange = await served(world.handler, { tls: trust(['localhost']).tls })
    expect(await reasonOf({ url: `https://localhost:${strange.port}` })).toContain('`NODE_EXTRA_CA_CERTS`')
  })

  test.each([
    'http://argocd.example.test',
    'argocd.example.test',
    'https://a:b@argocd.example.test',
    'ftp://localhost',
    ''
  ])('has no URL to be asked at: %s', async wrong => {
    expect(await reasonOf({ url: wrong })).toContain('`argocd-url`')
  })
})
