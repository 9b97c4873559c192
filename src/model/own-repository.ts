// Which URL means this repository: the one that is known, else the one that its Applications agree on.
import { sameRepository } from '../source/repository-url.ts'
import type { Application, ApplicationSource } from './application.ts'
import type { Folders } from './folders.ts'
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
 * Applications of a copied repository still name the original. When none names this one, all name one other, and every folder
 * they name is here, that one is taken for this: what they say can be judged, and a rule says that they deploy another repository.
 */
export function ownRepositoryOf(
  applications: readonly Application[],
  folders: Folders,
  { repository }: Settings
): OwnRepository {
  const sources = applications.flatMap(application =>
    application.sources.filter(source => source.path && source.repoURL)
  )
  if (repository === undefined) return { url: undefined, adopted: false }
  const named = [...new Set(sources.map(source => source.repoURL!.value))]
  const first = named[0]
  if (first === undefined || named.some(url => sameRepository(url, repository)))
    return { url: repository, adopted: false }
  const agree = named.every(url => sameRepository(url, first)) && sources.every(source => isHere(source, folders))
  return agree ? { url: first, adopted: true } : { url: repository, adopted: false }
}

function isHere(source: ApplicationSource, folders: Folders): boolean {
  return 'folder' in sourcePathOf(source.path!.value, folders)
}
