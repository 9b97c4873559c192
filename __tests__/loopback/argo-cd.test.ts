// The loopback Argo CD lists, narrows and refuses as Argo CD's server does.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { argoCd, argoMarker } from './argo-cd.ts'
import { serve } from './serve.ts'
import type { Served } from './serve.ts'

const pushSecret = {
  group: 'external-secrets.io',
  version: 'v1alpha1',
  kind: 'PushSecret',
  namespace: 'kasten-io-mc',
  name: 'token'
}
const degraded = { status: 'Degraded', message: 'secret key token does not exist' }

const world = argoCd(
  [
    {
      metadata: { name: 'secondary-b', namespace: 'argocd', labels: { role: 'secondary' } },
      spec: { project: 'kasten', source: { repoURL: 'https://github.com/acme/fleet', path: 'b' } },
      status: { sync: { status: 'Synced' } }
    },
    {
      metadata: {
        name: 'primary',
        namespace: 'argocd',
        labels: { role: 'primary' },
        deletionTimestamp: '2026-11-01T00:00:00Z'
      },
      spec: { project: 'kasten', destination: { name: 'hub' } },
      status: {
        sync: { status: 'OutOfSync', revision: 'abc', revisions: ['abc'] },
        health: { status: 'Degraded' },
        conditions: [{ type: 'SyncError', message: 'boom' }],
        operationState: { phase: 'Failed', message: 'boom', syncResult: { revision: 'abc' } },
        reconciledAt: '2026-11-01T00:00:00Z',
        resourceHealthSource: 'appTree',
        resources: [{ ...pushSecret, status: 'Synced', health: degraded }]
      }
    },
    { metadata: { name: 'shop', namespace: 'shops' }, spec: {} }
  ],
  { [argoMarker]: ['*'], narrow: ['default'] }
)

let server: Served
beforeAll(async () => {
  server = await serve(world.handler)
})
afterAll(async () => server.close())

async function get(path: string, token: string | undefined = argoMarker): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${server.url}${path}`, { headers: token ? { authorization: `Bearer ${token}` } : {} })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
}

const named = (...names: readonly string[]): object => ({
  status: 200,
  body: { items: names.map(name => ({ metadata: { name } })) }
})

describe('the list', () => {
  test('is by name, and narrowed by project, label, name and namespace', async () => {
    expect(await get('/api/v1/applications')).toMatchObject(named('primary', 'secondary-b', 'shop'))
    expect(await get('/api/v1/applications?projects=default&projects=none')).toMatchObject(named('shop'))
    expect(await get('/api/v1/applications?selector=role!=primary,role')).toMatchObject(named('secondary-b'))
    expect(await get('/api/v1/applications?name=primary')).toMatchObject(named('primary'))
    expect(await get('/api/v1/applications?appNamespace=shops')).toMatchObject(named('shop'))
  })

  test('has the fields asked for, as far as they can be asked for', async () => {
    const fields = [
      'metadata.name',
      'spec.destination',
      'status.sync.status',
      'status.conditions',
      'status.reconciledAt'
    ]
    const { body } = await get(
      `/api/v1/applications?name=primary&fields=${fields.map(field => `items.${field}`).join(',')}`
    )
    expect(body).toEqual({
      metadata: { resourceVersion: '1' },
      items: [
        {
          metadata: { name: 'primary' },
          spec: { destination: { name: 'hub' } },
          status: { sync: { status: 'OutOfSync' } }
        }
      ]
    })
  })

  test('sends null for most of what is not there, and the whole for a field and its part', async () => {
    const fields = 'items.metadata.deletionTimestamp,items.status.resources,items.spec,items.spec.source'
    expect(await get(`/api/v1/applications?name=shop&fields=${fields}`)).toMatchObject({
      body: { items: [{ metadata: { deletionTimestamp: null }, spec: {} }] }
    })
    const { body } = await get('/api/v1/applications?name=primary&fields=-items.status.resources')
    expect(body).toMatchObject({
      items: [{ status: { health: { status: 'Degraded' }, operationState: { phase: 'Failed' } } }]
    })
    expect(JSON.stringify(body)).not.toMatch(/PushSecret|conditions|boom/)
  })
})

describe('one Application', () => {
  test('is had whole, with the health of its resources in the tree only', async () => {
    const { body } = await get('/api/v1/applications/primary')
    expect(body).toMatchObject({ status: { conditions: [{ message: 'boom' }], resources: [pushSecret] } })
    expect(JSON.stringify(body)).not.toContain(degraded.message)
    const tree = await get('/api/v1/applications/primary/resource-tree')
    expect(tree.body).toEqual({ nodes: [{ ...pushSecret, health: degraded }] })
  })

  test('that is missing is forbidden, unless its project is named', async () => {
    expect(await get('/api/v1/applications/nobody')).toMatchObject({ status: 403, body: { code: 7 } })
    expect(await get('/api/v1/applications/nobody?project=kasten')).toMatchObject({ status: 404, body: { code: 5 } })
    expect(await get('/api/v1/applications/primary?project=default')).toMatchObject({ status: 404 })
    expect(await get('/api/v1/applications/shop')).toMatchObject({ status: 403 })
    expect(await get('/api/v1/applications/shop?appNamespace=shops')).toMatchObject({ status: 200 })
  })
})

describe('a token', () => {
  test('is needed, and must be known', async () => {
    expect(await get('/api/v1/applications', '')).toMatchObject({ status: 401, body: { code: 16 } })
    expect(await get('/api/v1/applications', 'forged')).toMatchObject({ status: 401 })
    expect(await get('/api/version', '')).toMatchObject({ status: 200 })
  })

  test('shows what it may see and no more', async () => {
    expect(await get('/api/v1/applications', 'narrow')).toMatchObject(named('shop'))
    expect(await get('/api/v1/projects', 'narrow')).toMatchObject(named('default'))
    expect(await get('/api/v1/applications/primary', 'narrow')).toMatchObject({ status: 403 })
    expect(await get('/api/v1/applications/primary?project=kasten', 'narrow')).toMatchObject({ status: 403 })
  })
})

test('a path that is not the API gives a page, not an error', async () => {
  expect(await get('/argo/api/v1/applications')).toMatchObject({
    status: 200,
    body: expect.stringContaining('<title>')
  })
})

test('requests are on record without their tokens', () => {
  expect(world.requests).toContainEqual({ method: 'GET', path: '/api/v1/applications?name=primary' })
  expect(JSON.stringify(world.requests)).not.toContain(argoMarker)
})
