// A Go template's text as tokens: texts between actions, and the words inside actions.
import { trimmedBy } from './go-text.ts'
import { failure } from './rendered.ts'

/** What a token is. `char` is a printable ASCII character of no other meaning; `word` includes the keywords. */
export type TokenKind =
  | 'text'
  | 'open'
  | 'close'
  | 'space'
  | 'assign'
  | 'declare'
  | 'pipe'
  | 'string'
  | 'raw'
  | 'char-constant'
  | 'number'
  | 'complex'
  | 'variable'
  | 'field'
  | 'dot'
  | 'word'
  | 'left'
  | 'right'
  | 'comma'
  | 'char'
  | 'end'

/** A token with its source text; a field without its dot. */
export interface Token {
  readonly kind: TokenKind
  readonly text: string
  /** Where in the template it begins: known of texts and of the braces around actions. */
  readonly at?: number
}

const space = ' \t\r\n'
const comment = /\/\*[^]*?\*\//y
const alphanumeric = /[_\p{L}\p{Nd}]*/uy
const oneAlphanumeric = /[_\p{L}\p{Nd}]/uy
const spaces = /[ \t\r\n]+/y
const quoted = /"(?:[^"\\\n]|\\[^\n])*"/y
const raw = /`[^`]*`/y
const constant = /'(?:[^'\\\n]|\\[^\n])*'/y
const number =
  /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y

/** The tokens of a template; refuses what Go's lexer refuses (text/template/parse/lex.go). */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    const open = source.indexOf('{{', at)
    const end = open < 0 ? source.length : open
    const trims = open >= 0 && trimsLeft(source, open + 2)
    const text = trims ? trimmedBy(source.slice(at, end), isSpace, 'end') : source.slice(at, end)
    if (text !== '') tokens.push({ kind: 'text', text, at })
    if (open < 0) break
    const start = open + 2 + (trims ? 2 : 0)
    at = source.startsWith('/*', start) ? afterComment(source, start) : afterAction(source, start, tokens)
  }
  tokens.push({ kind: 'end', text: '' })
  return tokens
}

function trimsLeft(source: string, at: number): boolean {
  return source[at] === '-' && isSpace(source[at + 1])
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && space.includes(character)
}

function afterComment(source: string, at: number): number {
  const text = match(comment, source, at)
  if (text === undefined) throw failure('unclosed comment')
  const end = closing(source, at + text.length)
  if (end === undefined) throw failure('comment ends before closing delimiter')
  return end
}

// Where the text goes on after `}}` or ` -}}`; undefined when neither stands here.
function closing(source: string, at: number): number | undefined {
  if (source.startsWith('}}', at)) return at + 2
  if (!isSpace(source[at]) || !source.startsWith('-}}', at + 1)) return undefined
  return at + 4 + (match(spaces, source, at + 4)?.length ?? 0)
}

function afterAction(source: string, start: number, tokens: Token[]): number {
  let at = start
  let depth = 0
  tokens.push({ kind: 'open', text: '{{', at: source.lastIndexOf('{{', start) })
  for (;;) {
    const end = closing(source, at)
    if (end !== undefined) {
      if (depth > 0) throw failure('unclosed left paren')
      tokens.push({ kind: 'close', text: '}}', at: source.indexOf('}}', at) })
      return end
    }
    const token = tokenAt(source, at)
    if (token.kind === 'left') depth++
    if (token.kind === 'right' && --depth < 0) throw failure('unexpected right paren')
    tokens.push(token)
    at += token.kind === 'field' ? token.text.length + 1 : token.text.length
  }
}

const single = new Map<string, TokenKind>([
  ['=', 'assign'],
  ['|', 'pipe'],
  ['(', 'left'],
  [')', 'right'],
  [',', 'comma']
])

function tokenAt(source: string, at: number): Token {
  const character = source[at]
  if (character === undefined) throw failure('unclosed action')
  if (isSpace(character)) return spaceAt(source, at)
  const kind = single.get(character)
  if (kind !== undefined) return { kind, text: character }
  switch (character) {
    case ':':
      if (source[at + 1] !== '=') throw failure('expected :=')
      return { kind: 'declare', text: ':=' }
    case '"':
      return delimited('string', quoted, source, at, 'unterminated quoted string')
    case '`':
      return delimited('raw', raw, source, at, 'unterminated raw quoted string')
    case "'":
      return delimited('char-constant', constant, source, at, 'unterminated character constant')
    case '$':
      return { kind: 'variable', text: `$${nameAt(source, at + 1)}` }
    case '.':
      return fieldAt(source, at)
    default:
      return wordAt(source, at, character)
  }
}

// Spaces stop before ` -}}`, whose own space belongs to the delimiter.
function spaceAt(source: string, at: number): Token {
  const text = match(spaces, source, at) ?? ''
  const delimiter = source.startsWith('-}}', at + text.length) && text.length > 1
  return { kind: 'space', text: delimiter ? text.slice(0, -1) : text }
}

function delimited(kind: TokenKind, pattern: RegExp, source: string, at: number, problem: string): Token {
  const text = match(pattern, source, at)
  if (text === undefined) throw failure(problem)
  return { kind, text }
}

function fieldAt(source: string, at: number): Token {
  if (/[0-9]/.test(source[at + 1] ?? '')) return numberAt(source, at)
  const name = nameAt(source, at + 1)
  return name === '' ? { kind: 'dot', text: '.' } : { kind: 'field', text: name }
}

function wordAt(source: string, at: number, character: string): Token {
  if (/[-+0-9]/.test(character)) return numberAt(source, at)
  if (match(oneAlphanumeric, source, at) !== undefined) return { kind: 'word', text: nameAt(source, at) }
  if (character < ' ' || character > '~') throw failure('unrecognized character in action')
  return { kind: 'char', text: character }
}

// A name, which must end where Go lets it end.
function nameAt(source: string, at: number): string {
  const name = match(alphanumeric, source, at) ?? ''
  const next = source[at + name.length]
  if (next !== undefined && !`${space}.,|:)(`.includes(next) && !source.startsWith('}}', at + name.length)) {
    throw failure(`bad character after ${JSON.stringify(name)}`)
  }
  return name
}

function numberAt(source: string, at: number): Token {
  const first = match(number, source, at) ?? ''
  if (match(oneAlphanumeric, source, at + first.length) !== undefined) throw failure('bad number syntax')
  if (!'+-'.includes(source[at + first.length] ?? ' ')) return { kind: 'number', text: first }
  const second = match(number, source, at + first.length) ?? ''
  if (!second.endsWith('i')) throw failure('bad number syntax')
  return { kind: 'complex', text: first + second }
}

function match(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0]
}
