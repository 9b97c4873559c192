// What others say at the same place: what is alike is shared, and where another says its own name, names are written.
import { isObject, type Json, type Path } from '../source/json.ts'
import { documentsOf } from '../source/yaml.ts'
import { commentsIn } from './comments.ts'
import { valueAt } from './containers.ts'
import { classifies, placeKey, scalarValuesIn, valuesOf, type Scalar } from './scalars.ts'

/** A text or an item that is about somebody else and otherwise of the same shape. */
export interface Sibling {
  /** What it says where a scalar is. */
  valueAt(scalar: Scalar): Json | undefined
  /** Whether a word is its name; nobody can tell of a primary's. */
  isCalled(word: string): boolean
  /** Whether it has the key at a path too, with its own name for the other's. */
  hasKeyLike(document: number, path: Path, otherName: string): boolean
  /** Its comments. */
  readonly comments: readonly string[]
}

/** The same text of another secondary, called so. */
export function siblingText(text: string, name: string): Sibling {
  const values = valuesOf(text)
  const documents = new Map(documentsOf(text).documents.map(({ index, value }) => [index, value]))
  return {
    valueAt: ({ document, path }) => values.get(placeKey(document, path)),
    isCalled: word => word === name,
    hasKeyLike(document, path, otherName) {
      const own = String(path.at(-1)).replaceAll(otherName, () => name)
      return own !== path.at(-1) && hasKey(documents.get(document), path.slice(0, -1), own)
    },
    comments: commentsIn(text).map(comment => comment.text)
  }
}

/** Another item of a list, or entry of a map, with the comments in it. */
export function siblingItem(item: Json, path: Path, isSecondarys: boolean, comments: readonly string[]): Sibling {
  const words = scalarValuesIn(item, path.slice(0, -1))
  return {
    valueAt: scalar => valueAt(item, scalar.path.slice(path.length)),
    isCalled: word => isSecondarys && words.some(({ path: place, value }) => value === word && !classifies(place)),
    hasKeyLike: () => false,
    comments
  }
}

function hasKey(value: Json | undefined, path: Path, key: string): boolean {
  const map = value === undefined ? undefined : valueAt(value, path)
  return map !== undefined && isObject(map) && Object.hasOwn(map, key)
}
