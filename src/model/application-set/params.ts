// The parameters of one Application to come, and the way from each back to where it is written.
import { isObject, setKey, type Json, type JsonObject, type Path } from '../../source/json.ts'
import type { GoParams } from '../../source/template/go-template.ts'
import { goParamsOf } from '../../source/template/go-template.ts'
import type { Origin } from '../manifest.ts'

/** A place in a file, not looked up yet. */
export interface Trace {
  readonly origin: Origin
  readonly path: Path
}

/** Which parameters hold Go's narrower types. */
export interface Types {
  readonly stringMaps: readonly Path[]
  readonly stringLists: readonly Path[]
}

/** Parameters that are plain JSON alone. */
export const noTypes: Types = { stringMaps: [], stringLists: [] }

/**
 * One set of parameters. Without goTemplate their names are flat and dotted, and a path has one step: the whole name.
 * A class, since many thousands are made and few are ever asked where they come from.
 */
export class ParamSet {
  readonly params: JsonObject
  readonly types: Types
  /** The config file it was read from. */
  readonly file: string | undefined
  /** Where a parameter is written; undefined when it is made of something else, such as a folder's name. */
  readonly traceOf: (path: Path) => Trace | undefined
  #go: GoParams | undefined
  #strings: Record<string, string> | undefined

  constructor(params: JsonObject, traceOf: (path: Path) => Trace | undefined, types: Types = noTypes, file?: string) {
    this.params = params
    this.traceOf = traceOf
    this.types = types
    this.file = file
  }

  /** The parameters as Go holds them. */
  go(): GoParams {
    this.#go ??= goParamsOf(this.params, this.types)
    return this.#go
  }

  /** The parameters that fasttemplate replaces: those that are strings. */
  strings(): Readonly<Record<string, string>> {
    this.#strings ??= stringsOf(this.params)
    return this.#strings
  }

  /** Lets go of what was only needed for rendering. */
  forget(): void {
    this.#go = undefined
    this.#strings = undefined
  }
}

function stringsOf(params: JsonObject): Record<string, string> {
  const strings: Record<string, string> = {}
  for (const [key, value] of Object.entries(params)) if (typeof value === 'string') setKey(strings, key, value)
  return strings
}

/** Whether a set has something at a path; null counts. */
export function has(root: Json, path: Path): boolean {
  let value: Json | undefined = root
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number' && step < value.length) value = value[step]
    else if (isObject(value) && Object.hasOwn(value, step)) value = value[String(step)]
    else return false
  }
  return value !== undefined
}

/** A copy of an object's own keys. */
export function copied(object: JsonObject): JsonObject {
  const copy: JsonObject = {}
  for (const [key, value] of Object.entries(object)) setKey(copy, key, value)
  return copy
}

/** A mapping; an empty one for anything else. */
export function mapOr(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}
