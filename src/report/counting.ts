// Words for numbers and lists: "1 error, 2 warnings", "paris, lyon and 12 more".
import { severities } from '../rules/finding.ts'
import type { Severity } from '../rules/finding.ts'

/** `1 file`, `2 files`; the plural is given where an `s` does not make it. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? noun : plural}`
}

/** `2 errors, 1 warning`; `no findings` when there are none. */
export function tally(counts: Readonly<Record<Severity, number>>): string {
  const words = severities.filter(severity => counts[severity] > 0).map(severity => counted(counts[severity], severity))
  return words.length > 0 ? words.join(', ') : 'no findings'
}

/** The first names and how many more there are. */
export function someOf(names: readonly string[], limit: number): string {
  const more = names.length - limit
  return more > 1 ? `${names.slice(0, limit).join(', ')} and ${more.toLocaleString('en-US')} more` : names.join(', ')
}

/** Which secondaries a finding hits, a sentence without full stop; undefined when it names none. */
export function reach(clusters: readonly string[], limit = 5): string | undefined {
  if (clusters.length === 0) return undefined
  return clusters.length === 1
    ? `Affects ${clusters[0]}`
    : `Affects ${counted(clusters.length, 'cluster')}: ${someOf(clusters, limit)}`
}

/** Findings per severity. */
export function countsOf(findings: readonly { readonly severity: Severity }[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, notice: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}
