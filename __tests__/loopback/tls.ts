// A throw-away certificate authority, made at test time with Node alone, so that real host names can be served from 127.0.0.1.
import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'

/** Every name the worlds answer to. A wildcard covers one label, as in real certificates. */
export const worldHosts: readonly string[] = [
  '*.vault.azure.net',
  '*.vault.usgovcloudapi.net',
  '*.vault.azure.cn',
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.chinacloudapi.cn',
  'api.github.com',
  'github.com',
  'token.actions.githubusercontent.com',
  '*.actions.githubusercontent.com',
  '*.example.test',
  'localhost',
  '127.0.0.1'
]

/** `ca` is what clients must trust, `tls` is what `serve` needs; all PEM. The keys live in memory only. */
export interface Trust {
  readonly ca: string
  readonly tls: { readonly key: string; readonly cert: string }
}

/** A new authority and one certificate of it for all `hosts` (DNS names or IPv4 addresses). P-256, a few milliseconds. */
export function trust(hosts: readonly string[] = worldHosts): Trust {
  const root = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ca = certificate('Loopback CA', root.publicKey, root.privateKey, authorityExtension)
  const cert = certificate('Loopback world', leaf.publicKey, root.privateKey, namesExtension(hosts))
  return { ca, tls: { cert, key: leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() } }
}

/** Writes the authority's certificate into `folder` for NODE_EXTRA_CA_CERTS and returns the file's path. */
export function writeCa({ ca }: Trust, folder: string): string {
  const file = join(folder, 'loopback-ca.pem')
  writeFileSync(file, ca)
  return file
}

// X.509 v3 (RFC 5280) in DER. A value is a tag, a length and its content; that is all there is to it.

function der(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...contents: readonly Uint8Array[]): Buffer => der(0x30, ...contents)
const octets = (content: Uint8Array): Buffer => der(0x04, content)
const bits = (content: Uint8Array): Buffer => der(0x03, Buffer.from([0]), content)
const integer = (content: Uint8Array): Buffer => der(0x02, content)
const yes = der(0x01, Buffer.from([255]))
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const utcTime = (at: Date): Buffer => der(0x17, Buffer.from(`${at.toISOString().replaceAll(/\D/g, '').slice(2, 14)}Z`))

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const commonName = '550403'
const basicConstraints = '551d13'
const subjectAltName = '551d11'
const day = 24 * 3600 * 1000

const authorityExtension = sequence(oid(basicConstraints), yes, octets(sequence(yes)))

function namesExtension(hosts: readonly string[]): Buffer {
  const names = hosts.map(host =>
    isIP(host) ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host))
  )
  return sequence(oid(subjectAltName), octets(sequence(...names)))
}

const nameOf = (text: string): Buffer => sequence(der(0x31, sequence(oid(commonName), der(0x0c, Buffer.from(text)))))

function certificate(subject: string, key: KeyObject, issuerKey: KeyObject, extension: Buffer): string {
  const now = Date.now()
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ecdsaWithSha256,
    nameOf('Loopback CA'),
    sequence(utcTime(new Date(now - day)), utcTime(new Date(now + day))),
    nameOf(subject),
    key.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension))
  )
  const signed = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, issuerKey)))
  const lines = signed.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}
