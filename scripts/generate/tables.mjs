// The README's tables of inputs, outputs and permissions.
import { declared } from '../../src/inputs/declared.ts'
import { modes } from '../../src/report/report.ts'
import { outputs } from '../../src/inputs/outputs.ts'
import { permissions } from '../../src/inputs/permissions.ts'

/** A Markdown table. */
export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map(lineOf).join('\n')
}

const lineOf = cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`

/** Markdown without its code marks, for YAML descriptions. */
export const plain = markdown => markdown.replaceAll('`', '')

/** How an input's default reads; undefined: it has none. */
export function defaultOf({ otherwise, otherwiseSaid }) {
  if (otherwiseSaid !== undefined) return otherwiseSaid
  return otherwise === undefined || otherwise === '' ? undefined : `\`${otherwise}\``
}

const modesOf = each => (each.length === modes.length ? 'all' : each.join(', '))
const code = text => `\`${text}\``

export function inputsTable() {
  const rows = Object.entries(declared).map(([name, input]) => {
    const words =
      input.kind.words && name !== 'mode' ? ` One of ${input.kind.words.filter(Boolean).map(code).join(', ')}.` : ''
    const said = name === 'mode' ? 'required' : (defaultOf(input) ?? '')
    const meaning = name === 'mode' ? `${input.meaning} ${modes.map(code).join(', ')}.` : `${input.meaning}${words}`
    return [code(name), modesOf(input.modes), meaning, said]
  })
  return table(['Input', 'Modes', 'Meaning', 'Default'], rows)
}

export function outputsTable() {
  return table(
    ['Output', 'Modes', 'Meaning'],
    Object.entries(outputs).map(([name, output]) => [code(name), modesOf(output.modes), output.meaning])
  )
}

export function permissionsTable() {
  return table(
    ['Mode', 'Permission', 'To', 'Only when'],
    modes.flatMap(mode =>
      permissions[mode].map(({ line, reason, when }) => [code(mode), code(line), reason, when ?? ''])
    )
  )
}
