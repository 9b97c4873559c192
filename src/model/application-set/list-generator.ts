// The list generator: parameters written in the ApplicationSet itself.
import { isObject, setKey, type Json, type JsonObject, type Path } from '../../source/json.ts'
import { documentsOf } from '../../source/yaml.ts'
import { within, type Expanding } from './context.ts'
import { generatorTrace, type Generator } from './generator.ts'
import { mapOr, ParamSet } from './params.ts'
import { failing, unknowable } from './refusal.ts'

/** argo-cd: applicationset/generators/list.go */
export function listSetsOf(generator: Generator, expanding: Expanding): ParamSet[] {
  const { elements, elementsYaml } = mapOr(generator.value.list)
  const sets = (Array.isArray(elements) ? elements : []).map((element, index) =>
    elementSet(element, ['list', 'elements', index], generator, expanding)
  )
  if (typeof elementsYaml !== 'string' || elementsYaml === '') return sets
  return [...sets, ...yamlSets(elementsYaml, generator, expanding)]
}

function elementSet(element: Json, path: Path, generator: Generator, expanding: Expanding): ParamSet {
  const about = within(expanding, [...generator.path, ...path])
  const params = element ?? {}
  if (!isObject(params)) throw failing(about, 'an element of its list is no mapping')
  const { language } = expanding
  if (language.go) return new ParamSet(params, steps => generatorTrace(generator, [...path, ...steps], expanding))
  const flat: JsonObject = {}
  for (const [key, value] of Object.entries(params)) {
    if (key === 'values' && isObject(value)) {
      for (const [name, text] of Object.entries(value)) setKey(flat, `values.${name}`, stringOr(text, about))
    } else setKey(flat, key, stringOr(value, about))
  }
  const stepsOf = (name: string): Path =>
    Object.hasOwn(params, name) ? [name] : ['values', name.slice('values.'.length)]
  return new ParamSet(flat, ([name]) => generatorTrace(generator, [...path, ...stepsOf(String(name))], expanding))
}

function stringOr(value: Json, about: ReturnType<typeof within>): string {
  if (typeof value === 'string') return value
  throw failing(about, 'without goTemplate every value of a list element has to be a string')
}

/** What `elementsYaml` says, as it is: without goTemplate only its strings can be used. */
function yamlSets(text: string, generator: Generator, expanding: Expanding): ParamSet[] {
  const about = within(expanding, [...generator.path, 'list', 'elementsYaml'])
  const { documents, problems, needsFallback } = documentsOf(text)
  if (needsFallback) throw unknowable(about, 'its elementsYaml is too unusual to be read here')
  const value = documents[0]?.value ?? []
  const broken = problems.some(({ kind }) => kind !== 'duplicate-key')
  if (broken || !Array.isArray(value) || !value.every(item => item === null || isObject(item))) {
    throw failing(about, 'its elementsYaml is no list of mappings')
  }
  const trace = generatorTrace(generator, ['list', 'elementsYaml'], expanding)
  return value.map(item => new ParamSet(mapOr(item), () => trace))
}
