// Lengths of time as Go and as people write them, in milliseconds.

const goUnits: ReadonlyMap<string, number> = new Map([
  ['ns', 1e-6],
  ['us', 1e-3],
  ['µs', 1e-3],
  ['μs', 1e-3],
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000]
])

/**
 * What Go's time.ParseDuration reads, in milliseconds: `1h0m0s`, `1.5h`, `-5m`, `0`. Undefined for what Go refuses, such as `1d`.
 * https://pkg.go.dev/time#ParseDuration
 */
export function durationOf(text: string): number | undefined {
  const [, sign, body = ''] = /^([-+]?)(.*)$/s.exec(text) ?? []
  if (body === '0') return 0
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(body) || body.length > 100) return undefined
  let total = 0
  for (const [, amount, unit] of body.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g)) {
    total += Number(amount) * goUnits.get(unit!)!
  }
  // Go counts nanoseconds in 64 bits.
  if (total * 1e6 >= 2 ** 63) return undefined
  return sign === '-' ? -total : total
}

const day = 24 * 3_600_000

/** What people write: Go's units, and days and weeks: `30d`, `1w`, `1d12h`. Undefined for anything else. */
export function humanDuration(text: string): number | undefined {
  const parts = /^(?:(\d{1,6})w)?(?:(\d{1,6})d)?(.*)$/s.exec(text.trim())
  if (!parts || text.trim() === '') return undefined
  const [, weeks = '0', days = '0', rest = ''] = parts
  const remainder = rest === '' ? 0 : durationOf(rest)
  return remainder === undefined ? undefined : Number(weeks) * 7 * day + Number(days) * day + remainder
}
