// Sprig's functions over texts (github.com/Masterminds/sprig/v3, strings.go).
import { posix } from 'node:path'
import { type GoFunction, fixed, variadic } from './go-call.ts'
import { formatted } from './go-format.ts'
import { longest, type Run } from './go-run.ts'
import {
  byteLength,
  byteSlice,
  isSpace,
  lowered,
  quoted,
  raised,
  runesOf,
  splitText,
  trimmedOf,
  trimSpace
} from './go-text.ts'
import { GoList, GoMap, type GoValue, strings } from './go-value.ts'
import { camelCase, kebabCase, snakeCase } from './sprig-cases.ts'
import { failure, unsupported } from './rendered.ts'

/** Names to functions. */
export const textFunctions: Readonly<Record<string, GoFunction>> = {
  lower: fixed(['string'], (_, text) => lowered(text)),
  upper: fixed(['string'], (_, text) => raised(text)),
  title: fixed(['string'], (_, text) => titled(text)),
  untitle: fixed(['string'], (_, text) => untitled(text)),
  camelcase: fixed(['string'], (_, text) => camelCase(text)),
  kebabcase: fixed(['string'], (_, text) => kebabCase(text)),
  snakecase: fixed(['string'], (_, text) => snakeCase(text)),
  trim: fixed(['string'], (_, text) => trimSpace(text)),
  trimAll: fixed(['string', 'string'], (_, cutset, text) => trimmedOf(text, cutset)),
  trimall: fixed(['string', 'string'], (_, cutset, text) => trimmedOf(text, cutset)),
  trimPrefix: fixed(['string', 'string'], (_, prefix, text) => withoutPrefix(text, prefix)),
  trimSuffix: fixed(['string', 'string'], (_, suffix, text) => withoutSuffix(text, suffix)),
  nospace: fixed(['string'], (_, text) => withoutSpaces(text)),
  trunc: fixed(['int', 'string'], (_, count, text) => truncated(count, text)),
  substr: fixed(['int', 'int', 'string'], (_, start, end, text) => substring(start, end, text)),
  replace: fixed(['string', 'string', 'string'], (run, old, fresh, text) => replaced(run, old, fresh, text)),
  contains: fixed(['string', 'string'], (_, part, text) => text.includes(part)),
  hasPrefix: fixed(['string', 'string'], (_, prefix, text) => text.startsWith(prefix)),
  hasSuffix: fixed(['string', 'string'], (_, suffix, text) => text.endsWith(suffix)),
  repeat: fixed(['int', 'string'], (_, count, text) => repeated(count, text)),
  indent: fixed(['int', 'string'], (run, spaces, text) => indented(run, spaces, text)),
  nindent: fixed(['int', 'string'], (run, spaces, text) => `\n${indented(run, spaces, text)}`),
  plural: fixed(['string', 'string', 'int'], (_, one, many, count) => (count === 1 ? one : many)),
  quote: variadic([], 'any', (run, values) => present(values, value => quoted(textOf(run, value)))),
  squote: variadic([], 'any', (run, values) => present(values, value => `'${formatted(run, value)}'`)),
  cat: variadic([], 'any', (run, values) => present(values, value => formatted(run, value))),
  toString: fixed(['any'], (run, value) => textOf(run, value)),
  toStrings: fixed(['any'], (run, value) => strings(textsOf(run, value))),
  join: fixed(['string', 'any'], (run, separator, value) => joined(textsOf(run, value), separator)),
  split: fixed(['string', 'string'], (_, separator, text) => numbered(splitText(text, separator))),
  splitn: fixed(['string', 'int', 'string'], (_, separator, most, text) => numbered(splitText(text, separator, most))),
  splitList: fixed(['string', 'string'], (_, separator, text) => strings(splitText(text, separator))),
  base: fixed(['string'], (_, path) => base(path)),
  dir: fixed(['string'], (_, path) => clean(path.slice(0, path.lastIndexOf('/') + 1))),
  clean: fixed(['string'], (_, path) => clean(path)),
  ext: fixed(['string'], (_, path) => /\.[^./]*$/.exec(path.slice(path.lastIndexOf('/') + 1))?.[0] ?? ''),
  isAbs: fixed(['string'], (_, path) => path.startsWith('/'))
}

/** Sprig's strval: a text as it is, anything else as fmt writes it. */
export function textOf(run: Run, value: GoValue): string {
  return formatted(run, value)
}

/** Sprig's strslice: a list's items as texts without the nil ones; one text for anything else. */
export function textsOf(run: Run, value: GoValue): string[] {
  if (value === null || value === undefined) return []
  if (!(value instanceof GoList)) return [textOf(run, value)]
  return value.items.filter(item => item !== null && item !== undefined).map(item => textOf(run, item))
}

function present(values: readonly GoValue[], write: (value: GoValue) => string): string {
  return values.flatMap(value => (value === null || value === undefined ? [] : [write(value)])).join(' ')
}

function numbered(parts: readonly string[]): GoMap {
  return new GoMap(new Map(parts.map((part, index) => [`_${index}`, part])), 'string')
}

function joined(parts: readonly string[], separator: string): string {
  bounded(parts.reduce((sum, part) => sum + part.length + separator.length, 0))
  return parts.join(separator)
}

function bounded(length: number): void {
  if (length > longest) throw unsupported('a text is too long')
}

function withoutSpaces(text: string): string {
  if (byteLength(text) !== text.length) throw unsupported('nospace beyond ASCII is not supported')
  return runesOf(text)
    .filter(rune => !isSpace(rune))
    .join('')
}

function withoutPrefix(text: string, prefix: string): string {
  return text.startsWith(prefix) ? text.slice(prefix.length) : text
}

function withoutSuffix(text: string, suffix: string): string {
  return text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text
}

function truncated(count: number, text: string): string {
  const length = byteLength(text)
  if (count < 0) return length + count > 0 ? byteSlice(text, length + count, length) : text
  return length > count ? byteSlice(text, 0, count) : text
}

function substring(start: number, end: number, text: string): string {
  const length = byteLength(text)
  if (start < 0) return byteSlice(text, 0, end)
  return byteSlice(text, start, end < 0 || end > length ? length : end)
}

function replaced(run: Run, old: string, fresh: string, text: string): string {
  const parts = old === '' ? ['', ...runesOf(text), ''] : text.split(old)
  run.spend(parts.length >> 4)
  return joined(parts, fresh)
}

function repeated(count: number, text: string): string {
  if (count < 0) throw failure('negative repeat count')
  bounded(count * text.length)
  return text.repeat(count)
}

function indented(run: Run, spaces: number, text: string): string {
  const pad = repeated(spaces, ' ')
  return pad + replaced(run, '\n', `\n${pad}`, text)
}

// strings.Title: a letter after anything but a letter, digit or underscore is raised.
function titled(text: string): string {
  let previous = ' '
  const runes = runesOf(text).map(rune => {
    const starts = previous <= '\u007f' ? !/[A-Za-z0-9_]/.test(previous) : isTitleBreak(previous)
    previous = rune
    if (/[\u01c4-\u01cc\u01f1-\u01f3]/.test(rune)) throw unsupported('title letters are not supported')
    return starts ? raised(rune) : rune
  })
  return runes.join('')
}

function isTitleBreak(rune: string): boolean {
  return !/[\p{L}\p{Nd}]/u.test(rune) && isSpace(rune)
}

function untitled(text: string): string {
  let starts = true
  const runes = runesOf(text).map(rune => {
    if (isSpace(rune)) starts = true
    else if (starts) {
      starts = false
      return lowered(rune)
    }
    return rune
  })
  return runes.join('')
}

// Go's path.Base.
function base(path: string): string {
  if (path === '') return '.'
  let end = path.length
  while (end > 0 && path[end - 1] === '/') end--
  const stripped = path.slice(0, end)
  return stripped.slice(stripped.lastIndexOf('/') + 1) || '/'
}

// Go's path.Clean.
function clean(path: string): string {
  const normal = posix.normalize(path)
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal
}
