// The sentences for what a schema refuses. A value is quoted only where it cannot be a secret.
import type { Json, Path } from '../../source/json.ts'
import type { Schema } from './linked.ts'

const longestShown = 60

/** A path as people write it: `spec.sources[0].repoURL`, `metadata.labels["app.kubernetes.io/name"]`. */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    const key = shortened(part)
    if (!/^[\w$-]+$/.test(key)) return `${text}[${JSON.stringify(key)}]`
    return text === '' ? key : `${text}.${key}`
  }, '')

/** What to say of a field that the schema does not have. */
export const unknownText = (path: Path, suggestion: string | undefined): string =>
  `unknown field ${pathText(path)}${suggestion === undefined ? '' : `, did you mean ${suggestion}?`}`

/** What to say of a required field that is not there. */
export const missingText = (path: Path): string => `${pathText(path)} is required`

/** What to say of a value of another type, with the mend for what YAML reads differently from how it looks. */
export const typeText = (path: Path, schema: Schema, value: Json): string => {
  const must = `${subject(path)} must be ${article(typeWords[schema.type])}`
  if (schema.type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return `${must}, not a ${typeof value}; quote it`
  }
  if (typeof value !== 'string') return `${must}, not ${kindOfValue(value)}`
  if (schema.type === 'boolean' && /^(true|false|yes|no|on|off)$/i.test(value)) {
    return `${must}, not the string "${value}"`
  }
  const isNumber = (schema.type === 'integer' || schema.type === 'number') && /^-?\d+$/.test(value)
  return `${must}, not a string${isNumber ? '; remove the quotes' : ''}`
}

/** What to say of a word that is none of the known ones; the word itself only where it can be no secret. */
export const enumText = (path: Path, known: readonly string[], value: string, mayShow: boolean): string => {
  const must = `${pathText(path)} must be ${known.length === 1 ? '' : 'one of '}${known.join(', ')}`
  if (!mayShow || value.length > longestShown || path.some(isSecretKey)) return must
  return `${must}, not ${/^[\w.-]+$/.test(value) ? value : JSON.stringify(value)}`
}

/** What to say of a text of another form. */
export const patternText = (path: Path, pattern: RegExp): string =>
  `${pathText(path)} ${patternWords.get(pattern.source) ?? `must match ${pattern.source}`}`

/** What to say of a number, or of a length, that is out of bounds. */
export const rangeText = (path: Path, schema: Schema, size: number): string => {
  const tooSmall = size < schema.min
  const limit = tooSmall ? schema.min : schema.max
  if (schema.type === 'string' && tooSmall && limit === 1) return `${pathText(path)} must not be empty`
  const bound = schema.min === schema.max ? 'exactly' : tooSmall ? 'at least' : 'at most'
  return `${pathText(path)} must ${rangeWords(schema, bound, limit)}`
}

const rangeWords = ({ type, properties }: Schema, bound: string, limit: number): string => {
  const nouns = countedWords[type]
  if (!nouns) return `be ${bound} ${limit}`
  const isChoice = properties.size > 0 && properties.size <= 4
  const what = isChoice ? `of ${[...properties.keys()].join(', ')}` : nouns[limit === 1 ? 0 : 1]
  return `have ${bound} ${limit === 1 ? 'one' : limit} ${what}`
}

const shortened = (key: string): string => (key.length <= longestShown ? key : `${key.slice(0, longestShown)}…`)

const isSecretKey = (part: string | number): boolean =>
  typeof part === 'string' && /token|passw|credential|private|client_?secret|secret_?value/i.test(part)

const subject = (path: Path): string => {
  const [root, map, key] = path
  const isNote = root === 'metadata' && (map === 'annotations' || map === 'labels') && typeof key === 'string'
  return isNote ? `${map.slice(0, -1)} ${shortened(key)}` : pathText(path)
}

const typeWords: Record<Schema['type'], string> = {
  any: 'value',
  array: 'list',
  boolean: 'boolean',
  intOrString: 'integer or a string',
  integer: 'integer',
  number: 'number',
  object: 'map',
  string: 'string'
}

const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`

const kindOfValue = (value: Json): string => {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a map' : `a ${typeof value}`
}

const countedWords: Partial<Record<Schema['type'], readonly [string, string]>> = {
  array: ['item', 'items'],
  object: ['entry', 'entries'],
  string: ['character', 'characters']
}

/** The upstream patterns in words (`new RegExp(...).source` spells them as the CRDs do). */
const patternWords: ReadonlyMap<string, string> = new Map([
  ['^[-._a-zA-Z0-9]+$', 'may hold only letters, digits, "-", "_" and "."'],
  ['^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', 'may hold only a-z, 0-9 and "-", and must begin and end with a letter or digit'],
  [
    '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    'may hold only a-z, 0-9, "-" and ".", and must begin and end with a letter or digit'
  ],
  ['^.{2,}|[^./]$', 'must not be the root of the repository']
])
