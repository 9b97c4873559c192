import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { durationOf, humanDuration } from '../../src/source/duration.ts'

const hour = 3_600_000

// Answers of Go's time.ParseDuration.
describe('durationOf', () => {
  test.each([
    ['1h', hour],
    ['1h0m0s', hour],
    ['1.5h', 1.5 * hour],
    ['-5m', -300_000],
    ['+5m', 300_000],
    ['0', 0],
    ['-0', 0],
    ['1h1h', 2 * hour],
    ['.5s', 500],
    ['2.s', 2000],
    ['100ms', 100],
    ['5us', 0.005],
    ['5µs', 0.005],
    ['3m2s', 182_000],
    ['2562047h', 2_562_047 * hour]
  ])('%s', (text, milliseconds) => expect(durationOf(text)).toBeCloseTo(milliseconds, 6))

  test.each([
    '',
    '-',
    '1',
    '10',
    '1d',
    '1w',
    '1 h',
    ' 1h',
    '1H',
    'h',
    '.h',
    '1h-5m',
    '1,5h',
    '2562048h',
    '1e3s',
    'soon'
  ])('%j is none', text => expect(durationOf(text)).toBeUndefined())

  test('a long text is none, at once', () => expect(durationOf('9'.repeat(1_000_000))).toBeUndefined())
})

describe('humanDuration', () => {
  test.each([
    ['30d', 720 * hour],
    ['1w', 168 * hour],
    ['12h', 12 * hour],
    ['1w2d3h', 219 * hour],
    ['90m', 1.5 * hour],
    [' 1d ', 24 * hour]
  ])('%s', (text, milliseconds) => expect(humanDuration(text)).toBe(milliseconds))

  test.each(['', ' ', '1', '1y', '1d1w', '1d-5h', 'd', '1.5d'])('%j is none', text =>
    expect(humanDuration(text)).toBeUndefined()
  )

  test('reads all that Go reads', () => {
    const part = fc
      .tuple(fc.nat(1000), fc.constantFrom('h', 'm', 's', 'ms'))
      .map(([amount, unit]) => `${amount}${unit}`)
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), parts => {
        expect(humanDuration(parts.join(''))).toBe(durationOf(parts.join('')))
      })
    )
  })
})
