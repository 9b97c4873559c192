// What a generator gives: sets of parameters, filtered by its selector. Matrix and merge generators combine those of others.
import { isObject, type Json, type JsonObject, type Path } from '../../source/json.ts'
import { valueAt } from '../manifest.ts'
import { clusterSetsOf } from './cluster-generator.ts'
import { spend, within, type Expanding } from './context.ts'
import { flattened } from './flattened.ts'
import { interpolated, type Generator } from './generator.ts'
import { gitSetsOf } from './git-generator.ts'
import { listSetsOf } from './list-generator.ts'
import { combined, overlaid, unmergeable } from './merged-params.ts'
import { mapOr, type ParamSet } from './params.ts'
import { failing, unknowable } from './refusal.ts'
import { selectorOf } from './selector.ts'

/** The kinds of generators in the order in which Argo CD looks at one that has several. */
export const generatorKinds = [
  'list',
  'clusters',
  'git',
  'scmProvider',
  'clusterDecisionResource',
  'pullRequest',
  'matrix',
  'merge',
  'plugin'
] as const

/** The name of a kind of generator. */
export type GeneratorKind = (typeof generatorKinds)[number]

const outside: Readonly<Record<string, string>> = {
  scmProvider: 'its scmProvider generator asks a Git host for repositories',
  clusterDecisionResource: 'its clusterDecisionResource generator reads an object of the cluster',
  pullRequest: 'its pullRequest generator asks a Git host for pull requests',
  plugin: 'its plugin generator asks a service'
}

/** The kinds that a generator is of. */
export function kindsOf(value: JsonObject): GeneratorKind[] {
  return generatorKinds.filter(kind => isObject(value[kind]))
}

/**
 * The sets of one kind of a generator.
 * argo-cd: applicationset/generators/generator_spec_processor.go Transform
 * @param depth how many matrix or merge generators it stands in
 */
export function setsOf(kind: GeneratorKind, generator: Generator, depth: number, expanding: Expanding): ParamSet[] {
  const sets = generated(kind, generator, depth, expanding)
  const written = generator.value.selector
  if (!isObject(written)) return sets
  const isSelected = selectorOf(written)
  if ('refused' in isSelected) {
    throw failing(within(expanding, [...generator.path, 'selector']), isSelected.refused)
  }
  return sets.filter(({ params }) => isSelected(flattened(params)))
}

function generated(kind: GeneratorKind, generator: Generator, depth: number, expanding: Expanding): ParamSet[] {
  if (kind === 'list') return listSetsOf(generator, expanding)
  if (kind === 'git') return gitSetsOf(generator, expanding)
  if (kind === 'clusters') return clusterSetsOf(generator, expanding)
  if (kind === 'matrix') return matrixSetsOf(generator, depth, expanding)
  if (kind === 'merge') return mergeSetsOf(generator, depth, expanding)
  throw unknowable(within(expanding, [...generator.path, kind]), outside[kind]!)
}

/** The sets of a child of a matrix or merge generator: it has to be of exactly one kind, and only one level more may nest. */
function childSets(child: Generator, depth: number, expanding: Expanding): ParamSet[] {
  const kinds = kindsOf(child.value).filter(kind => depth < 2 || (kind !== 'matrix' && kind !== 'merge'))
  const about = within(expanding, child.path)
  const [kind, ...others] = kinds
  if (kind === undefined) throw failing(about, 'a generator inside a matrix or merge generator gives no parameters')
  if (others.length > 0) throw failing(about, 'a generator inside a matrix or merge generator is of several kinds')
  return setsOf(kind, child, depth, expanding)
}

function childrenOf(generator: Generator, kind: 'matrix' | 'merge'): Generator[] {
  const { generators } = mapOr(generator.value[kind])
  return (Array.isArray(generators) ? generators : []).map((value, index) => ({
    value: isObject(value) ? value : {},
    path: [...generator.path, kind, 'generators', index],
    renderedWith: generator.renderedWith
  }))
}

/** Every set of the first child with every set of the second. argo-cd: applicationset/generators/matrix.go */
function matrixSetsOf(generator: Generator, depth: number, expanding: Expanding): ParamSet[] {
  const [first, second, ...more] = childrenOf(generator, 'matrix')
  const path = [...generator.path, 'matrix']
  if (!first || !second || more.length > 0) {
    throw failing(within(expanding, path), 'its matrix generator has to have exactly two generators')
  }
  const isPlain = !JSON.stringify(second.value).includes('{{')
  let shared: ParamSet[] | undefined
  const secondSets = (a: ParamSet): ParamSet[] => {
    if (isPlain) return (shared ??= childSets(second, depth + 1, expanding))
    return childSets(interpolated(second, a, expanding), depth + 1, expanding)
  }
  return childSets(first, depth + 1, expanding).flatMap(a => {
    const sets = secondSets(a)
    spend(expanding, sets.length, path)
    const both = sets.map(b => pair(a, b, path, expanding))
    a.forget()
    return both
  })
}

/** With goTemplate the first child wins where both have a parameter; without, two values are an error. */
function pair(a: ParamSet, b: ParamSet, path: Path, expanding: Expanding): ParamSet {
  if (expanding.language.go) return laid(b, a, path, expanding)
  const both = combined(a, b)
  if (!('conflict' in both)) return both
  const reason = `both generators of its matrix give the parameter "${both.conflict}", with different values`
  throw failing(within(expanding, path), reason)
}

function laid(under: ParamSet, over: ParamSet, path: Path, expanding: Expanding): ParamSet {
  const clash = expanding.language.go ? unmergeable(under, over) : undefined
  if (!clash) return overlaid(under, over, expanding.language.go)
  throw unknowable(within(expanding, path), `two of its generators give "${clash.join('.')}" in ways that do not mix`)
}

/** The first child's sets, each with those of the others that agree in all merge keys. argo-cd: applicationset/generators/merge.go */
function mergeSetsOf(generator: Generator, depth: number, expanding: Expanding): ParamSet[] {
  const path = [...generator.path, 'merge']
  const children = childrenOf(generator, 'merge')
  if (children.length < 2) {
    throw failing(within(expanding, path), 'its merge generator has to have two or more generators')
  }
  const keys = mergeKeysOf(mapOr(generator.value.merge))
  if (keys.length === 0) throw failing(within(expanding, path), 'its merge generator has no mergeKeys')
  const [base, ...overrides] = children.map(child =>
    byKeys(childSets(child, depth + 1, expanding), keys, child.path, expanding)
  )
  for (const override of overrides) {
    for (const [key, set] of override) {
      const under = base!.get(key)
      if (under) base!.set(key, laid(under, set, path, expanding))
    }
  }
  return [...base!.values()]
}

function mergeKeysOf({ mergeKeys }: JsonObject): string[] {
  const keys = Array.isArray(mergeKeys) ? mergeKeys.filter((key): key is string => typeof key === 'string') : []
  return [...new Set(keys)].sort()
}

/** A merge key is the name of a parameter, never a path: with goTemplate a nested one is null for every set. */
function byKeys(
  sets: readonly ParamSet[],
  keys: readonly string[],
  path: Path,
  expanding: Expanding
): Map<string, ParamSet> {
  const found = new Map<string, ParamSet>()
  for (const set of sets) {
    const key = JSON.stringify(keys.map(name => canonical(valueAt(set.params, [name]) ?? null)))
    if (found.has(key)) {
      throw failing(within(expanding, path), `several sets of parameters agree in the merge keys ${keys.join(', ')}`)
    }
    found.set(key, set)
  }
  return found
}

/** A value with the keys of its maps in order, so that equal ones have equal texts. */
function canonical(value: Json): Json {
  if (Array.isArray(value)) return value.map(canonical)
  if (!isObject(value)) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.map(([key, child]) => [key, canonical(child)])
}
