import { describe, expect, test } from '@jest/globals'
import { inputsOf } from '../../src/inputs/inputs.ts'
import { url, version } from '../../src/inputs/kinds-of-input.ts'

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
    expect(() => inputsOf(wrong, undefined, 'the command line')).toThrow(/^--fail-on must be/))

  test('the config file', () => {
    const file = { name: 'fleet.yaml', text: 'fail-on: odd' }
    expect(() => inputsOf({ mode: 'validate' }, file, 'the step')).toThrow('"fail-on" of fleet.yaml must be')
  })
})

describe('a version is what charts and people write of one', () => {
  test.each([
    ['2.9.0', '2.9.0'],
    ['v2.9.0', 'v2.9.0'],
    [' V2.9.0 ', 'v2.9.0'],
    ['=2.9.0', 'v2.9.0'],
    ['2.9', '2.9'],
    ['v3.5.1+38755a4', 'v3.5.1+38755a4'],
    ['2.9.0-rc1', '2.9.0-rc1'],
    ['2.9.x', '2.9.0'],
    ['0.14.*', '0.14.0'],
    ['~2.9.1', '2.9.1']
  ])('%j', (written, read) => expect(version.read(written)).toBe(read))

  test.each(['banana', 'latest', '2.x', '2', '', 'v', 'main', '>=2.9.0', '2.9.0 || 3.0.0', '^2.9.0', 'sha256:2.9'])(
    'not %j',
    written => expect(version.read(written)).toBeUndefined()
  )

  test.each(['eso-version', 'argocd-version', 'kasten-version'])('%s is one', name => {
    const wanted = 'must be a version such as 2.9.0, v2.9.0 or 2.9; "2.x" is not'
    expect(() => inputsOf({ mode: 'validate', [name]: '2.x' }, undefined, 'the step')).toThrow(
      `The input "${name}" of the step ${wanted}`
    )
    const file = { name: 'fleet.yaml', text: `${name}: 2.x` }
    expect(() => inputsOf({ mode: 'validate' }, file, 'the step')).toThrow(
      `The input "${name}" of fleet.yaml ${wanted}`
    )
  })

  test('a number of YAML keeps its zeros', () => {
    const file = { name: 'fleet.yaml', text: 'eso-version: 0.10' }
    expect(inputsOf({ mode: 'validate' }, file, 'the step').inputs['eso-version']).toBe('0.10')
  })
})
