// Reads Markdown as GitHub does, for tests: the tree, and what in it could act on a reader.
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** A node of the tree, as far as tests look. */
export interface Node {
  readonly type: string
  readonly value?: string
  readonly url?: string
  readonly children?: readonly Node[]
}

/** Every node of the tree, in order. */
export function nodesOf(markdown: string): readonly Node[] {
  const all = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(all)]
  return all(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }))
}

/** The HTML that our documents use; words in a summary are entities and code. */
const ours =
  /^(?:<!-- kasten-multicluster:[\w.:/=@ -]+ -->|<\/?details>|<details(?: open)?><summary>(?:[^<>&]|&#\d+;|<code>(?:[^<>&]|&#\d+;)*<\/code>)*<\/summary>|<br>)+$/

/** What GitHub's filters act on in text nodes. */
const acting = /(?<![\w`/])@[a-z\d]|(?<![\w`/])#\d|\bGH-\d|\bwww\.|:\/\/|\$/i

/** What is in a document that its authors did not put there; empty when all is well. */
export function intrusions(markdown: string, trustedAddresses: readonly string[]): readonly string[] {
  return intrusionsIn(nodesOf(markdown), trustedAddresses)
}

/** The same for a tree. */
export function intrusionsIn(nodes: readonly Node[], trustedAddresses: readonly string[]): readonly string[] {
  return nodes.flatMap(({ type, value = '', url = '' }) => {
    if (type === 'html') return ours.test(value.trim()) ? [] : [`html: ${value}`]
    if (type === 'link') return trustedAddresses.some(address => url.startsWith(address)) ? [] : [`link: ${url}`]
    if (type === 'text') return acting.test(value) ? [`text: ${value}`] : []
    return [
      'image',
      'imageReference',
      'linkReference',
      'definition',
      'footnoteDefinition',
      'footnoteReference',
      'thematicBreak'
    ].includes(type)
      ? [type]
      : []
  })
}
