// The template of one generator, filled up from the ApplicationSet's own.
import { isObject, setKey, type Json, type JsonObject } from '../../source/json.ts'
import { copied } from './params.ts'

/** What Go holds as bytes: taken whole or not at all. */
const atomic: ReadonlySet<string> = new Set(['valuesObject'])

/** `own` with everything that is empty in it taken from `from`; maps are filled at any depth, lists are not. dario.cat/mergo without override */
export function filled(own: JsonObject, from: JsonObject): JsonObject {
  const result = copied(own)
  for (const [key, value] of Object.entries(from)) {
    const present = Object.hasOwn(result, key) ? result[key]! : null
    if (isObject(present) && isObject(value) && !atomic.has(key)) setKey(result, key, filled(present, value))
    else if (isNothing(present)) setKey(result, key, value)
  }
  return result
}

/** What Go counts as empty. */
export function isNothing(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (isObject(value)) return Object.keys(value).length === 0
  return !value
}
