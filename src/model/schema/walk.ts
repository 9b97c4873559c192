// Walks a value along its schema and notes every place where they disagree.
import { isObject } from '../../source/json.ts'
import type { Json, JsonObject, Path } from '../../source/json.ts'
import type { Schema } from './linked.ts'
import { suggestionFor } from './suggestion.ts'
import { enumText, missingText, patternText, rangeText, typeText, unknownText } from './wording.ts'

/** One place where an object is not what its schema asks for. */
export interface Mismatch {
  /** The key or value meant. A missing field's path ends in its key, which is there only if its value is null. */
  readonly path: Path
  readonly part: 'key' | 'value'
  readonly problem: 'unknown' | 'type' | 'missing' | 'enum' | 'pattern' | 'range'
  /** One sentence without a full stop; never a value that could be a secret. */
  readonly message: string
  /** What to write instead of the key or value, where it can be guessed. */
  readonly suggestion?: string
}

/** No object needs more mismatches than this to be seen as wrong, and a hostile one shall not fill memory. */
const mostMismatches = 100

/** Longer strings are not matched against patterns: names are short, and no input may make matching slow. */
const longestMatched = 1000

interface Walk {
  readonly path: (string | number)[]
  readonly found: Mismatch[]
  readonly mayShow: boolean
}

/**
 * Every disagreement between an object and its schema, in the object's order, what it lacks last, at most 100.
 * An empty (null) field counts as absent, as the API server drops it. What is still to be filled in (by a template, a
 * substitution, a kustomize patch, sops) cannot be judged and is accepted.
 * @param mayShow whether messages may quote a short value that an enum refuses
 */
export const disagreements = (schema: Schema, object: JsonObject, mayShow: boolean): Mismatch[] => {
  if (isObject(object.sops)) return []
  const walk: Walk = { path: [], found: [], mayShow }
  checkObject(walk, schema, object)
  return walk.found.filter((one, _, all) => !isMisspeltElsewhere(one, all))
}

/** A missing field whose name stands beside it, misspelt, is one mistake and not two. */
const isMisspeltElsewhere = (missing: Mismatch, all: readonly Mismatch[]): boolean => {
  if (missing.problem !== 'missing') return false
  const parent = missing.path.slice(0, -1)
  return all.some(
    ({ problem, suggestion, path }) =>
      problem === 'unknown' &&
      suggestion === missing.path.at(-1) &&
      path.length === missing.path.length &&
      parent.every((part, index) => part === path[index])
  )
}

const check = (walk: Walk, schema: Schema, value: Json): void => {
  switch (schema.type) {
    case 'any':
      return
    case 'object':
      return isObject(value) ? checkObject(walk, schema, value) : noteType(walk, schema, value)
    case 'array':
      return Array.isArray(value) ? checkArray(walk, schema, value) : noteType(walk, schema, value)
    case 'string':
      return typeof value === 'string' ? checkString(walk, schema, value) : noteType(walk, schema, value)
    case 'boolean':
      return typeof value === 'boolean' ? undefined : noteType(walk, schema, value)
    case 'number':
    case 'integer':
      return isNumber(schema, value) ? checkSize(walk, schema, value) : noteType(walk, schema, value)
    case 'intOrString':
      return typeof value === 'string' || Number.isInteger(value) ? undefined : noteType(walk, schema, value)
  }
}

const isNumber = (schema: Schema, value: Json): value is number =>
  schema.type === 'integer' ? Number.isInteger(value) : typeof value === 'number'

const checkObject = (walk: Walk, schema: Schema, object: JsonObject): void => {
  let size = 0
  let isWhole = true
  for (const key in object) {
    const value = object[key] ?? null
    if (value !== null) size++
    const part = schema.properties.get(key) ?? schema.values
    if (part === undefined) isWhole = noteUnknown(walk, schema, key) && isWhole
    else if (value !== null && part.type !== 'any') checkAt(walk, part, value, key)
  }
  if (!isWhole) return
  for (const key of schema.required) if ((object[key] ?? null) === null) noteMissing(walk, key)
  checkSize(walk, schema, size)
}

const checkArray = (walk: Walk, schema: Schema, list: readonly Json[]): void => {
  const { items } = schema
  if (items) for (let index = 0; index < list.length; index++) checkAt(walk, items, list[index] ?? null, index)
  checkSize(walk, schema, list.length)
}

const checkAt = (walk: Walk, schema: Schema, value: Json, key: string | number): void => {
  walk.path.push(key)
  check(walk, schema, value)
  walk.path.pop()
}

const checkString = (walk: Walk, schema: Schema, value: string): void => {
  if (schema.enum && !schema.enum.includes(value)) noteEnum(walk, schema.enum, value)
  if (schema.min > value.length || schema.max < value.length) noteLength(walk, schema, value)
  else if (schema.pattern && value.length <= longestMatched && !schema.pattern.test(value)) {
    notePattern(walk, schema.pattern, value)
  }
}

/** Kubernetes counts characters, of which two UTF-16 units make at least one. */
const noteLength = (walk: Walk, schema: Schema, value: string): void => {
  if (isTemplated(value)) return
  checkSize(walk, schema, value.length / 2 > schema.max ? value.length : Array.from(value).length)
}

const checkSize = (walk: Walk, schema: Schema, size: number): void => {
  if (size >= schema.min && size <= schema.max) return
  note(walk, { ...valueAt(walk), problem: 'range', message: rangeText(walk.path, schema, size) })
}

const noteType = (walk: Walk, schema: Schema, value: Json): void => {
  if (typeof value === 'string' && isTemplated(value)) return
  note(walk, { ...valueAt(walk), problem: 'type', message: typeText(walk.path, schema, value) })
}

const noteEnum = (walk: Walk, known: readonly string[], value: string): void => {
  if (isTemplated(value)) return
  const message = enumText(walk.path, known, value, walk.mayShow)
  note(walk, { ...valueAt(walk), problem: 'enum', message }, suggestionFor(value, known))
}

const notePattern = (walk: Walk, pattern: RegExp, value: string): void => {
  if (isTemplated(value)) return
  note(walk, { ...valueAt(walk), problem: 'pattern', message: patternText(walk.path, pattern) })
}

const noteMissing = (walk: Walk, key: string): void => {
  const path = [...walk.path, key]
  note(walk, { path, part: 'key', problem: 'missing', message: missingText(path) })
}

/**
 * Keys that kustomize's patches and templates put among the fields are theirs.
 * @returns false for those: what the object lacks, it gets elsewhere
 */
const noteUnknown = (walk: Walk, schema: Schema, key: string): boolean => {
  if (key.startsWith('$') || isTemplated(key)) return false
  if (isFull(walk)) return true
  const suggestion = suggestionFor(key, schema.properties.keys()) ?? placeBelow(schema, key)
  const path = [...walk.path, key]
  note(walk, { path, part: 'key', problem: 'unknown', message: unknownText(path, suggestion) }, suggestion)
  return true
}

/** The one field of this object that has such a key, as `automated.prune` for `prune`. */
const placeBelow = (schema: Schema, key: string): string | undefined => {
  const parents = [...schema.properties].filter(([, part]) => part.properties.has(key))
  return parents.length === 1 && parents[0] ? `${parents[0][0]}.${key}` : undefined
}

const valueAt = (walk: Walk): Pick<Mismatch, 'path' | 'part'> => ({ path: [...walk.path], part: 'value' })

const isFull = (walk: Walk): boolean => walk.found.length >= mostMismatches

const note = (walk: Walk, mismatch: Mismatch, suggestion?: string): void => {
  if (isFull(walk)) return
  walk.found.push(suggestion === undefined ? mismatch : { ...mismatch, suggestion })
}

/** Text that something fills in later: `{{ x }}`, `${X}`, `$(X)`, or a whole `<placeholder>`. */
const isTemplated = (text: string): boolean => /\{\{|\$\{|\$\(|^<.*>$/s.test(text)
