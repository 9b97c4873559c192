// Git commits as values: read, written, walked and compared.
import type { Git } from './github-git.ts'

/** Who did it and when (ISO 8601, whole seconds, UTC). */
export interface Signature {
  readonly name: string
  readonly email: string
  readonly date: string
}

export interface Commit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
}

/** The commit of this SHA, or undefined when there is none or it is something else. */
export function commitOf(git: Git, sha: string): Commit | undefined {
  const object = git.read(sha)
  if (object?.type !== 'commit') return undefined
  const text = object.data.toString('utf8')
  const end = text.indexOf('\n\n')
  const headers = text.slice(0, end).split('\n')
  const all = (name: string): string[] =>
    headers.filter(line => line.startsWith(`${name} `)).map(line => line.slice(name.length + 1))
  return {
    tree: all('tree')[0] ?? '',
    parents: all('parent'),
    author: signatureOf(all('author')[0] ?? ''),
    committer: signatureOf(all('committer')[0] ?? ''),
    message: text.slice(end + 2)
  }
}

/** Stores a commit and returns its SHA. */
export function writeCommit(git: Git, { tree, parents, author, committer, message }: Commit): string {
  const lines = [
    `tree ${tree}`,
    ...parents.map(parent => `parent ${parent}`),
    `author ${signatureText(author)}`,
    `committer ${signatureText(committer)}`
  ]
  return git.write('commit', Buffer.from(`${lines.join('\n')}\n\n${message}`))
}

const signatureText = ({ name, email, date }: Signature): string =>
  `${name.replace(/[<>\n]/g, '')} <${email.replace(/[<>\n]/g, '')}> ${Math.floor(Date.parse(date) / 1000)} +0000`

function signatureOf(text: string): Signature {
  const [, name = '', email = '', seconds = '0'] = /^(.*?) ?<(.*)> (\d+)/.exec(text) ?? []
  return { name, email, date: isoSeconds(new Date(Number(seconds) * 1000)) }
}

/** As GitHub writes times: `2026-11-01T00:00:00Z`. */
export const isoSeconds = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z')

/** The commit and everything it descends from, nearest first. */
export function ancestryOf(git: Git, sha: string): Set<string> {
  const seen = new Set([sha])
  for (const each of seen) for (const parent of commitOf(git, each)?.parents ?? []) seen.add(parent)
  return seen
}

/** The nearest common ancestor, or undefined for unrelated histories. */
export function mergeBaseOf(git: Git, base: string, head: string): string | undefined {
  const known = ancestryOf(git, base)
  return [...ancestryOf(git, head)].find(each => known.has(each))
}

/** The commits of `head` that `base` lacks, oldest first. */
export function commitsBetween(git: Git, base: string, head: string): string[] {
  const known = ancestryOf(git, base)
  return [...ancestryOf(git, head)].filter(each => !known.has(each)).reverse()
}
