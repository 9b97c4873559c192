import { expect, test } from '@jest/globals'
import packageJson from '../../package.json' with { type: 'json' }
import { tool } from '../../src/tool.ts'

test('the tool says the name and version of its package', () => {
  expect(tool).toEqual({ name: packageJson.name, version: packageJson.version })
})
