// Keys that have the name of the secondary whose text it is, as in `clusters: {east: …}` of a file that is east's alone.
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
    const keys = keysWith(document.value, name, []).filter(path => sibling.hasKeyLike(document.index, path, name))
    const locator = keys.length > 0 ? locatorOf(text, document) : undefined
    return keys.flatMap(path => {
      const span = locator?.spanOf(path, 'key')
      return (span && renamedSpan(text, { ...span, value: String(path.at(-1)) }, renaming)) ?? []
    })
  })
}

/** The keys that hold a word, by their paths. */
function keysWith(value: Json, word: string, path: Path): Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => keysWith(item, word, [...path, index]))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const below = keysWith(inner, word, [...path, key])
    return key.includes(word) ? [[...path, key], ...below] : below
  })
}
