// The tree of one YAML or JSON document: every node with the place where it is written.

/**
 * What all nodes have: `start` and `end` are offsets of what is written, quotes and brackets included; `outer` is where the
 * node begins with its anchor and tag. A value that is not written (`key:`) is empty and lies behind the key's colon.
 */
interface Written {
  start: number
  end: number
  outer: number
  /** Whether an alias can refer to this node. */
  anchored: boolean
}

/** A scalar. `text` is what it says, with quotes, escapes and folding undone. */
export interface Scalar extends Written {
  kind: 'scalar'
  text: string
  /** Neither quoted nor a block: only then does `yes` mean true. */
  plain: boolean
  /** The tag as written, with YAML's own tags shortened (`!!str`); null when there is none. */
  tag: string | null
}

/** A mapping: keys and values alternate. */
export interface Mapping extends Written {
  kind: 'mapping'
  items: Node[]
}

/** A list. */
export interface Sequence extends Written {
  kind: 'sequence'
  items: Node[]
}

/** A reference to an anchored node; `target` is the last node before it with that anchor. */
export interface Alias extends Written {
  kind: 'alias'
  target: Content
}

/** A node that says something itself. */
export type Content = Scalar | Mapping | Sequence

/** A node of a document. */
export type Node = Content | Alias

/** The node an alias stands for, or the node itself. */
export const targetOf = (node: Node): Content => (node.kind === 'alias' ? node.target : node)

/** A plain `<<`, or any `<<` with the tag `!` or `!!merge`, takes over the entries of its value; a quoted one is a key. */
export const isMerge = (key: Node): boolean =>
  key.kind === 'scalar' &&
  key.text === '<<' &&
  (key.tag === null ? key.plain : key.tag === '!' || key.tag === '!!merge')

/** YAML's own tags in their short form, whichever way they are written; the other tags as they are. */
export const shortTag = (tag: string): string => tag.replace(/^!?<?tag:yaml\.org,2002:([^>]*)>?$/, '!!$1')
