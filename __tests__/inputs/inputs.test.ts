import { describe, expect, test } from '@jest/globals'
import { inputsOf } from '../../src/inputs/inputs.ts'
import { url } from '../../src/inputs/kinds-of-input.ts'

describe('a URL is https, or http to this machine itself', () => {
  test.each([
    'https://vault.contoso.com',
    'http://localhost:8080',
    'http://127.0.0.1',
    'http://127.0.0.53:80',
    'http://[::1]:1'
  ])('%s', written => expect(url.read(written)).toBe(new URL(written).href.replace(/\/$/, '')))

  test.each(['http://vault.contoso.com', 'http://128.0.0.1', 'http://127.0.0.1.contoso.com', 'ftp://localhost', ''])(
    'not %p',
    written => expect(url.read(written)).toBeUndefined()
  )
})

describe('what makes no sense is said of where it was given', () => {
  const wrong = { mode: 'validate', 'fail-on': 'odd' }

  test('the step', () => expect(() => inputsOf(wrong, undefined, 'the step')).toThrow('"fail-on" of the step must be'))

  test('the command line', () =>
    expect(() => inputsOf(wrong, undefined, 'the command line')).toThrow('"fail-on" of the command line must be'))

  test('the config file', () => {
    const file = { name: 'fleet.yaml', text: 'fail-on: odd' }
    expect(() => inputsOf({ mode: 'validate' }, file, 'the step')).toThrow('"fail-on" of fleet.yaml must be')
  })
})
