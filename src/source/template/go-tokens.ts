// A walk over a Go template's tokens, with the names its parser must know: variables and functions.
import { failure, unsupported } from './rendered.ts'
import type { Token, TokenKind } from './go-lexer.ts'

const deepest = 200

/** Where a parse stands. State is the point: the place in the tokens and the variables in scope. */
export class Tokens {
  readonly knows: (name: string) => boolean
  /** Variables in scope, innermost last. */
  variables: string[] = ['$']
  /** Where the action that was left last ends: the offset of its `}}`. */
  lastClose = 0
  /** How many ranges enclose this place. */
  ranges = 0
  readonly #tokens: readonly Token[]
  #at = 0
  #depth = 0

  constructor(tokens: readonly Token[], knows: (name: string) => boolean) {
    this.#tokens = tokens
    this.knows = knows
  }

  /** The token here, spaces included. */
  peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '' }
  }

  next(): Token {
    const token = this.peek()
    if (token.kind === 'close') this.lastClose = token.at ?? 0
    this.#at++
    return token
  }

  /** The next token that is no space, without moving past it. */
  peekPast(): Token {
    while (this.peek().kind === 'space') this.#at++
    return this.peek()
  }

  nextPast(): Token {
    this.peekPast()
    return this.next()
  }

  expect(kind: TokenKind, context: string): Token {
    const token = this.nextPast()
    if (token.kind !== kind) throw unexpected(token, context)
    return token
  }

  /** A place to come back to. */
  mark(): number {
    return this.#at
  }

  backTo(mark: number): void {
    this.#at = mark
  }

  /** Runs `work` one level deeper; too deep is refused before the stack is. */
  nested<T>(work: () => T): T {
    if (++this.#depth > deepest) throw unsupported('the template nests too deeply')
    try {
      return work()
    } finally {
      this.#depth--
    }
  }

  /** Runs `work` with scopes of its own, as a defined template has. */
  apart<T>(work: () => T): T {
    const { variables, ranges } = this
    this.variables = ['$']
    this.ranges = 0
    const result = work()
    this.variables = variables
    this.ranges = ranges
    return result
  }
}

/** The refusal for a token that cannot stand where it does. */
export function unexpected(token: Token, context: string): Error {
  return failure(
    token.kind === 'end'
      ? `unexpected end of the template in ${context}`
      : `unexpected ${JSON.stringify(token.text)} in ${context}`
  )
}
