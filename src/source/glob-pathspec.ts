// Git's pathspecs, with which Argo CD's git generator finds files unless it is switched to doublestar globs.
import { posix } from 'node:path'
import { type CodeTest, exactly, type Glob, type GlobPart, matchesParts, sign } from './glob-parts.ts'

/**
 * Compiles a pattern as `git ls-files -- <pattern>` takes it at a repository's root: `*` and `?` match `/` too (so
 * `a/*.yaml` finds files at any depth), and a pattern that names a directory finds all that is in it.
 * @returns undefined for what Git refuses (an empty pattern, a path outside) and for its `:(…)` magic
 */
export function gitPathspec(pattern: string): Glob | undefined {
  const path = posix.normalize(pattern)
  if (pattern === '' || pattern.startsWith(':') || path.startsWith('/') || /^\.\.(?:\/|$)/.test(path)) return undefined
  const literal = path === '.' || path === './' ? '' : path
  const parts = /[*?[\\]/.test(literal) ? partsOf(bytesOf(literal)) : undefined
  return text => isInside(text, literal) || (parts !== undefined && matchesParts(parts, bytesOf(text)))
}

function isInside(text: string, literal: string): boolean {
  if (literal === '' || text === literal) return true
  return text.startsWith(literal.endsWith('/') ? literal : `${literal}/`)
}

// Git compares bytes.
function bytesOf(text: string): number[] {
  return [...Buffer.from(text)]
}

// Undefined when nothing can match: a class or an escape that does not end.
function partsOf(bytes: readonly number[]): GlobPart[] | undefined {
  const parts: GlobPart[] = []
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === sign.star) parts.push({ has: () => true, star: true })
    else if (byte === sign.query) parts.push({ has: () => true, star: false })
    else if (byte === sign.open) {
      const found = classAt(bytes, at + 1)
      if (found === undefined) return undefined
      parts.push({ has: found.has, star: false })
      at = found.end
    } else {
      const literal = byte === sign.escape ? bytes[++at] : byte
      if (literal === undefined) return undefined
      parts.push(exactly(literal))
    }
  }
  return parts
}

function classAt(bytes: readonly number[], from: number): { has: CodeTest; end: number } | undefined {
  const negated = bytes[from] === sign.not || bytes[from] === sign.caret
  const tests: CodeTest[] = []
  let at = from + (negated ? 1 : 0)
  const first = at
  const member = (): number | undefined => (bytes[at] === sign.escape ? bytes[(at += 2) - 1] : bytes[at++])
  while (bytes[at] !== sign.close || at === first) {
    const named = bytes[at] === sign.open && bytes[at + 1] === sign.colon ? namedAt(bytes, at) : undefined
    if (named === 'unknown') return undefined
    if (named !== undefined) {
      tests.push(named.has)
      at = named.end
      continue
    }
    const low = member()
    const isRange = bytes[at] === sign.dash && bytes[at + 1] !== sign.close && at + 1 < bytes.length
    if (isRange) at++
    const high = isRange ? member() : low
    if (low === undefined || high === undefined) return undefined
    tests.push(byte => low <= byte && byte <= high)
  }
  return { has: byte => tests.some(test => test(byte)) !== negated, end: at }
}

const named: Readonly<Record<string, RegExp>> = {
  alnum: /[A-Za-z0-9]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /\p{Cc}/u,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[\t-\r ]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/
}

// `[:alpha:]` within a class; undefined when `[:` only begins like one.
function namedAt(bytes: readonly number[], at: number): { has: CodeTest; end: number } | 'unknown' | undefined {
  const close = bytes.indexOf(sign.close, at + 2)
  if (close < 0) return 'unknown'
  if (bytes[close - 1] !== sign.colon || close - 1 < at + 2) return undefined
  const name = String.fromCharCode(...bytes.slice(at + 2, close - 1))
  const pattern = Object.hasOwn(named, name) ? named[name] : undefined
  return pattern === undefined
    ? 'unknown'
    : { has: byte => byte < 128 && pattern.test(String.fromCharCode(byte)), end: close + 1 }
}
