// What every kind of glob compiles to, and the matcher of stars the kinds share.

/** A compiled pattern: whether a whole text matches. In time linear to the text for each star. */
export type Glob = (text: string) => boolean

/** Whether one character, as a code, belongs. */
export type CodeTest = (code: number) => boolean

/** A part of a pattern: exactly one character of a kind, or any run of them. */
export interface GlobPart {
  readonly has: CodeTest
  readonly star: boolean
}

/** The characters patterns are made of, as codes. */
export const sign = {
  star: 42,
  query: 63,
  open: 91,
  close: 93,
  brace: 123,
  unbrace: 125,
  comma: 44,
  escape: 92,
  not: 33,
  caret: 94,
  dash: 45,
  slash: 47,
  colon: 58
} as const

/** One given character. */
export function exactly(wanted: number): GlobPart {
  return { has: code => code === wanted, star: false }
}

/**
 * Whether the whole of `codes` matches. When a later part fails, only the last star takes one character more: with stars
 * that all take the same characters no earlier one can help.
 */
export function matchesParts(parts: readonly GlobPart[], codes: readonly number[]): boolean {
  let part = 0
  let star = -1
  let resume = 0
  for (let at = 0; at < codes.length;) {
    const code = codes[at] ?? -1
    const here = parts[part]
    if (here?.star) {
      star = part++
      resume = at
    } else if (here?.has(code)) {
      part++
      at++
    } else {
      const taken = codes[resume] ?? -1
      if (star < 0 || !parts[star]?.has(taken)) return false
      at = ++resume
      part = star + 1
    }
  }
  return parts.slice(part).every(rest => rest.star)
}

/** A text as code points. */
export function codesOf(text: string): number[] {
  return Array.from(text, rune => rune.codePointAt(0) ?? 0)
}
