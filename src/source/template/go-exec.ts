// Executes a Go template: walks its pieces and writes what they give.
import { refuseUnordered } from './go-call.ts'
import { assign, type Scope, valueOf } from './go-eval.ts'
import { formatted } from './go-format.ts'
import { itemOf, entryOf } from './go-run.ts'
import type { Piece, Pipe, Program } from './go-syntax.ts'
import { GoInt, GoList, GoMap, type GoValue, int, isTrue, sortedKeys } from './go-value.ts'
import { failure, unsupported } from './rendered.ts'

/** How a list of pieces ended: at its end, or at a break or continue for the range around it. */
type Flow = 'on' | 'break' | 'continue'
type Control = Extract<Piece, { readonly otherwise: unknown }>

const deepest = 100

/** Writes a program's main template, with `dot` as its data. */
export function execute(program: Program, scope: Scope, dot: GoValue): void {
  new Execution(program, scope).walk(dot, program.main)
}

/** Writes a defined template and gives its text, as Helm's `include` does. */
export function included(program: Program, scope: Scope, name: string, data: GoValue): string {
  const body = program.defined.get(name)
  if (body === undefined) throw failure(`no template "${name}"`)
  const { run } = scope
  return run.captured(() => {
    new Execution(program, { ...scope, variables: [{ name: '$', value: data }] }).walk(data, body)
  })
}

// State is the point: the variables in scope and the depth of template calls.
class Execution {
  readonly #program: Program
  readonly #scope: Scope
  readonly #depth: number

  constructor(program: Program, scope: Scope, depth = 0) {
    this.#program = program
    this.#scope = scope
    this.#depth = depth
  }

  walk(dot: GoValue, pieces: readonly Piece[]): Flow {
    for (const piece of pieces) {
      const flow = this.#walkPiece(dot, piece)
      if (flow !== 'on') return flow
    }
    return 'on'
  }

  #walkPiece(dot: GoValue, piece: Piece): Flow {
    this.#scope.run.spend()
    if (piece.kind === 'break' || piece.kind === 'continue') return piece.kind
    if ('otherwise' in piece) return this.#scoped(() => this.#control(dot, piece))
    const { run } = this.#scope
    run.begin()
    if (piece.kind === 'text') run.write(piece.text, piece)
    else if (piece.kind === 'action') this.#print(piece, valueOf(this.#scope, dot, piece.pipe))
    else this.#call(piece.name, piece.pipe === undefined ? undefined : valueOf(this.#scope, dot, piece.pipe))
    return 'on'
  }

  #control(dot: GoValue, piece: Control): Flow {
    return piece.kind === 'range' ? this.#range(dot, piece) : this.#choose(dot, piece)
  }

  #print(piece: Extract<Piece, { readonly kind: 'action' }>, value: GoValue): void {
    if (piece.pipe.variables.length > 0) return
    refuseUnordered(value)
    const { run } = this.#scope
    run.write(value === undefined || value === null ? run.noValue : formatted(run, value), piece)
  }

  #call(name: string, data: GoValue): void {
    const body = this.#program.defined.get(name)
    if (body === undefined) throw failure(`template "${name}" not defined`)
    if (this.#depth >= deepest) throw unsupported('templates call each other too deeply')
    const scope = { ...this.#scope, variables: [{ name: '$', value: data }] }
    new Execution(this.#program, scope, this.#depth + 1).walk(data, body)
  }

  #scoped(work: () => Flow): Flow {
    const { variables } = this.#scope
    const mark = variables.length
    const flow = work()
    variables.length = mark
    return flow
  }

  #choose(dot: GoValue, piece: Control): Flow {
    const value = valueOf(this.#scope, dot, piece.pipe)
    if (isTrue(value)) return this.walk(piece.kind === 'with' ? value : dot, piece.body)
    return this.walk(dot, piece.otherwise ?? [])
  }

  #range(dot: GoValue, piece: Control): Flow {
    const value = valueOf(this.#scope, dot, piece.pipe)
    refuseUnordered(value)
    let ran = false
    for (const [index, item] of this.#elements(value, piece.pipe)) {
      ran = true
      this.#scope.run.spend()
      const flow = this.#scoped(() => {
        this.#bind(piece.pipe, index, item)
        return this.walk(item, piece.body)
      })
      if (flow === 'break') break
    }
    return ran ? 'on' : this.walk(dot, piece.otherwise ?? [])
  }

  *#elements(value: GoValue, pipe: Pipe): Generator<readonly [GoValue, GoValue]> {
    const { run } = this.#scope
    if (value instanceof GoInt) {
      if (pipe.variables.length > 1) throw failure("can't range over a number with two variables")
      for (let index = 0n; index < value.value; index++) yield [undefined, new GoInt(index, value.type)]
    } else if (value instanceof GoList) {
      for (let index = 0; index < value.items.length; index++) yield [int(index), itemOf(run, value, index)]
    } else if (value instanceof GoMap) {
      for (const key of sortedKeys(value)) yield [key, entryOf(run, value, key)]
    } else if (value !== undefined && value !== null) {
      throw failure(`range can't iterate over a ${typeof value}`)
    }
  }

  // `range $i, $v := …` declared both variables above this scope; Go sets those, and an assignment sets others.
  #bind(pipe: Pipe, index: GoValue, item: GoValue): void {
    const [first, second] = pipe.variables
    if (first === undefined) return
    assign(this.#scope, second ?? first, item)
    if (second !== undefined) assign(this.#scope, first, index)
  }
}
