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
    return pathsIn(document.value, []).flatMap(({ path, value }) => {
      const span = locator?.spanOf(path, 'value')
      if (!span || span.end <= span.start || seen.has(span.start)) return []
      seen.add(span.start)
      return [{ document: document.index, path, value, start: span.start, end: span.end }]
    })
  })
}

/** The values of a text by document and path, to compare two texts of one shape. */
export function valuesOf(text: string): ReadonlyMap<string, Json> {
  return new Map(
    documentsOf(text).documents.flatMap((document: Document) =>
      pathsIn(document.value, []).map(({ path, value }) => [placeKey(document.index, path), value] as const)
    )
  )
}

/** The same for the same place of two texts of one shape. */
export function placeKey(document: number, path: Path): string {
  return `${document} ${JSON.stringify(path)}`
}

function pathsIn(value: Json, path: Path): { path: Path; value: Json }[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => pathsIn(item, [...path, index]))
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))
  return [{ path, value }]
}
