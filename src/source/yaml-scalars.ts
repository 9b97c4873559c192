// What a YAML scalar means to Kubernetes: the rules of go-yaml v2, which are neither those of YAML 1.1 nor of 1.2.
import type { Scalar } from './yaml-node.ts'
import { Refusal } from './yaml-refusal.ts'

/** Words with a meaning of their own; see `resolve.go` in github.com/yaml/go-yaml, branch v2. */
const WORDS: ReadonlyMap<string, null | boolean> = new Map<string, null | boolean>([
  ...['~', 'null', 'Null', 'NULL'].map(word => [word, null] as const),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(word => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(word => [word, false] as const)
])

/** Numbers that JSON does not have. */
const NOT_FINITE: ReadonlyMap<string, number> = new Map([
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(word => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map(word => [word, -Infinity] as const),
  ...['.nan', '.NaN', '.NAN'].map(word => [word, NaN] as const)
])

const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[oO]?([0-7]+)|0[bB]([01]+)|(0|[1-9][0-9]*))$/
/** 64 binary digits with room for a prefix and leading zeros; converting a longer text would only take time. */
const LONGEST_INTEGER = 128
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
/** Behind a leading dot underscores may only stand between digits; elsewhere they are dropped. */
const LEADING_DOT = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/

/** What a scalar can mean. The number may be one that JSON does not have. */
export type Meaning = null | boolean | number | string

/** What the text of an untagged plain scalar means. */
export function plainValueOf(text: string): Meaning {
  if (text === '') return null
  const first = text.charCodeAt(0)
  // Only words in the tables above and numbers are not strings, and numbers begin with + - . or a digit.
  if (first > 57) return text.length > 5 ? text : wordOf(text)
  return first >= 43 && first !== 44 && first !== 47 ? numberOf(text) : text
}

function wordOf(text: string): null | boolean | string {
  const value = WORDS.get(text)
  return value === undefined ? text : value
}

function numberOf(text: string): number | string {
  const named = NOT_FINITE.get(text)
  if (named !== undefined) return named
  const digits = text.includes('_') ? text.replaceAll('_', '') : text
  if (text.startsWith('.')) return LEADING_DOT.test(text) ? finite(digits, text) : text
  const integer = integerOf(digits)
  if (integer !== undefined) return Number(integer)
  return FLOAT.test(digits) ? finite(digits, text) : text
}

/** A number too large for 64 bits stays the text it is written as. */
function finite(digits: string, text: string): number | string {
  const value = Number(digits)
  return Number.isFinite(value) ? value : text
}

/** The exact integer, or undefined for what is none or fits neither int64 nor (without a sign) uint64. */
function integerOf(digits: string): number | bigint | undefined {
  const match = digits.length > LONGEST_INTEGER ? null : INTEGER.exec(digits)
  if (!match) return undefined
  const [, sign, hex, octal, binary, decimal] = match
  if (decimal !== undefined && decimal.length < 16) return sign === '-' ? 0 - Number(decimal) : Number(decimal)
  const size = BigInt(hex ? `0x${hex}` : octal ? `0o${octal}` : binary ? `0b${binary}` : (decimal ?? 0))
  const value = sign === '-' ? -size : size
  return value >= -(2n ** 63n) && value < (sign ? 2n ** 63n : 2n ** 64n) ? value : undefined
}

/**
 * What a scalar means, tag and all. The number may be one that JSON does not have.
 * Refuses a text that its tag does not fit, as in `!!int many`.
 */
export function scalarValueOf(node: Scalar): Meaning {
  if (node.tag === null) return node.plain ? plainValueOf(node.text) : node.text
  switch (node.tag) {
    case '!!int':
    case '!!float':
      return fitting(node, value => typeof value === 'number' && (node.tag === '!!float' || isInteger(node.text)))
    case '!!bool':
      return fitting(node, value => typeof value === 'boolean')
    case '!!null':
      return fitting(node, value => value === null)
    case '!!timestamp':
      if (!isTimestamp(node.text)) throw misfit(node)
      return node.text
    case '!!binary':
      return decoded(node)
    default:
      return node.text
  }
}

/** Whether a text that means a number means an integer. */
const isInteger = (text: string): boolean => integerOf(text.replaceAll('_', '')) !== undefined

function fitting(node: Scalar, fits: (value: unknown) => boolean): Meaning {
  const value = plainValueOf(node.text)
  if (!fits(value)) throw misfit(node)
  return value
}

const misfit = (node: Scalar): Refusal => new Refusal('not-json', `the value does not fit its tag ${node.tag}`, node)

const TIMESTAMP =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d+)?(?:Z|[-+]\d\d:\d\d)| \d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d+)?)?$/

const isTimestamp = (text: string): boolean => TIMESTAMP.test(text)

function decoded(node: Scalar): string {
  const text = node.text.replace(/[\r\n]/g, '')
  const complete = text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)
  if (!complete) throw new Refusal('not-json', 'the value tagged !!binary is not base64', node)
  return Buffer.from(text, 'base64').toString('utf8')
}

/**
 * The object key a scalar becomes: `on` is "true", `0x10` is "16", `1e6` is "1e+06". Undefined for what cannot be a key in
 * Kubernetes: null, and integers that fit uint64 only.
 */
export function keyOf(node: Scalar): string | undefined {
  const value = scalarValueOf(node)
  if (typeof value === 'string') return value
  if (value === null) return undefined
  if (typeof value === 'boolean') return String(value)
  const integer = node.tag === '!!float' ? undefined : integerOf(node.text.replaceAll('_', ''))
  if (integer === undefined) return floatKeyOf(value)
  return integer < 2n ** 63n ? String(integer) : undefined
}

/** A float as Go's `strconv.FormatFloat(value, 'g', -1, 32)` writes it: the fewest digits that still mean the same float32. */
function floatKeyOf(value: number): string {
  const single = Math.fround(value)
  if (!Number.isFinite(single)) return Number.isNaN(single) ? '.nan' : single > 0 ? '.inf' : '-.inf'
  if (single === 0) return Object.is(single, -0) ? '-0' : '0'
  let digits = 1
  while (digits < 9 && Math.fround(Number(single.toPrecision(digits))) !== single) digits++
  const [mantissa = '', exponent = '0'] = single.toExponential(digits - 1).split('e')
  const power = Number(exponent)
  if (power >= -4 && power < 6) return String(Number(`${mantissa}e${power}`))
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}
