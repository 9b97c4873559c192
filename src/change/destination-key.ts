// Where the example names its cluster by server and the new one has a name, or the other way round, the key changes too.
import { documentsOf, locatorOf } from '../source/yaml.ts'
import type { Edit } from './edits.ts'
import { scalar as plainOrQuoted } from './recipes/names.ts'
import type { Renaming } from './renaming.ts'
import type { Scalar } from './scalars.ts'

interface Move {
  readonly key: string
  readonly value: string
}

/** What a scalar becomes under another key; undefined where it is no destination, and where the key stays. */
export function movedDestination({ path, value }: Scalar, { from, to }: Renaming): Move | undefined {
  if (!isDestination(path)) return undefined
  const [key, isTheirs] = [path.at(-1), (old: string | undefined) => old !== undefined && old === value]
  if (key === 'server' && isTheirs(from.server) && to.server === undefined && to.destinationName !== undefined)
    return { key: 'name', value: to.destinationName }
  if (key === 'name' && isTheirs(from.destinationName) && to.destinationName === undefined && to.server !== undefined)
    return { key: 'server', value: to.server }
  return undefined
}

/** The edits of a destination's key and value; none of any other scalar: elsewhere `server` and `name` may mean anything. */
export function destinationEdits(text: string, scalar: Scalar, renaming: Renaming): Edit[] {
  const { document, path, start, end } = scalar
  const moved = movedDestination(scalar, renaming)
  const part = moved && documentsOf(text).documents.find(({ index }) => index === document)
  const key = part && locatorOf(text, part)?.spanOf(path, 'key')
  if (!moved || !key) return []
  return [
    { ...key, text: inQuotesOf(text.slice(key.start, key.end), moved.key, moved.key) },
    { start, end, text: inQuotesOf(text.slice(start, end), moved.value, plainOrQuoted(moved.value)) }
  ]
}

/** Of an Application, or what an AppProject allows. */
function isDestination(path: Scalar['path']): boolean {
  return path.at(-2) === 'destination' || (path[0] === 'spec' && path[1] === 'destinations')
}

/** In the quotes of the old one; without any, as given. */
function inQuotesOf(old: string, now: string, plain: string): string {
  const quote = /^["']/.exec(old)?.[0]
  return quote === undefined ? plain : `${quote}${now}${quote}`
}
