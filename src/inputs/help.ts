// The command line's help, made from the declaration of the inputs.
import { modes } from '../report/report.ts'
import { declared, type Input } from './declared.ts'

/** What `--help` prints. */
export function helpText(): string {
  const rows = (Object.entries(declared) as [string, Input<unknown>][])
    .filter(([name]) => name !== 'mode' && name !== 'path')
    .map(([name, input]) => [`  --${name}`, `${plainText(input.meaning)}${defaultOf(input)}`] as const)
  const width = Math.max(...rows.map(([flag]) => flag.length)) + 2
  return [
    'Usage: kasten-multicluster <mode> [path] [--<input> <value>]...',
    '',
    `Modes: ${modes.join(', ')}`,
    '',
    'Inputs, also from .github/kasten-multicluster.yaml:',
    ...rows.map(([flag, meaning]) => `${flag.padEnd(width)}${meaning}`),
    `${'  --format'.padEnd(width)}text, json, sarif or github (text).`,
    '',
    'Exit status: 0 pass, 1 fail, 2 wrong usage or configuration, 3 it could not look.',
    ''
  ].join('\n')
}

function defaultOf({ otherwise, otherwiseSaid }: Input<unknown>): string {
  const said =
    otherwiseSaid === undefined
      ? otherwise === undefined || otherwise === ''
        ? undefined
        : shownDefault(otherwise)
      : plainText(otherwiseSaid)
  return said === undefined ? '' : ` (${said})`
}

function shownDefault(otherwise: unknown): string {
  return Array.isArray(otherwise) ? otherwise.join(', ') : JSON.stringify(otherwise).replaceAll('"', '')
}

function plainText(markdown: string): string {
  return markdown.replaceAll('`', '')
}
