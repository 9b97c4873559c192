// The sticky comment: the report on a pull request, short enough to be read there, with the marker it is found again by.
import { counted } from './counting.ts'
import { fitted, fixed, longestBody, optional, units } from './document.ts'
import type { Section } from './document.ts'
import { details, marker, md, nothing } from './escape/markdown.ts'
import type { Markdown } from './escape/markdown.ts'
import type { Lookups } from './lookups.ts'
import type { Report } from './report.ts'
import { drawingBlock } from './section/drawing.ts'
import { findingsBlock, findingsTally } from './section/findings.ts'
import { warningsBlock } from './section/probes.ts'
import { secondariesBlock } from './section/secondaries.ts'
import { verdictBlock } from './section/verdict.ts'

/** The hidden mark of our comment. */
export const commentMarker = marker('validate').text

/** The body of the comment, at most 65,536 characters. It holds nothing that changes from run to run by itself. */
export function commentOf(report: Report, lookups: Lookups): string {
  return fitted(
    [
      fixed(marker('validate')),
      fixed(verdictBlock(report)),
      fixed(warningsBlock(report.warnings.slice(0, 5))),
      { weight: 5, versions: [() => troubled(report, 20), () => troubled(report, 5)] },
      findingsSection(report, lookups),
      optional(1, () => foldedDrawing(report)),
      fixed(elsewhere(report))
    ],
    longestBody,
    units
  )
}

function findingsSection(report: Report, lookups: Lookups): Section {
  const of = (places: number, rules: number, excerpts: boolean) => () =>
    findingsBlock(report, lookups, { places, rules, excerpts })
  return {
    weight: 4,
    versions: [
      of(5, 30, true),
      of(3, 20, true),
      of(2, 20, false),
      of(1, 10, false),
      () => findingsTally(report, lookups)
    ]
  }
}

/** A fleet without findings needs no table here. */
function troubled(report: Report, rows: number): Markdown {
  return report.findings.length === 0 ? nothing : secondariesBlock(report, rows)
}

function foldedDrawing({ way }: Report): Markdown {
  const drawing = drawingBlock(way)
  return drawing === nothing ? nothing : details("The token's way", drawing)
}

function elsewhere({ notChecked }: Report): Markdown {
  const unseen = notChecked.length === 0 ? nothing : md`${counted(notChecked.length, 'thing')} could not be judged. `
  return md`${unseen}The job summary has every detail.`
}
