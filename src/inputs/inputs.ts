// Reads the inputs of a run: the step or command line first, then the config file, then the defaults.
import { isObject, type Json, type JsonObject, type Path } from '../source/json.ts'
import { documentsOf, locatorOf, type Document } from '../source/yaml.ts'
import { ConfigError } from '../ports/trouble.ts'
import { modes } from '../report/report.ts'
import { declared, type Input, type InputName, type Inputs, type ModeName } from './declared.ts'
import { called, subject, type Giver } from './giver.ts'
import { refuseUnknown } from './unknown.ts'

/** Inputs as texts, by name, from one source. */
export type Given = Readonly<Record<string, string>>

/** What was read, with remarks on what has no effect. */
export interface ReadInputs {
  readonly mode: ModeName
  readonly inputs: Inputs
  readonly warnings: readonly string[]
}

/** The inputs among a runner's environment variables: `INPUT_FAIL-ON` is `fail-on`. Empty ones count as not given, as on a runner. */
export function givenOf(environment: Readonly<Record<string, string | undefined>>): Given {
  const given: Record<string, string> = {}
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith('INPUT_') || value === undefined || value.trim() === '') continue
    given[variable.slice(6).toLowerCase().replaceAll('_', '-')] = value
  }
  return given
}

/**
 * Reads everything that was said.
 * @param file the config file's text, with its name for messages
 * @param giver who gives the other inputs, for messages
 * @throws ConfigError naming what is unknown or makes no sense, and what would
 */
export function inputsOf(
  given: Given,
  file: { readonly name: string; readonly text: string } | undefined,
  giver: Giver
): ReadInputs {
  for (const name of Object.keys(given)) refuseUnknown(name, giver, modeIn(given))
  const configured = file ? configuredIn(file, modeIn(given)) : {}
  const values = new Map<string, unknown>()
  for (const [name, input] of Object.entries(declared) as [InputName, Input<unknown>][]) {
    const said = name in given ? decoded(name, given[name]!) : configured[name]
    values.set(
      name,
      said === undefined || said === null
        ? input.otherwise
        : read(name, input, said, name in given ? giver : file!.name)
    )
  }
  const inputs = Object.fromEntries(values) as Inputs
  const mode = inputs.mode
  if (mode === undefined) throw new ConfigError(`"mode" is missing. It is one of ${modes.join(', ')}.`)
  return { mode, inputs, warnings: withoutEffect(mode, given, configured, giver) }
}

function modeIn({ mode }: JsonObject): ModeName | undefined {
  return modes.find(each => each === mode)
}

function configuredIn(file: { readonly name: string; readonly text: string }, mode: ModeName | undefined): JsonObject {
  const { documents, problems } = documentsOf(file.text)
  const problem = problems[0]
  if (problem) throw new ConfigError(`${file.name} can't be read: ${problem.message}.`)
  const value = documents[0]?.value ?? {}
  if (!isObject(value)) throw new ConfigError(`${file.name} must be a mapping of inputs to values.`)
  for (const name of Object.keys(value)) refuseUnknown(name, file.name, mode ?? modeIn(value))
  const written = documents[0] ? asWritten(file.text, documents[0]) : value
  if (!isObject(written)) return value
  const isFlag = (name: string): boolean => declared[name as InputName].kind.type === 'boolean'
  return Object.fromEntries(Object.keys(value).map(name => [name, (isFlag(name) ? value : written)[name]!]))
}

/** A document's values with numbers and booleans as the texts that stand there: a version 0.10 is not 0.1, nor a name 1e3 a thousand. */
function asWritten(text: string, document: Document): Json {
  const locator = locatorOf(text, document)
  const written = (value: Json, path: Path): Json => {
    if (Array.isArray(value)) return value.map((item, index) => written(item, [...path, index]))
    if (isObject(value))
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner, [...path, key])]))
    const span = typeof value === 'number' || typeof value === 'boolean' ? locator?.spanOf(path, 'value') : undefined
    return span ? text.slice(span.start, span.end) : value
  }
  return written(document.value, [])
}

/** Texts stay texts, save for inputs that are YAML. */
function decoded(name: string, given: string): Json | undefined {
  if (name !== 'clusters') return given
  const { documents, problems } = documentsOf(given)
  if (problems.length > 0) return given
  return documents[0] && asWritten(given, documents[0])
}

function read(name: string, input: Input<unknown>, said: Json, where: string): unknown {
  const value = input.kind.read(said)
  if (value !== undefined) return value
  const shown = name.includes('token') || typeof said === 'object' ? 'its value' : `"${String(said).slice(0, 80)}"`
  throw new ConfigError(`${subject(name, where)} must be ${input.kind.expects}; ${shown} is not.`)
}

function withoutEffect(mode: ModeName, given: Given, configured: JsonObject, giver: Giver): string[] {
  return [...new Set([...Object.keys(given), ...Object.keys(configured)])]
    .filter(name => !declared[name as InputName].modes.includes(mode))
    .map(name => (name in given && giver === 'the command line' ? called(name, giver) : `The input "${name}"`))
    .map(input => `${input} has no effect in mode ${mode}.`)
}
