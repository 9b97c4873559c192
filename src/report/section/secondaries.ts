// The secondaries: one row each for those that need a look, one line for those that are clean.
import { blocks, code, details, joined, md, nothing, prose, table } from '../escape/markdown.ts'
import type { Markdown } from '../escape/markdown.ts'
import { counted, tally } from '../counting.ts'
import type { Report } from '../report.ts'
import { gravestFirst, standingsOf } from '../standing.ts'
import type { Standing } from '../standing.ts'

/** A fleet of this size is shown whole. */
const small = 12

/** The table of secondaries, at most `rows` of those with findings; the clean ones of a larger fleet folded to their names. */
export function secondariesBlock(report: Report, rows: number): Markdown {
  const standings = standingsOf(report)
  const whole = standings.length <= Math.min(small, rows)
  const troubled = gravestFirst(standings)
  const shown = whole ? standings : troubled.slice(0, rows)
  return standings.length === 0
    ? nothing
    : blocks([
        md`### Secondaries`,
        shown.length === 0 ? nothing : table(['Secondary', 'State', 'Application', 'Destination'], shown.map(rowOf)),
        whole || troubled.length <= rows
          ? nothing
          : md`… and ${counted(troubled.length - rows, 'more', 'more')} with findings.`,
        whole ? nothing : cleanOnes(standings.filter(({ state }) => state === 'clean'))
      ])
}

function cleanOnes(clean: readonly Standing[]): Markdown {
  if (clean.length === 0) return nothing
  const names = clean.map(({ secondary }) => code(secondary.label, 80))
  const shown = names.slice(0, 400)
  const more = names.length - shown.length
  return details(
    counted(clean.length, 'clean secondary', 'clean secondaries'),
    md`${joined(shown, ', ')}${more > 0 ? ` … and ${more.toLocaleString('en-US')} more` : ''}`
  )
}

function rowOf({ secondary, counts, state }: Standing): readonly Markdown[] {
  const sign = { error: '❌', warning: '⚠️', clean: '✅' }[state]
  const words = state === 'clean' ? 'clean' : tally(counts)
  return [
    code(secondary.label, 80),
    md`${sign} ${words}`,
    secondary.application === '' ? prose('–') : code(secondary.application, 80),
    secondary.destination === '' ? prose('–') : code(secondary.destination, 120)
  ]
}
