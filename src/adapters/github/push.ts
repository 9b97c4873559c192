// Puts a plan on its branch: trees in chunks, one commit for GitHub to sign, a branch born with it or moved to it.
import { Fault } from '../../ports/trouble.ts'
import { objectIn, shaOf } from './answers.ts'
import { signedMessage } from './branch.ts'
import type { Plan } from './branch.ts'
import type { Client } from './client.ts'
import type { Edit } from './edits.ts'
import { workflowsNeeded } from './errand.ts'
import { isRefusal } from './faults.ts'
import { Raced } from './raced.ts'
import { commitIn } from './trees.ts'
import type { Commit, Trees } from './trees.ts'

const writes = 'contents: write'

/** Writes the plan's tree and returns its SHA. Harmless by itself: nothing refers to it. */
export async function writeTree(client: Client, { base, edits, treeSha }: Plan): Promise<string> {
  let sha = base.treeSha
  for (const chunk of chunksOf(edits)) {
    const tree = await Promise.all(chunk.map(async edit => entryOf(client, edit)))
    const errand = { doing: `write ${edits.length} files`, needs: neededFor(chunk) }
    const answer = await client.ask(errand, kit => kit.rest.git.createTree({ ...client.at, base_tree: sha, tree }))
    sha = shaOf(objectIn(answer))
  }
  if (treeSha !== undefined && sha !== treeSha) {
    throw new Fault('unexpected-answer', 'GitHub wrote another tree than the one that was judged; nothing was proposed')
  }
  return sha
}

const neededFor = (edits: readonly Edit[]): string =>
  edits.some(({ path }) => path.startsWith('.github/workflows/')) ? workflowsNeeded : writes

/** GitHub times out on trees of about 200 files or 2.5 MB. */
const mostEntries = 100
const mostCharacters = 1_000_000

/** The edits in groups that one request can carry, removals first so that a folder may take a removed file's place. */
function chunksOf(edits: readonly Edit[]): Edit[][] {
  const chunks: Edit[][] = []
  let characters = Infinity
  for (const edit of [...edits.filter(each => !each.becomes), ...edits.filter(each => each.becomes)]) {
    const size = isInline(edit) ? (edit.becomes?.text?.length ?? 0) : 0
    characters += size
    const last = chunks.at(-1)
    if (last && last.length < mostEntries && characters <= mostCharacters) {
      last.push(edit)
    } else {
      chunks.push([edit])
      characters = size
    }
  }
  return chunks
}

/** What is too long or no text for JSON's sake goes as a blob of its own. */
const isInline = ({ becomes }: Edit): boolean =>
  becomes?.text === undefined || (becomes.text.length <= mostCharacters && !becomes.text.includes('\0'))

const modes = ['100755', '120000'] as const

async function entryOf(client: Client, edit: Edit) {
  const { path, becomes } = edit
  const file = {
    path,
    type: 'blob' as const,
    mode: modes.find(mode => mode === becomes?.mode) ?? ('100644' as const)
  }
  if (!becomes) return { ...file, sha: null }
  if (becomes.text === undefined) return { ...file, sha: becomes.sha }
  if (isInline(edit)) return { ...file, content: becomes.text }
  const content = Buffer.from(becomes.text).toString('base64')
  const errand = { doing: `write ${path}`, needs: writes }
  const answer = await client.ask(errand, kit => kit.rest.git.createBlob({ ...client.at, content, encoding: 'base64' }))
  return { ...file, sha: shaOf(objectIn(answer)) }
}

/** Author and committer are left to GitHub, which then signs the commit of a bot. */
export async function writeCommit(client: Client, { base }: Plan, tree: string, message: string): Promise<Commit> {
  const content = { message: signedMessage(message, tree), tree, parents: [base.commitSha] }
  const errand = { doing: 'write the commit', needs: writes }
  return commitIn(await client.ask(errand, kit => kit.rest.git.createCommit({ ...client.at, ...content })))
}

const lostRace = /already exists|does not exist|reference update failed|reference cannot be updated|not a fast forward/i

/**
 * Makes the branch, or moves it from the commit it was seen at. Throws Raced when somebody was quicker. The API can't
 * compare and swap, so the branch is looked at once more right before the move.
 */
export async function moveBranch(
  client: Client,
  trees: Trees,
  branch: string,
  from: Commit | undefined,
  to: Commit
): Promise<void> {
  if (from && (await trees.tipOf(branch)) !== from.sha)
    throw new Raced(new Fault('conflict', `The branch ${branch} keeps moving`))
  const errand = { doing: `${from ? 'move' : 'create'} the branch ${branch}`, needs: writes }
  const { at } = client
  try {
    if (from) {
      const ref = `heads/${branch}`
      await client.ask(errand, kit => kit.rest.git.updateRef({ ...at, ref, sha: to.sha, force: true }))
    } else {
      const ref = `refs/heads/${branch}`
      await client.ask(errand, kit => kit.rest.git.createRef({ ...at, ref, sha: to.sha }))
    }
  } catch (error) {
    const isRace =
      isRefusal(error, 422, lostRace) || isRefusal(error, 409, /^(?!.*empty)/i) || (from && isRefusal(error, 404))
    throw isRace ? new Raced(error) : error
  }
}
