// Builds the tree of one YAML document from the parser's events.
import {
  COLLECTION_STYLE,
  EVENT_ID,
  getScalarValue,
  SCALAR_STYLE,
  type AliasEvent,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent
} from 'js-yaml'
import { eventsOf } from './yaml-events.ts'
import { behind, blockHeaderOf, closingBracket, isOpeningBracket, trimmedEnd } from './yaml-blank.ts'
import { shortTag, type Alias, type Content, type Mapping, type Node, type Scalar, type Sequence } from './yaml-node.ts'
import { refuseAnchor, refuseBlockBesideKey, refuseEscapes, refuseLongKey } from './yaml-strict.ts'
import { unknownAnchor } from './yaml-refusal.ts'

/** The tree under construction: `open` holds the collections that are not closed yet, `cursor` is behind what was read last. */
interface Growth {
  text: string
  root: Node | undefined
  open: Collection[]
  anchors: Map<string, Content>
  cursor: number
}

interface Collection {
  node: Mapping | Sequence
  flow: boolean
}

/**
 * The tree of a text that holds one YAML document, or undefined when there is none. `shape` is the text the parser sees
 * where that differs from the text values are read from; both have the same length. Refuses what cannot be parsed.
 */
export function treeOf(text: string, shape: string = text): Node | undefined {
  const growth: Growth = { text, root: undefined, open: [], anchors: new Map(), cursor: 0 }
  let documents = 0
  for (const event of eventsOf(shape)) {
    if (event.type === EVENT_ID.DOCUMENT) {
      if (++documents > 1) break
    } else if (event.type === EVENT_ID.POP) finish(growth)
    else add(growth, event)
  }
  return growth.root
}

type NodeEvent = MappingEvent | ScalarEvent | SequenceEvent

function add(growth: Growth, event: NodeEvent | AliasEvent): void {
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) begin(growth, event)
  else if (event.type === EVENT_ID.ALIAS) settle(growth, aliasOf(growth, event))
  else
    settle(growth, named(growth, event, event.valueStart < 0 ? emptyOf(growth, event) : scalarOf(growth.text, event)))
}

function begin(growth: Growth, event: MappingEvent | SequenceEvent): void {
  const { start } = event
  const kind = event.type === EVENT_ID.MAPPING ? 'mapping' : 'sequence'
  const outer = outerOf(event, start)
  const node: Mapping | Sequence = { kind, start, end: start, outer, anchored: event.anchorStart >= 0, items: [] }
  const flow = event.style === COLLECTION_STYLE.FLOW
  if (!flow) refuseBlockBesideKey(growth.text, growth.open.at(-1)?.node, node)
  settle(growth, named(growth, event, node))
  growth.open.push({ node, flow })
}

/** Puts a node where it belongs in the tree. */
function settle(growth: Growth, node: Node): void {
  const parent = growth.open.at(-1)?.node
  if (!parent) growth.root ??= node
  else {
    if (parent.kind === 'mapping' && parent.items.length % 2 === 0) refuseLongKey(growth.text, node)
    parent.items.push(node)
  }
  growth.cursor = node.end
}

/** Remembers a node by its anchor. */
function named({ text, anchors }: Growth, { anchorStart, anchorEnd }: NodeEvent, node: Content): Content {
  if (anchorStart < 0) return node
  refuseAnchor(text, anchorStart, anchorEnd)
  anchors.set(text.slice(anchorStart, anchorEnd), node)
  return node
}

/** Where a node begins when its anchor and tag are counted in. */
function outerOf({ anchorStart, tagStart }: NodeEvent, start: number): number {
  const anchor = anchorStart < 0 ? start : anchorStart - 1
  const tag = tagStart < 0 ? start : tagStart
  return Math.min(anchor, tag, start)
}

function scalarOf(text: string, event: ScalarEvent): Scalar {
  const [start, end] = extentOf(text, event)
  if (event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast) refuseEscapes(text, start, end)
  return {
    kind: 'scalar',
    start,
    end,
    outer: outerOf(event, start),
    anchored: event.anchorStart >= 0,
    text: getScalarValue(text, event),
    plain: event.style === SCALAR_STYLE.PLAIN,
    tag: tagOf(text, event)
  }
}

/** From quote to quote, or from a block's `|` to the end of its last line. */
function extentOf(text: string, { style, valueStart, valueEnd }: ScalarEvent): [start: number, end: number] {
  if (style === SCALAR_STYLE.PLAIN) return [valueStart, valueEnd]
  if (style === SCALAR_STYLE.DOUBLE_QUOTED || style === SCALAR_STYLE.SINGLE_QUOTED)
    return [valueStart - 1, valueEnd + 1]
  const start = blockHeaderOf(text, valueStart)
  return [start, trimmedEnd(text, start, valueEnd)]
}

const tagOf = (text: string, { tagStart, tagEnd }: ScalarEvent): string | null =>
  tagStart < 0 ? null : shortTag(text.slice(tagStart, tagEnd))

/** A value that is not written: it lies behind its anchor or tag, its colon or its dash. */
function emptyOf({ text, cursor, open }: Growth, event: ScalarEvent): Scalar {
  const written = Math.max(event.anchorEnd, event.tagEnd)
  const start = written < 0 ? placeOfNothing(text, cursor, open.at(-1)) : written
  return {
    kind: 'scalar',
    start,
    end: start,
    outer: outerOf(event, start),
    anchored: event.anchorStart >= 0,
    text: '',
    plain: true,
    tag: tagOf(text, event)
  }
}

function placeOfNothing(text: string, cursor: number, parent: Collection | undefined): number {
  if (parent?.node.kind === 'mapping') return parent.node.items.length % 2 ? behind(text, ':', cursor) : cursor
  return parent && !parent.flow ? behind(text, '-', cursor) : cursor
}

function aliasOf({ text, anchors }: Growth, { anchorStart, anchorEnd }: AliasEvent): Alias {
  const start = anchorStart - 1
  const target = anchors.get(text.slice(anchorStart, anchorEnd))
  if (!target) throw unknownAnchor({ start, end: anchorEnd })
  return { kind: 'alias', start, end: anchorEnd, outer: start, anchored: false, target }
}

function finish(growth: Growth): void {
  const closed = growth.open.pop()
  if (!closed) return
  const { node, flow } = closed
  // The pair in `[a: b]` is a mapping without brackets of its own: it begins where its key begins.
  const bracketed = flow && isOpeningBracket(growth.text, node.start) && node.items[0]?.outer !== node.start
  if (bracketed) growth.cursor = closingBracket(growth.text, Math.max(growth.cursor, node.start + 1))
  node.end = growth.cursor
}
