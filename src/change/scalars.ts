// Every scalar of a YAML or JSON text: what it says, and the span that says it.
import { isObject, type Json, type Path } from '../source/json.ts'
import { documentsOf, locatorOf, type Document } from '../source/yaml.ts'

/** A scalar of a text. */
export interface Scalar {
  /** Counts the documents of the text. */
  readonly document: number
  readonly path: Path
  readonly value: Json
  readonly start: number
  readonly end: number
}

/** The scalars of a text, in order of documents and paths; what an alias repeats is there once, where it is written. */
export function scalarsOf(text: string): Scalar[] {
  const seen = new Set<number>()
  return documentsOf(text).documents.flatMap(document => {
    const locator = locatorOf(text, document)
    return scalarValuesIn(document.value, []).flatMap(({ path, value }) => {
      const span = locator?.spanOf(path, 'value')
      if (!span || span.end <= span.start || seen.has(span.start)) return []
      seen.add(span.start)
      return [{ document: document.index, path, value, start: span.start, end: span.end }]
    })
  })
}

/** A value, and where it is. */
export interface PlacedValue {
  readonly path: Path
  readonly value: Json
}

/** The values of a text by document and path, to compare two texts of one shape. */
export function valuesOf(text: string): ReadonlyMap<string, Json> {
  return new Map(
    documentsOf(text).documents.flatMap((document: Document) =>
      scalarValuesIn(document.value, []).map(({ path, value }) => [placeKey(document.index, path), value] as const)
    )
  )
}

/** The same for the same place of two texts of one shape. */
export function placeKey(document: number, path: Path): string {
  return `${document} ${JSON.stringify(path)}`
}

/** Every scalar in a value, with its path below the given one. */
export function scalarValuesIn(value: Json, path: Path): PlacedValue[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => scalarValuesIn(item, [...path, index]))
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => scalarValuesIn(inner, [...path, key]))
  return [{ path, value }]
}

/** The key that a value stands under; of a list's items, the list's. */
export function keyOf(path: Path): string {
  const key = path.findLast(step => typeof step === 'string')
  return typeof key === 'string' ? key.slice(key.lastIndexOf('/') + 1) : ''
}

const classes =
  /(?:^|[-_.])(?:roles?|types?|tiers?|kind|class|regions?|zones?|locations?|areas?|env|environments?|stages?|component|purpose|groups?)$/

/** Whether a key says what sort of thing something is, or where; what stands there may be somebody's name by chance. */
export function classifies(path: Path): boolean {
  return classes.test(
    keyOf(path)
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
  )
}
