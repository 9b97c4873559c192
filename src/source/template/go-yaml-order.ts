// The order in which go-yaml v2 writes a map's keys.
import { runesOf } from './go-text.ts'
import { unsupported } from './rendered.ts'

// go-yaml writes keys beyond 128 bytes in another form.
const longestKey = 100

/**
 * Keys in go-yaml's order. It is no order where leading zeros are ("100" < "1a" < "01" < "100"): what its sorting makes of
 * those is refused.
 */
export function orderedKeys(names: readonly string[]): string[] {
  if (names.some(name => Buffer.byteLength(name) > longestKey)) {
    throw unsupported('so long a key is not supported in toYaml')
  }
  const keys = [...names].sort(byNature)
  if (keys.some(key => /[0-9]{18}/.test(key))) throw unsupported('keys with long numbers are not supported in toYaml')
  const isDoubtful = keys.some(key => /(?:^|[^0-9])0/.test(key))
  if (isDoubtful && keys.some((key, index) => keys.slice(index + 1).some(later => byNature(key, later) > 0))) {
    throw unsupported('keys with leading zeros are not supported in toYaml')
  }
  return keys
}

// Letters after other characters, digits by the number they form.
function byNature(left: string, right: string): number {
  const [a, b] = [runesOf(left), runesOf(right)]
  const at = a.findIndex((rune, index) => rune !== b[index])
  if (at < 0 || at >= b.length) return a.length - b.length
  const [x = '', y = ''] = [a[at], b[at]]
  const isLetter = [x, y].map(rune => /\p{L}/u.test(rune))
  if (isLetter[0] !== isLetter[1]) return isLetter[0] ? 1 : -1
  return isLetter[0] ? codeOf(x) - codeOf(y) : byNumber(a, b, at)
}

function codeOf(rune: string): number {
  return rune.codePointAt(0) ?? 0
}

// A zero inside a number (10, 100) counts by its place; a leading one does not.
function byNumber(a: readonly string[], b: readonly string[], at: number): number {
  const before = a.slice(0, at).join('')
  const isInside = (a[at] === '0' || b[at] === '0') && /[1-9][0-9]*$/.test(before)
  const [x, y] = [digitsAt(a, at), digitsAt(b, at)]
  const [m, n] = [numberIn(x, isInside), numberIn(y, isInside)]
  if (m !== n) return m < n ? -1 : 1
  return x.length - y.length || codeOf(a[at] ?? '') - codeOf(b[at] ?? '')
}

function digitsAt(runes: readonly string[], at: number): string {
  return /^[0-9]*/.exec(runes.slice(at).join(''))?.[0] ?? ''
}

function numberIn(digits: string, isInside: boolean): bigint {
  return BigInt(`${isInside ? '1' : ''}${digits}` || '0')
}
