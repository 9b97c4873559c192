import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { kastenDefinitions } from '../../src/model/schema/kasten.ts'
import { linkerOf } from '../../src/model/schema/linked.ts'
import type { Schema } from '../../src/model/schema/linked.ts'
import { nativeDefinitions } from '../../src/model/schema/native.ts'
import { mismatchesOf } from '../../src/model/schema/schema.ts'
import { upstreamDefinitions } from '../../src/model/schema/upstream.generated.ts'
import { isObject } from '../../src/source/json.ts'
import type { Json, JsonObject } from '../../src/source/json.ts'

const definitions = { ...upstreamDefinitions(), ...nativeDefinitions(), ...kastenDefinitions() }
const linked = linkerOf(definitions)
const schemaNamed = (name: string): Schema => found(linked(name))

/** What must be there for the test to mean anything. */
const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not found')
  return value
}

const kinds = Object.keys(definitions).filter(name => name.includes('/'))

const split = (name: string): [string, string] => [
  name.slice(0, name.lastIndexOf('/')),
  name.slice(name.lastIndexOf('/') + 1)
]

const plain = fc.stringMatching(/^[a-z]{1,8}$/)

/** Values that comply with a schema; optional fields come and go. */
const complying = (schema: Schema): fc.Arbitrary<Json> => {
  switch (schema.type) {
    case 'any':
      return fc.constantFrom<Json>(1, 'x', true, { a: [1] })
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return fc.integer({ min: Math.max(schema.min, 0), max: Math.min(schema.max, 1000) })
    case 'intOrString':
      return fc.oneof(fc.nat(9), plain)
    case 'string':
      return stringOf(schema)
    case 'array':
      return fc.array(complying(found(schema.items)), { minLength: Math.max(schema.min, 0), maxLength: 2 })
    case 'object':
    default:
      return objectOf(schema)
  }
}

const stringOf = (schema: Schema): fc.Arbitrary<string> => {
  if (schema.enum) return fc.constantFrom(...schema.enum)
  return schema.pattern?.source.startsWith('^(@') ? fc.constant('0 5 * * *') : plain.filter(text => text.length > 1)
}

const objectOf = (schema: Schema): fc.Arbitrary<JsonObject> => {
  if (schema.min === 1 && schema.max === 1) return choiceOf(schema)
  const fields = Object.fromEntries([...schema.properties].map(([key, part]) => [key, optional(schema, key, part)]))
  const named = fc.record(fields).map(present)
  if (!schema.values) return named
  return fc
    .tuple(
      fc.dictionary(
        plain.map(key => `x-${key}`),
        complying(schema.values),
        { maxKeys: 2 }
      ),
      named
    )
    .map(([others, own]) => ({ ...others, ...own }))
}

/** Exactly one of the properties. */
const choiceOf = (schema: Schema): fc.Arbitrary<JsonObject> =>
  fc.oneof(...[...schema.properties].map(([key, part]) => complying(part).map(value => ({ [key]: value }))))

const optional = (schema: Schema, key: string, part: Schema): fc.Arbitrary<Json | undefined> =>
  schema.required.includes(key) ? complying(part) : fc.option(complying(part), { nil: undefined, freq: 1 })

const present = (fields: Record<string, Json | undefined>): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined))

/** Every object inside a value that refuses keys it does not know. */
const strictObjects = (schema: Schema, value: Json): JsonObject[] => {
  if (Array.isArray(value)) return value.flatMap(item => (schema.items ? strictObjects(schema.items, item) : []))
  if (!isObject(value) || schema.type !== 'object') return []
  const inside = Object.entries(value).flatMap(([key, child]) => {
    const part = schema.properties.get(key) ?? schema.values
    return part ? strictObjects(part, child) : []
  })
  return schema.values || schema.max === 1 ? inside : [value, ...inside]
}

describe.each(kinds)('%s', name => {
  const schema = schemaNamed(name)
  const [apiVersion, kind] = split(name)
  const objects = objectOf(schema)

  test('what complies has no mismatch', () => {
    fc.assert(
      fc.property(objects, object => {
        expect(mismatchesOf(apiVersion, kind, object)).toEqual([])
      }),
      { numRuns: 40 }
    )
  })

  test('one key too many is exactly one mismatch', () => {
    fc.assert(
      fc.property(objects, fc.nat(), (object, choice) => {
        const strict = strictObjects(schema, object)
        found(strict[choice % strict.length])['zqzqz'] = 1
        expect(mismatchesOf(apiVersion, kind, object)).toMatchObject([{ problem: 'unknown', part: 'key' }])
      }),
      { numRuns: 40 }
    )
  })
})

const jsons = fc.letrec<{ json: Json }>(tie => ({
  json: fc.oneof(
    { depthSize: 'medium' },
    fc.constantFrom<Json>(null, true, 1.5),
    fc.string(),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('provider', 'data', 'source', 'project', 'k10', '__proto__', '$patch'), tie('json'))
  )
})).json

const within = (value: Json | undefined, part: string | number): Json | undefined => {
  if (Array.isArray(value)) return typeof part === 'number' ? value[part] : undefined
  return isObject(value) ? value[part] : undefined
}

test('no value makes judging throw, and every path leads into the object', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), jsons, jsons, (name, spec, metadata) => {
      const object: JsonObject = { spec, metadata, data: spec }
      for (const { path, problem } of mismatchesOf(...split(name), object)) {
        const place = problem === 'missing' ? path.slice(0, -1) : path
        expect(place.reduce<Json | undefined>(within, object)).toBeDefined()
      }
    }),
    { numRuns: 500 }
  )
})
