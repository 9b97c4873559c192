// What Kubernetes' YAML parser (go-yaml v2) refuses although the YAML specification, and so js-yaml, allows it.
import type { Span } from './text.ts'
import { isOpeningBracket, lineEndOf, lineStartAt } from './yaml-blank.ts'
import type { Content, Node } from './yaml-node.ts'
import { Refusal } from './yaml-refusal.ts'

/** Tabs, line breaks only YAML 1.1 knows, and characters YAML does not allow: texts without them need no closer look. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNUSUAL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/

/** Whether a text has characters that `shapeOf` or `refuseTabs` would notice. */
export const isUnusual = (text: string): boolean => UNUSUAL.test(text)

/** The text with go-yaml's additional line breaks (NEL, LS, PS) made visible to a parser of YAML 1.2. Same length. */
export function shapeOf(text: string): string {
  const at = text.search(CONTROL)
  if (at >= 0) throw new Refusal('syntax', 'control characters are not allowed', { start: at, end: at + 1 })
  return text.replace(/[\u0085\u2028\u2029]/g, '\n')
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|[^])/g

/** Refuses `\/` and escaped surrogates in a double-quoted scalar. */
export function refuseEscapes(text: string, start: number, end: number): void {
  for (const escape of text.slice(start, end).matchAll(ESCAPE)) {
    const code = Number.parseInt(escape[1] ?? escape[2] ?? '0', 16)
    const refused = escape[0] === '\\/' || (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff
    const at = start + escape.index
    if (refused)
      throw new Refusal('syntax', 'unknown escape in a double-quoted text', { start: at, end: at + escape[0].length })
  }
}

/** Refuses an anchor's name with other characters than go-yaml's. */
export function refuseAnchor(text: string, start: number, end: number): void {
  if (/^[\w-]+$/.test(text.slice(start, end))) return
  throw new Refusal('syntax', "an anchor's name may hold only letters, digits, - and _", { start, end })
}

const LONGEST_KEY = 1024

/** Refuses a key longer than 1024 characters, unless a `?` introduces it. */
export function refuseLongKey(text: string, key: Node): void {
  if (key.end - key.outer <= LONGEST_KEY) return
  const introduced = text.slice(0, key.outer).trimEnd().endsWith('?')
  if (!introduced)
    throw new Refusal('syntax', `a key is longer than ${LONGEST_KEY} characters`, {
      start: key.outer,
      end: key.outer + 1
    })
}

/** Refuses a mapping or list that begins on the line of its key, as in `a: &x b: c`. */
export function refuseBlockBesideKey(text: string, parent: Content | undefined, { start }: Node): void {
  if (parent?.kind !== 'mapping' || parent.items.length % 2 === 0) return
  const key = parent.items.at(-1)
  if (!key || /[\r\n]/.test(text.slice(key.end, start))) return
  throw new Refusal('syntax', 'a mapping or a list cannot begin on the line of its key', { start, end: start + 1 })
}

/** Nothing on the line yet but indentation and the indicators of lists and explicit keys. */
const INDENTATION = /^ *(?:[-?:] +)*[-?:]?$/

/** Refuses a tab that indents, or that stands where a new item could begin. Only the first tab of a line can do that. */
export function refuseTabs(text: string, root: Node | undefined): void {
  const parts: TabbedPart[] = []
  if (root) addTabbedParts(text, root, 0, parts)
  let next = 0
  let lineStart = 0
  for (let tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', lineEndOf(text, tab))) {
    lineStart = lineStartOf(text, lineStart, tab)
    while ((parts[next]?.end ?? Infinity) <= tab) next++
    const part = parts[next]
    const allowed = part !== undefined && part.start <= tab && tab - lineStart >= part.indent
    if (!allowed && INDENTATION.test(text.slice(lineStart, tab))) {
      throw new Refusal('syntax', 'a tab must not be used in indentation', { start: tab, end: tab + 1 })
    }
  }
}

/** Where the line of an offset begins, searched from the beginning of a line above. */
function lineStartOf(text: string, from: number, offset: number): number {
  let start = from
  for (let at = lineEndOf(text, from); at < offset; at = lineEndOf(text, at + 1)) start = at + 1
  return start
}

/** A part of the text where tabs are allowed from column `indent` on. */
interface TabbedPart extends Span {
  indent: number
}

/** Adds the scalars and flow collections in the order of the text. `indent` is where the enclosing block's content begins. */
function addTabbedParts(text: string, node: Node, indent: number, parts: TabbedPart[]): void {
  const { kind, start, end } = node
  if (kind === 'scalar' && start === end) return
  refuseTabbedBlock(text, start, end)
  if (kind === 'scalar')
    parts.push(node.plain ? { start, end: contentAfter(text, end), indent } : { start, end, indent: 0 })
  else if (kind === 'alias' || isOpeningBracket(text, start)) parts.push({ start, end, indent: 0 })
  else for (const item of node.items) addTabbedParts(text, item, start - lineStartAt(text, start) + 1, parts)
}

/** A block scalar whose indentation is not given and whose first line, blank lines aside, begins with a tab. */
const TABBED_BLOCK = /^[|>][-+]?[ \t]*(?:#[^\r\n]*)?[\r\n][ \r\n]*\t/

function refuseTabbedBlock(text: string, start: number, end: number): void {
  const match = text[start] === '|' || text[start] === '>' ? TABBED_BLOCK.exec(text.slice(start, end)) : null
  const tab = match ? start + match[0].length - 1 : 0
  if (match) throw new Refusal('syntax', 'a tab must not be used in indentation', { start: tab, end: tab + 1 })
}

/** A plain scalar takes in the blank lines behind it. */
function contentAfter(text: string, from: number): number {
  let at = from
  while (/\s/.test(text.charAt(at))) at++
  return at
}
