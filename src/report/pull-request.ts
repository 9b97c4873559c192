// The pull request: what a proposal joins or parts, the proof that it will, and what to do around the merge.
import { counted, someOf } from './counting.ts'
import { fitted, fixed, longestBody, optional, units } from './document.ts'
import { capped, plain } from './escape/plain.ts'
import { blocks, code, details, list, marker, md, nothing, prose, table } from './escape/markdown.ts'
import type { Markdown } from './escape/markdown.ts'
import type { ProposalText } from './proposal-text.ts'
import { filesTable } from './section/change.ts'
import { drawingBlock } from './section/drawing.ts'
import { vaultBlock } from './section/vault.ts'
import { afterMerge, beforeMerge, partingSteps } from './steps.ts'

/** The marker by which an open proposal of ours is recognised. */
export function proposalMarker(key: string): string {
  return marker(`proposal ${key}`).text
}

/** The title, at most 250 characters. */
export function proposalTitle({
  kind,
  clusters,
  primary
}: Pick<ProposalText, 'kind' | 'clusters' | 'primary'>): string {
  const names = someOf(
    clusters.map(({ name }) => name),
    3
  )
  const what =
    clusters.length === 1 ? `secondary ${names}` : `${counted(clusters.length, 'secondary', 'secondaries')}: ${names}`
  const title = {
    onboard: `Join ${what}`,
    offboard: `Remove ${what}`,
    init: `Set up Kasten multi-cluster with primary ${primary}`
  }[kind]
  return capped(plain(title), 250)
}

/** The body, marker first, at most 65,536 characters. */
export function proposalBody(text: ProposalText): string {
  return fitted(
    [
      fixed(marker(`proposal ${text.key}`)),
      fixed(opening(text)),
      { weight: 6, versions: [() => clustersTable(text, 200), () => clustersTable(text, 30)] },
      fixed(stepsBlock(text)),
      { weight: 4, versions: [() => checks(text, 100), () => checks(text, 0)] },
      { weight: 5, versions: [() => vaultBlock(text.vault, text.now, 40), () => vaultBlock(text.vault, text.now, 5)] },
      optional(1, () => drawing(text)),
      { weight: 3, versions: [() => filesBlock(text, 300), () => filesBlock(text, 40)] },
      { weight: 2, versions: [() => notesBlock(text.notes, 20), () => notesBlock(text.notes, 5)] }
    ],
    longestBody,
    units
  )
}

function opening({ kind, clusters, primary }: ProposalText): Markdown {
  const set = primary === '' ? md`the multi-cluster set` : md`the primary ${code(primary, 80)}`
  const which =
    clusters.length === 1
      ? md`${code(clusters[0]?.name ?? '', 80)}`
      : md`${counted(clusters.length, 'secondary', 'secondaries')}`
  if (kind === 'init')
    return md`Sets up Kasten multi-cluster with ${set}: once merged, Argo CD delivers it and Kasten issues the join token.`
  if (kind === 'onboard')
    return md`Joins ${which} to ${set}. Once merged, Argo CD delivers the join configuration and the join token, and Kasten joins by itself.`
  return md`Removes what Git holds of ${which}. **Merging does not disconnect a cluster from ${set}:** follow the order below.`
}

function clustersTable({ clusters }: ProposalText, rows: number): Markdown {
  if (clusters.length === 0) return nothing
  const more = clusters.length - rows
  const cells = clusters
    .slice(0, rows)
    .map(({ name, ingress, destination, application }) => [name, ingress, destination, application].map(cell))
  return blocks([
    table(['Secondary', 'Dashboard', 'Argo CD destination', 'Application'], cells),
    more > 0 ? md`… and ${counted(more, 'more secondary', 'more secondaries')}.` : nothing
  ])
}

function cell(text: string): Markdown {
  return text === '' ? prose('–') : code(text, 200)
}

function stepsBlock(text: ProposalText): Markdown {
  if (text.kind === 'offboard') return blocks([md`### In this order`, ...partingSteps(text)])
  const first = [...beforeMerge(text.kind), ...text.prerequisites.slice(0, 10).map(line => prose(line, 300))]
  return blocks([
    md`### Before the merge`,
    md`This pull request cannot see the cluster. It joins when all of this is true:`,
    list(first.map(line => md`[ ] ${line}`)),
    md`### After the merge`,
    ...afterMerge(text)
  ])
}

function checks({ checksPassed }: ProposalText, limit: number): Markdown {
  if (checksPassed.length === 0) return nothing
  const words = `✅ ${counted(checksPassed.length, 'check')} passed on the tree as it will be after the merge`
  return limit === 0 ? prose(words) : details(words, list(checksPassed.slice(0, limit).map(title => prose(title, 300))))
}

function filesBlock({ files }: ProposalText, limit: number): Markdown {
  return files.length === 0 ? nothing : blocks([md`### ${counted(files.length, 'file')}`, filesTable({ files }, limit)])
}

function drawing({ way, kind, clusters }: ProposalText): Markdown {
  const heading = kind === 'offboard' ? "The token's way, afterwards" : "The token's way"
  return drawingBlock(way, heading, new Set(clusters.map(({ name }) => name)))
}

function notesBlock(notes: readonly string[], limit: number): Markdown {
  if (notes.length === 0) return nothing
  const more = notes.length - limit
  return blocks([
    md`### To know`,
    list(notes.slice(0, limit).map(note => prose(note, 600))),
    more > 0 ? md`… and ${more} more.` : nothing
  ])
}
