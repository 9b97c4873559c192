// Mermaid labels: text that stays text between the quotes of a Mermaid label.
import { capped, plain } from './plain.ts'

const safe: unique symbol = Symbol('safe')

/** What may stand between double quotes in a Mermaid drawing. Only this file makes them. */
export interface MermaidLabel {
  readonly label: string
  readonly [safe]: true
}

/** Letters, digits, blanks and a few marks without meaning to Mermaid. The rest of a name does not matter in a drawing. */
const foreign = /[^\p{L}\p{M}\p{N} …✗‹›.,:/()=+'!?@_-]/gu

/** Mermaid labels are Markdown to some versions, which refuse lists and headings: no line starts like one. */
const markdownStart = /^([-+=:]|\d+[.)](?= ))/

/** The text as a label: at most `limit` characters, quotes, `#`, `;`, `%`, brackets, braces, backticks replaced by `·`. */
export function mermaidLabel(text: string, limit = 60): MermaidLabel {
  const letters = plain(text, 4 * limit)
    .replaceAll('"', "'")
    .replace(foreign, '·')
    .replace(/ {2,}/g, ' ')
    .trim()
  return asLabel(
    capped(
      letters.replace(markdownStart, start => start.replace(/[^\d]/, '·')),
      limit
    ) || '·'
  )
}

/** Labels below one another. */
export function stacked(labels: readonly MermaidLabel[]): MermaidLabel {
  return asLabel(labels.map(({ label }) => label).join('<br/>'))
}

function asLabel(label: string): MermaidLabel {
  return { label, [safe]: true }
}
