import { describe, expect, test } from '@jest/globals'
import { declared } from '../../src/inputs/declared.ts'
import { helpText } from '../../src/inputs/help.ts'
import { modes } from '../../src/report/report.ts'

const flags = (text: string): string[] => [...text.matchAll(/^ {2}--(?:\[no-\])?(\S+)/gm)].map(([, name]) => name!)
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')

test('without a mode the modes are told, and where their inputs are', () => {
  for (const mode of modes) expect(helpText(undefined)).toMatch(new RegExp(`^  ${mode} `, 'm'))
  expect(helpText(undefined)).toContain('kasten-multicluster <mode> --help')
  expect(flags(helpText(undefined))).toEqual([])
})

describe.each(modes)('%s', mode => {
  const read = Object.entries(declared).filter(([, input]) => input.modes.includes(mode))

  test('lists what it reads, and nothing else', () => {
    const names = read.map(([name]) => name).filter(name => name !== 'mode' && name !== 'path')
    expect(flags(helpText(mode)).sort()).toEqual([...names, 'format'].sort())
  })

  test.each([60, 80, 200])('fits %d columns', columns => {
    const lines = helpText(mode, columns).split('\n')
    expect(lines.filter(line => line.length > Math.min(100, Math.max(80, columns)))).toEqual([])
  })
})

test('words, lists, switches and defaults are said', () => {
  const text = flat(helpText('onboard'))
  expect(text).toContain(
    '--auto-merge Let GitHub merge the pull request when its checks pass. One of merge, squash, rebase. Default: off.'
  )
  expect(text).toContain('--labels Labels of the pull request. Separated by commas. Default: none.')
  expect(text).toContain('--[no-]dry-run Plan and show everything, write nothing. Default: false.')
  expect(text).toContain('--summary is true, --no-summary is false')
  expect(flat(helpText('validate'))).toContain(
    '--fail-on The lowest severity that makes the verdict fail. One of error, warning, notice, never. Default: error.'
  )
})

test('no word of a workflow stands there', () => {
  for (const mode of modes) expect(helpText(mode)).not.toMatch(/\$\{\{|the step/)
})
