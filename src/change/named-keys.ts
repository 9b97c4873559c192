// Keys that are the name of the secondary whose text it is, as in `clusters: {east: …}` of a file that is east's alone.
import { isObject, type Json, type Path } from '../source/json.ts'
import { documentsOf, locatorOf } from '../source/yaml.ts'
import type { Edit } from './edits.ts'
import { renamedSpan } from './renamed-span.ts'
import type { Renaming } from './renaming.ts'
import type { Sibling } from './siblings.ts'

/** The edits of keys in whose place another secondary's text has its own name; any other key, as `data`, is a word of its own. */
export function namedKeyEdits(text: string, renaming: Renaming, sibling: Sibling | undefined): Edit[] {
  const { name } = renaming.from
  if (!sibling || !text.includes(name)) return []
  return documentsOf(text).documents.flatMap(document => {
    const places = placesOf(document.value, name, []).filter(path => sibling.hasItsNameIn(document.index, path))
    const locator = places.length > 0 ? locatorOf(text, document) : undefined
    return places.flatMap(path => {
      const span = locator?.spanOf([...path, name], 'key')
      return (span && renamedSpan(text, { ...span, value: name }, renaming)) ?? []
    })
  })
}

/** The maps that have a key, by their paths. */
function placesOf(value: Json, key: string, path: Path): Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => placesOf(item, key, [...path, index]))
  if (!isObject(value)) return []
  const own = Object.hasOwn(value, key) ? [path] : []
  return [...own, ...Object.entries(value).flatMap(([each, inner]) => placesOf(inner, key, [...path, each]))]
}
