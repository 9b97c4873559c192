// The command line's words: a mode, a folder, and inputs as flags.
import { ConfigError } from '../ports/trouble.ts'
import { modes } from '../report/report.ts'
import { declared, type InputName, type ModeName } from './declared.ts'
import type { Given } from './inputs.ts'

/** The formats in which the command line prints a report. */
export const formats = ['text', 'json', 'sarif', 'github'] as const

/** One of them. */
export type Format = (typeof formats)[number]

/** What a command line asks for. */
export type Arguments =
  | { readonly ask: 'help'; readonly mode: ModeName | undefined }
  | { readonly ask: 'version' }
  | { readonly ask: 'run'; readonly given: Given; readonly format: Format }

/**
 * Reads `<mode> [path] [--<input> <value>]...`. `--<input>=<value>` is the same. A switch needs no value: `--draft` is true,
 * `--no-draft` is false. What is no input is kept, for the reader of inputs to refuse.
 * @throws ConfigError naming what makes no sense
 */
export function argumentsOf(words: readonly string[]): Arguments {
  const given: Record<string, string> = {}
  const plain: string[] = []
  const rest = [...words]
  let format = 'text'
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--help' || word === '-h' || word === 'help') return helpIn(words)
    if (word === '--version') return { ask: 'version' }
    if (!word.startsWith('--')) plain.push(word)
    else {
      const [name, value] = flagOf(word, rest)
      if (name === 'format') format = value
      else given[name] = value
    }
  }
  return { ask: 'run', given: withPlain(given, plain), format: formatOf(format) }
}

function helpIn(words: readonly string[]): Arguments {
  return { ask: 'help', mode: modes.find(mode => words.includes(mode)) }
}

function flagOf(word: string, rest: string[]): [string, string] {
  const [, name = '', value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? []
  if (value !== undefined) return [name, value]
  if (name.startsWith('no-') && isSwitch(name.slice(3))) return [name.slice(3), 'false']
  const next = rest[0]
  if (isSwitch(name) && next?.toLowerCase() !== 'true' && next?.toLowerCase() !== 'false') return [name, 'true']
  if (next !== undefined && !next.startsWith('--')) return [name, rest.shift()!]
  if (name === 'format' || Object.hasOwn(declared, name)) throw new ConfigError(`--${name} needs a value.`)
  return [name, '']
}

function isSwitch(name: string): boolean {
  return Object.hasOwn(declared, name) && declared[name as InputName].kind.type === 'boolean'
}

function withPlain(given: Given, plain: readonly string[]): Given {
  const [mode, path, tooMany] = plain
  if (tooMany !== undefined)
    throw new ConfigError(
      `"${tooMany}" is one word too many. Usage: kasten-multicluster <mode> [path] [--<input> <value>]...`
    )
  if (mode === undefined && given.mode === undefined) throw new ConfigError(`Which mode? One of ${modes.join(', ')}.`)
  return { ...(mode !== undefined && { mode }), ...(path !== undefined && { path }), ...given }
}

function formatOf(word: string): Format {
  const format = formats.find(each => each === word)
  if (!format) throw new ConfigError(`--format must be one of ${formats.join(', ')}; "${word}" is not.`)
  return format
}
