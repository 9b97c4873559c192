// Markdown: a type that only escaping can make, so that no raw string of a manifest reaches a document by mistake.
import { capped, plain, plainLines } from './plain.ts'
import { wordsOf } from './words.ts'

const escaped: unique symbol = Symbol('escaped')

/** Markdown for GitHub. Only this file makes them; `text` is the document. */
export interface Markdown {
  readonly text: string
  readonly [escaped]: true
}

/** What may be put into a document: raw text, which is escaped, or Markdown, which passes. */
export type Raw = string | number | Markdown

/** A document from a template: its own words are Markdown, every interpolated string is escaped as by `prose`. */
export function md(words: TemplateStringsArray, ...values: readonly Raw[]): Markdown {
  return markdown(words.map((word, index) => word + markdownOf(values[index] ?? '').text).join(''))
}

/** Nothing. */
export const nothing: Markdown = { text: '', [escaped]: true }

/**
 * A raw text on one line. What GitHub would act on (mentions, `#1`, addresses, hashes, `$` formulas) and what stands between
 * backticks becomes code, in which GitHub acts on nothing; all other marks are escaped.
 */
export function prose(text: string, limit?: number): Markdown {
  return markdown(
    wordsOf(plain(text, limit))
      .map(word => (word.code ? codeOf(word.text) : literal(word.text)))
      .join('')
  )
}

/** Markdown that this program brings along (why and fix of a rule). Never for anything read from outside. */
export function ours(text: string): Markdown {
  return markdown(text.trim())
}

/**
 * A raw text as a code span, on one line. Safe in a table too: GitHub splits rows at a `|` even within code, so the span is
 * interrupted there.
 */
export function code(text: string, limit = 300): Markdown {
  return markdown(codeOf(plain(text, limit)) || '""')
}

/** A raw text of several lines as a fenced block; the fence is longer than any run of backticks in it. */
export function fenced(text: string, language: '' | 'diff' | 'yaml' | 'sh' | 'mermaid', limit = 500_000): Markdown {
  const shown = plainLines(text, limit).replace(/\n+$/, '')
  const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1))
  return markdown(`${fence}${language}\n${shown}\n${fence}`)
}

/** A link. The address is ours, made of encoded parts; whatever could end the link in it is encoded again. */
export function link(text: Markdown, address: string): Markdown {
  return markdown(`[${text.text}](${address.replace(/[\s()<>\\|`[\]]/g, encodeURIComponent).replace(/[()]/g, paren)})`)
}

/** A table. Each cell is kept on one line. */
export function table(header: readonly Raw[], rows: readonly (readonly Raw[])[]): Markdown {
  const line = (cells: readonly Raw[]): string => `| ${cells.map(cell => cellOf(cell)).join(' | ')} |`
  return markdown([line(header), line(header.map(() => markdown('---'))), ...rows.map(line)].join('\n'))
}

/** A list, items one below the other. */
export function list(items: readonly Raw[]): Markdown {
  return markdown(items.map(item => `- ${markdownOf(item).text.replaceAll('\n', '\n  ')}`).join('\n'))
}

/** Something folded: the summary is raw text, the body Markdown. */
export function details(summary: string, body: Markdown, state: 'open' | 'closed' = 'closed'): Markdown {
  const open = state === 'open' ? '<details open>' : '<details>'
  return markdown(`${open}<summary>${htmlOf(summary)}</summary>\n\n${body.text}\n\n</details>`)
}

/** A comment that nobody sees, to recognise our own documents by. */
export function marker(name: string): Markdown {
  return markdown(`<!-- kasten-multicluster:${name.replace(/[^\w.:/=@ -]/g, '_').replaceAll('--', '-_')} -->`)
}

/** Blocks below one another with a blank line between; empty ones vanish. */
export function blocks(parts: readonly Markdown[]): Markdown {
  return joined(
    parts.filter(part => part.text !== ''),
    '\n\n'
  )
}

/** Inline pieces with a separator of our own between. */
export function joined(parts: readonly Raw[], separator: string): Markdown {
  return markdown(parts.map(part => markdownOf(part).text).join(separator))
}

function markdown(text: string): Markdown {
  return { text, [escaped]: true }
}

function markdownOf(value: Raw): Markdown {
  return typeof value === 'object' ? value : prose(String(value))
}

function cellOf(cell: Raw): string {
  return markdownOf(cell).text.replace(/\s*\n\s*/g, '<br>')
}

/** Entities where a backslash could be misread (a table's `|`, what stands before it), backslashes elsewhere. */
function literal(text: string): string {
  return text
    .replace(/[\\`|<>&]/g, entity)
    .replace(/[*_[\]~]/g, '\\$&')
    .replace(/^( *)([-+=]|:(?=-))/, '$1\\$2')
    .replace(/^( *\d+)([.)])(?=\s|$)/, '$1\\$2')
}

function codeOf(text: string): string {
  return text
    .split('|')
    .map(part => (part === '' ? '' : span(part)))
    .join('&#124;')
}

function span(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1)
  const pad = /^[ `]|[ `]$/.test(text) ? ' ' : ''
  return `${fence}${pad}${text}${pad}${fence}`
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length))
}

/** The same words for raw HTML, where Markdown is not read: `<summary>` and the like. */
function htmlOf(text: string): string {
  return wordsOf(plain(capped(text, 300)))
    .map(word => (word.code ? `<code>${htmlText(word.text)}</code>` : htmlText(word.text)))
    .join('')
}

function htmlText(text: string): string {
  return text.replace(/[\\`|<>&"'*_[\]~!]/g, entity)
}

function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`
}

function paren(character: string): string {
  return character === '(' ? '%28' : '%29'
}
