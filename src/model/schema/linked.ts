// A written schema made ready for walking: names resolved, patterns compiled, keys in maps.
import { plainTypes } from './written.ts'
import type { Definitions, Written, WrittenSchema } from './written.ts'

/** A schema whose parts are at hand. Shared parts are shared objects; there are no cycles. */
export interface Schema {
  readonly type: WrittenSchema['type']
  readonly properties: ReadonlyMap<string, Schema>
  /** What a key without a property of its own may hold; undefined refuses such keys. */
  readonly values: Schema | undefined
  readonly required: readonly string[]
  readonly items: Schema | undefined
  readonly enum: readonly string[] | undefined
  readonly pattern: RegExp | undefined
  readonly min: number
  readonly max: number
}

/**
 * Links definitions on demand.
 * @returns a function from a name to its linked schema, undefined when nothing has that name; asking twice gives the
 * same object
 */
export const linkerOf = (definitions: Definitions): ((name: string) => Schema | undefined) => {
  const written = new Map(Object.entries(definitions))
  const linked = new Map<string, Schema>(plainTypes.map(type => [type, schemaOf({ type }, unlinkable)]))
  const named = (name: string): Schema | undefined => {
    const known = linked.get(name)
    const description = known ? undefined : written.get(name)
    if (!description) return known
    const schema = schemaOf(description, link)
    linked.set(name, schema)
    return schema
  }
  const link = (part: Written): Schema => {
    const schema = typeof part === 'string' ? named(part) : schemaOf(part, link)
    return schema ?? unlinkable(part)
  }
  return named
}

const unlinkable = (part: Written): never => {
  throw new Error(`no schema definition is named ${JSON.stringify(part)}`)
}

const schemaOf = (written: WrittenSchema, link: (part: Written) => Schema): Schema => ({
  type: written.type,
  properties: new Map(Object.entries(written.properties ?? {}).map(([key, part]) => [key, link(part)])),
  values: written.values === undefined ? undefined : link(written.values),
  required: written.required ?? [],
  items: written.items === undefined ? undefined : link(written.items),
  enum: written.enum,
  pattern: written.pattern === undefined ? undefined : new RegExp(written.pattern),
  min: written.min ?? -Infinity,
  max: written.max ?? Infinity
})
