// A fault of gobwas/glob that Argo CD's users meet: `a/*/b` matches "a/b", since both ends may share characters.

interface Ends {
  readonly prefix: string
  readonly suffix: string
}

const token = /(?:[^*?[\]{},\\]|\\[^])+|\*\*|\*|\?|\[[^\]]*\]|[^]/gu
const text = /^(?:[^*?[\]{},\\]|\\[^])+$/u

/**
 * The ends for which gobwas asks nothing but that a text begins and ends with them: of a pattern that is two texts
 * around a star, or of the alternatives of that form when the whole pattern is one `{…}`.
 */
export function overlapsOf(pattern: string, separator: '/' | undefined): readonly Ends[] {
  const group = /^\{([^{}[\\]*)\}$/u.exec(pattern)?.[1]
  const alternatives = group === undefined ? [pattern] : group.split(',')
  const sequences = alternatives.map(alternative => alternative.match(token) ?? [])
  if (sequences.length > 1 && (isCommon(sequences, 0) || isCommon(sequences, -1))) return []
  return sequences.flatMap(sequence => endsOf(sequence, separator))
}

// Alternatives that begin or end alike are compiled apart from what they share, where the fault is not.
function isCommon(sequences: readonly (readonly string[])[], at: 0 | -1): boolean {
  return sequences.every(sequence => sequence.at(at) !== undefined && sequence.at(at) === sequences[0]?.at(at))
}

function endsOf(sequence: readonly string[], separator: '/' | undefined): Ends[] {
  const [prefix, suffix] = [sequence[0] ?? '', sequence.at(-1) ?? '']
  const stars = sequence.slice(1, -1)
  const areStars = separator === undefined ? stars.every(star => /^\*+$/.test(star)) : stars.join(' ') === '**'
  if (stars.length === 0 || !areStars || !text.test(prefix) || !text.test(suffix)) return []
  return [{ prefix: prefix.replace(/\\([^])/gu, '$1'), suffix: suffix.replace(/\\([^])/gu, '$1') }]
}
