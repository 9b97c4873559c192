// Probes: what doctor tried, how each stands, and the exact thing to add.
import { blocks, fenced, joined, md, nothing, prose, table } from '../escape/markdown.ts'
import type { Markdown } from '../escape/markdown.ts'
import type { Probe } from '../report.ts'

const signs: Readonly<Record<Probe['state'], string>> = {
  ok: '✅ ok',
  missing: '❌ missing',
  unknown: '❔ unknown',
  'not-needed': '– not needed'
}

/** The table of probes, and the remedies below it. */
export function probesBlock(probes: readonly Probe[] | undefined): Markdown {
  if (probes === undefined || probes.length === 0) return nothing
  const shown = probes.slice(0, 100)
  const remedies = shown.filter(({ remedy, state }) => remedy !== undefined && state !== 'ok' && state !== 'not-needed')
  return blocks([
    md`### What this run may do`,
    table(
      ['Probe', 'State', 'Detail'],
      shown.map(({ name, state, detail }) => [prose(name, 120), md`${signs[state]}`, prose(detail, 600)])
    ),
    ...remedies.map(
      ({ name, remedy }) => md`To mend **${prose(name, 120)}**, add:\n\n${fenced(remedy ?? '', '', 2000)}`
    )
  ])
}

/** Remarks about the run itself. */
export function warningsBlock(warnings: readonly string[]): Markdown {
  if (warnings.length === 0) return nothing
  const shown = warnings.slice(0, 30)
  const more = warnings.length - shown.length
  const lines = [
    ...shown.map(warning => md`> ⚠️ ${prose(warning, 1000)}`),
    ...(more > 0 ? [md`> … and ${more} more`] : [])
  ]
  return joined(lines, '\n>\n')
}
