// A generator of an ApplicationSet as it is used, and the way back to where it is written.
import { isObject, setKey, type Json, type JsonObject, type Path } from '../../source/json.ts'
import type { Rendered } from '../../source/template/rendered.ts'
import { valueAt } from '../manifest.ts'
import { within, type Expanding } from './context.ts'
import type { Language } from './language.ts'
import { isEmptySet } from './language.ts'
import { mapOr, type ParamSet, type Trace } from './params.ts'
import { failing, unknowable } from './refusal.ts'
import { renderedJson } from './rendered-json.ts'

/** A generator, or a part of one. */
export interface Generator {
  /** What it says, once rendered. */
  readonly value: JsonObject
  /** Where it is written in the ApplicationSet. */
  readonly path: Path
  /** The parameters of a matrix' first child that it was rendered with. */
  readonly renderedWith: ParamSet | undefined
}

/** Where a value of a generator comes from: its own line, or that of the one parameter it was rendered from. */
export function generatorTrace(generator: Generator, path: Path, expanding: Expanding): Trace {
  const written = [...generator.path, ...path]
  const own = { origin: expanding.applicationSet.origin, path: written }
  const text = valueAt(expanding.applicationSet.object, written)
  if (!generator.renderedWith || typeof text !== 'string') return own
  return paramTrace(text, generator.renderedWith, expanding.language) ?? own
}

/** The trace of the one parameter that a text is rendered from; undefined when there are none, or several. */
export function paramTrace(text: string, set: ParamSet, language: Language): Trace | undefined {
  if (!text.includes('{{')) return undefined
  const rendered = language.render(text, set)
  const [used, ...others] = rendered.ok ? rendered.used : []
  return used === undefined || others.length > 0 ? undefined : set.traceOf(used)
}

/** The text, or the refusal of what cannot be rendered. */
export function textOrRefusal(rendered: Rendered, path: Path, expanding: Expanding): string {
  if (rendered.ok) return rendered.text
  const about = within(expanding, path)
  throw rendered.kind === 'error' ? failing(about, rendered.reason) : unknowable(about, rendered.reason)
}

const withValues = ['clusters', 'git', 'scmProvider', 'pullRequest', 'clusterDecisionResource', 'plugin']

/**
 * The second child of a matrix, rendered with parameters of the first: every text in it, save that a template in `values` that asks
 * for what is not there yet stays for the child's own parameters, and that its selector is taken as written. argo-cd: applicationset/utils/utils.go RenderGeneratorParams
 */
export function interpolated(generator: Generator, set: ParamSet, expanding: Expanding): Generator {
  if (isEmptySet(set)) return generator
  const { language } = expanding
  const kept = new Map<Json, JsonObject>()
  for (const kind of withValues) {
    const part = generator.value[kind]
    if (isObject(part) && isObject(part) && isObject(part.values)) kept.set(part.values, part.values)
  }
  const render = (text: string, path: Path): string =>
    textOrRefusal(language.render(text, set), [...generator.path, ...path], expanding)
  const value = renderedJson(generator.value, render, part => {
    const values = kept.get(part)
    return values && resolved(values, set, language)
  })
  const { selector } = generator.value
  return {
    value: { ...mapOr(value), ...(selector !== undefined && { selector }) },
    path: generator.path,
    renderedWith: set
  }
}

function resolved(values: JsonObject, set: ParamSet, language: Language): JsonObject {
  const result: JsonObject = {}
  for (const [key, text] of Object.entries(values)) {
    const rendered = typeof text === 'string' ? language.render(text, set, 'error') : undefined
    setKey(result, key, rendered?.ok ? rendered.text : text)
  }
  return result
}
