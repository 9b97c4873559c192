// Parses a Go template (text/template) into its tree.
import { tokensOf } from './go-lexer.ts'
import { stringOf } from './go-literals.ts'
import { pipelineOf } from './go-pipeline.ts'
import type { Piece, Pipe, Program } from './go-syntax.ts'
import { Tokens, unexpected } from './go-tokens.ts'
import { trimSpace } from './go-text.ts'
import { failure } from './rendered.ts'

/** The name under which a template's own text is among those it defines. */
export const mainName = 'base'

type Defined = Map<string, readonly Piece[]>
type Ending = 'end' | 'else'

/**
 * The tree of a template; refuses what Go refuses to parse.
 * @param knows whether a function of that name exists: an unknown one is an error even where it is never reached
 */
export function programOf(source: string, knows: (name: string) => boolean): Program {
  const tokens = new Tokens(tokensOf(source), knows)
  const defined: Defined = new Map()
  const main: Piece[] = []
  while (tokens.peek().kind !== 'end') {
    if (startsDefinition(tokens)) define(tokens, defined)
    else main.push(...atTop(pieceOf(tokens, defined)))
  }
  add(defined, mainName, main)
  return { main: defined.get(mainName) ?? main, defined }
}

function atTop(piece: Piece | Ending): Piece[] {
  if (typeof piece === 'string') throw failure(`unexpected {{${piece}}}`)
  return [piece]
}

function startsDefinition(tokens: Tokens): boolean {
  if (tokens.peek().kind !== 'open') return false
  const mark = tokens.mark()
  tokens.next()
  const token = tokens.nextPast()
  if (token.kind === 'word' && token.text === 'define') return true
  tokens.backTo(mark)
  return false
}

function define(tokens: Tokens, defined: Defined): void {
  const name = nameOf(tokens, 'define clause')
  tokens.expect('close', 'define clause')
  add(
    defined,
    name,
    tokens.apart(() => bodyOf(tokens, defined, 'define clause'))
  )
}

function nameOf(tokens: Tokens, context: string): string {
  const token = tokens.nextPast()
  if (token.kind !== 'string' && token.kind !== 'raw') throw unexpected(token, context)
  return stringOf(token.text)
}

// The last definition with any content wins over empty ones; two with content are refused.
function add(defined: Defined, name: string, body: readonly Piece[]): void {
  const earlier = defined.get(name)
  if (earlier === undefined || isBlank(earlier)) defined.set(name, body)
  else if (!isBlank(body)) throw failure(`multiple definition of template "${name}"`)
}

function isBlank(body: readonly Piece[]): boolean {
  return body.every(piece => piece.kind === 'text' && trimSpace(piece.text) === '')
}

function bodyOf(tokens: Tokens, defined: Defined, context: string): Piece[] {
  const { pieces, ending } = listOf(tokens, defined)
  if (ending !== 'end') throw failure(`unexpected {{else}} in ${context}`)
  return pieces
}

function listOf(tokens: Tokens, defined: Defined): { pieces: Piece[]; ending: Ending } {
  return tokens.nested(() => {
    const pieces: Piece[] = []
    while (tokens.peekPast().kind !== 'end') {
      const piece = pieceOf(tokens, defined)
      if (typeof piece === 'string') return { pieces, ending: piece }
      pieces.push(piece)
    }
    throw failure('unexpected end of the template: an {{end}} is missing')
  })
}

function pieceOf(tokens: Tokens, defined: Defined): Piece | Ending {
  const token = tokens.nextPast()
  const start = token.at ?? 0
  if (token.kind === 'text') return { kind: 'text', text: token.text, span: { start, end: start + token.text.length } }
  if (token.kind !== 'open') throw unexpected(token, 'the template')
  const mark = tokens.mark()
  const word = tokens.nextPast()
  const structure = word.kind === 'word' ? structureOf(tokens, defined, word.text) : undefined
  if (structure !== undefined) return structure
  tokens.backTo(mark)
  const pipe = pipelineOf(tokens, 'command', 'close')
  return { kind: 'action', pipe, span: { start, end: tokens.lastClose + 2 } }
}

function structureOf(tokens: Tokens, defined: Defined, word: string): Piece | Ending | undefined {
  switch (word) {
    case 'if':
    case 'with':
    case 'range':
      return controlOf(tokens, defined, word)
    case 'else':
      return elseOf(tokens)
    case 'end':
      tokens.expect('close', 'end')
      return 'end'
    case 'break':
    case 'continue':
      tokens.expect('close', `{{${word}}}`)
      if (tokens.ranges === 0) throw failure(`{{${word}}} outside {{range}}`)
      return { kind: word }
    case 'template':
      return { kind: 'template', name: nameOf(tokens, 'template clause'), pipe: argumentOf(tokens) }
    case 'block':
      return blockOf(tokens, defined)
    default:
      return undefined
  }
}

// `{{else if …}}` leaves its `if` for the structure it continues.
function elseOf(tokens: Tokens): Ending {
  const next = tokens.peekPast()
  if (next.kind === 'word' && (next.text === 'if' || next.text === 'with')) return 'else'
  tokens.expect('close', 'else')
  return 'else'
}

function argumentOf(tokens: Tokens): Pipe | undefined {
  if (tokens.peekPast().kind !== 'close') return pipelineOf(tokens, 'template clause', 'close')
  tokens.next()
  return undefined
}

function blockOf(tokens: Tokens, defined: Defined): Piece {
  const name = nameOf(tokens, 'block clause')
  const pipe = pipelineOf(tokens, 'block clause', 'close')
  add(
    defined,
    name,
    tokens.apart(() => bodyOf(tokens, defined, 'block clause'))
  )
  return { kind: 'template', name, pipe }
}

function controlOf(tokens: Tokens, defined: Defined, kind: 'if' | 'with' | 'range'): Piece {
  const scope = tokens.variables.length
  const pipe = pipelineOf(tokens, kind, 'close')
  if (kind === 'range') tokens.ranges++
  const { pieces: body, ending } = listOf(tokens, defined)
  if (kind === 'range') tokens.ranges--
  const otherwise = ending === 'else' ? otherwiseOf(tokens, defined, kind) : undefined
  tokens.variables.length = scope
  return { kind, pipe, body, otherwise }
}

function otherwiseOf(tokens: Tokens, defined: Defined, kind: 'if' | 'with' | 'range'): Piece[] {
  const next = tokens.peek()
  if (kind !== 'range' && next.kind === 'word' && next.text === kind) {
    tokens.next()
    return [tokens.nested(() => controlOf(tokens, defined, kind))]
  }
  return bodyOf(tokens, defined, kind)
}
