// A small internet: worlds under real host names over TLS, reachable by any child process that is given its environment.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { matchOf, proxy } from './proxy.ts'
import { serve } from './serve.ts'
import type { Handler, Weather } from './serve.ts'
import { trust, worldHosts, writeCa } from './tls.ts'

/** What runs until `close`: give `env` to a child process, or `ca` and `proxyUrl` to a client in this one. */
export interface Internet {
  readonly env: Readonly<Record<string, string>>
  readonly ca: string
  readonly proxyUrl: string
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
  return {
    env: {
      HTTPS_PROXY: via.url,
      HTTP_PROXY: via.url,
      NO_PROXY: '127.0.0.1,localhost',
      NODE_EXTRA_CA_CERTS: writeCa(trusted, folder)
    },
    ca: trusted.ca,
    proxyUrl: via.url,
    asked: via.asked,
    refused: via.refused,
    close: async () => {
      await via.close()
      rmSync(folder, { recursive: true, force: true })
      await server.close()
    }
  }
}
