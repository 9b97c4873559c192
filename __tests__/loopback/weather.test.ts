// Any world can be served in any weather: the client sees it, the world is as it would be.
import { afterEach, describe, expect, test } from '@jest/globals'
import { serve } from './serve.ts'
import type { HttpRequest, Served, Weather } from './serve.ts'
import { afterEffect, badGateway, garbage, instead, sky, slow, tooManyRequests, under } from './weather.ts'

let server: Served
let paths: string[] = []
const world = ({ url, body }: HttpRequest) => {
  paths.push(url.pathname)
  return { status: 201, body: { body } }
}
const start = async (weather?: Weather): Promise<void> => {
  paths = []
  server = await serve(world, weather && { weather })
}
afterEach(async () => server.close())
const post = async (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(server.url + path, { method: 'POST', body: 'hé', ...init })

test('in fair weather a request is read and answered', async () => {
  await start()
  const response = await post('/a')
  expect([response.status, await response.json()]).toEqual([201, { body: 'hé' }])
})

describe('before the world has acted', () => {
  test.each([
    ['throttling', tooManyRequests({ 'retry-after': '1' }), 429, ''],
    ['a gateway', badGateway, 502, '<h1>502</h1>'],
    ['garbage', garbage(), 500, garbage().body],
    ['garbage that is called fine', garbage(200), 200, garbage().body]
  ])('%s answers', async (_name, answer, status, body) => {
    await start(instead(answer))
    const response = await post('/a')
    expect([response.status, await response.text()]).toEqual([status, body])
    expect(response.headers.get('retry-after')).toBe(status === 429 ? '1' : null)
    expect(paths).toEqual([])
  })

  test('the connection is cut', async () => {
    await start(instead('reset'))
    await expect(post('/a')).rejects.toThrow('fetch failed')
    expect(paths).toEqual([])
  })
})

describe('after the world has acted', () => {
  test('the connection is cut, or the answer is lost', async () => {
    await start(afterEffect('reset'))
    await expect(post('/a')).rejects.toThrow('fetch failed')
    expect(paths).toEqual(['/a'])
  })

  test('the answer comes late', async () => {
    await start(slow(1))
    expect((await post('/a')).status).toBe(201)
  })
})

test('silence lasts until the client gives up, and does not keep the server from closing', async () => {
  await start(instead('silence'))
  await expect(post('/a', { signal: AbortSignal.timeout(20) })).rejects.toThrow(/timeout/)
  const pending = post('/b').catch(() => 'cut')
  await server.close()
  expect(await pending).toBe('cut')
  await start()
})

test('a sky sends each weather down on the requests it is meant for, then clears', async () => {
  const { weather, next, clear } = sky()
  await start(weather)
  next(instead(badGateway), { times: 2, when: ({ url }) => url.pathname === '/b' })
  next(instead(tooManyRequests()))
  const statuses: number[] = []
  for (const path of ['/a', '/b', '/b', '/b', '/a']) statuses.push((await post(path)).status)
  expect(statuses).toEqual([429, 502, 502, 201, 201])
  next(instead(badGateway), { times: Infinity })
  expect((await post('/a')).status).toBe(502)
  clear()
  expect((await post('/a')).status).toBe(201)
})

test('worlds that share a server can have weather of their own', async () => {
  const handler = under(instead(badGateway), world)
  expect(await handler({ method: 'GET', url: new URL('http://a.test/'), headers: {}, body: '' })).toBe(badGateway)
  await start()
})

test('a bug in a world is a 500 for the client and fails the close', async () => {
  const broken = await serve(() => {
    throw new Error('no such planet')
  })
  expect((await fetch(broken.url)).status).toBe(500)
  await expect(broken.close()).rejects.toThrow('no such planet')
  await start()
})
