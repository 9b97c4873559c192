import { describe, expect, test } from '@jest/globals'
import { argumentsOf } from '../../src/inputs/arguments.ts'

function given(...words: string[]): unknown {
  const asked = argumentsOf(words)
  return asked.ask === 'run' ? asked.given : asked
}

describe('an input that is true or false needs no value', () => {
  test.each([
    [['--draft'], 'true'],
    [['--no-draft'], 'false'],
    [['--draft', 'true'], 'true'],
    [['--draft', 'FALSE'], 'FALSE'],
    [['--draft=false'], 'false']
  ])('%j', (words, draft) => expect(given('onboard', ...words)).toEqual({ mode: 'onboard', draft }))

  test('what follows it is no value of it', () => {
    expect(given('validate', '--no-summary', 'fleet')).toEqual({ mode: 'validate', path: 'fleet', summary: 'false' })
    expect(given('validate', '--summary', 'fleet')).toEqual({ mode: 'validate', path: 'fleet', summary: 'true' })
  })
})

describe('every other input needs one', () => {
  test.each([[['--fail-on']], [['--fail-on', '--draft']], [['--format']]])('%j', words =>
    expect(() => given('validate', ...words)).toThrow(`${words[0]} needs a value.`)
  )

  test('which may begin with dashes behind an equals sign', () =>
    expect(given('onboard', '--title=--north')).toEqual({ mode: 'onboard', title: '--north' }))
})

test('what is no input is kept, to be refused by name', () => {
  expect(given('validate', '--verbose')).toEqual({ mode: 'validate', verbose: '' })
  expect(given('validate', '--no-fail-on', '--draft')).toEqual({ mode: 'validate', 'no-fail-on': '', draft: 'true' })
})

test.each([
  [['--help'], undefined],
  [['help', 'drift'], 'drift'],
  [['onboard', '--draft', '-h'], 'onboard'],
  [['valdate', '--help'], undefined]
])('%j asks for help with %s', (words, mode) => expect(given(...words)).toEqual({ ask: 'help', mode }))
