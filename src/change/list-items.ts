// Items of lists and entries of maps that are about some secondaries and nobody else.
import type { Fleet } from '../model/fleet.ts'
import type { Secondary } from '../model/secondary.ts'
import { isObject, type Json, type JsonObject, type Path } from '../source/json.ts'
import { documentsOf } from '../source/yaml.ts'
import { mentioned, mentionsIn, type Mentions } from './identity.ts'
import type { ListPlace } from './list-places.ts'

/** An item of a list, or an entry of a map, in a file that others share. */
export interface ListItem {
  readonly file: string
  /** Index among the file's documents that say something. */
  readonly document: number
  readonly path: Path
  /** Others need it too: it is copied, and never taken away. */
  readonly isNeeded: boolean
}

/** Whether a file names some of a group outside of lists and maps with an item for each cluster. */
export function speaksOf(fleet: Fleet, file: string, group: readonly Secondary[]): boolean {
  const tests = testsFor(group, mentionsIn(fleet))
  return documentsIn(fleet, file).some(value => speaks(value, tests))
}

function speaks(value: Json, tests: Tests): boolean {
  if (Array.isArray(value)) return value.some(item => !tests.isOurs(item) && speaks(item, tests))
  if (!isObject(value)) return tests.isOurs(value)
  return Object.entries(value).some(([key, inner]) => !tests.keyed?.(value, key) && speaks(inner, tests))
}

/** The outermost items and entries of some places that name the group, and nobody else. Each file is read once. */
export function listItemsOf(fleet: Fleet, places: readonly ListPlace[], group: readonly Secondary[]): ListItem[] {
  const byMention = testsFor(group, mentionsIn(fleet))
  const files = [...new Set(places.map(({ file }) => file))]
  const documents = new Map(files.map(file => [file, documentsIn(fleet, file)]))
  return places.flatMap(({ file, isMeant, isOurs, isNeeded }) =>
    documents.get(file)!.flatMap((value, document) => {
      const paths = isMeant(value) ? itemPaths(value, [], isOurs ? { isOurs, keyed: undefined } : byMention) : []
      return paths.map(path => ({ file, document, path, isNeeded }))
    })
  )
}

function documentsIn({ repository }: Fleet, file: string): Json[] {
  const content = repository.checkout.read(file)
  return 'text' in content ? documentsOf(content.text).documents.map(({ value }) => value) : []
}

interface Tests {
  isOurs(item: Json): boolean
  /** Whether an entry of a map is one secondary's; absent where only lists are meant. */
  readonly keyed: ((map: JsonObject, key: string) => boolean) | undefined
}

/** A generator is no item, though all its elements be ours: they are. */
function itemPaths(value: Json, path: Path, tests: Tests): Path[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      path.at(-1) !== 'generators' && tests.isOurs(item) ? [[...path, index]] : itemPaths(item, [...path, index], tests)
    )
  }
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    tests.keyed?.(value, key) ? [[...path, key]] : itemPaths(inner, [...path, key], tests)
  )
}

/**
 * An entry is the group's when its key names it, and nothing in it names another. That a key is called like a cluster is
 * chance, unless its neighbours are called like others, or the entry speaks of the cluster too.
 */
function testsFor(group: readonly Secondary[], mentions: Mentions): Tests {
  const isGroups = (named: ReadonlySet<Secondary>): boolean =>
    named.size > 0 && [...named].every(secondary => group.includes(secondary))
  return {
    isOurs: item => isGroups(mentioned(item, mentions)),
    keyed(map, key) {
      if (!isGroups(mentions(key))) return false
      const inside = mentioned(map[key]!, mentions)
      const keys = Object.keys(map)
      return inside.size > 0 ? isGroups(inside) : keys.length > 1 && keys.every(other => mentions(other).size > 0)
    }
  }
}
