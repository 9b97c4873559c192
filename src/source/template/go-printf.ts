// Go's fmt.Sprintf for the verbs templates use; other verbs and flags are refused, never guessed.
import { formatted } from './go-format.ts'
import { costOf, type Run } from './go-run.ts'
import { quoted, runesOf } from './go-text.ts'
import { GoInt, GoList, GoMap, type GoValue, sortedKeys, typeName } from './go-value.ts'
import { unsupported } from './rendered.ts'

interface Directive {
  readonly verb: string
  readonly minus: boolean
  readonly plus: boolean
  readonly zero: boolean
  readonly width: number
  readonly precision: number | undefined
}

const pattern = /%([-+ #0]*)([0-9]*)(?:(\.)([0-9]*))?([^]|$)/gu

/** fmt.Sprintf: wrong, missing and extra arguments are written as Go writes them (`%!d(string=hi)`). */
export function printed(run: Run, format: string, args: readonly GoValue[]): string {
  let next = 0
  const text = format.replace(pattern, (...match: (string | undefined)[]) => {
    const parsed = directiveOf(match)
    if (parsed.verb === '') return '%!(NOVERB)'
    if (parsed.verb === '%') return '%'
    if (next >= args.length) return `%!${parsed.verb}(MISSING)`
    return written(run, parsed, args[next++])
  })
  const extra = args.slice(next).map(arg => (isNothing(arg) ? '<nil>' : `${typeName(arg)}=${formatted(run, arg)}`))
  return extra.length === 0 ? text : `${text}%!(EXTRA ${extra.join(', ')})`
}

function directiveOf(match: readonly (string | undefined)[]): Directive {
  const [, flags = '', width = '', point, precision = '', verb = ''] = match
  if (/[ #]/.test(flags)) throw unsupported('the flags " " and "#" of printf are not supported')
  if (verb === '*' || verb === '[') throw unsupported(`"%${verb}" of printf is not supported`)
  if (Number(width) > 10_000 || Number(precision) > 1000) throw unsupported('so wide a printf is not supported')
  return {
    verb,
    minus: flags.includes('-'),
    plus: flags.includes('+') && verb !== 'v',
    zero: flags.includes('0') && !flags.includes('-'),
    width: Number(width),
    precision: point === undefined ? undefined : Number(precision)
  }
}

function isNothing(value: GoValue): value is null | undefined {
  return value === null || value === undefined
}

function written(run: Run, directive: Directive, value: GoValue): string {
  run.spend(typeof value === 'string' ? costOf(value) : 1)
  const { verb } = directive
  if (verb === 'T') return typeText(directive, value)
  if (isNothing(value)) return verb === 'v' ? padded(directive, '<nil>') : `%!${verb}(<nil>)`
  if (value instanceof GoList) return `[${value.items.map(item => writtenItem(run, directive, item)).join(' ')}]`
  if (value instanceof GoMap) {
    const entries = sortedKeys(value).map(
      key => `${written(run, directive, key)}:${writtenItem(run, directive, value.entries.get(key))}`
    )
    return `map[${entries.join(' ')}]`
  }
  return scalar(run, directive, value)
}

// The type of a parameter's container is known only when the caller said so; the name would be a guess.
function typeOf(value: GoValue): string {
  if (value instanceof GoList || value instanceof GoMap) throw unsupported('the type of a list or map is not known')
  return typeName(value)
}

function typeText(directive: Directive, value: GoValue): string {
  if (directive.precision !== undefined) throw unsupported('a precision for "%T" of printf is not supported')
  return padded(directive, isNothing(value) ? '<nil>' : typeOf(value))
}

function writtenItem(run: Run, directive: Directive, item: GoValue): string {
  return isNothing(item) ? '<nil>' : written(run, directive, item)
}

function scalar(run: Run, directive: Directive, value: string | boolean | number | GoInt): string {
  const text =
    typeof value === 'string'
      ? stringText(directive, value)
      : typeof value === 'boolean'
        ? booleanText(directive, value)
        : typeof value === 'number'
          ? floatText(run, directive, value)
          : integerText(directive, value)
  if (text !== undefined) return text
  const { verb, minus, plus, zero, width, precision } = directive
  if (minus || plus || zero || width > 0 || precision !== undefined)
    throw unsupported(`"%${verb}" does not fit its argument`)
  return `%!${verb}(${typeName(value)}=${formatted(run, value)})`
}

function stringText(directive: Directive, value: string): string | undefined {
  const runes = runesOf(value)
  const cut = directive.precision === undefined ? value : runes.slice(0, directive.precision).join('')
  switch (directive.verb) {
    case 's':
    case 'v':
      return padded(directive, cut)
    case 'q':
      if (directive.plus) throw unsupported('"%+q" of printf is not supported')
      return padded(directive, quoted(cut))
    case 'x':
    case 'X': {
      if (directive.precision !== undefined) throw unsupported('a precision for "%x" of printf is not supported')
      const hex = Buffer.from(value).toString('hex')
      return padded(directive, directive.verb === 'X' ? hex.toUpperCase() : hex)
    }
    default:
      return undefined
  }
}

function booleanText(directive: Directive, value: boolean): string | undefined {
  return directive.verb === 't' || directive.verb === 'v' ? padded(directive, String(value)) : undefined
}

const radix: ReadonlyMap<string, number> = new Map([
  ['d', 10],
  ['v', 10],
  ['x', 16],
  ['X', 16],
  ['o', 8],
  ['b', 2]
])

function integerText(directive: Directive, value: GoInt): string | undefined {
  const { verb } = directive
  if ('cqUO'.includes(verb)) throw unsupported(`"%${verb}" of printf is not supported for numbers`)
  const base = radix.get(verb)
  if (base === undefined) return undefined
  if (directive.precision !== undefined) throw unsupported('a precision for integers is not supported in printf')
  const digits = (value.value < 0n ? -value.value : value.value).toString(base)
  return signed(directive, value.value < 0n, verb === 'X' ? digits.toUpperCase() : digits)
}

function floatText(run: Run, directive: Directive, value: number): string | undefined {
  const { verb, precision } = directive
  if (verb === 'v' || verb === 'g') {
    if (precision !== undefined) throw unsupported('a precision for "%g" is not supported in printf')
    return signedFloat(directive, value, formatted(run, Math.abs(value)))
  }
  if (verb === 'f' || verb === 'F') return signedFloat(directive, value, fixedText(Math.abs(value), precision ?? 6))
  if ('eEGbxX'.includes(verb)) throw unsupported(`"%${verb}" of printf is not supported for floats`)
  return undefined
}

function signedFloat(directive: Directive, value: number, digits: string): string {
  if (!Number.isFinite(value)) throw unsupported('infinite numbers are not supported in printf')
  return signed(directive, value < 0 || Object.is(value, -0), digits)
}

// Go rounds an exact tie to even, JavaScript away from zero.
function fixedText(value: number, precision: number): string {
  if (precision > 60 || value >= 1e21) throw unsupported('so long a number is not supported in printf')
  const exact = value.toFixed(precision + 40 > 100 ? 100 : precision + 40)
  const rest = exact.slice(exact.indexOf('.') + 1 + precision)
  const kept = exact.slice(0, exact.length - rest.length).replace(/\.$/, '')
  const isTie = /^50*$/.test(rest)
  return isTie && /[02468]$/.test(kept) ? kept : value.toFixed(precision)
}

function signed(directive: Directive, negative: boolean, digits: string): string {
  const sign = negative ? '-' : directive.plus ? '+' : ''
  if (directive.zero) return `${sign}${digits.padStart(directive.width - sign.length, '0')}`
  return padded(directive, `${sign}${digits}`)
}

function padded(directive: Directive, text: string): string {
  const missing = directive.width - runesOf(text).length
  if (missing <= 0) return text
  if (directive.zero) throw unsupported('the flag "0" for texts is not supported in printf')
  return directive.minus ? text + ' '.repeat(missing) : ' '.repeat(missing) + text
}
