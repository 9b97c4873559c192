// Turns the tree of a document into the value Kubernetes decodes, within Kubernetes' bounds.
import { isObject, setKey, type Json, type JsonObject } from './json.ts'
import type { Span } from './text.ts'
import { isMerge, targetOf, type Alias, type Mapping, type Node, type Scalar, type Sequence } from './yaml-node.ts'
import { MAX_DEPTH, Refusal, tooDeep } from './yaml-refusal.ts'
import { keyOf, scalarValueOf } from './yaml-scalars.ts'

/** Told of every key that is written again in the same mapping. */
export type OnRepeatedKey = (key: string, span: Span) => void

/** One document's decoding: what has been counted, and what the anchored nodes came to. */
interface Decoding {
  onRepeatedKey: OnRepeatedKey
  anchored: Map<Node, Anchored>
  /** Nodes decoded so far, those reached through aliases each time. */
  decoded: number
  /** Those of them that were reached through an alias. */
  aliased: number
  /** The deepest level seen since the innermost anchored node began. */
  deepest: number
}

/** An anchored node's value, the nodes it consists of with all aliases followed, and the levels it is deep. */
interface Anchored {
  value: Json
  size: number
  height: number
}

/**
 * The value of a document. When a key is repeated the last one counts, wherever a merge key stands, as go-yaml has it.
 * Refuses what JSON cannot say, what is nested too deeply, and aliases that multiply.
 */
export function valueOf(root: Node | undefined, onRepeatedKey: OnRepeatedKey): Json {
  if (!root) return null
  return decode({ onRepeatedKey, anchored: new Map(), decoded: 0, aliased: 0, deepest: 0 }, root, 0)
}

function decode(decoding: Decoding, node: Node, depth: number): Json {
  decoding.decoded++
  if (node.anchored) return decodeAnchored(decoding, node, depth)
  return node.kind === 'alias' ? aliasValue(decoding, node, depth) : contentValue(decoding, node, depth)
}

function contentValue(decoding: Decoding, node: Exclude<Node, Alias>, depth: number): Json {
  if (node.kind === 'scalar') return scalarValue(node)
  if (depth > decoding.deepest) decoding.deepest = depth
  if (depth >= MAX_DEPTH) throw tooDeep(node.start)
  return node.kind === 'mapping' ? mappingValue(decoding, node, depth) : sequenceValue(decoding, node, depth)
}

function scalarValue(node: Scalar): Json {
  const value = scalarValueOf(node)
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new Refusal('not-json', 'JSON has no infinite numbers and no NaN', node)
  }
  return value
}

function sequenceValue(decoding: Decoding, { items }: Sequence, depth: number): Json[] {
  return items.map(item => decode(decoding, item, depth + 1))
}

function mappingValue(decoding: Decoding, { items }: Mapping, depth: number): JsonObject {
  const object: JsonObject = {}
  let merged: Set<string> | undefined
  for (let at = 0; at < items.length; at += 2) {
    const keyNode = items[at]
    const valueNode = items[at + 1]
    if (!keyNode || !valueNode) break
    if (isMerge(keyNode)) {
      merge(decoding, object, (merged ??= new Set()), valueNode, depth)
      continue
    }
    decoding.decoded++
    const key = keyTextOf(keyNode)
    // A key that a merge brought in is overridden, not repeated.
    if (Object.hasOwn(object, key) && !merged?.delete(key)) decoding.onRepeatedKey(key, keyNode)
    setKey(object, key, decode(decoding, valueNode, depth + 1))
  }
  return object
}

function keyTextOf(node: Node): string {
  const target = targetOf(node)
  if (target.kind !== 'scalar') throw new Refusal('not-json', 'a mapping or a list cannot be a key', node)
  const key = keyOf(target)
  if (key === undefined) throw new Refusal('not-json', 'null, or so large a number, cannot be a key', node)
  return key
}

/** Takes over the entries of one mapping or, last to first, of a list of mappings. They replace what is there already. */
function merge(decoding: Decoding, into: JsonObject, merged: Set<string>, node: Node, depth: number): void {
  const sources = node.kind === 'sequence' ? node.items.toReversed() : [node]
  for (const source of sources) {
    const value = targetOf(source).kind === 'mapping' ? decode(decoding, source, depth) : undefined
    if (!isObject(value))
      throw new Refusal('not-json', 'a merge key (<<) takes a mapping or a list of mappings', source)
    for (const [key, entry] of Object.entries(value)) {
      if (!Object.hasOwn(into, key)) merged.add(key)
      setKey(into, key, entry)
    }
  }
}

function decodeAnchored(decoding: Decoding, node: Node, depth: number): Json {
  const before = decoding.decoded - 1
  const deepestAround = decoding.deepest
  decoding.deepest = depth
  const value = contentValue(decoding, targetOf(node), depth)
  decoding.anchored.set(node, { value, size: decoding.decoded - before, height: decoding.deepest - depth })
  decoding.deepest = Math.max(decoding.deepest, deepestAround)
  return value
}

/** The value the anchored node came to. It is shared, not copied, but counted as if it were copied. */
function aliasValue(decoding: Decoding, alias: Alias, depth: number): Json {
  const target = decoding.anchored.get(alias.target)
  if (!target) return ownScalar(decoding, alias)
  decoding.decoded += target.size
  decoding.aliased += target.size
  if (isBomb(decoding))
    throw new Refusal('alias-bomb', 'aliases multiply the document beyond what Kubernetes accepts', alias)
  if (depth + target.height >= MAX_DEPTH) throw tooDeep(alias.start)
  decoding.deepest = Math.max(decoding.deepest, depth + target.height)
  return target.value
}

/** An anchored key has a text but is not decoded as a value; any other node without a value is not finished yet. */
function ownScalar(decoding: Decoding, { target, start, end }: Alias): Json {
  if (target.kind !== 'scalar') throw new Refusal('syntax', 'an anchor contains an alias to itself', { start, end })
  decoding.decoded++
  decoding.aliased++
  return scalarValue(target)
}

/** Kubernetes' bound: see `allowedAliasRatio` in `decode.go` of github.com/yaml/go-yaml, branch v2. */
function isBomb({ decoded, aliased }: Decoding): boolean {
  const large = Math.min(1, Math.max(0, (decoded - 400_000) / 3_600_000))
  return aliased > 100 && decoded > 1000 && aliased / decoded > 0.99 - 0.89 * large
}
