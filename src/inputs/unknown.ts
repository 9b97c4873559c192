// What is said of an input that there is not: the near ones, and those that the mode has.
import { ConfigError } from '../ports/trouble.ts'
import { nearest } from '../source/nearest.ts'
import { declared, type InputName, type ModeName } from './declared.ts'
import { called } from './giver.ts'

/**
 * @param giver who gave it: the step, the command line, or the name of the config file
 * @param mode undefined when it is not known yet: then all inputs count
 * @throws ConfigError for a name that is no input
 */
export function refuseUnknown(name: string, giver: string, mode: ModeName | undefined): void {
  if (Object.hasOwn(declared, name)) return
  const who = giver.replace(/^the /, 'The ')
  throw new ConfigError(
    `${who} gives the unknown input ${called(name.slice(0, 80), giver)}${adviceFor(name, giver, mode)}`
  )
}

/** What was most likely meant, and the inputs there are. */
function adviceFor(name: string, giver: string, mode: ModeName | undefined): string {
  const own = namesFor(giver).filter(each => mode === undefined || isOf(each, mode))
  const known = own.map(each => called(each, giver).replaceAll('"', '')).join(', ')
  return `${meantBy(name, giver, own)}\n${mode === undefined ? 'Inputs' : `Inputs of ${mode}`}: ${known}.`
}

function meantBy(name: string, giver: string, own: readonly string[]): string {
  const near = nearOf(name, own)
  if (near.length > 0) return `; did you mean ${near.map(each => called(each, giver)).join(' or ')}?`
  const elsewhere = nearOf(name, namesFor(giver)).map(each => `${called(each, giver)}, which ${readersOf(each)} reads`)
  return elsewhere.length > 0 ? `; did you mean ${elsewhere.join(', or ')}?` : '.'
}

/** At a command line, mode and path have no flag, and the format has one. */
function namesFor(giver: string): readonly string[] {
  const names = Object.keys(declared)
  return giver === 'the command line' ? [...names.filter(each => each !== 'mode' && each !== 'path'), 'format'] : names
}

function isOf(name: string, mode: ModeName): boolean {
  return name === 'format' || declared[name as InputName].modes.includes(mode)
}

function readersOf(name: string): string {
  return declared[name as InputName].modes.join(' or ')
}

/** The one that is a few slips away; else those that have the word among theirs, as `token` is one of `github-token`. */
function nearOf(name: string, names: readonly string[]): readonly string[] {
  const meant = nearest(name, names)
  if (meant !== undefined) return [meant]
  const word = name.toLowerCase()
  return names.filter(each => each.split('-').includes(word)).slice(0, 3)
}
