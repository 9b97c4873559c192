// Standing: how each secondary stands, by the findings that hit it.
import type { Finding, Severity } from '../rules/finding.ts'
import type { Report, ReportedSecondary } from './report.ts'
import { groupedBy } from '../source/grouped.ts'
import { countsOf } from './counting.ts'

/** A secondary and the findings that hit it: those that name it, and those in its files that name none. */
export interface Standing {
  readonly secondary: ReportedSecondary
  readonly counts: Readonly<Record<Severity, number>>
  /** The gravest severity among them; clean when there are none. Notices do not spoil a secondary. */
  readonly state: 'error' | 'warning' | 'clean'
}

/** Whether a report judges the fleet: the other modes judge what they propose, or nothing, and may not call a secondary clean. */
function judgesTheFleet({ mode }: Report): boolean {
  return mode === 'validate' || mode === 'drift'
}

/** Whether a report's number of findings says something: where nothing was judged, none were found. */
export function hasTally(report: Report): boolean {
  return judgesTheFleet(report) || report.findings.length > 0
}

/** Every secondary's standing, in the report's order; none where the fleet is not judged. */
export function standingsOf(report: Report): readonly Standing[] {
  if (!judgesTheFleet(report)) return []
  const hits = hitsOf(report)
  return report.fleet.secondaries.map(secondary => standingOf(secondary, [...(hits.get(secondary) ?? [])]))
}

function standingOf(secondary: ReportedSecondary, findings: readonly Finding[]): Standing {
  const counts = countsOf(findings)
  return { secondary, counts, state: counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'clean' }
}

function hitsOf({ fleet, findings }: Report): ReadonlyMap<ReportedSecondary, ReadonlySet<Finding>> {
  const byFile = groupedByEach(fleet.secondaries, ({ files }) => files)
  const byName = groupedByEach(fleet.secondaries, ({ label, application }) => [label, application])
  const hits = new Map(fleet.secondaries.map(secondary => [secondary, new Set<Finding>()]))
  for (const finding of findings) {
    const hit =
      finding.clusters.length > 0
        ? finding.clusters.flatMap(name => byName.get(name) ?? [])
        : (byFile.get(finding.file) ?? [])
    for (const secondary of hit) hits.get(secondary)?.add(finding)
  }
  return hits
}

/** Those that are not clean, the broken ones first. */
export function gravestFirst(standings: readonly Standing[]): readonly Standing[] {
  return [
    ...standings.filter(({ state }) => state === 'error'),
    ...standings.filter(({ state }) => state === 'warning')
  ]
}

/** Values by each of their keys. */
function groupedByEach<Value, Key>(
  values: readonly Value[],
  keysOf: (value: Value) => readonly Key[]
): ReadonlyMap<Key, readonly Value[]> {
  const pairs = values.flatMap(value => [...new Set(keysOf(value))].map(key => ({ key, value })))
  const groups = groupedBy(pairs, ({ key }) => key)
  return new Map([...groups].map(([key, found]) => [key, found.map(({ value }) => value)]))
}
