// The order of texts, the same on every machine: our own, by code units, and Go's.

/** For sorting; below zero when `a` comes first. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Text by code points, which is how Go orders strings: UTF-16 puts emoji before U+FFFD. */
export function byCodePoint(left: string, right: string): number {
  if (/[\ud800-\udfff]/.test(left + right)) return Buffer.compare(Buffer.from(left), Buffer.from(right))
  return left === right ? 0 : left < right ? -1 : 1
}
