// The known word a few slips away from another: for every "did you mean".

/** The nearest of some words, case aside; undefined when none is near enough to be meant. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  const lower = word.toLowerCase()
  let found: string | undefined
  let least = Math.min(3, Math.floor(word.length / 3)) + 1
  for (const one of words) {
    if (Math.abs(one.length - word.length) >= least) continue
    const slips = slipsBetween(lower, one.toLowerCase())
    if (slips < least) [found, least] = [one, slips]
  }
  return found
}

/** Damerau–Levenshtein distance (optimal string alignment): letters added, left out, changed or swapped. */
function slipsBetween(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1
      const least = Math.min(cell(above, column) + 1, cell(line, column - 1) + 1, cell(above, column - 1) + changed)
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      line.push(swapped ? Math.min(least, cell(before, column - 2) + 1) : least)
    }
    ;[before, above] = [above, line]
  }
  return cell(above, b.length)
}

function cell(line: readonly number[], column: number): number {
  return line[column] ?? Infinity
}
