// Where lines of a manifest belong that a page shows without the rest of it, so that the schema of the whole can judge them.
import { mismatchesOf } from '../../src/model/schema/schema.ts'
import { isObject, type Json, type JsonObject } from '../../src/source/json.ts'

/** Keys and indices down to what holds the lines. */
type Path = readonly (string | number)[]

/** Kinds, and the places within them that pages show lines of. */
const places: readonly (readonly [apiVersion: string, kind: string, paths: readonly Path[]])[] = [
  ['argoproj.io/v1alpha1', 'Application', [[], ['spec']]],
  ['argoproj.io/v1alpha1', 'ApplicationSet', [[], ['spec']]],
  ['argoproj.io/v1alpha1', 'AppProject', [[], ['spec']]],
  ['external-secrets.io/v1', 'ExternalSecret', [[], ['spec'], ['spec', 'data', 0]]],
  ['external-secrets.io/v1alpha1', 'PushSecret', [[], ['spec'], ['spec', 'data', 0], ['spec', 'data', 0, 'match']]],
  [
    'external-secrets.io/v1',
    'ClusterSecretStore',
    [[], ['spec'], ['spec', 'provider'], ['spec', 'provider', 'azurekv']]
  ],
  ['dist.kio.kasten.io/v1alpha1', 'Bootstrap', [[], ['spec', 'clusters', 'primary']]],
  ['v1', 'ConfigMap', [[]]]
]

/** Whether the lines could stand somewhere in one of these kinds. */
export function fit(lines: JsonObject): boolean {
  return places.some(([apiVersion, kind, paths]) => paths.some(path => fitsInto(apiVersion, kind, path, lines)))
}

function fitsInto(apiVersion: string, kind: string, path: Path, lines: JsonObject): boolean {
  const inner = path.reduceRight<Json>((value, key) => (typeof key === 'number' ? [value] : { [key]: value }), lines)
  const object = { metadata: { name: 'x' }, ...(isObject(inner) ? inner : {}), apiVersion, kind }
  return mismatchesOf(apiVersion, kind, object).every(({ problem }) => problem === 'missing')
}
