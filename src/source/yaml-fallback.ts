// The second parser, for lines whose indentation js-yaml refuses: load it only when it is needed, it is large and slow.
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  type Scalar as ParsedScalar,
  type YAMLError
} from 'yaml'
import { trimmedEnd } from './yaml-blank.ts'
import { shortTag, type Alias, type Content, type Mapping, type Node, type Scalar, type Sequence } from './yaml-node.ts'
import { Refusal, tooDeep, unknownAnchor } from './yaml-refusal.ts'
import type { FallbackParser } from './yaml-root.ts'

/** The failsafe schema leaves every scalar a text: what it means is for Kubernetes' rules to say. */
const OPTIONS = {
  schema: 'failsafe',
  version: '1.1',
  merge: false,
  uniqueKeys: false,
  strict: false,
  prettyErrors: false,
  logLevel: 'silent'
} as const

/** Reads a text that holds one YAML document into its tree. Refuses what cannot be parsed. */
export const fallbackParser: FallbackParser = (text, shape) => {
  try {
    const document = parseDocument(shape.replace(/\r(?!\n)/g, '\n'), OPTIONS)
    const error = document.errors[0]
    if (error) throw refusalOf(error)
    const root: unknown = document.contents
    return root === null ? undefined : convert({ text, anchors: new Map() }, root, 0)
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep(0)
    throw error
  }
}

/** What is wrong, in our own words: the library's messages repeat parts of the text. */
const MESSAGES: Partial<Record<YAMLError['code'], string>> = {
  BAD_ALIAS: 'an alias is not written as one',
  BAD_DQ_ESCAPE: 'unknown escape in a double-quoted text',
  BAD_INDENT: 'the indentation does not fit the lines above',
  BAD_SCALAR_START: 'a text that begins with this character must be quoted',
  BLOCK_AS_IMPLICIT_KEY: 'a mapping or a list cannot begin here',
  BLOCK_IN_FLOW: 'a block cannot be inside brackets',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MISSING_CHAR: 'a character is missing before this: a colon, a comma, a bracket, a quote or a space',
  MULTILINE_IMPLICIT_KEY: 'a key must be on one line',
  MULTIPLE_ANCHORS: 'a node can have only one anchor',
  MULTIPLE_TAGS: 'a node can have only one tag',
  TAB_AS_INDENT: 'a tab must not be used in indentation'
}

function refusalOf({ code, pos: [start, end] }: YAMLError): Refusal {
  return new Refusal('syntax', MESSAGES[code] ?? 'this does not belong to what is written above it', {
    start,
    end: Math.max(end, start + 1)
  })
}

/** The conversion of one document: the text values are read from, and the anchored nodes met so far. */
interface Conversion {
  text: string
  anchors: Map<string, Content>
}

/** `behind` is where the node lies when it is not written. */
function convert(conversion: Conversion, node: unknown, behind: number): Node {
  if (isAlias(node)) return aliasOf(conversion, node.source, node.range?.[0] ?? behind)
  if (isScalar(node)) return named(conversion, node.anchor, scalarOf(conversion, node, behind))
  if (!isMap(node) && !isSeq(node)) return emptyAt(behind)
  const [start, end] = node.range ?? [behind, behind]
  const kind = isMap(node) ? 'mapping' : 'sequence'
  const content: Mapping | Sequence = { kind, start, end, outer: start, anchored: node.anchor !== undefined, items: [] }
  named(conversion, node.anchor, content)
  for (const item of node.items) {
    if (!isPair(item)) content.items.push(convert(conversion, item, start))
    else {
      const key = convert(conversion, item.key, start)
      content.items.push(key, convert(conversion, item.value, key.end))
    }
  }
  return content
}

function named(conversion: Conversion, anchor: string | undefined, node: Content): Content {
  if (anchor !== undefined) conversion.anchors.set(anchor, node)
  return node
}

function aliasOf({ anchors }: Conversion, name: string, start: number): Alias {
  const end = start + 1 + name.length
  const target = anchors.get(name)
  if (!target) throw unknownAnchor({ start, end })
  return { kind: 'alias', start, end, outer: start, anchored: false, target }
}

function scalarOf({ text }: Conversion, node: ParsedScalar, behind: number): Scalar {
  const [start, end] = node.range ?? [behind, behind]
  return {
    kind: 'scalar',
    start,
    end: node.type?.startsWith('BLOCK') ? trimmedEnd(text, start, end) : end,
    outer: start,
    anchored: node.anchor !== undefined,
    text: typeof node.value === 'string' ? node.value : '',
    plain: node.type === 'PLAIN' || node.type === undefined,
    tag: node.tag === undefined ? null : shortTag(node.tag)
  }
}

const emptyAt = (start: number): Scalar => ({
  kind: 'scalar',
  start,
  end: start,
  outer: start,
  anchored: false,
  text: '',
  plain: true,
  tag: null
})
