// Renders the plain ones among Helm's templates: values, conditions and a few functions. Anything else is left to Helm.
import type { JsonObject, Path } from '../json.ts'
import { type GoFunction, fixed } from './go-call.ts'
import { execute } from './go-exec.ts'
import { functions } from './go-functions.ts'
import { programOf } from './go-parser.ts'
import { Run } from './go-run.ts'
import { paramsOf } from './go-value.ts'
import { type Chunk, failure, refusalOr, type Rendered } from './rendered.ts'

/** What Helm's own functions and sprig's give alike in every version of Helm, for the values we let through. */
const plain = `and or not eq ne index quote squote default lower upper trim trimAll trimSuffix trimPrefix trunc replace
  contains hasPrefix hasSuffix indent nindent toString empty coalesce ternary print printf b64enc toYaml join list`

/** Functions that give the same whether a number is a float64 or a json.Number, which differs between Helm's versions. */
const numberSafe = new Set(['and', 'or', 'not', 'quote', 'squote', 'default', 'required', 'indent', 'nindent'])

const helmFunctions: ReadonlyMap<string, GoFunction> = new Map([
  ...plain.split(/\s+/).flatMap((name): [string, GoFunction][] => {
    const found = functions.get(name)
    return found ? [[name, found]] : []
  }),
  [
    'required',
    fixed(['string', 'any'], (_, message, value) => {
      if (value === null || value === undefined || value === '') throw failure(message)
      return value
    })
  ]
])

/** A text as Helm would write it, with what wrote it; or not, with the construct that is not plain. */
export type HelmRendered =
  | {
      readonly ok: true
      readonly text: string
      readonly chunks: readonly Chunk[]
      readonly used: readonly Path[]
      readonly missing: readonly Path[]
    }
  | (Rendered & { readonly ok: false })

/** A template of a chart, read once for many releases. */
export interface HelmTemplate {
  /** Whether numbers among the values may be used. */
  readonly takesNumbers: boolean
  /** @param params Values, Release, Chart, Template */
  render(params: JsonObject): HelmRendered
}

/** Reads a template of a chart. What is not plain Helm fails at every rendering, as what Helm refuses does. */
export function helmTemplateOf(template: string): HelmTemplate {
  const called = new Set<string>()
  const program = refusalOr(() => programOf(template, name => helmFunctions.has(name) && Boolean(called.add(name))))
  return {
    takesNumbers: [...called].every(name => numberSafe.has(name)),
    render: params => {
      if ('ok' in program) return program
      return refusalOr((): HelmRendered => {
        // Helm renders with missingkey=zero and then takes "<no value>" away (helm: pkg/engine/engine.go).
        const run = new Run('zero', '')
        const dot = paramsOf(params, {})
        execute(program, { run, variables: [{ name: '$', value: dot }], functions: helmFunctions }, dot)
        return { ok: true, text: run.text(), chunks: run.chunks(), used: run.used(), missing: run.missing() }
      })
    }
  }
}
