// Sprig's functions over numbers (github.com/Masterminds/sprig/v3, numeric.go; conversions of github.com/spf13/cast).
import { type GoFunction, fixed, variadic } from './go-call.ts'
import { integerOf } from './go-literals.ts'
import { GoInt, type GoValue } from './go-value.ts'
import { failure, unsupported } from './rendered.ts'

const highest = 2n ** 63n - 1n
const lowest = -(2n ** 63n)

/** Names to functions. */
export const numberFunctions: Readonly<Record<string, GoFunction>> = {
  int: fixed(['any'], (_, value) => new GoInt(integerOfAny(value))),
  int64: fixed(['any'], (_, value) => long(integerOfAny(value))),
  float64: fixed(['any'], (_, value) => floatOfAny(value)),
  atoi: fixed(['string'], (_, text) => new GoInt(/^[+-]?[0-9]+$/.test(text) ? clamped(decimal(text)) : 0n)),
  add: variadic([], 'any', (_, values) => long(values.reduce((sum, value) => sum + integerOfAny(value), 0n))),
  add1: fixed(['any'], (_, value) => long(integerOfAny(value) + 1n)),
  sub: fixed(['any', 'any'], (_, left, right) => long(integerOfAny(left) - integerOfAny(right))),
  mul: variadic(['any'], 'any', (_, values, first) => product([first, ...values])),
  div: fixed(['any', 'any'], (_, left, right) => long(integerOfAny(left) / divisor(right))),
  mod: fixed(['any', 'any'], (_, left, right) => long(integerOfAny(left) % divisor(right))),
  max: variadic(['any'], 'any', (_, values, first) => extreme([first, ...values], (left, right) => left > right)),
  biggest: variadic(['any'], 'any', (_, values, first) => extreme([first, ...values], (left, right) => left > right)),
  min: variadic(['any'], 'any', (_, values, first) => extreme([first, ...values], (left, right) => left < right)),
  floor: fixed(['any'], (_, value) => Math.floor(floatOfAny(value))),
  ceil: fixed(['any'], (_, value) => Math.ceil(floatOfAny(value)))
}

function long(value: bigint): GoInt {
  return new GoInt(BigInt.asIntN(64, value), 'int64')
}

function product(values: readonly GoValue[]): GoInt {
  return long(values.reduce((result: bigint, value) => BigInt.asIntN(64, result * integerOfAny(value)), 1n))
}

function divisor(value: GoValue): bigint {
  const number = integerOfAny(value)
  if (number === 0n) throw failure('integer divide by zero')
  return number
}

function extreme(values: readonly GoValue[], wins: (left: bigint, right: bigint) => boolean): GoInt {
  return long(values.map(integerOfAny).reduce((best, value) => (wins(value, best) ? value : best)))
}

/** cast.ToInt64: what is no number is 0; a text may be hexadecimal, and octal by a leading 0. */
export function integerOfAny(value: GoValue): bigint {
  if (value instanceof GoInt) return value.value
  if (typeof value === 'number') return truncated(value)
  if (typeof value === 'boolean') return value ? 1n : 0n
  if (typeof value === 'string') return ranged(integerOf(withoutZeroFraction(value)))
  return 0n
}

function truncated(value: number): bigint {
  if (!(Math.abs(value) < 2 ** 63)) throw unsupported('floats beyond int64 are not supported')
  return BigInt(Math.trunc(value))
}

function ranged(value: bigint | undefined): bigint {
  return value === undefined || value > highest || value < lowest ? 0n : value
}

// "12.00" counts as 12, "12." does not.
function withoutZeroFraction(text: string): string {
  return /^[^]*[^.0]?\.0+$/.test(text) ? text.slice(0, text.lastIndexOf('.')) : text
}

function decimal(text: string): bigint {
  return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text.replace('+', ''))
}

// strconv.Atoi gives the nearest bound with its error, which sprig drops.
function clamped(value: bigint): bigint {
  return value > highest ? highest : value < lowest ? lowest : value
}

function floatOfAny(value: GoValue): number {
  if (value instanceof GoInt) return Number(value.value)
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value !== 'string') return 0
  if (/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/.test(value)) return finite(Number(value))
  if (/^[+-]?(?:0x|inf|nan|[0-9.].*_)/i.test(value)) throw unsupported('such floats are not supported')
  return 0
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0
}
