// Renders the plain ones among Helm's templates: values, conditions and a few functions. Anything else is left to Helm.
import type { JsonObject, Path } from '../json.ts'
import { type GoFunction, fixed } from './go-call.ts'
import { execute, included } from './go-exec.ts'
import { functions } from './go-functions.ts'
import { mainName, programOf } from './go-parser.ts'
import { Run } from './go-run.ts'
import { paramsOf } from './go-value.ts'
import type { Program } from './go-syntax.ts'
import { type Chunk, failure, refusalOr, type Rendered, unsupported } from './rendered.ts'

/** What Helm's own functions and sprig's give alike in every version of Helm, for the values we let through. */
const plain = `and or not eq ne index quote squote default lower upper trim trimAll trimSuffix trimPrefix trunc replace
  contains hasPrefix hasSuffix indent nindent toString empty coalesce ternary print printf b64enc toYaml join list`

/** Functions that give the same whether a number is a float64 or a json.Number, which differs between Helm's versions. */
const numberSafe = new Set([
  'and',
  'or',
  'not',
  'quote',
  'squote',
  'default',
  'required',
  'indent',
  'nindent',
  'include'
])

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

/**
 * Reads the templates of a chart, which share what they define. What is not plain Helm fails at every rendering, as what
 * Helm refuses does.
 */
export function helmTemplatesOf(texts: readonly string[]): HelmTemplate[] {
  const called = new Set<string>()
  const knows = (name: string): boolean => (name === 'include' || helmFunctions.has(name)) && Boolean(called.add(name))
  const programs = texts.map(text =>
    refusalOr(() => {
      if (/\{\{-?\s*(?:template|block)\b/.test(text)) throw unsupported('"template" and "block" are not traced')
      return programOf(text, knows)
    })
  )
  const defined = refusalOr(() => definitionsOf(programs.filter((program): program is Program => !('ok' in program))))
  const takesNumbers = [...called].every(name => numberSafe.has(name))
  return programs.map(program => ({
    takesNumbers,
    render: params => {
      if ('ok' in program) return program
      return 'ok' in defined ? defined : rendered({ main: program.main, defined }, params)
    }
  }))
}

/** What all templates define together. Which of two of one name counts is Helm's business. */
function definitionsOf(programs: readonly Program[]): Map<string, Program['main']> {
  const defined = new Map<string, Program['main']>()
  for (const program of programs) {
    for (const [name, body] of program.defined) {
      if (name === mainName) continue
      if (defined.has(name)) throw unsupported(`template "${name}" is defined twice`)
      defined.set(name, body)
    }
  }
  return defined
}

function rendered(program: Program, params: JsonObject): HelmRendered {
  return refusalOr((): HelmRendered => {
    // Helm renders with missingkey=zero and then takes "<no value>" away (helm: pkg/engine/engine.go).
    const run = new Run('zero', '')
    const dot = paramsOf(params, {})
    const all = new Map(helmFunctions)
    const scope = { run, variables: [{ name: '$', value: dot }], functions: all }
    all.set(
      'include',
      fixed(['string', 'any'], (_, name, data) => included(program, scope, name, data))
    )
    execute(program, scope, dot)
    return { ok: true, text: run.text(), chunks: run.chunks(), used: run.used(), missing: run.missing() }
  })
}
