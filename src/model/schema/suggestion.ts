// Which known word a misspelt one most likely stands for.
import { nearest } from '../../source/nearest.ts'

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
    words.find(one => one.toLowerCase() === lower) ?? words.find(one => alias.includes(one)) ?? nearest(word, words)
  )
}
