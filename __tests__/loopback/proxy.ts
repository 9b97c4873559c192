// A CONNECT proxy to loopback ports only, so that untouched clients speak to worlds under real host names and to nothing else.
import { createServer } from 'node:http'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** Host name, or `*.` and a suffix for one label more, to a port of 127.0.0.1. */
export type Routes = Readonly<Record<string, number>>

/** A proxy that runs. `asked` are the hosts let through, `refused` those that would have left the machine. */
export interface Proxy {
  readonly url: string
  readonly asked: readonly string[]
  readonly refused: readonly string[]
  readonly close: () => Promise<void>
}

/** Starts a proxy for `routes`. Unknown hosts and plain http get 502, as from a proxy that cannot resolve the name. */
export async function proxy(routes: Routes): Promise<Proxy> {
  const asked: string[] = []
  const refused: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    refused.push(request.url ?? '')
    response.writeHead(502).end()
  })
  server.on('connection', (socket: Socket) => keep(sockets, socket))
  server.on('connect', (request, client: Socket) => {
    const target = request.url ?? ''
    const port = routeOf(routes, target)
    if (port === undefined) {
      refused.push(target)
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    } else {
      asked.push(hostOf(target))
      tunnel(client, keep(sockets, connect(port, '127.0.0.1')))
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    await new Promise(resolve => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${port}`, asked, refused, close }
}

/** The value whose key is this host, or the key `*.` with all but the host's first label. */
export function matchOf<Value>(host: string, byPattern: Readonly<Record<string, Value>>): Value | undefined {
  const name = host.toLowerCase()
  return byPattern[name] ?? byPattern[`*${name.slice(name.indexOf('.'))}`]
}

const hostOf = (target: string): string => target.slice(0, target.lastIndexOf(':'))

/** Only the https port: a client that goes elsewhere has been led astray. */
function routeOf(routes: Routes, target: string): number | undefined {
  return target.endsWith(':443') ? matchOf(hostOf(target), routes) : undefined
}

function keep(sockets: Set<Socket>, socket: Socket): Socket {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('error', () => socket.destroy())
  return socket
}

function tunnel(client: Socket, world: Socket): void {
  world.on('connect', () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n')
    world.pipe(client)
    client.pipe(world)
  })
  world.on('close', () => client.destroy())
  client.on('close', () => world.destroy())
}
