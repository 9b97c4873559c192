import { describe, expect, test } from '@jest/globals'
import { troubleLines } from '../../src/door/trouble.ts'
import type { Giver } from '../../src/inputs/giver.ts'
import { inputsOf } from '../../src/inputs/inputs.ts'

function saidOf(name: string, giver: Giver = 'the command line', mode = 'validate', columns?: number): string {
  try {
    inputsOf({ mode, [name]: 'x' }, undefined, giver)
  } catch (error) {
    return troubleLines(error, 'text', columns)
  }
  throw new Error(`${name} was taken`)
}

describe('an unknown input', () => {
  test.each([
    ['fail-onn', 'did you mean --fail-on?'],
    ['fail_on', 'did you mean --fail-on?'],
    ['no-fail-on', 'did you mean --fail-on?'],
    ['formt', 'did you mean --format?'],
    ['version', 'did you mean --eso-version or --argocd-version or --kasten-version?'],
    ['expires-withn', 'did you mean --expires-within, which drift reads?']
  ])('%s: %s', (name, advice) =>
    expect(saidOf(name)).toContain(
      `error: The command line gives the unknown input --${name}; ${advice}\n  Inputs of validate: --config, `
    )
  )

  test('of a step is told in its words', () =>
    expect(saidOf('fail-onn', 'the step')).toMatch(
      /^error: The step gives the unknown input "fail-onn"; did you mean "fail-on"\?\n {2}Inputs of validate: mode, path, /
    ))

  test('that is near to none is told with those of the mode, at the width of the terminal', () => {
    const lines = saidOf('zzz', 'the command line', 'validate', 80).split('\n')
    expect(lines[0]).toBe('error: The command line gives the unknown input --zzz.')
    expect(lines[1]).toMatch(/^ {2}Inputs of validate: --config, --github-token, /)
    expect(lines.filter(line => line.length > 80)).toEqual([])
    expect(lines.join(' ')).not.toMatch(/--(?:mode|cluster-name|issue)\b/)
    expect(saidOf('zzz', 'the step', 'offboard')).toMatch(/Inputs of offboard: mode, path, .*cluster-name, /)
  })

  test('of the config file is told of its mode', () => {
    const file = { name: 'fleet.yaml', text: 'zzz: 1' }
    expect(() => inputsOf({ mode: 'validate' }, file, 'the step')).toThrow(
      /^fleet\.yaml gives the unknown input "zzz"\.\nInputs of validate: mode, path, /
    )
  })
})

test('what has no effect is named as it was written', () => {
  const warningsOf = (giver: Giver) => inputsOf({ mode: 'validate', draft: 'true' }, undefined, giver).warnings
  expect(warningsOf('the command line')).toEqual(['--draft has no effect in mode validate.'])
  expect(warningsOf('the step')).toEqual(['The input "draft" has no effect in mode validate.'])
})
