// Go's fmt for the values of a template: %v, and numbers as strconv writes them.
import { costOf, type Run } from './go-run.ts'
import { GoInt, GoList, GoMap, type GoValue, sortedKeys } from './go-value.ts'

/** What fmt.Sprint writes for one value: `map[a:1 b:[x y]]`, `1e+06`, `<nil>`. */
export function formatted(run: Run, value: GoValue): string {
  run.spend(typeof value === 'string' ? costOf(value) : 1)
  if (value === undefined || value === null) return '<nil>'
  if (typeof value === 'string') return value
  if (typeof value === 'number') return floatText(value)
  if (value instanceof GoInt) return value.value.toString()
  if (value instanceof GoList) return `[${value.items.map(item => formatted(run, item)).join(' ')}]`
  if (value instanceof GoMap) {
    return `map[${sortedKeys(value)
      .map(key => `${key}:${formatted(run, value.entries.get(key))}`)
      .join(' ')}]`
  }
  return String(value)
}

/** A float64 as %v writes it (strconv's 'g', shortest): with an exponent below 0.0001 and from 1e+06 on. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value < 0 ? '-Inf' : '+Inf'
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  const [mantissa = '', exponent = '0'] = value.toExponential().split('e')
  const power = Number(exponent)
  if (power >= -4 && power < 6) return plainText(value)
  return `${mantissa}e${exponentText(power)}`
}

/** Go's exponent: a sign and at least two digits. */
export function exponentText(power: number): string {
  return `${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}

/** A finite float64 in full digits, without an exponent (strconv's 'f', shortest). */
export function plainText(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  const [mantissa = '', exponent = '0'] = text.split('e')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const digits = mantissa.replace(/[-.]/g, '')
  const point = 1 + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0')}`
}
