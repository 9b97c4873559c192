// What Kubernetes asks of the kinds a fleet is made of, and where an object does not comply.
import type { JsonObject } from '../../source/json.ts'
import { isOurReading, kastenDefinitions } from './kasten.ts'
import { linkerOf } from './linked.ts'
import type { Schema } from './linked.ts'
import { nativeDefinitions } from './native.ts'
import { upstreamDefinitions } from './upstream.generated.ts'
import { disagreements } from './walk.ts'
import type { Mismatch as Disagreement } from './walk.ts'

/** A place where an object is not what its kind asks for. */
export interface Mismatch extends Disagreement {
  /** False where the schema is our reading of documentation, not the vendor's own: worth a warning at most. */
  readonly certain: boolean
}

let linker: ((name: string) => Schema | undefined) | undefined

/** Built on first use: most documents of most repositories need no schema at all. */
const schemaNamed = (kind: string): Schema | undefined => {
  linker ??= linkerOf({ ...upstreamDefinitions(), ...nativeDefinitions(), ...kastenDefinitions() })
  return linker(kind)
}

/** Whether objects of this kind and version can be judged, as `external-secrets.io/v1`, `PushSecret`. */
export const hasSchema = (apiVersion: string, kind: string): boolean =>
  schemaNamed(`${apiVersion}/${kind}`) !== undefined

/**
 * Where an object disagrees with the schema of its kind: nothing for a kind without a schema.
 * Messages never hold a value of a Secret, nor any value but a short word that an enum refuses.
 * @returns at most 100 mismatches, the same ones in the same order for the same object
 */
export const mismatchesOf = (apiVersion: string, kind: string, object: JsonObject): Mismatch[] => {
  const name = `${apiVersion}/${kind}`
  const schema = schemaNamed(name)
  if (!schema) return []
  const guessed = isOurReading(name)
  return disagreements(schema, object, kind !== 'Secret').map(found => ({
    ...found,
    certain: !guessed || found.path[0] === 'metadata'
  }))
}
