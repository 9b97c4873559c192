// Items of lists and entries of maps, taken away each with the lines or the comma it came with: the opposite of a copy.
import { between, blankBehind, containerOf, type Placed } from './containers.ts'
import { lineEnd, lineStart, type Edit } from './edits.ts'
import type { ListItem } from './list-items.ts'

/** The edits that take items of a file away; what others need stays. */
export function removalEdits(text: string, items: readonly ListItem[]): Edit[] {
  const lists = new Map<string, ListItem[]>()
  for (const item of items.filter(({ isNeeded }) => !isNeeded)) {
    const key = `${item.document} ${JSON.stringify(item.path.slice(0, -1))}`
    lists.set(key, [...(lists.get(key) ?? []), item])
  }
  return [...lists.values()].flatMap(leaving => removalsIn(text, leaving))
}

function removalsIn(text: string, leaving: readonly ListItem[]): Edit[] {
  const { document, path } = leaving[0]!
  const { items = [], isBlock = false } = containerOf(text, document, path) ?? {}
  const gone = new Set(leaving.map(item => item.path.at(-1)))
  const isGone = ({ key }: Placed): boolean => gone.has(key)
  if (!isBlock) return items.flatMap((item, index) => (isGone(item) ? [flowRemoval(items, isGone, index)] : []))
  if (items.length > 0 && items.every(isGone)) return emptied(text, items)
  return runsOf(text, items, isGone).map(run => runRemoval(text, items, run))
}

/** Items that follow each other with nothing but blank lines between: from one index to another. */
type Run = readonly [number, number]

function runsOf(text: string, items: readonly Placed[], isGone: (item: Placed) => boolean): Run[] {
  const runs: Run[] = []
  items.forEach((item, index) => {
    if (!isGone(item)) return
    const last = runs.at(-1)
    if (last?.[1] === index - 1 && between(text, items[index - 1]!, item).trim() === '')
      runs[runs.length - 1] = [last[0], index]
    else runs.push([index, index])
  })
  return runs
}

/** With the blank lines before it, and a comment of its own; of the first item, with the blank lines behind it. */
function runRemoval(text: string, items: readonly Placed[], [first, last]: Run): Edit {
  const { start } = items[first]!.span
  const end = lineEnd(text, items[last]!.span.end)
  const [before, next] = [items[first - 1], items[last + 1]]
  const lead = before && leadOf(text, before, items[first]!, blankBehind(text, items[last], next) !== 0)
  if (lead !== undefined) return { start: lead, end, text: '' }
  const from = lineStart(text, start)
  const isOnALineOfItsOwn = text.slice(from, start).trim() === ''
  const isNextBelow = next !== undefined && between(text, items[last]!, next).trim() === ''
  if (isNextBelow && (!isOnALineOfItsOwn || blankBehind(text, items[last], next)! > 0))
    return { start, end: next.span.start, text: '' }
  if (!isOnALineOfItsOwn) return { start, end, text: '' }
  if (from === 0) return { start: 0, end: Math.min(end + (text[end] === '\r' ? 2 : 1), text.length), text: '' }
  return { start: from - (text[from - 2] === '\r' ? 2 : 1), end, text: '' }
}

/** Where the blank lines before an item begin, and the comment between blank lines that is about it alone. */
function leadOf(text: string, before: Placed, item: Placed, standsAlone: boolean): number | undefined {
  const lines = between(text, before, item).split('\n').slice(0, -1)
  const at = lineEnd(text, before.span.end)
  const comment = lines.findLastIndex(line => !line.trim().startsWith('#'))
  const blank = lines.findLastIndex((line, index) => index <= comment && line.trim() !== '')
  if (comment === lines.length - 1) return blank < 0 ? at : undefined
  if (!standsAlone || comment === Math.max(blank, 0)) return undefined
  const end = at + lines.slice(0, Math.max(blank, 0) + 1).join('\n').length
  return text[end - 1] === '\r' ? end - 1 : end
}

/** What nothing is left of says so: without a word, it would be null. */
function emptied(text: string, items: readonly Placed[]): Edit[] {
  const nothing = typeof items[0]!.key === 'string' ? '  {}' : '  []'
  return items.map(({ span }, index) => {
    const end = lineEnd(text, span.end)
    if (index === 0) return { start: span.start, end, text: nothing }
    const from = lineStart(text, span.start)
    return { start: from - (text[from - 2] === '\r' ? 2 : 1), end, text: '' }
  })
}

/** With the comma before it, when an item before it stays; else with the one behind it. */
function flowRemoval(items: readonly Placed[], isGone: (item: Placed) => boolean, index: number): Edit {
  const { start, end } = items[index]!.span
  const staysBefore = items.some((item, other) => other < index && !isGone(item))
  return staysBefore
    ? { start: items[index - 1]!.span.end, end, text: '' }
    : { start, end: items[index + 1]?.span.start ?? end, text: '' }
}
