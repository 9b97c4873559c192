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
  return linked(code(`${place.file}:${place.line}`), place.file, lines(place), links)
}

/** The file, linked when it can be. */
export function fileLink(file: string, links: Links | undefined): Markdown {
  return linked(code(file), file, '', links)
}

function linked(text: Markdown, file: string, fragment: string, links: Links | undefined): Markdown {
  if (links === undefined || file === '' || !sound(links)) return text
  return link(
    text,
    `${links.serverUrl.replace(/\/+$/, '')}/${links.repository}/blob/${links.sha}/${uri(file)}${fragment}`
  )
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
