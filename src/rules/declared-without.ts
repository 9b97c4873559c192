// Where a cluster is declared to be a primary, and a value that a primary needs is not given.
import type { ChartPrimary } from '../model/chart-primary.ts'
import { at, type Target } from '../model/manifest.ts'
import type { Primary } from '../model/primary.ts'

/**
 * The declarations of a primary that lack a value.
 * @param ofChart what the values of a k10 chart call it
 * @param ofEntry where it stands below a cluster of a Bootstrap
 */
export function declaredWithout(
  { entries, charts }: Primary,
  ofChart: keyof Pick<ChartPrimary, 'name' | 'ingress'>,
  ofEntry: readonly string[]
): Target[] {
  const bootstraps = entries
    .filter(({ primary, target }) => primary?.value === true && isMissing(target, ofEntry))
    .map(({ target }) => ({ ...target, part: 'key' as const }))
  const installs = charts.filter(chart => chart.complete && !chart[ofChart]?.value)
  return [...bootstraps, ...installs.map(({ create }) => create)]
}

function isMissing({ manifest, path }: Target, below: readonly string[]): boolean {
  const found = at(manifest, ...path, ...below)
  return found === undefined || found.value === ''
}
