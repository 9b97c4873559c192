// Renders the templates of an ApplicationSet with `goTemplate: true`: Go's text/template with sprig.
import type { JsonObject } from '../json.ts'
import { execute } from './go-exec.ts'
import { functions, isFunction } from './go-functions.ts'
import { programOf } from './go-parser.ts'
import { type MissingKey, Run } from './go-run.ts'
import type { Program } from './go-syntax.ts'
import { GoMap, paramsOf, type ParamTypes } from './go-value.ts'
import { refusalOr, type Rendered } from './rendered.ts'

/** How to render. The types of parameters matter in Go: see `ParamTypes`. */
export interface GoTemplateOptions extends ParamTypes {
  /** `missingkey=…` of goTemplateOptions; Go's own default writes "<no value>" for a missing key. */
  readonly missingKey?: MissingKey | undefined
}

/** A template read once, to be rendered with many parameters. */
export interface GoTemplate {
  /** Renders with parameters, or with what `goParamsOf` made of them when several templates take the same ones. */
  render(params: JsonObject | GoParams, options?: GoTemplateOptions): Rendered
}

/** Parameters as Go holds them, made once for many templates: no template can change them. */
export type GoParams = GoMap

/** Parameters ready for rendering, with their types in Go; `render` then ignores its own option for those. */
export function goParamsOf(params: JsonObject, types: ParamTypes = {}): GoParams {
  return paramsOf(params, types)
}

/**
 * Reads a template; what Go cannot parse, or we cannot, fails at every rendering.
 * Parameters are what Argo CD has after encoding/json: every number is a float64, so that 1000000 prints as 1e+06.
 */
export function goTemplateOf(template: string): GoTemplate {
  if (!template.includes('{{')) return { render: () => ({ ok: true, text: template, used: [], missing: [] }) }
  const program = refusalOr(() => programOf(template, isFunction))
  return { render: (params, options = {}) => ('ok' in program ? program : rendered(program, params, options)) }
}

/** Reads a template and renders it once. */
export function renderGo(template: string, params: JsonObject, options: GoTemplateOptions = {}): Rendered {
  return goTemplateOf(template).render(params, options)
}

function rendered(program: Program, params: JsonObject | GoParams, options: GoTemplateOptions): Rendered {
  return refusalOr((): Rendered => {
    const run = new Run(options.missingKey ?? 'default')
    const dot = params instanceof GoMap ? params : paramsOf(params, options)
    execute(program, { run, variables: [{ name: '$', value: dot }], functions }, dot)
    return { ok: true, text: run.text(), used: run.used(), missing: run.missing() }
  })
}
