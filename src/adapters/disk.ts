// The checkout on disk: walked once, read file by file, never outside its root.
import { isUtf8 } from 'node:buffer'
import { closeSync, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync, type Dirent } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Checkout, FileText } from '../source/checkout.ts'

/** Larger files are no manifests: Argo CD itself takes 10 MiB of them for a whole Application. */
const largest = 10 * 1024 * 1024
/** Folders that are not walked. */
const skipped = new Set(['.git', 'node_modules'])

interface Walk {
  readonly root: string
  readonly realRoot: string
  readonly paths: string[]
  readonly refused: { file: string; reason: string }[]
}

/**
 * The files below a folder of the disk. Links to files inside the root are followed, others are refused and listed.
 * @param root an absolute path
 */
export function checkoutAt(root: string): Checkout {
  const walk: Walk = { root, realRoot: realpathSync(root), paths: [], refused: [] }
  visit(walk, '')
  walk.paths.sort()
  const buffer = Buffer.allocUnsafe(256 * 1024)
  return { paths: walk.paths, refused: walk.refused, read: path => textOf(join(root, path), buffer) }
}

function visit(walk: Walk, folder: string): void {
  for (const entry of entriesOf(walk, folder)) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isFile()) walk.paths.push(path)
    else if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) visit(walk, path)
    } else if (entry.isSymbolicLink()) followLink(walk, path)
  }
}

function entriesOf(walk: Walk, folder: string): Dirent[] {
  try {
    return readdirSync(join(walk.root, folder), { withFileTypes: true })
  } catch (error) {
    walk.refused.push({ file: folder, reason: `the folder can't be read (${codeOf(error)})` })
    return []
  }
}

function followLink(walk: Walk, path: string): void {
  try {
    const target = realpathSync(join(walk.root, path))
    const inside = relative(walk.realRoot, target)
    if (inside.startsWith(`..${sep}`) || inside === '..' || inside === target) {
      walk.refused.push({ file: path, reason: 'it is a link that leaves the checkout' })
    } else if (statSync(target).isFile()) walk.paths.push(path)
    else walk.refused.push({ file: path, reason: 'it is a link to a folder, which Argo CD does not follow' })
  } catch (error) {
    walk.refused.push({ file: path, reason: `it is a link that leads nowhere (${codeOf(error)})` })
  }
}

/** Reads through one shared buffer: most manifests are small, and a fleet has thousands. */
function textOf(file: string, buffer: Buffer): FileText {
  let handle: number | undefined
  try {
    handle = openSync(file, 'r')
    const { size } = fstatSync(handle)
    if (size > largest)
      return { refused: `it is larger than ${largest / 1024 / 1024} MiB (${Math.ceil(size / 1024 / 1024)} MiB)` }
    const bytes = size < buffer.length ? buffer : Buffer.allocUnsafe(size + 1)
    return decoded(bytes.subarray(0, filled(handle, bytes)))
  } catch (error) {
    return { refused: `it can't be read (${codeOf(error)})` }
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

function filled(handle: number, bytes: Buffer): number {
  let length = 0
  for (let read = -1; read !== 0 && length < bytes.length; length += read) {
    read = readSync(handle, bytes, length, bytes.length - length, null)
  }
  return length
}

function decoded(bytes: Buffer): FileText {
  if (!isUtf8(bytes)) return { refused: isUtf16(bytes) ? 'it is UTF-16; save it as UTF-8' : 'it is not UTF-8 text' }
  if (bytes.includes(0)) return { refused: 'it holds a NUL byte, so it is no text' }
  return { text: bytes.toString('utf8') }
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error'
}
