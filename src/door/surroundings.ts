// Finds out where a run takes place: the checkout's root, the repository, the revision, the event.
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { cloneAround, type Clone } from '../adapters/git.ts'
import { clustersFileOf } from '../model/clusters-file.ts'
import { isObject, type Json } from '../source/json.ts'
import { ConfigError } from '../ports/trouble.ts'
import type { Surroundings } from '../ports/world.ts'

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Where a run takes place. */
export interface Whereabouts {
  /** Absolute path: what findings' files are relative to. */
  readonly root: string
  readonly clone: Clone | undefined
  readonly surroundings: Surroundings
}

/**
 * @param path the input `path`, relative to the workspace (on a runner) or to the current folder
 * @param compareWith the input `compare-with`
 * @throws ConfigError when the path is no folder, or leaves the workspace of a runner
 */
export function whereaboutsOf(
  environment: Environment,
  cwd: string,
  path: string,
  compareWith: string | undefined,
  clustersFile?: string
): Whereabouts {
  const workspace = environment.GITHUB_WORKSPACE || undefined
  const folder = folderOf(resolve(workspace ?? cwd, path), path)
  if (workspace && !isWithin(realpathSync(workspace), folder)) {
    throw new ConfigError(`The path "${path}" leaves the workspace. Give a folder of the checkout.`)
  }
  const clone = cloneAround(folder)
  const root = clone?.root ?? (workspace ? realpathSync(workspace) : folder)
  const below = relative(root, folder).split(sep).join('/')
  const event = eventOf(environment)
  const clusters = clustersFile === undefined ? [] : clustersIn(resolve(workspace ?? cwd, clustersFile), clustersFile)
  return { root, clone, surroundings: { ...surroundingsOf(environment, clone, event, below, compareWith), clusters } }
}

function folderOf(path: string, asked: string): string {
  if (!existsSync(path) || !statSync(path).isDirectory()) {
    throw new ConfigError(`The path "${asked}" is no folder. Give a folder of the checkout; "." is all of it.`)
  }
  return realpathSync(path)
}

function isWithin(folder: string, path: string): boolean {
  const inside = relative(folder, path)
  return inside === '' || (!inside.startsWith('..') && !isAbsolute(inside))
}

function surroundingsOf(
  environment: Environment,
  clone: Clone | undefined,
  event: Json,
  below: string,
  compareWith: string | undefined
): Omit<Surroundings, 'clusters'> {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_BASE_REF, GITHUB_REF_NAME, GITHUB_EVENT_NAME } = environment
  const onRunner = GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : undefined
  const defaultBranch = textAt(event, 'repository', 'default_branch') ?? clone?.defaultBranch
  const base = textAt(event, 'pull_request', 'base', 'sha')
  const revisions = [defaultBranch, GITHUB_BASE_REF, GITHUB_REF_NAME, clone?.branch].filter(
    name => name !== undefined && name !== ''
  )
  return {
    repository: onRunner ?? clone?.origin,
    revisions: [...new Set(revisions as string[])],
    below,
    event: GITHUB_EVENT_NAME || undefined,
    pullRequest: numberAt(event, 'pull_request', 'number'),
    compareWith:
      compareWith !== undefined
        ? { commit: compareWith, asked: true }
        : base !== undefined
          ? { commit: base, asked: false }
          : undefined
  }
}

/** @throws ConfigError when the file can't be read, or is no list of clusters */
function clustersIn(file: string, name: string): Surroundings['clusters'] {
  const read = clustersFileOf(textOf(file, `clusters-file "${name}"`))
  if ('wrong' in read) throw new ConfigError(`The clusters-file "${name}" can't be used: ${read.wrong}.`)
  return read.clusters
}

/** The event's payload; null when there is none. A payload that can't be read tells nothing. */
function eventOf({ GITHUB_EVENT_PATH }: Environment): Json {
  if (!GITHUB_EVENT_PATH) return null
  try {
    return JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8')) as Json
  } catch {
    return null
  }
}

function at(value: Json, ...path: string[]): Json {
  return path.reduce<Json>((inner, key) => (isObject(inner) ? (inner[key] ?? null) : null), value)
}

function textAt(value: Json, ...path: string[]): string | undefined {
  const found = at(value, ...path)
  return typeof found === 'string' && found !== '' ? found : undefined
}

function numberAt(value: Json, ...path: string[]): number | undefined {
  const found = at(value, ...path)
  return typeof found === 'number' ? found : undefined
}

/**
 * The text of a file that an input names.
 * @throws ConfigError when it can't be read
 */
export function textOf(file: string, named: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason given'
    const why = code === 'ENOENT' ? 'does not exist in the workspace' : `can't be read (${code})`
    throw new ConfigError(`The ${named} ${why}. Give the path of a YAML file.`)
  }
}
