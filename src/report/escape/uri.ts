// URIs: a path of the repository as it may stand in a link or a SARIF location.
import { wellFormed } from './plain.ts'

/** The path percent-encoded, segment by segment; nothing in it can end a Markdown link or a URI component. */
export function uri(path: string): string {
  return wellFormed(path).split('/').map(segment).join('/')
}

function segment(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*~]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
