// A small internet: worlds under real host names over TLS, reachable by any child process that is given its environment.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { matchOf, proxy } from './proxy.ts'
import { serve } from './serve.ts'
import type { Handler, Weather } from './serve.ts'
import { trust, worldHosts, writeCa } from './tls.ts'
import type { Trust } from './tls.ts'

/** What runs until `close`: give `env` to a child process, or `enter` it with this one. */
export interface Internet {
  readonly env: Readonly<Record<string, string>>
  /** Sends this process through the proxy and makes it trust the worlds, until `close`. Clients made before do not notice. */
  readonly enter: () => void
  /** Hosts that were reached, and hosts (with port) that do not exist here. */
  readonly asked: readonly string[]
  readonly refused: readonly string[]
  readonly close: () => Promise<void>
}

/** Serves each handler under its host name (or `*.suffix`), all in the same weather; other names do not exist. */
export async function internet(sites: Readonly<Record<string, Handler>>, weather?: Weather): Promise<Internet> {
  const trusted = trust([...new Set([...worldHosts, ...Object.keys(sites)])])
  const folder = mkdtempSync(join(tmpdir(), 'loopback-'))
  const byHost: Handler = request => matchOf(request.url.hostname, sites)?.(request) ?? { status: 421 }
  const server = await serve(byHost, { tls: trusted.tls, ...(weather && { weather }) })
  const via = await proxy(Object.fromEntries(Object.keys(sites).map(host => [host, server.port])))
  const env = { ...proxyVariables(via.url), NODE_EXTRA_CA_CERTS: writeCa(trusted, folder) }
  let leave: (() => void) | undefined
  return {
    env,
    enter: () => void (leave = enter(env, trusted)),
    asked: via.asked,
    refused: via.refused,
    close: async () => {
      leave?.()
      await via.close()
      rmSync(folder, { recursive: true, force: true })
      await server.close()
    }
  }
}

/** In both spellings: clients differ in which one wins, and the machine may have set either. */
function proxyVariables(url: string): Record<string, string> {
  const variables = { HTTPS_PROXY: url, HTTP_PROXY: url, NO_PROXY: '127.0.0.1,localhost' }
  const lower = Object.entries(variables).map(([name, value]) => [name.toLowerCase(), value])
  return { ...variables, ...Object.fromEntries(lower) }
}

/** NODE_EXTRA_CA_CERTS is read at start only, so a running process is told of the authority directly. Returns the way back. */
function enter(env: Readonly<Record<string, string>>, { ca }: Trust): () => void {
  const before = { env: { ...process.env }, authorities: getCACertificates('default') }
  Object.assign(process.env, env)
  setDefaultCACertificates([...before.authorities, ca])
  return () => {
    for (const name of Object.keys(env)) {
      if (before.env[name] === undefined) delete process.env[name]
      else process.env[name] = before.env[name]
    }
    setDefaultCACertificates(before.authorities)
  }
}
