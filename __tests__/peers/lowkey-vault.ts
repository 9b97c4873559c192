// Runs Lowkey Vault, a Key Vault that others wrote, and translates the answers in which it differs from Azure's.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect, getCACertificates, setDefaultCACertificates } from 'node:tls'
import { serve } from '../loopback/serve.ts'
import type { HttpReply, Served } from '../loopback/serve.ts'
import type { Trust } from '../loopback/tls.ts'

export interface LowkeyVault {
  readonly url: string
  /** Makes all that is there older. */
  readonly age: (seconds: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts the jar that `LOWKEY_VAULT_JAR` names on 127.0.0.1, with no vault but its default ones, and trusts its certificate. */
export async function lowkeyVault(): Promise<LowkeyVault> {
  const [port, tokenPort] = [await freePort(), await freePort()]
  const url = `https://127.0.0.1:${port}`
  const settings = { 'server.address': '127.0.0.1', 'server.port': port, 'app.token.port': tokenPort }
  const words = Object.entries(settings).map(([name, value]) => `--${name}=${value}`)
  const child = spawn('java', ['-jar', process.env['LOWKEY_VAULT_JAR'] ?? '', ...words], { stdio: 'ignore' })
  trustToo(await certificateOf(port, child))
  await started(url, child)
  return {
    url,
    age: async seconds => {
      const headers = { 'content-type': 'application/json' }
      const { status } = await fetch(`${url}/management/vault/time/all?seconds=${seconds}`, { method: 'PUT', headers })
      if (status >= 300) throw new Error(`Lowkey Vault answered ${status} when its time was to pass`)
    },
    close: async () => {
      const ended = once(child, 'exit')
      if (child.kill()) await ended
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

const triesPerSecond = 4

/** What `attempt` gives, tried until the server is up. */
async function eventually<Value>(child: ChildProcess, attempt: () => Promise<Value>): Promise<Value> {
  for (let left = 60 * triesPerSecond; ; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      if (left === 0 || child.exitCode !== null) throw error
      await sleep(1000 / triesPerSecond)
    }
  }
}

/** Self-signed, and so its own authority. It is asked of the process that we started ourselves. */
async function certificateOf(port: number, child: ChildProcess): Promise<string> {
  return eventually(child, async () => {
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false })
    await once(socket, 'secureConnect')
    const certificate = socket.getPeerX509Certificate()?.toString()
    socket.destroy()
    if (!certificate) throw new Error('Lowkey Vault has no certificate')
    return certificate
  })
}

async function started(url: string, child: ChildProcess): Promise<void> {
  await eventually(child, async () => {
    if ((await fetch(`${url}/ping`)).status >= 500) throw new Error('Lowkey Vault is not up')
  })
}

/** Also to be trusted by this process. */
export function trustToo(certificate: string): void {
  setDefaultCACertificates([...getCACertificates('default'), certificate])
}

/** How a vault may say that a secret has no version: both are read as that. */
export const noVersion: Readonly<Record<string, HttpReply>> = {
  '200 and an empty list': { status: 200, body: { value: [] } },
  '404 SecretNotFound': { status: 404, body: { error: { code: 'SecretNotFound', message: 'not found' } } }
}

/** A door before Lowkey Vault that says `missing` where it says 404 with the name of a Java class, and nothing else anew. */
export async function translated(
  vault: { readonly url: string },
  missing: HttpReply,
  tls: Trust['tls']
): Promise<Served> {
  return serve(
    async ({ method, url, headers: { authorization, ...headers }, body }) => {
      const {
        status,
        headers: given,
        text
      } = await ask(new URL(url.pathname + url.search, vault.url), {
        method,
        headers: { 'content-type': headers['content-type'] ?? '', ...(authorization && { authorization }) },
        ...(body && { body })
      })
      if (status === 404 && /NotFoundException/.test(text) && url.pathname.endsWith('/versions')) return missing
      const ours = (words: string): string => words.replaceAll(vault.url, url.origin)
      const kept = ['content-type', 'www-authenticate'].flatMap(name => {
        const value = given.get(name)
        return value ? [[name, ours(value)] as const] : []
      })
      return { status, headers: Object.fromEntries(kept), body: ours(text) }
    },
    { tls }
  )
}

async function ask(url: URL, init: RequestInit): Promise<{ status: number; headers: Headers; text: string }> {
  const answer = await fetch(url, init)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
