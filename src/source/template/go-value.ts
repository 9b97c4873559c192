// The values a Go template works with, as Go types them: what a JSON value is there, and what functions return.
import type { Json, JsonObject, Path } from '../json.ts'
import { byCodePoint } from '../order.ts'

/**
 * A value in a template. A JavaScript number is a float64; `undefined` is Go's invalid value (a missing key), `null` a
 * nil interface: both print as "<no value>" but differ as a receiver and as an argument.
 */
export type GoValue = string | boolean | number | null | undefined | GoInt | GoList | GoMap

/** An integer of one of Go's types. */
export class GoInt {
  readonly value: bigint
  readonly type: 'int' | 'int64' | 'uint8'
  constructor(value: bigint, type: 'int' | 'int64' | 'uint8' = 'int') {
    this.value = value
    this.type = type
  }
}

/** A slice: []interface {}, []string or []int; `isNil` for Go's nil slice, which prints as an empty one. */
export class GoList {
  readonly items: readonly GoValue[]
  readonly element: 'any' | 'string' | 'int'
  /** Where in the parameters it stands, when it stands there. */
  readonly path: Path | undefined
  readonly isNil: boolean
  /** Go itself gives these items in a random order (`keys`, `values`): only what does not depend on it may be told. */
  isUnordered = false
  constructor(items: readonly GoValue[], element: 'any' | 'string' | 'int' = 'any', path?: Path, isNil = false) {
    this.items = items
    this.element = element
    this.path = path
    this.isNil = isNil
  }
}

/** A map: map[string]interface {} or map[string]string. Only one that a template made may be changed by it. */
export class GoMap {
  readonly entries: Map<string, GoValue>
  readonly element: 'any' | 'string'
  /** Where in the parameters it stands, when it stands there. */
  readonly path: Path | undefined
  readonly isNil: boolean
  constructor(entries: Map<string, GoValue>, element: 'any' | 'string' = 'any', path?: Path, isNil = false) {
    this.entries = entries
    this.element = element
    this.path = path
    this.isNil = isNil
  }
}

/** Which parameters hold Go's narrower types: paths of map[string]string and of []string. */
export interface ParamTypes {
  readonly stringMaps?: readonly Path[] | undefined
  readonly stringLists?: readonly Path[] | undefined
}

/** Parameters as Go holds them after encoding/json: every number a float64. */
export function paramsOf(params: JsonObject, types: ParamTypes): GoMap {
  const isStringMap = among(types.stringMaps)
  const isStringList = among(types.stringLists)
  const valueOf = (value: Json, path: Path): GoValue => {
    if (Array.isArray(value)) {
      const items = value.map((item, index) => valueOf(item, [...path, index]))
      return new GoList(items, isStringList(path) ? 'string' : 'any', path)
    }
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).map(([key, child]): [string, GoValue] => [
      key,
      valueOf(child, [...path, key])
    ])
    return new GoMap(new Map(entries), isStringMap(path) ? 'string' : 'any', path)
  }
  const entries = Object.entries(params).map(([key, value]): [string, GoValue] => [key, valueOf(value, [key])])
  return new GoMap(new Map(entries), 'any', [])
}

function among(paths: readonly Path[] = []): (path: Path) => boolean {
  const keys = new Set(paths.map(keyOf))
  return keys.size === 0 ? () => false : path => keys.has(keyOf(path))
}

/** A path as one comparable string. */
export function keyOf(path: Path): string {
  return JSON.stringify(path)
}

/** A JSON value as a template makes it itself (fromJson): not a parameter. */
export function decoded(value: Json): GoValue {
  if (Array.isArray(value)) return new GoList(value.map(decoded))
  if (typeof value !== 'object' || value === null) return value
  return new GoMap(new Map(Object.entries(value).map(([key, child]) => [key, decoded(child)])))
}

/** An int, the type of Go's own counts. */
export function int(value: number | bigint): GoInt {
  return new GoInt(BigInt(value))
}

/** A []string. */
export function strings(items: readonly string[]): GoList {
  return new GoList(items, 'string')
}

/** Go's name of a value's type. */
export function typeName(value: GoValue): string {
  if (value === undefined) return 'invalid'
  if (value === null) return 'interface {}'
  if (typeof value === 'number') return 'float64'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'string') return 'string'
  if (value instanceof GoInt) return value.type
  const element = value.element === 'any' ? 'interface {}' : value.element
  return value instanceof GoList ? `[]${element}` : `map[string]${element}`
}

/** What `if`, `and`, `or` and `not` take for true: not the zero of its type, not empty. */
export function isTrue(value: GoValue): boolean {
  if (value instanceof GoInt) return value.value !== 0n
  if (value instanceof GoList) return value.items.length > 0
  if (value instanceof GoMap) return value.entries.size > 0
  return Number.isNaN(value) || Boolean(value)
}

/** Go's reflect.DeepEqual: types count, so that 1 and "1", or int and int64, differ. */
export function deepEqual(left: GoValue, right: GoValue): boolean {
  if (left instanceof GoInt) return right instanceof GoInt && left.type === right.type && left.value === right.value
  if (left instanceof GoList) return right instanceof GoList && sameShape(left, right) && sameItems(left, right)
  if (left instanceof GoMap) return right instanceof GoMap && sameShape(left, right) && sameEntries(left, right)
  return (left ?? null) === (right ?? null)
}

function sameShape(left: GoList | GoMap, right: GoList | GoMap): boolean {
  return left.element === right.element && left.isNil === right.isNil
}

function sameItems(left: GoList, right: GoList): boolean {
  return (
    left.items.length === right.items.length && left.items.every((item, index) => deepEqual(item, right.items[index]))
  )
}

function sameEntries(left: GoMap, right: GoMap): boolean {
  if (left.entries.size !== right.entries.size) return false
  return [...left.entries].every(([key, value]) => right.entries.has(key) && deepEqual(value, right.entries.get(key)))
}

/** A map's keys in the order Go prints and ranges over them. */
export function sortedKeys(map: GoMap): string[] {
  return [...map.entries.keys()].sort(byCodePoint)
}
