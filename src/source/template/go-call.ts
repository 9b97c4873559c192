// How a template calls a function: parameters of Go's types, and the checks Go makes before calling.
import { longest, type Run } from './go-run.ts'
import type { Operand } from './go-syntax.ts'
import { GoInt, GoList, GoMap, type GoValue, typeName } from './go-value.ts'
import { failure, unsupported } from './rendered.ts'

/** A parameter's type in Go; 'value' is reflect.Value, which takes everything as it is. */
export type Param = 'string' | 'bool' | 'int' | 'any' | 'map' | 'value'

interface Natives {
  string: string
  bool: boolean
  int: number
  any: GoValue
  map: GoMap
  value: GoValue
}

type Args<P extends readonly Param[]> = { -readonly [K in keyof P]: Natives[P[K]] }

/** A function a template may call. */
export interface GoFunction {
  readonly params: readonly Param[]
  /** The type of any further arguments; undefined when there may be none. */
  readonly rest: Param | undefined
  readonly call: (run: Run, args: readonly GoValue[]) => GoValue
}

/** A function of fixed parameters. */
export function fixed<const P extends readonly Param[]>(
  params: P,
  call: (run: Run, ...args: Args<P>) => GoValue
): GoFunction {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every argument was checked against its parameter
  return { params, rest: undefined, call: (run, args) => call(run, ...(natives(args, params) as Args<P>)) }
}

/** A function with any number of further arguments, which it gets as one list before the others. */
export function variadic<const P extends readonly Param[], R extends Param>(
  params: P,
  rest: R,
  call: (run: Run, rest: Natives[R][], ...args: Args<P>) => GoValue
): GoFunction {
  return {
    params,
    rest,
    call: (run, args) => {
      const all = natives(args, params)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every argument was checked against its parameter
      return call(run, all.slice(params.length) as Natives[R][], ...(all.slice(0, params.length) as Args<P>))
    }
  }
}

// Only an int has another form here; it was checked against its parameter before.
function natives(args: readonly GoValue[], params: readonly Param[]): unknown[] {
  return args.map((arg, index) => (params[index] === 'int' && arg instanceof GoInt ? smallInt(arg) : arg))
}

/** An integer as a JavaScript number; beyond 2^53 it is refused. */
export function smallInt(value: GoInt): number {
  const number = Number(value.value)
  if (!Number.isSafeInteger(number)) throw unsupported('integers beyond 2^53 are not supported here')
  return number
}

/** The parameter an argument at this position is for. */
export function paramAt(callee: GoFunction, index: number): Param {
  return callee.params[index] ?? callee.rest ?? 'any'
}

/** Checks the number of arguments, as Go does before it evaluates any. */
export function checkCount(name: string, callee: GoFunction, count: number): void {
  const least = callee.params.length
  if (count < least || (callee.rest === undefined && count > least)) {
    throw failure(`wrong number of args for ${name}: want ${callee.rest ? 'at least ' : ''}${least} got ${count}`)
  }
}

/** A value as an argument of a type (text/template/exec.go, validateType). */
export function checked(value: GoValue, param: Param): GoValue {
  if (param === 'value') return value
  if (param === 'any') return value === undefined ? null : value
  if (value === undefined && param === 'map') return new GoMap(new Map(), 'any', undefined, true)
  if (!fits(value, param)) {
    throw failure(`wrong type for value; expected ${goName[param]}; got ${typeName(value)}`)
  }
  return value
}

const goName = { string: 'string', bool: 'bool', int: 'int', map: 'map[string]interface {}' } as const

function fits(value: GoValue, param: 'string' | 'bool' | 'int' | 'map'): boolean {
  if (param === 'int') return value instanceof GoInt && value.type === 'int'
  if (param === 'map') return value instanceof GoMap && value.element === 'any'
  return param === 'string' ? typeof value === 'string' : typeof value === 'boolean'
}

/** A literal as an argument of a type (text/template/exec.go, evalArg); undefined when the operand is no literal. */
export function literal(operand: Operand, param: Param): { readonly value: GoValue } | undefined {
  if (operand.kind === 'nil') return { value: nilAs(param) }
  if (operand.kind === 'bool' || operand.kind === 'string') {
    if (param === operand.kind || param === 'any' || param === 'value') return { value: operand.value }
    throw failure(`expected ${param}; found a ${operand.kind}`)
  }
  if (operand.kind !== 'number') return undefined
  if (param === 'any' || param === 'value') return { value: constantOf(operand) }
  if (param === 'int' && operand.int !== undefined) return { value: new GoInt(operand.int) }
  throw failure(`expected ${param}; found ${operand.text}`)
}

function nilAs(param: Param): GoValue {
  if (param === 'value') return undefined
  if (param === 'any') return null
  if (param === 'map') return checked(undefined, param)
  throw failure(`cannot assign nil to ${goName[param]}`)
}

/** A number standing for itself: an int, or a float64 when it is written as one. */
export function constantOf(operand: Operand & { kind: 'number' }): GoValue {
  if (operand.isFloat || operand.int === undefined) return operand.float
  return new GoInt(operand.int)
}

const orderless: ReadonlySet<string> = new Set([
  'len',
  'has',
  'mustHas',
  'sortAlpha',
  'empty',
  'not',
  'default',
  'kindIs',
  'kindOf'
])

/** Refuses a value whose order Go itself leaves to chance. */
export function refuseUnordered(value: GoValue): void {
  if (value instanceof GoList && value.isUnordered) throw unsupported('Go gives "keys" and "values" in a random order')
}

/** Calls a function with checked arguments, within the bounds of the run. */
export function called(run: Run, name: string, callee: GoFunction, args: readonly GoValue[]): GoValue {
  run.spend()
  if (!orderless.has(name)) args.forEach(refuseUnordered)
  const result = callee.call(run, args)
  if (typeof result === 'string') {
    if (result.length > longest) throw unsupported('a text is too long')
    run.spend(result.length >> 6)
  }
  if (result instanceof GoList) run.spend(result.items.length)
  if (result instanceof GoMap) run.spend(result.entries.size)
  return result
}
