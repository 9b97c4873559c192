// The branch of a proposal as it stands: whether it already proposes this, and whose commits it carries.
import type { BaseTree } from '../../ports/github.ts'
import { listOf, objectIn, partOf, shaOf, textOf } from './answers.ts'
import type { Answer } from './answers.ts'
import type { Client } from './client.ts'
import { leavesAfter } from './edits.ts'
import type { Edit } from './edits.ts'
import { isRefusal, shown } from './faults.ts'
import type { Leaf } from './objects.ts'
import type { Commit, Trees } from './trees.ts'

/** What a proposal would make of the base. */
export interface Plan {
  readonly base: BaseTree
  readonly edits: readonly Edit[]
  /** Undefined when it can't be computed here. */
  readonly treeSha: string | undefined
}

/** What a branch has that the base hasn't. */
export interface Divergence {
  readonly mergeBase: { readonly sha: string; readonly treeSha: string }
  /** Commits that we didn't make, as `1a2b3c4 by login`. */
  readonly foreign: readonly string[]
}

const trailer = 'Kasten-Multicluster-Tree'

/** The commit message with the trailer that binds it to its tree. */
export function signedMessage(message: string, treeSha: string): string {
  return `${message.trim()}\n\n${trailer}: ${treeSha}\n`
}

/**
 * A commit is ours when its last line names its own tree. Whoever amends it or adds to it makes another tree, so
 * nobody's work passes for ours, whichever token was used then and now.
 */
function isOurs(commit: Answer): boolean {
  const inner = partOf(commit, 'commit')
  const lastLine = textOf(inner, 'message').trimEnd().split('\n').at(-1)
  return lastLine === `${trailer}: ${shaOf(partOf(inner, 'tree'))}`
}

const commitsAsked = 100

/** How a branch differs from the base. Undefined when they have no history in common. */
export async function divergenceOf(client: Client, base: BaseTree, head: Commit): Promise<Divergence | undefined> {
  const errand = { doing: 'compare the branch with its base', needs: 'contents: read' }
  const basehead = `${base.commitSha}...${head.sha}`
  try {
    const answer = await client.ask(errand, kit =>
      kit.rest.repos.compareCommitsWithBasehead({ ...client.at, basehead, per_page: commitsAsked, page: 1 })
    )
    return divergenceIn(objectIn(answer))
  } catch (error) {
    if (isRefusal(error, 404)) return undefined
    throw error
  }
}

function divergenceIn(comparison: Answer): Divergence {
  const fork = partOf(comparison, 'merge_base_commit')
  const commits = listOf(comparison, 'commits')
  const unlisted = Number(comparison['total_commits']) - commits.length
  const foreign = commits.filter(commit => !isOurs(commit)).map(byline)
  return {
    mergeBase: { sha: shaOf(fork), treeSha: shaOf(partOf(partOf(fork, 'commit'), 'tree')) },
    foreign: unlisted > 0 ? [...foreign, `${unlisted} more`] : foreign
  }
}

function byline(commit: Answer): string {
  const login = textOf(partOf(commit, 'author'), 'login')
  const name = textOf(partOf(partOf(commit, 'commit'), 'author'), 'name')
  return `${shaOf(commit).slice(0, 7)} by ${shown(login || name || 'somebody').slice(0, 60)}`
}

/** Whether the branch is the one commit on the base that we would make. */
export function isExactly({ base, treeSha }: Plan, head: Commit): boolean {
  return treeSha === head.treeSha && head.parents.length === 1 && head.parents[0] === base.commitSha
}

/**
 * Whether merging the branch into a base that moved on would give what is proposed, so that a push would only cost
 * reviews and approvals. Judged file by file: one that both sides changed in different ways counts as a conflict,
 * though Git might merge its lines.
 */
export async function mergesTo(
  { base, edits, treeSha }: Plan,
  head: Commit,
  fork: Divergence,
  trees: Trees
): Promise<boolean> {
  if (fork.mergeBase.sha === base.commitSha && treeSha !== undefined) return head.treeSha === treeSha
  const wanted = leavesAfter(base, edits)
  const theirs = byPath(base.files)
  const before = byPath(await trees.filesOf(fork.mergeBase.treeSha))
  const ours = byPath(await trees.filesOf(head.treeSha))
  const touched = new Set([...edits.map(({ path }) => path), ...ours.keys(), ...before.keys()])
  return [...touched].every(path => {
    const [old, mine, now] = [before, ours, theirs].map(side => contentAt(side, path))
    const merged = mine === old ? now : old === now || mine === now ? mine : 'conflict'
    return merged === contentAt(wanted, path)
  })
}

const byPath = (files: readonly Leaf[]): Map<string, Leaf> => new Map(files.map(file => [file.path, file]))

function contentAt(side: ReadonlyMap<string, Leaf>, path: string): string {
  const leaf = side.get(path)
  return leaf ? `${leaf.mode} ${leaf.sha}` : 'nothing'
}
