// The code map of ARCHITECTURE.md, from the sentence at the top of every file.
import { readdirSync, readFileSync } from 'node:fs'

const rooms = ['', 'door', 'modes', 'adapters', 'inputs', 'ports', 'report', 'change', 'rules', 'model', 'source']

/** The first-line sentence of a source file, or undefined. A hash-bang may stand above it. */
export function captionOf(text) {
  return /^(?:#!.*\n)?\/\/ (.+)/.exec(text)?.[1]
}

export function codeMap() {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(path => path.endsWith('.ts') && !isRule(path))
    .sort()
  return rooms
    .map(room =>
      roomMap(
        room,
        files.filter(path => roomOf(path) === room)
      )
    )
    .join('\n\n')
}

const roomOf = path => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')

/** Rules have an index of their own: docs/rules/README.md. */
const isRule = path => /^rules\/[^/]+\//.test(path)

function roomMap(room, files) {
  const lines = files.map(path => `- [${path}](src/${path}): ${captionOf(readFileSync(`src/${path}`, 'utf8'))}`)
  const name = room === '' ? 'The front doors' : `${room}/`
  return `<details>\n<summary>${name} (${files.length} files)</summary>\n\n${lines.join('\n')}\n\n</details>`
}
