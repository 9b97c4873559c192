// How a schema is written down: a small subset of Kubernetes' structural schemas, with shared parts named.

/** The shapes that need no description. `any` accepts everything, `intOrString` is Kubernetes' own. */
export const plainTypes = ['any', 'boolean', 'intOrString', 'integer', 'number', 'string'] as const

/** A type that needs no description of its own. */
export type PlainType = (typeof plainTypes)[number]

/** A description, or the name of one: a plain type or a definition beside it. */
export type Written = string | WrittenSchema

/**
 * One described value. An object with `properties` and no `values` refuses other keys, as a pruning API server drops
 * them. `min` and `max` bound whatever the type counts: entries, items, characters, or the number itself.
 */
export interface WrittenSchema {
  type: 'object' | 'array' | PlainType
  properties?: Record<string, Written>
  required?: string[]
  /** What every key without a property of its own may hold. */
  values?: Written
  items?: Written
  enum?: string[]
  pattern?: string
  min?: number
  max?: number
}

/** Definitions by name. A kind's own schema is named `<apiVersion>/<kind>`. */
export type Definitions = Record<string, WrittenSchema>
