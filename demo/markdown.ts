// Markdown as GitHub shows it: its flavour, its rules about HTML, and diffs and drawings in their fences.
import type { Element, ElementContent, Nodes } from 'hast'
import { raw } from 'hast-util-raw'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'
import { markup } from './html.ts'
import type { Html } from './html.ts'

/** The markup of a summary, a body or a comment. The schema of what HTML may stay is the one GitHub publishes. */
export function markdown(text: string): Html {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const safe = sanitize(raw(toHast(tree, { allowDangerousHtml: true })))
  return markup(toHtml(fencesShown(safe)))
}

function fencesShown(node: Nodes): Nodes {
  if (!('children' in node)) return node
  const children = node.children.map(child => fence(child) ?? fencesShown(child))
  return { ...node, children } as Nodes
}

function fence(node: Nodes): Element | undefined {
  if (node.type !== 'element' || node.tagName !== 'pre') return undefined
  const [code] = node.children
  if (code?.type !== 'element') return undefined
  const [language] = [code.properties['className'] ?? []].flat()
  const text = code.children.map(child => (child.type === 'text' ? child.value : '')).join('')
  if (language === 'language-mermaid') return element('figure', 'drawing', [{ type: 'text', value: text }])
  if (language === 'language-diff') return element('pre', 'diff', linesOfDiff(text))
  return undefined
}

const element = (tagName: string, className: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: { className: [className] },
  children
})

/** Lines of a unified diff, each with the class of what it says. */
function linesOfDiff(text: string): ElementContent[] {
  return text.split('\n').map(line => element('span', kindOf(line), [{ type: 'text', value: `${line}\n` }]))
}

function kindOf(line: string): string {
  if (/^(?:\+\+\+|---|diff |new file|deleted file|Index|=====)/.test(line)) return 'meta'
  return { '+': 'added', '-': 'removed', '@': 'hunk' }[line.charAt(0)] ?? 'same'
}

/** A unified diff by itself. */
export const diff = (text: string): Html => markup(toHtml(element('pre', 'diff', linesOfDiff(text.trimEnd()))))
