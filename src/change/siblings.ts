// What others say at the same place: what is alike is shared, and where another says its own name, names are written.
import { isObject, type Json, type Path } from '../source/json.ts'
import { documentsOf } from '../source/yaml.ts'
import { commentsOf } from './comments.ts'
import { valueAt } from './containers.ts'
import { classifies, placeKey, scalarValuesIn, valuesOf, type Scalar } from './scalars.ts'

/** A text or an item that is about somebody else and otherwise of the same shape. */
export interface Sibling {
  /** What it says where a scalar is. */
  valueAt(scalar: Scalar): Json | undefined
  /** Whether a word is its name; nobody can tell of a primary's. */
  isCalled(word: string): boolean
  /** Whether its name is a key of the map at a path. */
  hasItsNameIn(document: number, path: Path): boolean
  /** Its comments, where it is a text of its own. */
  readonly comments: readonly string[]
}

/** The same text of another secondary, called so. */
export function siblingText(text: string, name: string): Sibling {
  const values = valuesOf(text)
  const documents = new Map(documentsOf(text).documents.map(({ index, value }) => [index, value]))
  return {
    valueAt: ({ document, path }) => values.get(placeKey(document, path)),
    isCalled: word => word === name,
    hasItsNameIn: (document, path) => hasKey(documents.get(document), path, name),
    comments: commentsOf(text).map(comment => comment.text)
  }
}

/** Another item of a list, or entry of a map. */
export function siblingItem(item: Json, path: Path, isSecondarys: boolean): Sibling {
  const words = scalarValuesIn(item, path.slice(0, -1))
  return {
    valueAt: scalar => valueAt(item, scalar.path.slice(path.length)),
    isCalled: word => isSecondarys && words.some(({ path: place, value }) => value === word && !classifies(place)),
    hasItsNameIn: () => false,
    comments: []
  }
}

function hasKey(value: Json | undefined, path: Path, key: string): boolean {
  const map = value === undefined ? undefined : valueAt(value, path)
  return map !== undefined && isObject(map) && Object.hasOwn(map, key)
}
