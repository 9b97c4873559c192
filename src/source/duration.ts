// Lengths of time as Go and as people write them, in milliseconds.

const units: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-6],
  ['us', 1e-3],
  ['\u00b5s', 1e-3],
  ['\u03bcs', 1e-3],
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000]
])

const longest = 100
const amounts = /(\d+(?:\.\d*)?|\.\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/gy

/**
 * What Go's time.ParseDuration reads, in milliseconds: `1h0m0s`, `1.5h`, `-5m`, `0`. Undefined for what Go refuses, such
 * as `1d`, `10` or a space. Source: https://pkg.go.dev/time#ParseDuration
 */
export function durationOf(text: string): number | undefined {
  if (text.length > longest) return undefined
  const body = text.replace(/^[-+]/, '')
  if (body === '0') return 0
  let total = 0
  let end = 0
  for (const [match, amount, unit = ''] of body.matchAll(amounts)) {
    total += Number(amount) * (units.get(unit) ?? 0)
    end += match.length
  }
  // Go counts nanoseconds in 64 bits.
  if (end === 0 || end < body.length || total * 1e6 >= 2 ** 63) return undefined
  return text.startsWith('-') ? -total : total
}

const day = 24 * 3_600_000

/** What people write: Go's units, and weeks and days before them: `30d`, `1w`, `1d12h`. Undefined for anything else. */
export function humanDuration(text: string): number | undefined {
  const written = text.trim()
  const parts = /^(?:(\d{1,6})w)?(?:(\d{1,6})d)?([^]*)$/.exec(written)
  if (written === '' || parts === null) return undefined
  const [, weeks = '0', days = '0', rest = ''] = parts
  const remainder = rest === '' ? 0 : durationOf(rest)
  if (remainder === undefined || (rest !== written && /^[-+]/.test(rest))) return undefined
  return Number(weeks) * 7 * day + Number(days) * day + remainder
}

/** A time as Go writes durations, without the parts that are nothing. */
export function durationText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's']
  ] as const
  return parts.map(([amount, unit]) => (amount > 0 ? `${amount}${unit}` : '')).join('') || `${milliseconds}ms`
}
