// Whether a repository at a revision is what this checkout holds.
import { sameRepository } from '../source/repository-url.ts'
import type { Settings } from './settings.ts'

/**
 * Why a URL and a revision mean something that is not in this checkout; undefined when they mean it.
 * @param revision '' and undefined are HEAD
 */
export function elsewhereReason(
  url: string | undefined,
  revision: string | undefined,
  { repository, revisions }: Pick<Settings, 'repository' | 'revisions'>
): string | undefined {
  if (url === undefined) return 'the source names no repository'
  if (repository !== undefined && !sameRepository(url, repository)) {
    return `its source is another repository (${url})`
  }
  const branch = (revision || 'HEAD').replace(/^refs\/heads\//, '')
  if (branch === 'HEAD' || revisions.length === 0 || revisions.includes(branch)) return undefined
  return `its source follows the revision "${branch}", which is not the one checked out`
}
