// What a person should look at in a copy, as sentences.
import type { CopiedFile } from './copied-files.ts'

const mostNamed = 10

/** @param name of the secondary that was copied */
export function copyNotes(copied: readonly CopiedFile[], name: string): string[] {
  const doubtful = copied.flatMap(({ path, doubtful: words }) =>
    words.length === 0
      ? []
      : [
          `In ${path}, ${[...new Set(words)].map(word => JSON.stringify(word)).join(' and ')} was kept: it may say what a cluster is or where, and not which one. Change it if it names the cluster.`
        ]
  )
  const speaking = pathsOf(copied, 'text that names the example')
  const opaque = pathsOf(copied, 'no text')
  return [
    ...shortened(doubtful),
    ...(speaking.length > 0 ? [`Copied as they are, though they name "${name}": ${listed(speaking)}.`] : []),
    ...(opaque.length > 0 ? [`Copied to the byte, without a look inside: ${listed(opaque)}.`] : [])
  ]
}

function pathsOf(copied: readonly CopiedFile[], asItIs: CopiedFile['asItIs']): string[] {
  return copied.filter(each => each.asItIs === asItIs).map(({ path }) => path)
}

function shortened(notes: readonly string[]): string[] {
  const more = notes.length - mostNamed
  return more > 0 ? [...notes.slice(0, mostNamed), `The same goes for ${more} more files.`] : [...notes]
}

function listed(paths: readonly string[]): string {
  const more = paths.length - mostNamed
  return more > 0 ? `${paths.slice(0, mostNamed).join(', ')} and ${more} more` : paths.join(', ')
}
