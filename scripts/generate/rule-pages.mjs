// A page for each rule, and their index.
import { ruleFamilies } from './all-rules.mjs'
import { exampleMarkdown } from './example.mjs'
import { table } from './tables.mjs'

/** Path to page. */
export function rulePages() {
  const pages = ruleFamilies.flatMap(({ rules, needs }) =>
    rules.map(rule => [`docs/rules/${rule.id}.md`, pageOf(rule, needs)])
  )
  return [...pages, ['docs/rules/README.md', indexPage()]]
}

function indexPage() {
  const sections = ruleFamilies.map(({ rules, about }) => {
    const rows = rules.map(({ id, severity, title }) => [`[${id}](${id}.md)`, severity, title])
    return `## ${about}\n\n${table(['Rule', 'Severity', 'The law'], rows)}`
  })
  return `# Rules

Each rule is a law of the fleet. Its severity is the usual one: a case can be graver or lighter. A finding is silenced by a comment with a reason,
on its line or the line above: \`# kasten-multicluster-ignore <rule>: <reason>\`.

${sections.join('\n\n')}
`
}

function pageOf({ id, severity, title, why, fix, source, bad, good }, needs) {
  return `${[
    `# ${id}`,
    `${title} Usual severity: **${severity}**. ${needs}`,
    `## Why\n\n${unwrapped(why)}`,
    `## How to mend it\n\n${unwrapped(fix)}`,
    examples('## What it reports', 'The marked lines get the finding; the rest of the fleet is as it should be.', bad),
    examples('## What is right', undefined, good),
    `## Silence it\n\nOn the line of the finding, or above it, with a reason:\n\n\`\`\`yaml\n# kasten-multicluster-ignore ${id}: why it is right here\n\`\`\``,
    `## Source\n\n${sourceLink(source)}`
  ]
    .filter(section => section !== '')
    .join('\n\n')}\n`
}

/** The first example, and the others folded. */
function examples(heading, lead, texts) {
  const [first, ...more] = texts.map(exampleMarkdown).filter(text => text !== undefined)
  if (first === undefined) return ''
  const folded =
    more.length === 0 ? [] : [`<details>\n<summary>More</summary>\n\n${more.join('\n\n---\n\n')}\n\n</details>`]
  return [heading, ...(lead === undefined ? [] : [lead]), first, ...folded].join('\n\n')
}

/** Paragraphs on one line each; code blocks as they are. */
function unwrapped(markdown) {
  return markdown
    .split(/(```[\s\S]*?```)/)
    .map(piece => (piece.startsWith('```') ? piece : piece.replace(/(\S)\n(?=[^\n\s*-])/g, '$1 ')))
    .join('')
    .trim()
}

/** A URL as a link; `owner/repo: path` as a link to the repository, with the path. */
function sourceLink(source) {
  const links = source.split(/\s*[;,]\s+(?=https:|[\w.-]+\/[\w.-]+: )/).map(each => {
    const upstream = /^([\w.-]+\/[\w.-]+): (.+)$/.exec(each)
    if (upstream) return `[${upstream[1]}](https://github.com/${upstream[1]}): \`${upstream[2]}\``
    return /^https:\S+$/.test(each) ? `<${each}>` : each
  })
  return links.join(', ')
}
