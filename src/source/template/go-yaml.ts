// YAML as sigs.k8s.io/yaml writes it (go-yaml v2 in block style), for Argo CD's toYaml.
import { plainValueOf } from '../yaml-scalars.ts'
import { floatText } from './go-format.ts'
import { costOf, longest, type Run } from './go-run.ts'
import { orderedKeys } from './go-yaml-order.ts'
import { GoInt, GoList, GoMap, type GoValue } from './go-value.ts'
import { failure, unsupported } from './rendered.ts'

/** A value as YAML without its last line break. Sequences stand at their key's own indentation; lines are not folded. */
export function yamlText(run: Run, value: GoValue): string {
  return nodeText(run, value, '')
}

// A node's text at an indentation: its first line is written without it, since something may stand before.
function nodeText(run: Run, value: GoValue, indent: string): string {
  run.spend((typeof value === 'string' ? costOf(value) : 1) + (indent.length >> 4))
  if (value instanceof GoList && !value.isNil) return listText(run, value, indent)
  if (value instanceof GoMap && !value.isNil) return mapText(run, value, indent)
  return scalarText(value, `${indent}  `)
}

function isBlock(value: GoValue): boolean {
  if (value instanceof GoList) return value.items.length > 0
  return value instanceof GoMap && value.entries.size > 0
}

function listText(run: Run, list: GoList, indent: string): string {
  if (list.items.length === 0) return '[]'
  const lines = list.items.map(item => `- ${itemText(run, item, `${indent}  `)}`)
  return bounded(lines.join(lineBreak(indent)))
}

function itemText(run: Run, item: GoValue, inner: string): string {
  run.spend(typeof item === 'string' ? costOf(item) : 1)
  return isBlock(item) ? nodeText(run, item, inner) : scalarText(item, inner)
}

function mapText(run: Run, map: GoMap, indent: string): string {
  if (map.entries.size === 0) return '{}'
  const lines = orderedKeys([...map.entries.keys()]).map(key => {
    const value = map.entries.get(key)
    if (!isBlock(value)) return `${keyText(key)}: ${nodeText(run, value, indent)}`
    const inner = value instanceof GoMap ? `${indent}  ` : indent
    return `${keyText(key)}:\n${inner}${nodeText(run, value, inner)}`
  })
  return bounded(lines.join(lineBreak(indent)))
}

function lineBreak(indent: string): string {
  return `\n${indent}`
}

function bounded(text: string): string {
  if (text.length > longest) throw unsupported('a text is too long')
  return text
}

// `margin` stands before each line of a literal text.
function scalarText(value: GoValue, margin: string): string {
  if (typeof value === 'string') return stringText(value, margin)
  if (value instanceof GoList) return value.isNil ? 'null' : '[]'
  if (value instanceof GoMap) return value.isNil ? 'null' : '{}'
  if (typeof value === 'number') return numberText(value)
  if (value instanceof GoInt) return value.value.toString()
  return typeof value === 'boolean' ? String(value) : 'null'
}

// The value goes through JSON first, where a whole number below 1e21 has no point and becomes an integer.
function numberText(value: number): string {
  if (!Number.isFinite(value)) throw failure('toYaml: a number has no JSON form')
  if (!Number.isInteger(value)) return floatText(value)
  if (Object.is(value, -0)) return '0'
  if (Math.abs(value) < 2 ** 63) return BigInt(value).toString()
  return value > 0 && value < 2 ** 64 ? BigInt(value).toString() : floatText(value)
}

function keyText(key: string): string {
  if (key === '') return '""'
  if (key.includes('\n')) throw unsupported('a key of several lines is not supported in toYaml')
  return lineText(key)
}

function stringText(text: string, margin: string): string {
  if (/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/.test(text) || /\p{Cs}/u.test(text)) {
    throw unsupported('unusual characters are not supported in toYaml')
  }
  if (!text.includes('\n')) return lineText(text)
  return isBlockAllowed(text) ? literalText(text, margin) : doubleQuoted(text)
}

function isBlockAllowed(text: string): boolean {
  return !isSpecial(text) && !text.includes(' \n') && !text.endsWith(' ')
}

// Control characters, and all beyond the basic plane, which go-yaml takes for unprintable.
function isSpecial(text: string): boolean {
  return /[^\n\u0020-\uffff]|[\u{10000}-\u{10ffff}]/u.test(text)
}

function literalText(text: string, margin: string): string {
  const hint = /^[ \n]/.test(text) ? '2' : ''
  const chomp = text.endsWith('\n') ? (text === '\n' || text.endsWith('\n\n') ? '+' : '') : '-'
  const lines = text.split('\n').map(line => (line === '' ? '' : margin + line))
  const body = lines.join('\n')
  return `|${hint}${chomp}\n${body.endsWith('\n') ? body.slice(0, -1) : body}`
}

function lineText(text: string): string {
  if (text === '' || looksTyped(text)) return doubleQuoted(text)
  if (isSpecial(text)) return doubleQuoted(text)
  return needsQuotes(text) ? `'${text.replaceAll("'", "''")}'` : text
}

// What would be read back as something else than a text.
function looksTyped(text: string): boolean {
  if (/^\d{4}-\d/.test(text)) return looksDated(text)
  return typeof plainValueOf(text) !== 'string' || /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/.test(text)
}

function looksDated(text: string): boolean {
  const date = /^(\d{4})-(\d{1,2})-(\d{1,2})(.?)/.exec(text)
  if (date === null) return false
  const [, year, month, day, next = ''] = date
  if (next !== '' && 'Tt '.includes(next)) throw unsupported('times are not supported in toYaml')
  if (next !== '') return false
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  if (Number(year) < 100) throw unsupported('such years are not supported in toYaml')
  return time.getUTCMonth() === Number(month) - 1 && time.getUTCDate() === Number(day)
}

function needsQuotes(text: string): boolean {
  if (/^(?:---|\.\.\.)/.test(text) || /^[ ]|[ ]$/.test(text)) return true
  return /^[#,[\]{}&*!|>'"%@`]/.test(text) || /^[-?](?: |$)/.test(text) || /:(?: |$)/.test(text) || / #/.test(text)
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\0', '\\0'],
  ['\u0007', '\\a'],
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\v', '\\v'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['\u001b', '\\e'],
  ['"', '\\"'],
  ['\\', '\\\\']
])

function doubleQuoted(text: string): string {
  return `"${text.replace(/["\\]|[^\u0020-\uffff]|[\u{10000}-\u{10ffff}]/gu, escaped)}"`
}

function escaped(rune: string): string {
  const escape = escapes.get(rune)
  if (escape !== undefined) return escape
  const code = rune.codePointAt(0) ?? 0
  const hex = code.toString(16).toUpperCase()
  return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\x${hex.padStart(2, '0')}`
}
