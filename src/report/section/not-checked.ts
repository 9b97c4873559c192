// What was not checked: silence means judged, so what could not be judged is named, by its reason.
import { counted } from '../counting.ts'
import { blocks, code, details, list, md, nothing, prose, joined } from '../escape/markdown.ts'
import type { Markdown } from '../escape/markdown.ts'
import type { NotChecked } from '../../rules/finding.ts'
import { groupedBy } from '../../source/grouped.ts'

/** Folded: reasons with their files, at most `reasons` reasons of `files` files each. */
export function notCheckedBlock(notChecked: readonly NotChecked[], reasons: number, files: number): Markdown {
  if (notChecked.length === 0) return nothing
  const byReason = [...groupedBy(notChecked, ({ reason }) => reason)]
  const more = byReason.length - reasons
  const items = byReason
    .slice(0, reasons)
    .map(([reason, entries]) => md`${prose(reason, 500)}: ${filesOf(entries, files)}`)
  return details(
    `Not checked: ${counted(notChecked.length, 'thing')} seen that could not be judged`,
    blocks([list(items), more > 0 ? md`… and ${counted(more, 'more reason')}.` : nothing])
  )
}

function filesOf(entries: readonly NotChecked[], limit: number): Markdown {
  const more = entries.length - limit
  const shown = joined(
    entries.slice(0, limit).map(({ file }) => code(file)),
    ', '
  )
  return more > 0 ? md`${shown} and ${counted(more, 'more', 'more')}` : shown
}
