// Which URL means this repository: the one that is known, else the one that its Applications agree on.
import { sameRepository } from '../source/repository-url.ts'
import type { Application, ApplicationSource } from './application.ts'
import { namedSourcesOf, type NamedSource } from './application-set/named-sources.ts'
import type { Folders } from './folders.ts'
import type { Manifest } from './manifest.ts'
import type { Settings } from './settings.ts'
import { sourcePathOf } from './source-path.ts'

/** The repository that Applications mean when they mean this one. */
export interface OwnRepository {
  /** Undefined when nothing tells: then every URL may be this repository's. */
  readonly url: string | undefined
  /** Whether the Applications name another repository than the one that is known, though all their folders are here: a copy or a mirror. */
  readonly adopted: boolean
}

/**
 * Applications, and the git generators of ApplicationSets, of a copied repository still name the original. When none names this one, all name one other, and every folder
 * they name is here, that one is taken for this: what they say can be judged, and a rule says that they deploy another repository.
 */
export function ownRepositoryOf(
  applications: readonly Application[],
  applicationSets: readonly Manifest[],
  folders: Folders,
  { repository }: Settings
): OwnRepository {
  const sources = applications.flatMap(application =>
    application.sources.filter(source => source.path && source.repoURL)
  )
  if (repository === undefined) return { url: undefined, adopted: false }
  const generators = applicationSets.flatMap(namedSourcesOf)
  const named = [...new Set([...sources.map(source => source.repoURL!.value), ...generators.map(({ url }) => url)])]
  const first = named[0]
  if (first === undefined || named.some(url => sameRepository(url, repository)))
    return { url: repository, adopted: false }
  const isAllHere =
    sources.every(source => isHere(source, folders)) &&
    generators.every(generator => namesFoldersHere(generator, folders))
  const agree = isAllHere && named.every(url => sameRepository(url, first))
  return agree ? { url: first, adopted: true } : { url: repository, adopted: false }
}

/** Whether all patterns of a generator begin with folders that are here: one that begins with a star tells nothing. */
function namesFoldersHere(generator: NamedSource, folders: Folders): boolean {
  return generator.folders.length > 0 && generator.folders.every(folder => folder !== '' && folders.has(folder))
}

function isHere(source: ApplicationSource, folders: Folders): boolean {
  return 'folder' in sourcePathOf(source.path!.value, folders)
}
