// The verdict: the line a person reads first, and the numbers below it.
import { blocks, joined, md, prose } from '../escape/markdown.ts'
import type { Markdown } from '../escape/markdown.ts'
import type { Report, Verdict } from '../report.ts'
import { counted, tally } from '../counting.ts'
import { hasTally } from '../standing.ts'

const signs: Readonly<Record<Verdict, string>> = { pass: '✅', fail: '❌', unknown: '❔' }

/** The sign of a verdict, for headings. */
function signOf(verdict: Verdict): string {
  return signs[verdict]
}

/** Heading and numbers. */
export function verdictBlock(report: Report): Markdown {
  return blocks([md`## ${signOf(report.verdict)} ${prose(report.headline, 500)}`, joined(numbersOf(report), ' · ')])
}

function numbersOf(report: Report): readonly Markdown[] {
  const { counts, fleet, ignored, tool, mode } = report
  const clusters = `${counted(fleet.primaries.length, 'primary', 'primaries')}, ${counted(fleet.secondaries.length, 'secondary', 'secondaries')}`
  return [
    ...(hasTally(report) ? [md`**${tally(counts)}**`] : []),
    ...(fleet.primaries.length + fleet.secondaries.length > 0 ? [prose(clusters)] : []),
    ...(ignored > 0 ? [prose(`${counted(ignored, 'finding')} ignored by comment`)] : []),
    md`${tool.name} ${tool.version}, ${mode}`
  ]
}
