// Go's literals inside a template: numbers, strings and characters.
import { runesOf } from './go-text.ts'
import type { NumberOperand } from './go-syntax.ts'
import { failure, unsupported } from './rendered.ts'

const limit = 2n ** 63n
const underscored = /^[+-]?(?:0[xXoObB](?:_?[0-9a-fA-F])+|[0-9](?:_?[0-9])*)$/
const decimalFloat = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/

/** A number token as Go's untyped constant (text/template/parse/node.go, newNumber). */
export function numberOf(text: string): NumberOperand {
  if (text.endsWith('i')) throw unsupported('complex numbers are not supported')
  if (/^[+-]?0[xX].*[.pP]/.test(text)) throw unsupported('hexadecimal floats are not supported')
  const int = integerOf(text)
  if (int !== undefined) {
    if (int >= 2n * limit || int < -limit) throw failure(`integer overflow: ${text}`)
    if (int >= limit) throw unsupported('integers beyond int64 are not supported')
    return { kind: 'number', text, int, float: Number(int), isFloat: false }
  }
  return floatOf(text)
}

function floatOf(text: string): NumberOperand {
  if (text.includes('_')) throw unsupported('underscores in floats are not supported')
  if (!decimalFloat.test(text)) throw failure(`illegal number syntax: ${text}`)
  const float = Number(text)
  if (!/[.eE]/.test(text)) throw failure(`integer overflow: ${text}`)
  if (!Number.isFinite(float)) throw failure(`illegal number syntax: ${text}`)
  const whole = Number.isInteger(float) && Math.abs(float) < 2 ** 63
  return { kind: 'number', text, int: whole ? BigInt(float) : undefined, float, isFloat: true }
}

/** Go's strconv.ParseInt with base 0, without its range check; undefined when the text is no integer. */
export function integerOf(text: string): bigint | undefined {
  if (!underscored.test(text)) return undefined
  const negative = text.startsWith('-')
  const digits = text.replace(/^[+-]/, '').replaceAll('_', '')
  const octal = /^0[0-9]/.test(digits) ? `0o${digits.slice(1)}` : digits
  const valid = /^(?:0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|[0-9]+)$/.test(octal)
  if (!valid) return undefined
  const value = BigInt(octal)
  return negative ? -value : value
}

/** A character constant (`'a'`) as the number it is. */
export function characterOf(text: string): NumberOperand {
  const body = text.slice(1, -1)
  const value = body.startsWith('\\') ? unescaped(body, "'") : body
  const points = runesOf(value)
  if (points.length !== 1) throw failure(`malformed character constant: ${text}`)
  const code = points[0]?.codePointAt(0) ?? 0
  return { kind: 'number', text, int: BigInt(code), float: code, isFloat: false }
}

/** What a quoted string token says; a raw one loses its carriage returns, as in Go. */
export function stringOf(text: string): string {
  const body = text.slice(1, -1)
  return text.startsWith('`') ? body.replaceAll('\r', '') : unescaped(body, '"')
}

const simple: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\'
}

// Escapes of bytes (\xff, \377) are text only below 0x80.
function unescaped(body: string, quote: string): string {
  return body.replace(/\\(x[^]{0,2}|u[^]{0,4}|U[^]{0,8}|[0-7][^]{0,2}|[^])/g, (_, escape: string) => {
    const kind = escape.charAt(0)
    if (escape.length === 1 && kind === quote) return quote
    if (escape.length === 1 && Object.hasOwn(simple, kind)) return simple[kind] ?? ''
    return characterAt(kind, escape)
  })
}

function characterAt(kind: string, escape: string): string {
  const octal = /^[0-7]{3}$/.test(escape)
  const hex = /^(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})$/.test(escape)
  if (!octal && !hex) throw failure('invalid syntax in a string')
  const code = octal ? Number.parseInt(escape, 8) : Number.parseInt(escape.slice(1), 16)
  if (octal && code > 255) throw failure('invalid syntax in a string')
  if ((octal || kind === 'x') && code > 127) throw unsupported('escapes of single bytes are not supported')
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw failure('invalid syntax in a string')
  return String.fromCodePoint(code)
}
