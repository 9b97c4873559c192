// docs/coverage.md: who judges each row of the catalogue of invariants.
import { readFileSync } from 'node:fs'
import { ruleFamilies } from './all-rules.mjs'
import { table } from './tables.mjs'

const catalogue = JSON.parse(readFileSync(new URL('dispositions.json', import.meta.url), 'utf8'))

/** Row to the ids of the rules that judge it. */
function judges() {
  const ids = new Map()
  for (const { rules } of ruleFamilies)
    for (const { id, rows } of rules) for (const row of rows) ids.set(row, [...(ids.get(row) ?? []), id])
  return ids
}

export function coverage() {
  const ids = judges()
  const sections = catalogue.sections.map(({ title, from, to }) => {
    const rows = Array.from({ length: to - from + 1 }, (_, index) => from + index).map(row => [
      String(row),
      catalogue.rows[row].title,
      answerOf(ids.get(row), catalogue.rows[row])
    ])
    return `## ${title}\n\n${table(['Row', 'What has to hold', 'Who judges it'], rows)}`
  })
  return `# Coverage

What has to hold for a secondary to join and stay joined, and who judges it: a rule, a mode, or nobody, with the reason.

${sections.join('\n\n')}
`
}

function answerOf(rules, { disposition, reason }) {
  if (rules) return rules.map(id => `[${id}](rules/${id}.md)`).join(', ')
  return disposition ? `${disposition}: ${reason}` : '**nobody yet**'
}
