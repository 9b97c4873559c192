// Items of lists and entries of maps, copied for new secondaries in the order that is kept there.
import { isObject, type Json, type Path } from '../source/json.ts'
import { containerOf, valueAt, type Container, type Placed, type Span } from './containers.ts'
import { edited, lineBreakOf, lineEnd, lineStart, type Edit } from './edits.ts'
import type { ListItem } from './list-items.ts'
import { editsOf, renamedSpan, type Renaming } from './renaming.ts'
import { scalarsOf, type Scalar } from './scalars.ts'

/** A copy, and what it is sorted by. */
interface Copy {
  readonly text: string
  readonly word: string
}

/**
 * The edits that add a copy of an item for each renaming. None when the item can't be told from its neighbours.
 * @param finished the last hand that is laid on a copy
 */
export function copyEdits(
  text: string,
  { document, path }: ListItem,
  renamings: readonly Renaming[],
  finished: (copy: string, renaming: Renaming) => string
): Edit[] {
  const container = containerOf(text, document, path)
  const item = container?.items.find(({ key }) => key === path.at(-1))
  if (!container || !item) return []
  const { span } = item
  const scalars = scalarsOf(text).filter(
    scalar => scalar.document === container.part.index && scalar.start >= span.start && scalar.end <= span.end
  )
  const isShared = sharedIn(container.value, path)
  const copies = renamings.map((renaming): Copy => {
    const edits = [...keyEdits(text, item, renaming), ...editsOf(text, scalars, renaming, isShared)]
    const own = edits.map(edit => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start }))
    const copy = finished(edited(text.slice(span.start, span.end), own), renaming)
    return { text: copy, word: typeof item.key === 'string' ? renaming.text(item.key) : copy }
  })
  return container.isBlock ? blockEdits(text, container, item, copies) : flowEdits(text, span, copies)
}

function keyEdits(text: string, { key, keySpan }: Placed, renaming: Renaming): Edit[] {
  const edit = keySpan && renamedSpan(text, { ...keySpan, value: String(key) }, renaming)
  return edit ? [edit] : []
}

/** What another item says alike is shared, and stays. */
function sharedIn(siblings: Json, path: Path): ((scalar: Scalar) => boolean) | undefined {
  const own = String(path.at(-1))
  const entries = Object.entries(siblings as object) as [string, Json][]
  const isObjectToo = isObject(valueAt(siblings, [own])!)
  const [, other] = entries.findLast(([key, item]) => key !== own && isObject(item) === isObjectToo) ?? []
  if (other === undefined) return undefined
  return ({ path: place, value }) => valueAt(other, place.slice(path.length)) === value
}

function flowEdits(text: string, { start, end }: Span, copies: readonly Copy[]): Edit[] {
  const lead = text.slice(lineStart(text, start), start)
  const gap = lead !== '' && lead.trim() === '' ? `${lineBreakOf(text)}${lead}` : ' '
  return copies.map(copy => ({ start: end, end, text: `,${gap}${copy.text}` }))
}

/** In a sorted container, where the order wants them; in another one, behind the one copied. */
function blockEdits(text: string, { items }: Container, { span }: Placed, copies: readonly Copy[]): Edit[] {
  const indent = text.slice(lineStart(text, span.start), span.start).replace(/\S/g, ' ')
  const lineBreak = lineBreakOf(text)
  const words = items.map(item =>
    typeof item.key === 'string' ? item.key : text.slice(item.span.start, item.span.end)
  )
  const isSorted = items.length > 1 && words.every((word, index) => index === 0 || word >= words[index - 1]!)
  const ordered = isSorted ? [...copies].sort((a, b) => (a.word < b.word ? -1 : 1)) : copies
  return ordered.map(copy => {
    const smaller = isSorted ? words.filter(word => word < copy.word).length : -1
    const { start } = items[0]!.span
    if (smaller === 0) return { start, end: start, text: `${copy.text}${lineBreak}${indent}` }
    const end = lineEnd(text, (items[smaller - 1]?.span ?? span).end)
    return { start: end, end, text: `${lineBreak}${indent}${copy.text}` }
  })
}
