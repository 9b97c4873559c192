// Sets of parameters laid over each other, as the matrix and merge generators do.
import { isObject, setKey, type Json, type JsonObject, type Path } from '../../source/json.ts'
import { formatted } from '../../source/template/go-format.ts'
import { Run } from '../../source/template/go-run.ts'
import { valueAt } from '../manifest.ts'
import { copied, has, ParamSet, type Types } from './params.ts'

/**
 * One set over another; the upper one wins. With goTemplate maps are merged at any depth (dario.cat/mergo with override), everything
 * else is replaced.
 */
export function overlaid(under: ParamSet, over: ParamSet, isGo: boolean): ParamSet {
  const params = isGo ? deepMerged(under.params, over.params) : { ...copied(under.params), ...copied(over.params) }
  const traceOf: ParamSet['traceOf'] = path => (has(over.params, path) ? over : under).traceOf(path)
  return new ParamSet(params, traceOf, typesOf(under, over), over.file ?? under.file)
}

/** The path of a map that Go cannot merge, since its texts cannot take in other values; undefined for none. */
export function unmergeable(under: ParamSet, over: ParamSet): Path | undefined {
  const typed = new Set(over.types.stringMaps.map(path => path.join('\0')))
  return under.types.stringMaps.find(path => {
    const value = valueAt(over.params, path)
    return isObject(value) && Object.keys(value).length > 0 && !typed.has(path.join('\0'))
  })
}

function deepMerged(under: JsonObject, over: JsonObject): JsonObject {
  const result = copied(under)
  for (const [key, value] of Object.entries(over)) {
    const present = Object.hasOwn(result, key) ? result[key]! : null
    if (isObject(present) && isObject(value)) setKey(result, key, deepMerged(present, value))
    else setKey(result, key, value)
  }
  return result
}

/** A map keeps its own type when another is merged into it; a list has the type of the one that stays. */
function typesOf(under: ParamSet, over: ParamSet): Types {
  const maps = over.types.stringMaps.filter(path => !isObject(valueAt(under.params, path) ?? null))
  const lists = under.types.stringLists.filter(path => !has(over.params, path))
  return {
    stringMaps: [...under.types.stringMaps, ...maps],
    stringLists: [...lists, ...over.types.stringLists]
  }
}

/** Two sets without goTemplate as one, every value as text; or the name that has two values. argo-cd: applicationset/utils/map.go */
export function combined(a: ParamSet, b: ParamSet): ParamSet | { readonly conflict: string } {
  const params: JsonObject = {}
  for (const { params: own } of [a, b]) {
    for (const [name, value] of Object.entries(own)) {
      const text = shown(value)
      if (Object.hasOwn(params, name) && params[name] !== text) return { conflict: name }
      setKey(params, name, text)
    }
  }
  const traceOf: ParamSet['traceOf'] = path => (has(a.params, path) ? a : b).traceOf(path)
  return new ParamSet(params, traceOf, undefined, b.file ?? a.file)
}

function shown(value: Json): string {
  if (typeof value === 'string') return value
  const set = new ParamSet({ value }, () => undefined)
  return formatted(new Run('default'), set.go().entries.get('value'))
}
