// Values of manifests as messages show them: in quotes, and cut when they are long.

const longest = 80

/** A value in quotes, of at most 80 characters. */
export function quoted(value: string): string {
  return `"${value.length > longest ? `${value.slice(0, longest - 1)}…` : value}"`
}
