// Parses what stands inside an action: pipelines of commands and their operands.
import { characterOf, numberOf, stringOf } from './go-literals.ts'
import type { TokenKind } from './go-lexer.ts'
import type { Operand, Pipe } from './go-syntax.ts'
import { type Tokens, unexpected } from './go-tokens.ts'
import { failure, unsupported } from './rendered.ts'

/** Words that open or close a structure and so name no function. */
export const keywords: ReadonlySet<string> = new Set([
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'nil',
  'range',
  'template',
  'with'
])

/** A pipeline up to and including its closing token (text/template/parse/parse.go, pipeline). */
export function pipelineOf(tokens: Tokens, context: string, end: 'close' | 'right'): Pipe {
  return tokens.nested(() => {
    const declared = declarationsOf(tokens, context)
    const commands: (readonly Operand[])[] = []
    for (;;) {
      const token = tokens.peekPast()
      if (token.kind === end) break
      if (terms[token.kind] === undefined && !isOperandWord(token.kind, token.text)) throw unexpected(token, context)
      commands.push(commandOf(tokens))
    }
    tokens.next()
    checkCommands(commands, context)
    return { kind: 'pipe', ...declared, commands }
  })
}

function isOperandWord(kind: TokenKind, text: string): boolean {
  return kind === 'word' && (text === 'nil' || !keywords.has(text))
}

function checkCommands(commands: readonly (readonly Operand[])[], context: string): void {
  if (commands.length === 0) throw failure(`missing value for ${context}`)
  const values = new Set(['bool', 'dot', 'nil', 'number', 'string'])
  if (commands.slice(1).some(([first]) => first !== undefined && values.has(first.kind))) {
    throw failure('non executable command in pipeline')
  }
}

function declarationsOf(tokens: Tokens, context: string): { variables: string[]; assigns: boolean } {
  const variables: string[] = []
  while (tokens.peekPast().kind === 'variable') {
    const mark = tokens.mark()
    const name = tokens.next().text
    const next = tokens.peekPast()
    if (next.kind === 'assign' || next.kind === 'declare') {
      tokens.next()
      variables.push(name)
      tokens.variables.push(name)
      return { variables, assigns: next.kind === 'assign' }
    }
    if (next.kind !== 'comma') {
      tokens.backTo(mark)
      break
    }
    tokens.next()
    variables.push(name)
    tokens.variables.push(name)
    checkSecond(tokens, context, variables.length)
  }
  return { variables, assigns: false }
}

function checkSecond(tokens: Tokens, context: string, count: number): void {
  if (context !== 'range' || count > 1) throw failure(`too many declarations in ${context}`)
  if (!['variable', 'close', 'right'].includes(tokens.peekPast().kind)) {
    throw failure('range can only initialize variables')
  }
}

function commandOf(tokens: Tokens): Operand[] {
  const operands: Operand[] = []
  for (;;) {
    tokens.peekPast()
    const operand = operandOf(tokens)
    if (operand !== undefined) operands.push(operand)
    const { kind } = tokens.peek()
    if (kind === 'space') {
      tokens.next()
      continue
    }
    if (kind === 'pipe') tokens.next()
    else if (kind !== 'close' && kind !== 'right') throw unexpected(tokens.peek(), 'operand')
    break
  }
  if (operands.length === 0) throw failure('empty command')
  return operands
}

function operandOf(tokens: Tokens): Operand | undefined {
  const term = termOf(tokens)
  if (term === undefined || tokens.peek().kind !== 'field') return term
  const names: string[] = []
  while (tokens.peek().kind === 'field') names.push(tokens.next().text)
  if (term.kind === 'field' || term.kind === 'variable') return { ...term, names: [...term.names, ...names] }
  if (term.kind === 'pipe' || term.kind === 'function') return { kind: 'chain', of: term, names }
  throw failure('unexpected . after a term')
}

function termOf(tokens: Tokens): Operand | undefined {
  const { kind, text } = tokens.peekPast()
  if (kind === 'word') return wordOf(tokens, text)
  const read = terms[kind]
  if (read === undefined) return undefined
  tokens.next()
  return read(text, tokens)
}

const terms: { readonly [K in TokenKind]?: (text: string, tokens: Tokens) => Operand } = {
  dot: () => ({ kind: 'dot' }),
  variable: (text, tokens) => {
    if (!tokens.variables.includes(text)) throw failure(`undefined variable "${text}"`)
    return { kind: 'variable', name: text, names: [] }
  },
  field: text => ({ kind: 'field', names: [text] }),
  left: (_, tokens) => pipelineOf(tokens, 'parenthesized pipeline', 'right'),
  string: text => ({ kind: 'string', value: stringOf(text) }),
  raw: text => ({ kind: 'string', value: stringOf(text) }),
  number: text => numberOf(text),
  'char-constant': text => characterOf(text),
  complex: () => {
    throw unsupported('complex numbers are not supported')
  }
}

function wordOf(tokens: Tokens, word: string): Operand | undefined {
  if (word !== 'nil' && keywords.has(word)) return undefined
  tokens.next()
  if (word === 'nil') return { kind: 'nil' }
  if (word === 'true' || word === 'false') return { kind: 'bool', value: word === 'true' }
  if (!tokens.knows(word)) throw failure(`function "${word}" is not available`)
  return { kind: 'function', name: word }
}
