// The live Applications: what Argo CD says of each, the troubled ones first.
import { counted } from '../counting.ts'
import { blocks, code, md, nothing, prose, table } from '../escape/markdown.ts'
import type { Markdown } from '../escape/markdown.ts'
import type { ReportedLive } from '../report.ts'

/** The table of live Applications; healthy ones beyond the limit are only counted. */
export function liveBlock(live: readonly ReportedLive[] | undefined, rows: number): Markdown {
  if (live === undefined || live.length === 0) return nothing
  const sorted = troubledFirst(live)
  const more = sorted.slice(rows)
  const troubled = more.filter(one => !healthy(one)).length
  return blocks([
    md`### Applications in Argo CD`,
    table(['Application', 'Sync', 'Health', 'Remark'], sorted.slice(0, rows).map(rowOf)),
    more.length > 0
      ? md`… and ${counted(more.length, 'more Application')}, ${troubled === 0 ? 'all synced and healthy' : `${troubled} of them in trouble`}.`
      : nothing
  ])
}

function rowOf(one: ReportedLive): readonly Markdown[] {
  return [
    md`${healthy(one) ? '✅' : '⚠️'} ${code(one.application, 120)}`,
    prose(one.sync, 60),
    prose(one.health, 60),
    prose(one.reason === '' ? '–' : one.reason, 600)
  ]
}

/** Those to look at before the others. */
export function troubledFirst(live: readonly ReportedLive[]): readonly ReportedLive[] {
  return [...live.filter(one => !healthy(one)), ...live.filter(healthy)]
}

/** Nothing to look at. */
export function healthy({ sync, health, reason }: ReportedLive): boolean {
  return sync === 'Synced' && health === 'Healthy' && reason === ''
}
