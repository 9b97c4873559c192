// Evaluates pipelines, commands and operands of a Go template (text/template/exec.go).
import { called, checkCount, checked, constantOf, type GoFunction, literal, type Param, paramAt } from './go-call.ts'
import { fieldOf, type Run } from './go-run.ts'
import type { Operand, Pipe } from './go-syntax.ts'
import { type GoValue, isTrue } from './go-value.ts'
import { failure, unsupported } from './rendered.ts'

/** Where an evaluation stands: its run, the variables in scope (innermost last) and the functions there are. */
export interface Scope {
  readonly run: Run
  readonly variables: { readonly name: string; value: GoValue }[]
  readonly functions: ReadonlyMap<string, GoFunction>
}

/** What came through the pipe, as a command's last argument; undefined for a pipe's first command. */
type Final = { readonly value: GoValue } | undefined

/** A pipe's value; declares or assigns its variables. */
export function valueOf(scope: Scope, dot: GoValue, pipe: Pipe): GoValue {
  let final: Final
  for (const command of pipe.commands) {
    // Go unwraps an interface here: a nil one leaves nothing behind.
    final = { value: commandValue(scope, dot, command, final) ?? undefined }
  }
  for (const name of pipe.variables) {
    if (pipe.assigns) assign(scope, name, final?.value)
    else scope.variables.push({ name, value: final?.value })
  }
  return final?.value
}

/** Sets the innermost variable of that name. */
export function assign(scope: Scope, name: string, value: GoValue): void {
  variableOf(scope, name).value = value
}

function variableOf(scope: Scope, name: string): { value: GoValue } {
  const variable = scope.variables.findLast(candidate => candidate.name === name)
  // A variable declared in a branch that was not taken.
  if (variable === undefined) throw failure(`undefined variable: ${name}`)
  return variable
}

function commandValue(scope: Scope, dot: GoValue, command: readonly Operand[], final: Final): GoValue {
  scope.run.spend()
  const [first, ...args] = command
  if (first === undefined) return undefined
  if (first.kind === 'function') return functionValue(scope, dot, first.name, args, final)
  if (first.kind === 'nil') throw failure('nil is not a command')
  if ((args.length > 0 || final !== undefined) && !isIgnoredArgument(scope, dot, first)) {
    throw failure("can't give an argument to what is no function")
  }
  return operandValue(scope, dot, first)
}

// Fields of nothing take arguments in silence, because Go looks at the receiver first.
function isIgnoredArgument(scope: Scope, dot: GoValue, operand: Operand): boolean {
  if (operand.kind !== 'field' && operand.kind !== 'chain' && operand.kind !== 'variable') return false
  if (operand.names.length === 0) return false
  const names = operand.names.slice(0, -1)
  return chainValue(scope, receiverOf(scope, dot, operand), names) === undefined
}

function receiverOf(scope: Scope, dot: GoValue, operand: Operand & { kind: 'field' | 'chain' | 'variable' }): GoValue {
  if (operand.kind === 'field') return dot
  if (operand.kind === 'variable') return variableOf(scope, operand.name).value
  if (operand.of.kind === 'function') return functionValue(scope, dot, operand.of.name, [], undefined)
  return operandValue(scope, dot, operand.of)
}

function chainValue(scope: Scope, receiver: GoValue, names: readonly string[]): GoValue {
  let value = receiver
  for (const [index, name] of names.entries()) {
    value = fieldOf(scope.run, value, name, index === names.length - 1)
  }
  return value
}

function operandValue(scope: Scope, dot: GoValue, operand: Operand): GoValue {
  if (operand.kind === 'dot') return dot
  if (operand.kind === 'bool' || operand.kind === 'string') return operand.value
  if (operand.kind === 'number') return constantOf(operand)
  if (operand.kind === 'pipe') return valueOf(scope, dot, operand)
  if (operand.kind === 'function') return functionValue(scope, dot, operand.name, [], undefined)
  if (operand.kind === 'nil') return null
  return chainValue(scope, receiverOf(scope, dot, operand), operand.names)
}

function functionValue(scope: Scope, dot: GoValue, name: string, args: readonly Operand[], final: Final): GoValue {
  const callee = scope.functions.get(name)
  if (callee === undefined) throw unsupported(`function "${name}" is not supported`)
  const count = args.length + (final === undefined ? 0 : 1)
  checkCount(name, callee, count)
  if (name === 'and' || name === 'or') return shortCircuit(scope, dot, name, args, final)
  const values = args.map((arg, index) => argumentValue(scope, dot, arg, paramAt(callee, index)))
  if (final !== undefined) values.push(checked(final.value, paramAt(callee, args.length)))
  return called(scope.run, name, callee, values)
}

function shortCircuit(scope: Scope, dot: GoValue, name: 'and' | 'or', args: readonly Operand[], final: Final): GoValue {
  let value: GoValue
  for (const arg of args) {
    value = argumentValue(scope, dot, arg, 'value')
    if (isTrue(value) === (name === 'or')) return value
  }
  return final === undefined ? value : final.value
}

function argumentValue(scope: Scope, dot: GoValue, operand: Operand, param: Param): GoValue {
  return (literal(operand, param) ?? { value: checked(operandValue(scope, dot, operand), param) }).value
}
