// A bare Git repository on disk whose objects and refs are read and written in this process, so that a request costs no `git`.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag'

export interface GitObject {
  readonly type: ObjectType
  readonly data: Buffer
}

/** One bare repository. Real `git` may clone it, push to it and merge in it between our own reads and writes. */
export interface Git {
  /** The bare repository's folder. */
  readonly folder: string
  /** Stores an object and returns its SHA-1. */
  readonly write: (type: ObjectType, data: Uint8Array) => string
  /** The object, of whatever type, or undefined. */
  readonly read: (sha: string) => GitObject | undefined
  /** Full names (`refs/heads/main`) that start with `prefix`, to commits, sorted. */
  readonly refs: (prefix: string) => ReadonlyMap<string, string>
  /** The commit of exactly this full name. */
  readonly ref: (name: string) => string | undefined
  /** Creates or moves. False when the name is a folder of other refs, or under another ref. */
  readonly setRef: (name: string, sha: string) => boolean
  readonly deleteRef: (name: string) => void
  /** Runs the real `git` in the bare repository and returns what it prints. Throws when it fails. */
  readonly run: (args: readonly string[], options?: RunOptions) => string
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  readonly encoding?: 'utf8' | 'latin1'
}

/** Makes an empty bare repository in `folder`; `branch` is the one a clone checks out. */
export function createGit(folder: string, branch: string): Git {
  const run = runnerIn(folder)
  for (const name of ['objects', 'refs/heads']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'HEAD'), `ref: refs/heads/${branch}\n`)
  writeFileSync(join(folder, 'config'), config)
  return { folder, run, ...objectsIn(folder, run), ...refsIn(folder) }
}

/** Never packed behind our back, since refs are read from their files. */
const config = '[core]\n\trepositoryformatversion = 0\n\tbare = true\n[gc]\n\tauto = 0\n'

/** The environment without the settings of whoever runs the tests. */
function calm(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Loopback',
    GIT_AUTHOR_EMAIL: 'loopback@example.test',
    GIT_COMMITTER_NAME: 'Loopback',
    GIT_COMMITTER_EMAIL: 'loopback@example.test'
  }
}

function runnerIn(folder: string): Git['run'] {
  return (args, { env = {}, input, encoding = 'utf8' } = {}) =>
    execFileSync('git', ['--git-dir', folder, ...args], {
      encoding,
      env: { ...calm(), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 256 * 1024 * 1024,
      ...(input === undefined ? {} : { input })
    })
}

function objectsIn(folder: string, run: Git['run']): Pick<Git, 'write' | 'read'> {
  const known = new Map<string, GitObject>()
  const fileOf = (sha: string): string => join(folder, 'objects', sha.slice(0, 2), sha.slice(2))
  return {
    write(type, data) {
      const object = { type, data: Buffer.from(data) }
      const bytes = Buffer.concat([Buffer.from(`${type} ${data.length}\0`), object.data])
      const sha = createHash('sha1').update(bytes).digest('hex')
      if (known.has(sha)) return sha
      known.set(sha, object)
      const file = fileOf(sha)
      if (existsSync(file)) return sha
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, deflateSync(bytes, { level: 1 }))
      return sha
    },
    read(sha) {
      const found = known.get(sha) ?? (isSha(sha) ? (looseObject(fileOf(sha)) ?? packedObject(run, sha)) : undefined)
      if (found) known.set(sha, found)
      return found
    }
  }
}

export const isSha = (text: string): boolean => /^[0-9a-f]{40}$/.test(text)

function looseObject(file: string): GitObject | undefined {
  if (!existsSync(file)) return undefined
  const bytes = inflateSync(readFileSync(file))
  const end = bytes.indexOf(0)
  return { type: typeNamed(bytes.toString('latin1', 0, bytes.indexOf(32))), data: bytes.subarray(end + 1) }
}

const typeNamed = (name: string | undefined): ObjectType =>
  (['blob', 'tree', 'commit'] as const).find(type => type === name) ?? 'tag'

/** A push of many objects leaves a pack; only then is `git` asked. */
function packedObject(run: Git['run'], sha: string): GitObject | undefined {
  const answer = run(['cat-file', '--batch'], { input: `${sha}\n`, encoding: 'latin1' })
  const end = answer.indexOf('\n')
  const [, type, size] = answer.slice(0, end).split(' ')
  if (size === undefined) return undefined
  return { type: typeNamed(type), data: Buffer.from(answer.slice(end + 1, end + 1 + Number(size)), 'latin1') }
}

function refsIn(folder: string): Pick<Git, 'refs' | 'ref' | 'setRef' | 'deleteRef'> {
  const ref = (name: string): string | undefined => {
    try {
      return readFileSync(join(folder, name), 'utf8').trim()
    } catch {
      return undefined
    }
  }
  return {
    ref,
    refs(prefix) {
      const names = namesUnder(folder, 'refs').filter(name => name.startsWith(prefix))
      return new Map(names.sort().map(name => [name, ref(name) ?? '']))
    },
    setRef(name, sha) {
      try {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), `${sha}\n`)
        return true
      } catch {
        return false
      }
    },
    deleteRef(name) {
      rmSync(join(folder, name))
      pruneEmpty(folder, dirname(name))
    }
  }
}

/** Empty folders must go, or `a` could never be a branch again once `a/b` was one. */
function pruneEmpty(folder: string, name: string): void {
  if (name.split('/').length < 3 || readdirSync(join(folder, name)).length > 0) return
  rmSync(join(folder, name), { recursive: true })
  pruneEmpty(folder, dirname(name))
}

function namesUnder(folder: string, name: string): string[] {
  return readdirSync(join(folder, name), { withFileTypes: true }).flatMap(entry =>
    entry.isDirectory() ? namesUnder(folder, `${name}/${entry.name}`) : [`${name}/${entry.name}`]
  )
}
