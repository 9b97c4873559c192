// Which known word a misspelt one most likely stands for.

/** Words people use for a field that is called something else, lower-case. */
const aliases: ReadonlyMap<string, readonly string[]> = new Map([
  ['branch', ['targetRevision']],
  ['repo', ['repoURL']],
  ['repository', ['repoURL']],
  ['revision', ['targetRevision']],
  ['storeref', ['secretStoreRef', 'secretStoreRefs']],
  ['url', ['repoURL', 'vaultUrl']],
  ['valuesfiles', ['valueFiles']],
  ['vaulturi', ['vaultUrl']]
])

const longestWord = 64

/** The known word that `word` stands for: same but for case, a known alias, or a few slips away; else undefined. */
export const suggestionFor = (word: string, known: Iterable<string>): string | undefined => {
  if (word.length > longestWord) return undefined
  const words = [...known]
  const lower = word.toLowerCase()
  const alias = aliases.get(lower) ?? []
  return (
    words.find(one => one.toLowerCase() === lower) ?? words.find(one => alias.includes(one)) ?? nearest(lower, words)
  )
}

const nearest = (word: string, words: readonly string[]): string | undefined => {
  let found: string | undefined
  let least = Math.min(3, Math.floor(word.length / 3)) + 1
  for (const one of words) {
    if (Math.abs(one.length - word.length) >= least) continue
    const slips = slipsBetween(word, one.toLowerCase())
    if (slips < least) [found, least] = [one, slips]
  }
  return found
}

/** Damerau–Levenshtein distance (optimal string alignment): letters added, left out, changed or swapped. */
const slipsBetween = (a: string, b: string): number => {
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

const cell = (line: readonly number[], column: number): number => line[column] ?? Infinity
