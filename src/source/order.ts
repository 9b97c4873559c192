// The order of texts: by code units, so that it is the same on every machine.

/** For sorting; below zero when `a` comes first. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
