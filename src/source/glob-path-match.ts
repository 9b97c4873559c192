// Globs of Go's path.Match, which Argo CD uses for the directories of its git generator.
import { codesOf, type CodeTest, type Glob, sign } from './glob-parts.ts'

/** A stretch of a pattern between stars: whether a star stands before it, and its characters. */
interface Chunk {
  readonly star: boolean
  readonly tests: readonly CodeTest[]
}

/**
 * Compiles a pattern of path.Match: `*` and `?` do not match `/`, there is no `**`, a class is negated by `^` only.
 * @returns undefined when the pattern is malformed; Argo CD then matches nothing with it
 */
export function pathMatch(pattern: string): Glob | undefined {
  const chunks = chunksOf(codesOf(pattern))
  return chunks && (text => matches(chunks, codesOf(text)))
}

// As in Go each chunk takes the first place it fits, and is not moved again.
function matches(chunks: readonly Chunk[], codes: readonly number[]): boolean {
  let at = 0
  for (const [index, chunk] of chunks.entries()) {
    const isLast = index === chunks.length - 1
    if (chunk.star && chunk.tests.length === 0) return !codes.includes(sign.slash, at)
    const start = placeOf(chunk, codes, at, isLast)
    if (start === undefined) return false
    at = start + chunk.tests.length
  }
  return at === codes.length
}

function placeOf(chunk: Chunk, codes: readonly number[], from: number, isLast: boolean): number | undefined {
  for (let at = from; at + chunk.tests.length <= codes.length; at++) {
    const fits = chunk.tests.every((test, index) => test(codes[at + index] ?? -1))
    if (fits && (!isLast || at + chunk.tests.length === codes.length)) return at
    if (!chunk.star || codes[at] === sign.slash) return undefined
  }
  return undefined
}

function chunksOf(codes: readonly number[]): Chunk[] | undefined {
  const chunks: Chunk[] = []
  let at = 0
  do {
    let star = false
    for (; codes[at] === sign.star; at++) star = true
    const tests: CodeTest[] = []
    while (at < codes.length && codes[at] !== sign.star) {
      const part = partAt(codes, at)
      if (part === undefined) return undefined
      tests.push(part.has)
      at = part.end
    }
    chunks.push({ star, tests })
  } while (at < codes.length)
  return chunks
}

interface Part {
  readonly has: CodeTest
  readonly end: number
}

function partAt(codes: readonly number[], at: number): Part | undefined {
  const code = codes[at]
  if (code === sign.query) return { has: other => other !== sign.slash, end: at + 1 }
  if (code === sign.open) return classAt(codes, at + 1)
  const literal = code === sign.escape ? codes[at + 1] : code
  if (literal === undefined) return undefined
  return { has: other => other === literal, end: at + (code === sign.escape ? 2 : 1) }
}

function classAt(codes: readonly number[], from: number): Part | undefined {
  const negated = codes[from] === sign.caret
  const ranges: (readonly [number, number])[] = []
  let at = from + (negated ? 1 : 0)
  while (codes[at] !== sign.close || ranges.length === 0) {
    const low = memberAt(codes, at)
    if (low === undefined) return undefined
    const high = codes[low.end] === sign.dash ? memberAt(codes, low.end + 1) : low
    if (high === undefined) return undefined
    ranges.push([low.code, high.code])
    at = high.end
  }
  return { has: code => ranges.some(([low, high]) => low <= code && code <= high) !== negated, end: at + 1 }
}

// A class's character, which something must follow.
function memberAt(codes: readonly number[], at: number): { code: number; end: number } | undefined {
  if (codes[at] === sign.dash || codes[at] === sign.close) return undefined
  const escaped = codes[at] === sign.escape
  const code = codes[escaped ? at + 1 : at]
  const end = at + (escaped ? 2 : 1)
  return code === undefined || end >= codes.length ? undefined : { code, end }
}
