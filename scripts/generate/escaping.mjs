// docs/escaping.md: what becomes of each hostile text of the tests in a log, in Markdown, in HTML and in Mermaid.
import { hostileSorts } from '../../__tests__/report/hostile.ts'
import { logSafe } from '../../src/report/escape/log-line.ts'
import { code, details, nothing, prose, table } from '../../src/report/escape/markdown.ts'
import { mermaidLabel } from '../../src/report/escape/mermaid-label.ts'

const sinks = {
  'Log line': text => logSafe(text).log,
  'Markdown source': text => prose(text).text,
  'HTML source': text => /<summary>(.*)<\/summary>/.exec(details(text, nothing).text)[1],
  'Mermaid label': text => mermaidLabel(text).label
}

/** As JSON writes a string, so that nothing in it is invisible. */
const written = text =>
  JSON.stringify(text).replace(/[^\x20-\x7e]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

function sectionOf([sort, texts]) {
  const rows = texts.map(text => [
    code(written(text)),
    ...Object.values(sinks).map(sink => (sink(text) === text ? 'unchanged' : code(sink(text))))
  ])
  return `## ${sort[0].toUpperCase()}${sort.slice(1)}\n\n${table(['Text', ...Object.keys(sinks)], rows).text}`
}

export function escaping() {
  return `# Escaping

Made by \`npm run generate\` from the hostile texts that the tests use. Names, messages, paths and answers of other systems leave this program through these four ways only
(\`src/report/escape/\`), and each is tested with every text below and with random ones
([escape.test.ts](../__tests__/report/escape.test.ts)): the Markdown is parsed as GitHub parses it and must hold text and code spans alone; a log line must give the runner no
command; a label must hold no mark that Mermaid knows. [outputs.test.ts](../__tests__/report/outputs.test.ts) puts them into every field of a report and looks at the whole summary,
issue, pull request and comment.

"Unchanged" means that the text does no harm there. Unseen characters are written in the first column as JSON writes them.

${Object.entries(hostileSorts).map(sectionOf).join('\n\n')}
`
}
