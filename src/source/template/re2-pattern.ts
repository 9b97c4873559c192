// The syntax tree of a regular expression.

/** A node of a pattern. A `set` tells whether a rune (as its code point) belongs. */
export type Pattern =
  | { readonly kind: 'set'; readonly has: (code: number) => boolean }
  | { readonly kind: 'assert'; readonly at: 'start' | 'end' | 'word' | 'no-word' }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Pattern[] }
  | {
      readonly kind: 'repeat'
      readonly of: Pattern
      readonly least: number
      readonly most: number
      readonly lazy: boolean
    }
  | { readonly kind: 'group'; readonly of: Pattern; readonly index: number }

/** A parsed pattern: its groups count from 1; names map to them. */
export interface Parsed {
  readonly pattern: Pattern
  readonly groups: number
  readonly names: ReadonlyMap<string, number>
}

/** Thrown for what Go refuses to compile. */
export class InvalidPattern extends Error {}
