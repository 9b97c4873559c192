// Items of lists, copied for new secondaries in the order the list keeps.
import { isObject, type Json, type Path } from '../source/json.ts'
import { documentsOf, locatorOf } from '../source/yaml.ts'
import { edited, lineBreakOf, lineEnd, lineStart, type Edit } from './edits.ts'
import { itemSpansOf, type ListItem } from './list-items.ts'
import { editsOf, type Renaming } from './renaming.ts'
import { scalarsOf, type Scalar } from './scalars.ts'

type Span = { readonly start: number; readonly end: number }

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
  const part = documentsOf(text).documents[document]
  const locator = part && locatorOf(text, part)
  const list = path.slice(0, -1)
  const spans = locator ? itemSpansOf(locator, list) : []
  const span = spans[Number(path.at(-1))]
  if (!part || !span) return []
  const scalars = scalarsOf(text).filter(
    scalar => scalar.document === part.index && scalar.start >= span.start && scalar.end <= span.end
  )
  const items = valueAt(part.value, list)
  const isShared = Array.isArray(items) ? sharedIn(items, path) : undefined
  const copyFor = (renaming: Renaming): string => {
    const edits = editsOf(text, scalars, renaming, isShared)
    const own = edits.map(edit => ({ ...edit, start: edit.start - span.start, end: edit.end - span.start }))
    return finished(edited(text.slice(span.start, span.end), own), renaming)
  }
  const copies = renamings.map(copyFor)
  return text[span.start] === '-' ? blockEdits(text, spans, span, copies) : flowEdits(text, span, copies)
}

/** What another item of the list says alike is shared, and stays. */
function sharedIn(items: readonly Json[], path: Path): ((scalar: Scalar) => boolean) | undefined {
  const index = Number(path.at(-1))
  const other = items.findLast((item, at) => at !== index && isObject(item) === isObject(items[index]!))
  if (other === undefined) return undefined
  return ({ path: place, value }) => valueAt(other, place.slice(path.length)) === value
}

function valueAt(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)]
    return inner !== undefined && isObject(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined
  }, value)
}

function flowEdits(text: string, { start, end }: Span, copies: readonly string[]): Edit[] {
  const lead = text.slice(lineStart(text, start), start)
  const gap = lead !== '' && lead.trim() === '' ? `${lineBreakOf(text)}${lead}` : ' '
  return copies.map(copy => ({ start: end, end, text: `,${gap}${copy}` }))
}

/** In a sorted list, where the order wants them; in another one, behind the one copied. */
function blockEdits(text: string, spans: readonly Span[], span: Span, copies: readonly string[]): Edit[] {
  const indent = text.slice(lineStart(text, span.start), span.start)
  const lineBreak = lineBreakOf(text)
  const words = spans.map(({ start, end }) => text.slice(start, end))
  const isSorted = spans.length > 1 && words.every((word, index) => index === 0 || word >= words[index - 1]!)
  return (isSorted ? [...copies].sort() : copies).map(copy => {
    const smaller = isSorted ? words.filter(word => word < copy).length : -1
    const { start } = spans[0]!
    if (smaller === 0) return { start, end: start, text: `${copy}${lineBreak}${indent}` }
    const end = lineEnd(text, (spans[smaller - 1] ?? span).end)
    return { start: end, end, text: `${lineBreak}${indent}${copy}` }
  })
}
