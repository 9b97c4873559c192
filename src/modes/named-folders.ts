// The folders that `primary-path` and `secondary-paths` name: one that is not there would be passed over without a word.
import type { Settings } from '../model/settings.ts'
import { cleaned } from '../model/source-path.ts'
import { ConfigError } from '../ports/trouble.ts'
import { plain } from '../report/escape/plain.ts'
import { foldersAbove, liesIn, type Checkout } from '../source/checkout.ts'
import { nearest } from '../source/nearest.ts'

/** @throws ConfigError naming each folder that holds no file of what is read, with the nearest that does */
export function refuseMissingFolders(checkout: Checkout, settings: Settings): void {
  const { primaryPath, secondaryPaths } = settings
  const named = [
    ...(primaryPath === undefined ? [] : [{ input: 'primary-path', asked: primaryPath }]),
    ...secondaryPaths.map(asked => ({ input: 'secondary-paths', asked }))
  ]
  if (named.length === 0) return
  const paths = checkout.paths.filter(path => liesIn(path, settings.path))
  const missing = named.filter(({ asked }) => !holds(paths, cleaned(asked)))
  if (missing.length === 0) return
  const below = settings.path === '' ? 'in the checkout' : `below ${quoted(settings.path)}, which "path" names`
  const lines = missing.map(
    ({ input, asked }) => `${quoted(asked)} of "${input}" is no folder ${below}${near(asked, paths)}.`
  )
  throw new ConfigError([...lines, 'Name folders from the root of the repository, without patterns.'].join('\n'))
}

function holds(paths: readonly string[], folder: string | undefined): boolean {
  return folder !== undefined && paths.some(path => liesIn(path, folder))
}

function near(asked: string, paths: readonly string[]): string {
  const folder = nearestFolder(cleaned(asked) ?? '', paths)
  return folder === undefined ? '' : `; the nearest is ${quoted(folder)}`
}

/** A few slips away, else of the same name elsewhere, else as much of it as is there. */
function nearestFolder(asked: string, paths: readonly string[]): string | undefined {
  const folders = [...new Set(paths.flatMap(foldersAbove))].filter(folder => folder !== '')
  const name = lastStep(asked)
  const namesakes = folders.filter(folder => lastStep(folder) === name)
  const parent = foldersAbove(asked).find(folder => folders.includes(folder))
  return nearest(asked, folders) ?? namesakes.sort((a, b) => a.length - b.length)[0] ?? parent
}

const lastStep = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

const quoted = (path: string): string => `"${plain(path, 200)}"`
