// Links: addresses of places in the repository, on the commit that was looked at.
import type { Place } from '../source/place.ts'
import { code, link } from './escape/markdown.ts'
import type { Markdown } from './escape/markdown.ts'
import { uri } from './escape/uri.ts'

/** Where the repository can be seen. Places are shown without a link when any part is malformed. */
export interface Links {
  /** Such as `https://github.com`, from GITHUB_SERVER_URL. */
  readonly serverUrl: string
  /** `owner/name` */
  readonly repository: string
  /** The commit that was looked at. */
  readonly sha: string
}

/** The place as `file:line`, linked when it can be. */
export function placeLink(place: Place, links: Links | undefined): Markdown {
  const text = code(`${place.file}:${place.line}`)
  if (links === undefined || place.file === '' || !sound(links)) return text
  const { serverUrl, repository, sha } = links
  return link(text, `${serverUrl.replace(/\/+$/, '')}/${repository}/blob/${sha}/${uri(place.file)}${lines(place)}`)
}

function lines({ line, endLine }: Place): string {
  const first = Math.max(1, line)
  return endLine > first ? `#L${first}-L${endLine}` : `#L${first}`
}

function sound({ serverUrl, repository, sha }: Links): boolean {
  return (
    /^https?:\/\/[\w.:/-]+$/.test(serverUrl) && /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[\da-f]{7,64}$/.test(sha)
  )
}
