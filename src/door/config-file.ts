// The config file of a run: the one named, else the usual one; and files that look like it and are not read.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { called, type Giver } from '../inputs/giver.ts'
import { nearest } from '../source/nearest.ts'
import { textOf, type Environment } from './surroundings.ts'

const usual = '.github/kasten-multicluster.yaml'

/**
 * The config file: the one named, else the usual one when it is there.
 * @throws ConfigError when it can't be read
 */
export function configFileOf(
  environment: Environment,
  cwd: string,
  named: string | undefined
): { name: string; text: string } | undefined {
  const name = named ?? usual
  const file = join(environment.GITHUB_WORKSPACE || cwd, name)
  if (named === undefined && !existsSync(file)) return undefined
  return { name, text: textOf(file, `config file "${name}"`) }
}

/** Where no config file is named: what somebody meant to be it, and what it has to be called. */
export function unreadConfigs(environment: Environment, cwd: string, giver: Giver): readonly string[] {
  const workspace = environment.GITHUB_WORKSPACE || cwd
  return ['.github/', '']
    .flatMap(folder => namesIn(join(workspace, folder)).map(name => ({ folder, name })))
    .filter(({ folder, name }) => looksMeant(name) && !isUsual(workspace, folder + name))
    .filter(({ folder, name }) => !isManifest(join(workspace, folder, name)))
    .map(
      ({ folder, name }) =>
        `The file ${folder}${name} is not read: call it ${usual}, or name it with ${called('config', giver)}.`
    )
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isFile() ? [entry.name] : []))
  } catch {
    return []
  }
}

const stems = ['kasten-multicluster', 'kasten-multicluster-gitops']

function looksMeant(name: string): boolean {
  const stem = /^\.?(.+)\.(?:ya?ml|json)$/i.exec(name)?.[1]
  return stem !== undefined && nearest(stem, stems) !== undefined
}

/** On a disk that takes capitals for small letters, the usual name may be listed otherwise and is read all the same. */
function isUsual(workspace: string, path: string): boolean {
  return path === usual || (path.toLowerCase() === usual && existsSync(join(workspace, usual)))
}

/** An Application, say, that happens to have such a name. */
function isManifest(file: string): boolean {
  try {
    return /^["']?apiVersion["']?\s*:/m.test(readFileSync(file, 'utf8'))
  } catch {
    return false
  }
}
