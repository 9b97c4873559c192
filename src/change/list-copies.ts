// Items of lists and entries of maps, copied for new secondaries in the order that is kept there.
import { isObject, type Json, type Path } from '../source/json.ts'
import { commentEdits, commentsIn, doubtfulComments } from './comments.ts'
import { blankBehind, containerOf, valueAt, type Container, type Placed, type Span } from './containers.ts'
import { edited, lineBreakOf, lineEnd, lineStart, type Edit } from './edits.ts'
import type { ListItem } from './list-items.ts'
import { renamedSpan } from './renamed-span.ts'
import { doubtfulIn, editsOf, type Renaming } from './renaming.ts'
import { scalarsOf } from './scalars.ts'
import { siblingItem, type Sibling } from './siblings.ts'

/** A copy, and what it is sorted by. */
interface Copy {
  readonly text: string
  readonly word: string
}

/** What is added to a text, and what in it is the old name and stays all the same. */
export interface Copies {
  readonly edits: readonly Edit[]
  readonly doubtful: readonly string[]
}

/**
 * Adds a copy of an item for each renaming. None when the item can't be told from its neighbours.
 * @param isSecondarys whether a neighbour is another secondary's
 */
export function copiesOf(
  text: string,
  { document, path }: ListItem,
  renamings: readonly Renaming[],
  isSecondarys: (item: Json) => boolean
): Copies {
  const container = containerOf(text, document, path)
  const item = container?.items.find(({ key }) => key === path.at(-1))
  if (!container || !item) return { edits: [], doubtful: [] }
  const { span } = item
  const scalars = scalarsOf(text).filter(
    scalar => scalar.document === container.part.index && scalar.start >= span.start && scalar.end <= span.end
  )
  const comments = commentsIn(text, span)
  const sibling = siblingIn(text, container, path, isSecondarys)
  const copies = renamings.map((renaming): Copy => {
    const edits = [
      ...keyEdits(text, item, renaming),
      ...editsOf(text, scalars, renaming, sibling),
      ...commentEdits(comments, renaming, sibling)
    ]
    const own = edits.map(edit => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start }))
    const copy = edited(text.slice(span.start, span.end), own)
    return { text: copy, word: typeof item.key === 'string' ? renaming.text(item.key) : copy }
  })
  return {
    edits: container.isBlock
      ? blockEdits(text, container.items, rankOf(container, item, isSecondarys), copies)
      : flowEdits(text, span, copies),
    doubtful: renamings
      .slice(0, 1)
      .flatMap(renaming => [
        ...doubtfulIn(scalars, renaming, sibling),
        ...doubtfulComments(comments, renaming, sibling)
      ])
  }
}

function keyEdits(text: string, { key, keySpan }: Placed, renaming: Renaming): Edit[] {
  const edit = keySpan && renamedSpan(text, { ...keySpan, value: String(key) }, renaming)
  return edit ? [edit] : []
}

/** An item to compare with: another secondary's, else any of the same shape. */
function siblingIn(
  text: string,
  { value, items }: Container,
  path: Path,
  isSecondarys: (item: Json) => boolean
): Sibling | undefined {
  const own = String(path.at(-1))
  const isObjectToo = isObject(valueAt(value, [own])!)
  const others = Object.entries(value as object)
    .filter(([key, item]) => key !== own && isObject(item) === isObjectToo)
    .map(([key, item]) => ({ key, item: item as Json, isSecondarys: isSecondarys({ [key]: item as Json }) }))
  const other = others.findLast(each => each.isSecondarys) ?? others.at(-1)
  const there = items.find(({ key }) => String(key) === other?.key)
  const comments = there ? commentsIn(text, there.span).map(comment => comment.text) : []
  return other && siblingItem(other.item, path, other.isSecondarys, comments)
}

function flowEdits(text: string, { start, end }: Span, copies: readonly Copy[]): Edit[] {
  const lead = text.slice(lineStart(text, start), start)
  const gap = lead !== '' && lead.trim() === '' ? `${lineBreakOf(text)}${lead}` : ' '
  return copies.map(copy => ({ start: end, end, text: `,${gap}${copy.text}` }))
}

/** The item copied, and those of other secondaries, in the order of the file. */
function rankOf({ value, items }: Container, own: Placed, isSecondarys: (item: Json) => boolean): Rank {
  const isOne = ({ key }: Placed): boolean => isSecondarys({ [key]: valueAt(value, [key])! })
  return { own, secondaries: items.filter(item => item === own || isOne(item)) }
}

interface Rank {
  readonly own: Placed
  readonly secondaries: readonly Placed[]
}

/** In a sorted container, where the order of the secondaries wants them; in another one, behind the one copied. */
function blockEdits(
  text: string,
  items: readonly Placed[],
  { own, secondaries }: Rank,
  copies: readonly Copy[]
): Edit[] {
  const indent = text.slice(lineStart(text, own.span.start), own.span.start).replace(/\S/g, ' ')
  const lineBreak = gapAround(text, items, own)
  const wordOf = ({ key, span }: Placed): string => (typeof key === 'string' ? key : text.slice(span.start, span.end))
  const words = secondaries.map(wordOf)
  const isSorted = words.length > 1 && isAscending(items.map(wordOf))
  const ordered = isSorted ? [...copies].sort((a, b) => (a.word < b.word ? -1 : 1)) : copies
  return ordered.map(copy => {
    const smaller = isSorted ? words.filter(word => word < copy.word).length : -1
    const { start } = secondaries[0]!.span
    if (smaller === 0) return { start, end: start, text: `${copy.text}${lineBreak}${indent}` }
    const end = lineEnd(text, (secondaries[smaller - 1] ?? own).span.end)
    return { start: end, end, text: `${lineBreak}${indent}${copy.text}` }
  })
}

/** The line break between items, with the blank lines that the one copied has around it. */
function gapAround(text: string, items: readonly Placed[], own: Placed): string {
  const index = items.indexOf(own)
  const blank = blankBehind(text, own, items[index + 1]) ?? blankBehind(text, items[index - 1], own) ?? 0
  return lineBreakOf(text).repeat(blank + 1)
}

function isAscending(words: readonly string[]): boolean {
  return words.every((word, index) => index === 0 || word >= words[index - 1]!)
}
