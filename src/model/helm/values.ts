// The values a chart is rendered with: layers merged as Helm merges them, each value traced to the layer in force.
import { isDeepStrictEqual } from 'node:util'
import { isObject, setKey, type Json, type JsonObject, type Path } from '../../source/json.ts'
import type { Place } from '../../source/place.ts'
import { valueAt, type Part } from '../manifest.ts'

/** Values of one place: a file, the Application's own, one parameter. */
export interface ValuesLayer {
  readonly values: JsonObject
  /** Whether a person would write further values here. */
  readonly isOpen: boolean
  locate(path: Path, part: Part): Place
}

/** What templates see as `.Values`. */
export interface MergedValues {
  readonly values: JsonObject
  /** Where the value in force at a path is written; undefined when that cannot be told. */
  placeOf(path: Path): Place | undefined
  /** Where a person would write a value that is missing. */
  placeFor(path: Path): Place | undefined
}

/**
 * @param given what the Application gives, weakest first
 * @param own the chart's values.yaml, weaker than all
 */
export function mergedValues(given: readonly ValuesLayer[], own: ValuesLayer | undefined): MergedValues {
  const merged = given.reduce<JsonObject>((values, layer) => withLayer(values, layer.values), {})
  const values = own ? coalesced(merged, own.values) : merged
  const layers = [...given].reverse()
  if (own) layers.push(own)
  return {
    values,
    placeOf: path => {
      const value = valueAt(values, path)
      const layer = layers.find(({ values: of }) => valueAt(of, path) !== undefined)
      const isInForce = value !== undefined && layer && isDeepStrictEqual(valueAt(layer.values, path), value)
      return isInForce ? layer.locate(path, 'value') : undefined
    },
    placeFor: path => layers.find(({ isOpen }) => isOpen)?.locate(path, 'value')
  }
}

/** helm: pkg/cli/values/options.go mergeMaps: maps are merged, anything else is replaced, null too. */
function withLayer(base: JsonObject, over: JsonObject): JsonObject {
  const merged = { ...base }
  for (const [key, value] of Object.entries(over)) {
    const below = Object.hasOwn(merged, key) ? merged[key]! : null
    setKey(merged, key, isObject(value) && isObject(below) ? withLayer(below, value) : value)
  }
  return merged
}

/** helm: pkg/chart/common/util/coalesce.go: the chart's own values fill what is not given; a given null takes them away. */
function coalesced(given: JsonObject, own: JsonObject): JsonObject {
  const values = { ...given }
  for (const [key, value] of Object.entries(own)) {
    if (!Object.hasOwn(values, key)) {
      if (value !== null) setKey(values, key, isObject(value) ? coalesced({}, value) : value)
      continue
    }
    const over = values[key]!
    if (over === null) delete values[key]
    else if (isObject(over) && isObject(value)) setKey(values, key, coalesced(over, value))
  }
  return values
}

/** Whether a mapping holds nothing but nulls: Helm's versions differ in whether it is there at all. */
export function isHollow(value: Json): boolean {
  if (!isObject(value)) return Array.isArray(value) && value.some(isHollow)
  const children = Object.values(value)
  return (children.length > 0 && children.every(child => child === null)) || children.some(isHollow)
}

/** Nested values for a parameter's name; undefined for names that only Helm itself reads (indexes, escapes). */
export function pathOfParameter(name: string): string[] | undefined {
  return /^[\w-]+(?:\.[\w-]+)*$/.test(name) ? name.split('.') : undefined
}

/** A value at a path, and nothing else. */
export function nested(path: readonly string[], value: Json): JsonObject {
  const result: JsonObject = {}
  const [step = '', ...rest] = path
  setKey(result, step, rest.length === 0 ? value : nested(rest, value))
  return result
}

/** What `--set` makes of a text; undefined for lists and escapes. helm: pkg/strvals/parser.go typedVal */
export function typedValue(text: string): Json | undefined {
  if (/[\\{}]/.test(text)) return undefined
  const lower = text.toLowerCase()
  if (lower === 'true' || lower === 'false') return lower === 'true'
  if (lower === 'null') return null
  return text === '0' || /^[+-]?[1-9]\d{0,14}$/.test(text) ? Number(text) : text
}
