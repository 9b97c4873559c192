import { expect, test } from '@jest/globals'
import packageJson from '../../package.json' with { type: 'json' }
import { tool } from '../../src/tool.ts'
import { pages } from './pages.ts'
import { textAt, workflowFiles } from './workflow-files.ts'

test('the tool says the name and version of its package', () => {
  expect(tool).toEqual({ name: packageJson.name, version: packageJson.version })
})

test('the changelog begins with it, and what people copy names its major version', () => {
  const { version } = packageJson
  expect(/^## (.*)$/m.exec(textAt('CHANGELOG.md'))?.[1]).toBe(version)
  const copied = [...workflowFiles().map(({ text }) => text), ...pages.map(textAt)].join('\n')
  const majors = [...copied.matchAll(/kasten-multicluster-gitops\S*@(v\d+)\b/g)].map(([, major]) => major)
  expect(new Set(majors)).toEqual(new Set([`v${version.split('.')[0]}`]))
})
