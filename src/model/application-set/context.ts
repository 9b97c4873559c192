// What an expansion needs beside the ApplicationSet: the checkout, the clusters, and a record of what was noticed on the way.
import { folderOf } from '../../source/checkout.ts'
import type { Path } from '../../source/json.ts'
import { byCodePoint } from '../../source/order.ts'
import type { ClusterSecret } from '../cluster-secret.ts'
import type { Folders } from '../folders.ts'
import type { Manifest, Target } from '../manifest.ts'
import type { Repository } from '../repository.ts'
import type { Settings } from '../settings.ts'
import type { ConfigFile } from './config-file.ts'
import type { Language } from './language.ts'
import { unknowable } from './refusal.ts'

/** The world that ApplicationSets are expanded in; what several of them read is read once. */
export interface ExpansionContext {
  readonly repository: Repository
  readonly folders: Folders
  /** `repository` is the URL that means this one. */
  readonly settings: Settings
  /** Undefined when nobody says which clusters there are. */
  readonly clusters: readonly ClusterSecret[] | undefined
  /** All folders that a git generator sees, in the order Argo CD walks them. */
  readonly directories: () => readonly string[]
  /** Config files read so far, by path. */
  readonly configFiles: Map<string, ConfigFile>
}

/** A context for the ApplicationSets of a repository. */
export function expansionContextOf(
  given: Pick<ExpansionContext, 'repository' | 'folders' | 'settings' | 'clusters'>
): ExpansionContext {
  let directories: readonly string[] | undefined
  return {
    ...given,
    directories: () => (directories ??= directoriesOf(given.repository.checkout.paths)),
    configFiles: new Map()
  }
}

/** Folders whose names, and those of the folders above, begin with no dot. argo-cd: reposerver/repository/repository.go GetGitDirectories */
function directoriesOf(paths: readonly string[]): string[] {
  const found = new Set<string>()
  for (const path of paths) {
    for (let folder = folderOf(path); folder !== '' && !found.has(folder); folder = folderOf(folder)) found.add(folder)
  }
  const seen = [...found].filter(folder => !/(?:^|\/)\./.test(folder))
  return seen.sort((a, b) => byCodePoint(walked(a), walked(b)))
}

/** A path that sorts as a walk meets it: a folder's own before its neighbours. */
function walked(folder: string): string {
  return folder.replaceAll('/', '\0')
}

/** Two meanings of the globs of a git generator that select different files. */
export interface GlobWarning {
  /** The pattern of the git generator. */
  readonly about: Target
  readonly pattern: string
  /** Files that only Git's own meaning, Argo CD's default, selects; sorted. */
  readonly onlyGit: readonly string[]
  /** Files that only the new meaning selects; sorted. */
  readonly onlyDoublestar: readonly string[]
}

/** One ApplicationSet being expanded. */
export interface Expanding {
  readonly context: ExpansionContext
  readonly applicationSet: Manifest
  readonly language: Language
  /** By the pattern's place. */
  readonly warnings: Map<string, GlobWarning>
  /** How many more sets of parameters may be made. */
  budget: number
}

/** The most sets of parameters that one ApplicationSet may make: a matrix of a hostile pull request ends here. */
export const mostSets = 200_000

/** Counts sets of parameters against the budget. */
export function spend(expanding: Expanding, sets: number, path: Path): void {
  expanding.budget -= sets
  if (expanding.budget < 0) throw unknowable(within(expanding, path), 'its generators make too many Applications')
}

/** A target in the ApplicationSet. */
export function within({ applicationSet }: Pick<Expanding, 'applicationSet'>, path: Path): Target {
  return { manifest: applicationSet, path }
}
