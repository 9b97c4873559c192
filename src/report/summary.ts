// The job summary: verdict first, then who is hit, what to mend and where, and last what was not looked at.
import type { Section } from './document.ts'
import { bytes, fitted, fixed, longestSummary, optional } from './document.ts'
import { nothing } from './escape/markdown.ts'
import type { Markdown } from './escape/markdown.ts'
import type { Lookups } from './lookups.ts'
import type { Report } from './report.ts'
import { changeBlock } from './section/change.ts'
import { drawingBlock } from './section/drawing.ts'
import { findingsBlock, findingsTally } from './section/findings.ts'
import { liveBlock } from './section/live.ts'
import { notCheckedBlock } from './section/not-checked.ts'
import { probesBlock, warningsBlock } from './section/probes.ts'
import { secondariesBlock } from './section/secondaries.ts'
import { vaultBlock } from './section/vault.ts'
import { verdictBlock } from './section/verdict.ts'

/** The summary as Markdown, at most 1 MiB of UTF-8. `now`, in milliseconds, gives the days left of secrets. */
export function summaryOf(report: Report, lookups: Lookups, now?: number): string {
  return fitted(sectionsOf(report, lookups, now), longestSummary, bytes)
}

/** The sections of a report, the most important first; shortened from the least important. */
export function sectionsOf(report: Report, lookups: Lookups, now: number | undefined): Section[] {
  return [
    fixed(verdictBlock(report)),
    fixed(warningsBlock(report.warnings)),
    levels(9, [
      () => changeBlock(report.change, 200, 200_000),
      () => changeBlock(report.change, 50, 20_000),
      () => changeBlock(report.change, 20, 0)
    ]),
    levels(9, [() => probesBlock(report.probes), () => nothing]),
    levels(8, [() => vaultBlock(report.vault, now, 200), () => vaultBlock(report.vault, now, 20)]),
    levels(6, [() => liveBlock(report.live, 100), () => liveBlock(report.live, 20)]),
    levels(7, [() => secondariesBlock(report, 100), () => secondariesBlock(report, 20)]),
    findingsSection(report, lookups),
    optional(4, () => drawingBlock(report.way)),
    levels(2, [
      () => notCheckedBlock(report.notChecked, 30, 10),
      () => notCheckedBlock(report.notChecked, 5, 3),
      () => nothing
    ])
  ]
}

function findingsSection(report: Report, lookups: Lookups): Section {
  return levels(5, [
    () => findingsBlock(report, lookups, { places: 10, excerpts: true, rules: 60 }),
    () => findingsBlock(report, lookups, { places: 4, excerpts: true, rules: 40 }),
    () => findingsBlock(report, lookups, { places: 3, excerpts: false, rules: 30 }),
    () => findingsBlock(report, lookups, { places: 1, excerpts: false, rules: 20 }),
    () => findingsBlock(report, lookups, { places: 1, excerpts: false, rules: 8 }),
    () => findingsTally(report, lookups)
  ])
}

function levels(weight: number, versions: readonly (() => Markdown)[]): Section {
  return { weight, versions }
}
