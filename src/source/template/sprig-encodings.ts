// Sprig's functions for defaults, JSON, base64, digests and questions about types.
import { createHash } from 'node:crypto'
import type { Json } from '../json.ts'
import { type GoFunction, fixed, variadic } from './go-call.ts'
import { jsonText } from './go-json.ts'
import { decoded, GoInt, GoList, GoMap, type GoValue, isTrue, typeName } from './go-value.ts'
import { failure, unsupported } from './rendered.ts'

/** Names to functions. */
export const valueFunctions: Readonly<Record<string, GoFunction>> = {
  default: variadic(['any'], 'any', (_, given, fallback) => (isTrue(given[0]) ? given[0] : fallback)),
  empty: fixed(['any'], (_, value) => !isTrue(value)),
  coalesce: variadic([], 'any', (_, values) => values.find(isTrue) ?? null),
  all: variadic([], 'any', (_, values) => values.every(isTrue)),
  any: variadic([], 'any', (_, values) => values.some(isTrue)),
  ternary: fixed(['any', 'any', 'bool'], (_, yes, no, condition) => (condition ? yes : no)),
  fail: fixed(['string'], () => {
    throw failure('the template calls fail')
  }),
  kindOf: fixed(['any'], (_, value) => kindOf(value)),
  kindIs: fixed(['string', 'any'], (_, kind, value) => kindOf(value) === kind),
  toJson: fixed(['any'], (run, value) => jsonText(run, value, '') ?? ''),
  mustToJson: fixed(['any'], (run, value) => jsonText(run, value, '') ?? notJson()),
  toPrettyJson: fixed(['any'], (run, value) => jsonText(run, value, '  ') ?? ''),
  toRawJson: fixed(['any'], (run, value) => jsonText(run, value, '', false) ?? notJson()),
  mustToRawJson: fixed(['any'], (run, value) => jsonText(run, value, '', false) ?? notJson()),
  fromJson: fixed(['string'], (_, text) => parsed(text) ?? null),
  mustFromJson: fixed(['string'], (_, text) => parsed(text) ?? invalid(text)),
  b64enc: fixed(['string'], (_, text) => Buffer.from(text).toString('base64')),
  b64dec: fixed(['string'], (_, text) => fromBase64(text)),
  sha1sum: fixed(['string'], (_, text) => digest('sha1', text)),
  sha256sum: fixed(['string'], (_, text) => digest('sha256', text)),
  sha512sum: fixed(['string'], (_, text) => digest('sha512', text))
}

function kindOf(value: GoValue): string {
  if (value === null || value === undefined) return 'invalid'
  if (value instanceof GoInt) return value.type
  if (value instanceof GoList) return 'slice'
  if (value instanceof GoMap) return 'map'
  return typeName(value)
}

function notJson(): never {
  throw failure('a value has no JSON form')
}

function parsed(text: string): GoValue {
  let value: Json
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- JSON.parse gives JSON
    value = JSON.parse(text) as Json
  } catch {
    return undefined
  }
  if (/[eE0-9]{3}/.test(text) && JSON.stringify(value) !== JSON.stringify(value, finiteOnly)) return undefined
  if (/\\u[dD][89a-fA-F]/.test(text)) throw unsupported('surrogate escapes in JSON are not supported')
  return decoded(value)
}

function finiteOnly(_key: string, value: unknown): unknown {
  if (value === Infinity || value === -Infinity) throw unsupported('so great a number in JSON is not supported')
  return value
}

function invalid(text: string): GoValue {
  if (text.trim() === 'null') return null
  throw failure('a text is no JSON')
}

// An invalid text gives Go's error message for a result, which nobody wants on purpose.
function fromBase64(text: string): string {
  const compact = text.replace(/[\r\n]/g, '')
  if (compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) {
    throw unsupported('what is no base64 is not supported in b64dec')
  }
  const bytes = Buffer.from(compact, 'base64')
  if (!Buffer.from(bytes.toString('utf8')).equals(bytes)) throw unsupported('binary data is not supported in b64dec')
  return bytes.toString('utf8')
}

function digest(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest('hex')
}
