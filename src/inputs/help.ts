// The command line's help, made from the declaration of the inputs: the modes, or the inputs of one.
import { modes } from '../report/report.ts'
import { wrapped } from '../report/terminal/wrap.ts'
import { declared, type Input, type ModeName } from './declared.ts'

const deeds: Readonly<Record<ModeName, string>> = {
  validate: 'Says, line by line, whether the clusters of a repository will join. Contacts nothing.',
  drift: 'Says whether the join token is in the vault, and the fleet is what Git says.',
  onboard: 'Opens the pull request that adds secondaries, by the example of one that is there.',
  offboard: 'Opens the pull request that removes secondaries.',
  init: 'Opens the pull request that sets up the primary of a fresh fleet.',
  doctor: 'Tries, without writing, what the other modes need, and says what is missing.'
}

const statuses = 'Exit status: 0 pass, 1 fail, 2 wrong usage or configuration, 3 could not look.'

/**
 * What `--help` prints.
 * @param mode whose inputs are asked for; undefined: the modes
 * @param columns of the terminal; undefined where there is none
 */
export function helpText(mode: ModeName | undefined, columns = 80): string {
  const width = Math.min(100, Math.max(60, columns))
  return `${(mode === undefined ? modesHelp(width) : modeHelp(mode, width)).join('\n')}\n`
}

function modesHelp(width: number): readonly string[] {
  return [
    'Usage: kasten-multicluster <mode> [path] [--<input> <value>]...',
    '       kasten-multicluster <mode> --help',
    '',
    'Modes:',
    ...entriesOf(
      modes.map(mode => [mode, deeds[mode]]),
      width
    ),
    '',
    ...wrapped(
      'The path is a folder of a checkout, "." when it is left out. Each mode has inputs of its own: its --help lists them.',
      width
    ),
    '',
    statuses
  ]
}

function modeHelp(mode: ModeName, width: number): readonly string[] {
  const inputs = (Object.entries(declared) as [string, Input<unknown>][]).filter(
    ([name, { modes: readers }]) => name !== 'mode' && name !== 'path' && readers.includes(mode)
  )
  const own = inputs.filter(([, input]) => input.modes.length < modes.length).map(entryOf)
  const common = inputs.filter(([, input]) => input.modes.length === modes.length).map(entryOf)
  return [
    `Usage: kasten-multicluster ${mode} [path] [--<input> <value>]...`,
    '',
    ...wrapped(deeds[mode], width),
    '',
    ...wrapped(notation, width),
    ...(own.length === 0 ? [] : ['', `Inputs of ${mode}:`, ...entriesOf(own, width)]),
    '',
    'Inputs of every mode:',
    ...entriesOf([...common, format], width),
    '',
    statuses
  ]
}

const notation =
  'Inputs may stand in .github/kasten-multicluster.yaml too. One that is true or false needs no value here: --summary is true, --no-summary is false.'

type Entry = readonly [name: string, text: string]

const format: Entry = ['--format', 'How to print the report. One of text, json, sarif, github. Default: text.']

function entryOf([name, input]: readonly [string, Input<unknown>]): Entry {
  return [input.kind.type === 'boolean' ? `--[no-]${name}` : `--${name}`, meaningOf(input)]
}

function meaningOf(input: Input<unknown>): string {
  const { type, words = [] } = input.kind
  const allowed = words.length > 0 ? ` One of ${words.filter(Boolean).join(', ')}.` : ''
  const separated = type === 'list' ? ' Separated by commas.' : ''
  const otherwise = defaultOf(input)
  return `${input.meaning}${allowed}${separated}${otherwise === '' ? '' : ` Default: ${otherwise}.`}`.replaceAll(
    '`',
    ''
  )
}

function defaultOf({ otherwise, otherwiseSaid, otherwiseTyped }: Input<unknown>): string {
  return otherwiseTyped ?? otherwiseSaid ?? (otherwise === undefined ? '' : shown(otherwise))
}

function shown(otherwise: unknown): string {
  return Array.isArray(otherwise) ? otherwise.join(', ') : JSON.stringify(otherwise).replaceAll('"', '')
}

/** Names in a column, their texts folded beside it. */
function entriesOf(entries: readonly Entry[], width: number): readonly string[] {
  const column = Math.max(...entries.map(([name]) => name.length)) + 4
  return entries.flatMap(([name, text]) =>
    wrapped(text, width - column).map((line, index) => (index === 0 ? `  ${name}` : '').padEnd(column) + line)
  )
}
