// Globs of github.com/bmatcuk/doublestar, which Argo CD uses for valueFiles and, when switched on, its git generator.
import { posix } from 'node:path'
import { codesOf, type CodeTest, exactly, type Glob, type GlobPart, matchesParts, sign } from './glob-parts.ts'

/** A path's segment: `**` stands for any number of them. */
type Segment = '**' | readonly GlobPart[]

const mostChoices = 1000

/**
 * Compiles a pattern that is looked up among files, as doublestar's FilepathGlob does below a repository's root:
 * `**` as a whole segment matches any directories, `{a,b}` are alternatives, `*` stays within a segment.
 * The pattern's path is cleaned first (`./a//b` is `a/b`); the texts to match are files' paths from the root.
 * @returns undefined when doublestar refuses the pattern, when it leaves the root, and beyond 1,000 alternatives
 */
export function doublestar(pattern: string): Glob | undefined {
  const cleaned = posix.join('/', pattern).slice(1).replace(/\/$/, '')
  const choices = isBalanced(cleaned) ? choicesOf(cleaned) : undefined
  const paths = choices?.map(segmentsOf)
  if (paths === undefined || posix.normalize(pattern).startsWith('../') || !paths.every(isPresent)) return undefined
  return text => {
    const names = text.split('/').map(codesOf)
    return paths.some(segments => matches(segments, names))
  }
}

function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined
}

// A closing `**` needs at least one name: the directory itself is no file.
function matches(segments: readonly Segment[], names: readonly (readonly number[])[]): boolean {
  const open = segments.at(-1) === '**'
  let segment = 0
  let star = -1
  let resume = 0
  for (let at = 0; at < names.length;) {
    const here = segments[segment]
    if (here === '**' && segment === segments.length - 1) return true
    if (here === '**') {
      star = segment++
      resume = at
    } else if (here !== undefined && matchesParts(here, names[at] ?? [])) {
      segment++
      at++
    } else if (star >= 0) {
      at = ++resume
      segment = star + 1
    } else return false
  }
  return !open && segment === segments.length
}

// Braces are paired, outside of escapes.
function isBalanced(pattern: string): boolean {
  let depth = 0
  for (const [, brace] of pattern.matchAll(/\\[^]|([{}])/g)) {
    if (brace === '{') depth++
    if (brace === '}' && --depth < 0) return false
  }
  return depth === 0
}

// The patterns that the first pair of braces stands for, and so on. An empty last alternative counts for nothing there.
function choicesOf(pattern: string): string[] | undefined {
  const done: string[] = []
  const open = [pattern]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const braces = bracesOf(next)
    if (braces === undefined) done.push(next)
    else open.push(...braces)
    if (done.length + open.length > mostChoices) return undefined
  }
  return done
}

function bracesOf(pattern: string): string[] | undefined {
  const cuts: number[] = []
  let depth = 0
  for (const { 0: text, index } of pattern.matchAll(/\\[^]|[{},]/g)) {
    if (text === '}') depth--
    if ((text === '{' && depth === 0) || (text === ',' && depth === 1)) cuts.push(index)
    if (text === '{') depth++
    if (text !== '}' || depth > 0) continue
    cuts.push(index)
    const head = pattern.slice(0, cuts[0])
    const tail = pattern.slice(index + 1)
    const inner = cuts.slice(1).map((cut, at) => pattern.slice((cuts[at] ?? 0) + 1, cut))
    if (inner.at(-1) === '') inner.pop()
    return inner.map(choice => head + choice + tail)
  }
  return undefined
}

function segmentsOf(pattern: string): Segment[] | undefined {
  const segments = pattern.split('/').map(segment => (segment === '**' ? segment : partsOf(codesOf(segment))))
  return segments.every(isPresent) ? segments : undefined
}

function partsOf(codes: readonly number[]): GlobPart[] | undefined {
  const parts: GlobPart[] = []
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] ?? 0
    if (code === sign.star) parts.push({ has: () => true, star: true })
    else if (code === sign.query) parts.push({ has: () => true, star: false })
    else if (code === sign.open) {
      const found = classAt(codes, at + 1)
      if (found === undefined) return undefined
      parts.push({ has: found.has, star: false })
      at = found.end
    } else {
      const literal = code === sign.escape ? codes[++at] : code
      if (literal === undefined) return undefined
      parts.push(exactly(literal))
    }
  }
  return parts
}

function classAt(codes: readonly number[], from: number): { has: CodeTest; end: number } | undefined {
  const negated = codes[from] === sign.not || codes[from] === sign.caret
  const ranges: (readonly [number, number])[] = []
  let at = from + (negated ? 1 : 0)
  if (codes[at] === sign.close) return undefined
  const member = (): number | undefined => (codes[at] === sign.escape ? codes[(at += 2) - 1] : codes[at++])
  while (codes[at] !== sign.close) {
    const low = member()
    const isRange = codes[at] === sign.dash && codes[at + 1] !== sign.close
    if (isRange) at++
    const high = isRange ? member() : low
    if (low === undefined || high === undefined) return undefined
    ranges.push([low, high])
  }
  return { has: code => ranges.some(([low, high]) => low <= code && code <= high) !== negated, end: at }
}
