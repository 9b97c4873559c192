// A JSON value: what a YAML or JSON document says once its spelling is forgotten.

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject

/** A JSON object. Its keys come from users' files, so ask with `Object.hasOwn` for a key that is not a constant. */
export interface JsonObject {
  [key: string]: Json
}

/** The way from a document's root to a value: object keys and array indexes. */
export type Path = readonly (string | number)[]

/** Whether a value is an object, not null and not an array. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Sets a key of an object read from a file; `__proto__` is a key like any other. */
export function setKey(object: JsonObject, key: string, value: Json): void {
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  else object[key] = value
}
