// The `values` of a generator: parameters of one's own, rendered from the others.
import { isObject, setKey, type Json, type JsonObject, type Path } from '../../source/json.ts'
import type { Expanding } from './context.ts'
import { generatorTrace, paramTrace, textOrRefusal, type Generator } from './generator.ts'
import { copied, mapOr, ParamSet, type Trace, type Types } from './params.ts'

/**
 * Parameters with the `values` of a generator. With goTemplate they are the whole of `values`, whatever the parameters had there;
 * none of them can use another. argo-cd: applicationset/generators/value_interpolation.go
 */
export function withValues(
  set: ParamSet,
  generator: Generator,
  kind: 'git' | 'clusters',
  expanding: Expanding
): ParamSet {
  const part = generator.value[kind]
  const values = textsOf(isObject(part) ? part.values : null)
  const names = Object.keys(values)
  if (names.length === 0) return set
  const { language } = expanding
  const texts: JsonObject = {}
  for (const name of names) {
    const text = values[name]!
    const path = [...generator.path, kind, 'values', name]
    setKey(texts, name, text.includes('{{') ? textOrRefusal(language.render(text, set), path, expanding) : text)
  }
  const trace = (name: string): Trace =>
    paramTrace(values[name]!, set, language) ?? generatorTrace(generator, [kind, 'values', name], expanding)
  return language.go ? asMap(set, texts, trace) : asFlat(set, texts, trace)
}

function textsOf(values: Json | undefined): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, text] of Object.entries(mapOr(values))) setKey(texts, name, typeof text === 'string' ? text : '')
  return texts
}

function asMap(set: ParamSet, values: JsonObject, trace: (name: string) => Trace): ParamSet {
  const params = copied(set.params)
  setKey(params, 'values', values)
  const traceOf = ([first, second, ...rest]: Path): Trace | undefined => {
    if (first !== 'values') return set.traceOf(second === undefined ? [first!] : [first!, second, ...rest])
    return typeof second === 'string' && Object.hasOwn(values, second) ? trace(second) : undefined
  }
  const others = set.types.stringMaps.filter(([first]) => first !== 'values')
  const types: Types = {
    stringMaps: [...others, ['values']],
    stringLists: set.types.stringLists.filter(([first]) => first !== 'values')
  }
  return new ParamSet(params, traceOf, types, set.file)
}

function asFlat(set: ParamSet, values: JsonObject, trace: (name: string) => Trace): ParamSet {
  const params = copied(set.params)
  for (const [name, value] of Object.entries(values)) setKey(params, `values.${name}`, value)
  const traceOf = (path: Path): Trace | undefined => {
    const name = String(path[0])
    const own = name.startsWith('values.') && Object.hasOwn(values, name.slice(7))
    return own ? trace(name.slice(7)) : set.traceOf(path)
  }
  return new ParamSet(params, traceOf, set.types, set.file)
}
