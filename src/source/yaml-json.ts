// Reads JSON strictly, into the same tree YAML is read into.
import type { Mapping, Node, Scalar, Sequence } from './yaml-node.ts'
import { MAX_DEPTH, Refusal, tooDeep } from './yaml-refusal.ts'

/** Reads the JSON value that begins at `from` or behind the white space there. Refuses anything else. */
export function jsonTreeAt(text: string, from: number): Node {
  return valueAt(text, skipSpace(text, from), 0)
}

/** The first offset from `from` on that is not JSON's white space. */
export function skipSpace(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at++
  return at
}

function valueAt(text: string, start: number, depth: number): Node {
  if (text[start] === '"') return stringAt(text, start)
  if (text[start] !== '{' && text[start] !== '[') return literalAt(text, start)
  if (depth >= MAX_DEPTH) throw tooDeep(start)
  return text[start] === '{' ? objectAt(text, start, depth) : arrayAt(text, start, depth)
}

function objectAt(text: string, start: number, depth: number): Mapping {
  const items: Node[] = []
  const end = membersAt(text, start, '}', at => {
    if (text[at] !== '"') throw unexpected(text, at, 'a key in double quotes')
    const key = stringAt(text, at)
    const colon = skipSpace(text, key.end)
    if (text[colon] !== ':') throw unexpected(text, colon, 'a colon')
    const value = valueAt(text, skipSpace(text, colon + 1), depth + 1)
    items.push(key, value)
    return value.end
  })
  return { kind: 'mapping', start, end, outer: start, anchored: false, items }
}

function arrayAt(text: string, start: number, depth: number): Sequence {
  const items: Node[] = []
  const end = membersAt(text, start, ']', at => {
    const item = valueAt(text, at, depth + 1)
    items.push(item)
    return item.end
  })
  return { kind: 'sequence', start, end, outer: start, anchored: false, items }
}

/** Reads what stands between brackets, member by member; returns the offset behind the closing bracket. */
function membersAt(text: string, start: number, close: string, member: (at: number) => number): number {
  let at = skipSpace(text, start + 1)
  if (text[at] === close) return at + 1
  for (;;) {
    at = skipSpace(text, member(at))
    if (text[at] === close) return at + 1
    if (text[at] !== ',') throw unexpected(text, at, `a comma or ${close}`)
    at = skipSpace(text, at + 1)
  }
}

function stringAt(text: string, start: number): Scalar {
  const end = quoteAfter(text, start) + 1
  const written = text.slice(start, end)
  try {
    return scalar(start, end, String(JSON.parse(written)), false)
  } catch {
    throw unexpected(text, start, 'a text in double quotes on one line')
  }
}

/** Where the quote is that closes the one at `start`, or the end of the text. */
function quoteAfter(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return Math.min(at, text.length)
}

const LITERAL = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w.+-])/y

function literalAt(text: string, start: number): Scalar {
  LITERAL.lastIndex = start
  const written = LITERAL.exec(text)?.[0]
  if (written === undefined) throw unexpected(text, start, 'a value')
  const end = start + written.length
  if (/\d/.test(written) && !Number.isFinite(Number(written))) {
    throw new Refusal('not-json', 'the number is too large', { start, end })
  }
  return scalar(start, end, written, true)
}

const scalar = (start: number, end: number, text: string, plain: boolean): Scalar => ({
  kind: 'scalar',
  start,
  end,
  outer: start,
  anchored: false,
  text,
  plain,
  tag: null
})

const unexpected = (text: string, at: number, wanted: string): Refusal =>
  new Refusal('syntax', at < text.length ? `${wanted} is expected here` : `the text ends where ${wanted} is expected`, {
    start: at,
    end: at + 1
  })
