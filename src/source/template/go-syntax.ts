// The syntax tree of a Go template.
import type { Span } from '../text.ts'

/** A value or a call inside an action. */
export type Operand =
  | { readonly kind: 'dot' }
  | { readonly kind: 'nil' }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'string'; readonly value: string }
  | NumberOperand
  /** `.a.b` */
  | { readonly kind: 'field'; readonly names: readonly string[] }
  /** `$x.a`; the name holds its `$`. */
  | { readonly kind: 'variable'; readonly name: string; readonly names: readonly string[] }
  /** `(…).a.b` or `function.a` */
  | { readonly kind: 'chain'; readonly of: Operand; readonly names: readonly string[] }
  | { readonly kind: 'function'; readonly name: string }
  | Pipe

/** A number: Go's untyped constant, an integer, a float or both. */
export interface NumberOperand {
  readonly kind: 'number'
  readonly text: string
  readonly int: bigint | undefined
  readonly float: number | undefined
  /** Standing alone it is a float64 (it has a point or an exponent). */
  readonly isFloat: boolean
}

/** `$x := first | second arg`: each command's result is the next one's last argument. */
export interface Pipe {
  readonly kind: 'pipe'
  /** The variables declared or assigned; at most two, and two only in a range. */
  readonly variables: readonly string[]
  readonly assigns: boolean
  readonly commands: readonly (readonly Operand[])[]
}

/** A piece of a template. The spans are in the template's text, those of actions with their braces. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  | { readonly kind: 'action'; readonly pipe: Pipe; readonly span: Span }
  | {
      readonly kind: 'if' | 'with' | 'range'
      readonly pipe: Pipe
      readonly body: readonly Piece[]
      readonly otherwise: readonly Piece[] | undefined
    }
  | { readonly kind: 'template'; readonly name: string; readonly pipe: Pipe | undefined }
  | { readonly kind: 'break' }
  | { readonly kind: 'continue' }

/** A parsed template with the templates it defines. */
export interface Program {
  readonly main: readonly Piece[]
  readonly defined: ReadonlyMap<string, readonly Piece[]>
}
