// The change: what became of a proposal, its files and its diff.
import { counted } from '../counting.ts'
import { blocks, code, details, fenced, joined, link, md, nothing, table } from '../escape/markdown.ts'
import type { Markdown } from '../escape/markdown.ts'
import { withoutSecretsIn } from '../redaction.ts'
import type { Operation, ReportedChange } from '../report.ts'

const words: Readonly<Record<Operation, string>> = {
  created: 'A pull request was opened',
  updated: 'The pull request was updated',
  unchanged: 'The pull request already proposes exactly this; nothing was written',
  closed: 'The pull request was closed, since nothing is left to propose',
  'branch-only': 'The branch stands, but this token may not open pull requests; open it with one click',
  none: 'Nothing was written'
}

const conditional: Readonly<Partial<Record<Operation, string>>> = {
  created: 'A pull request would be opened',
  updated: 'The pull request would be updated'
}

/** Heading, what became of it, files, and the diff of at most `diff` characters. */
export function changeBlock(change: ReportedChange | undefined, files: number, diff: number): Markdown {
  if (change === undefined) return nothing
  return blocks([md`### Change`, outcome(change), filesTable(change, files), diffBlock(change, diff)])
}

function outcome(change: ReportedChange): Markdown {
  const facts = [
    change.branch === '' ? undefined : md`branch ${code(change.branch)} on ${code(change.base)}`,
    change.treeSha === '' ? undefined : md`tree ${code(change.treeSha, 64)}`,
    change.commitVerified === undefined ? undefined : md`commit ${change.commitVerified ? 'verified' : 'not verified'}`,
    change.requests === undefined ? undefined : md`${counted(change.requests, 'request')}`
  ].filter(fact => fact !== undefined)
  return blocks([md`${wordsFor(change)}${reference(change)}.`, joined(facts, ' · ')])
}

function wordsFor({ operation, isDry }: ReportedChange): string {
  return (isDry ? conditional[operation] : undefined) ?? words[operation]
}

function reference({ number, url, compareUrl, operation }: ReportedChange): Markdown {
  if (operation === 'branch-only' && compareUrl !== undefined) return md`: ${addressed('compare and open', compareUrl)}`
  return number > 0 && url !== '' ? md`: ${addressed(`pull request ${number}`, url)}` : nothing
}

/** Only what is an address becomes a link. */
function addressed(text: string, url: string): Markdown {
  return /^https?:\/\/[^\s<>]+$/.test(url) ? link(md`${text}`, url) : md`${text}`
}

/** The files as a table. */
export function filesTable({ files }: Pick<ReportedChange, 'files'>, limit: number): Markdown {
  if (files.length === 0) return nothing
  const more = files.length - limit
  const rows = files.slice(0, limit).map(({ path, status }) => [code(path), md`${status}`])
  return blocks([table(['File', 'Status'], rows), more > 0 ? md`… and ${counted(more, 'more file')}.` : nothing])
}

function diffBlock({ diff }: ReportedChange, limit: number): Markdown {
  if (diff === undefined || diff === '' || limit === 0) return nothing
  return details('Diff', fenced(withoutSecretsIn(diff), 'diff', limit), 'open')
}
