// The functions every Go template has (text/template/funcs.go): logic, comparison, index, len, print.
import { type GoFunction, fixed, variadic } from './go-call.ts'
import { formatted } from './go-format.ts'
import { printed } from './go-printf.ts'
import { entryOf, itemOf, type Run, zeroOf } from './go-run.ts'
import { byteLength } from './go-text.ts'
import { byCodePoint } from '../order.ts'
import { GoInt, GoList, GoMap, type GoValue, int, isTrue, typeName } from './go-value.ts'
import { failure } from './rendered.ts'

/** Names to functions. `and` and `or` are called by the evaluator, which must not evaluate all their arguments. */
export const builtins: Readonly<Record<string, GoFunction>> = {
  and: variadic(['value'], 'value', () => undefined),
  or: variadic(['value'], 'value', () => undefined),
  not: fixed(['value'], (_, value) => !isTrue(value)),
  eq: variadic(['value'], 'value', (_, others, value) => equalsAny(value, others)),
  ne: fixed(['value', 'value'], (_, left, right) => !equals(left, right)),
  lt: fixed(['value', 'value'], (_, left, right) => isLess(left, right)),
  le: fixed(['value', 'value'], (_, left, right) => isLess(left, right) || equals(left, right)),
  gt: fixed(['value', 'value'], (_, left, right) => !(isLess(left, right) || equals(left, right))),
  ge: fixed(['value', 'value'], (_, left, right) => !isLess(left, right)),
  index: variadic(['value'], 'value', (run, indexes, value) => indexed(run, value, indexes)),
  len: fixed(['value'], (_, value) => int(lengthOf(value))),
  print: variadic([], 'any', (run, values) => sprint(run, values)),
  println: variadic([], 'any', (run, values) => `${values.map(value => formatted(run, value)).join(' ')}\n`),
  printf: variadic(['string'], 'any', (run, values, format) => printed(run, format, values))
}

function isNothing(value: GoValue): value is null | undefined {
  return value === null || value === undefined
}

type Kind = 'bool' | 'int' | 'uint' | 'float' | 'string' | 'none'

function kindOf(value: GoValue): Kind {
  if (value instanceof GoInt) return value.type === 'uint8' ? 'uint' : 'int'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return 'float'
  return typeof value === 'string' ? 'string' : 'none'
}

function equalsAny(value: GoValue, others: readonly GoValue[]): boolean {
  if (others.length === 0) throw failure('missing argument for comparison')
  return others.some(other => equals(value, other))
}

function equals(left: GoValue, right: GoValue): boolean {
  const kinds = [kindOf(left), kindOf(right)]
  if (left instanceof GoInt && right instanceof GoInt) return left.value === right.value
  if (kinds[0] !== kinds[1]) {
    if (isNothing(left) || isNothing(right)) return false
    throw failure(`incompatible types for comparison: ${typeName(left)} and ${typeName(right)}`)
  }
  return kinds[0] === 'none' ? equalsWhole(left, right) : left === right
}

// Lists and maps can only be compared with nothing.
function equalsWhole(left: GoValue, right: GoValue): boolean {
  const kinds = [left, right].map(value => (isNothing(value) ? undefined : value instanceof GoList))
  if (!kinds.includes(undefined) && kinds[0] !== kinds[1]) throw failure('non-comparable types')
  const nils = [left, right].map(
    value => isNothing(value) || ((value instanceof GoList || value instanceof GoMap) && value.isNil)
  )
  if (nils.includes(true)) return nils[0] === nils[1]
  throw failure(`non-comparable type ${typeName(right)}`)
}

function isLess(left: GoValue, right: GoValue): boolean {
  if (left instanceof GoInt && right instanceof GoInt) return left.value < right.value
  const kinds = [kindOf(left), kindOf(right)]
  if (kinds.includes('none')) throw failure('invalid type for comparison')
  if (kinds[0] !== kinds[1])
    throw failure(`incompatible types for comparison: ${typeName(left)} and ${typeName(right)}`)
  if (typeof left === 'number' && typeof right === 'number') return left < right
  if (typeof left === 'string' && typeof right === 'string') return byCodePoint(left, right) < 0
  throw failure('invalid type for comparison')
}

function indexed(run: Run, value: GoValue, indexes: readonly GoValue[]): GoValue {
  if (isNothing(value)) throw failure('index of untyped nil')
  let item = value as GoValue
  for (const index of indexes) {
    run.spend()
    if (isNothing(item)) throw failure('index of nil pointer')
    if (item instanceof GoMap) item = mapItem(run, item, index)
    else if (item instanceof GoList) item = itemOf(run, item, position(index, item.items.length))
    else if (typeof item === 'string') item = byteOf(item, index)
    else throw failure(`can't index item of type ${typeName(item)}`)
  }
  return item
}

function mapItem(run: Run, map: GoMap, key: GoValue): GoValue {
  if (typeof key !== 'string') throw failure(`a key has type ${typeName(key)}; should be string`)
  const value = entryOf(run, map, key)
  return map.entries.has(key) ? value : zeroOf(map)
}

function byteOf(text: string, index: GoValue): GoInt {
  const bytes = Buffer.from(text)
  return new GoInt(BigInt(bytes[position(index, bytes.length)] ?? 0), 'uint8')
}

// A parameter's number is a float64, which Go takes for no index.
function position(index: GoValue, length: number): number {
  if (isNothing(index)) throw failure('cannot index slice/array with nil')
  if (!(index instanceof GoInt)) throw failure(`cannot index slice/array with type ${typeName(index)}`)
  if (index.value < 0n || index.value >= BigInt(length)) throw failure('index out of range')
  return Number(index.value)
}

function lengthOf(value: GoValue): number {
  if (typeof value === 'string') return byteLength(value)
  if (value instanceof GoList) return value.items.length
  if (value instanceof GoMap) return value.entries.size
  throw failure(value === null ? 'len of nil pointer' : `len of type ${typeName(value)}`)
}

// fmt.Sprint: a space between two operands when neither is a string.
function sprint(run: Run, values: readonly GoValue[]): string {
  const parts = values.map((value, index) => {
    const spaced = index > 0 && typeof value !== 'string' && typeof values[index - 1] !== 'string'
    return `${spaced ? ' ' : ''}${formatted(run, value)}`
  })
  return parts.join('')
}
