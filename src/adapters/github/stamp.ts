// The hidden stamp in what we write: which title and text were ours, so that a person's edit can be told from them.
import { createHash } from 'node:crypto'

/** GitHub refuses longer bodies of issues, pull requests and comments. */
export const longestBody = 65_536

/** GitHub refuses longer titles. */
const longestTitle = 256

/** What a person reads of an issue or a pull request. */
export interface Words {
  readonly title: string
  readonly body: string
}

const stamp = /<!-- kasten-multicluster title=([0-9a-f]{16}) text=([0-9a-f]{16}) -->/

/** The words as they are sent: a title that fits, a body that fits with the stamp of both at its start. */
export function stamped(words: Words): Words {
  const title = fitting(words.title, longestTitle, '…')
  return { title, body: stampedBody(digest(title), words.body) }
}

/**
 * Whether a body carries our stamp. Anyone who may edit it can forge it, so it decides nothing but what to overwrite.
 */
export function isStamped(body: string): boolean {
  return stamp.test(body)
}

/**
 * What to change so that a pull request with these words says what it should. A title that isn't the one we wrote last
 * is a person's and stays; a text is replaced once ours has changed, so that a person's ticks in it survive until
 * then. Nothing when there is no stamp.
 */
export function rewordingOf(current: Words, wish: Words): Partial<Words> {
  if (!isStamped(current.body)) return {}
  const { title, body } = wordsFor(current, wish)
  const isTextCurrent = stamp.exec(current.body)?.[2] === digest(wish.body) && title === current.title
  return isTextCurrent ? {} : { ...(title === current.title ? {} : { title }), body }
}

/**
 * What to change so that an issue with these words says what it should: a person's title stays, an edited text is
 * restored.
 */
export function restorationOf(current: Words, wish: Words): Partial<Words> {
  const { title, body } = wordsFor(current, wish)
  return { ...(title === current.title ? {} : { title }), ...(sameText(body, current.body) ? {} : { body }) }
}

/** The words to have: a person's title keeps its place as long as the stamp names the one that we wrote before it. */
function wordsFor(current: Words, wish: Words): Words {
  const wished = stamped(wish)
  const lastTitle = stamp.exec(current.body)?.[1] ?? digest(current.title)
  if (digest(current.title) === lastTitle) return wished
  return { title: current.title, body: stampedBody(lastTitle, wish.body) }
}

/** Equal but for what GitHub does to line ends and to the space around a text. */
export function sameText(one: string, other: string): boolean {
  return bare(one) === bare(other)
}

function stampedBody(title: string, body: string): string {
  return fitting(`<!-- kasten-multicluster title=${title} text=${digest(body)} -->\n${body}`, longestBody, '\n\n…')
}

/** The text, cut between characters to a length, with an end that says so. */
export function fitting(text: string, longest: number, end: string): string {
  if (text.length <= longest) return text
  return text.slice(0, longest - end.length).replace(/[\uD800-\uDBFF]$/, '') + end
}

const bare = (text: string): string => text.replaceAll('\r\n', '\n').trim()

/** Sixteen hexadecimal digits that tell texts apart. */
export function digest(text: string): string {
  return createHash('sha256').update(bare(text)).digest('hex').slice(0, 16)
}
