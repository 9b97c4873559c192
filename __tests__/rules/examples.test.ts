import { readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { fleetOf } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { exampleOf } from '../../src/rules/example.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'
import type { Finding } from '../../src/rules/finding.ts'
import type { FleetRule } from '../../src/rules/rule.ts'

/** `npm test -- rules/examples -t 'join-key-agrees'` runs one rule's. */
async function findingsOf(example: string, rules: readonly FleetRule[]): Promise<readonly Finding[]> {
  const { checkout, settings } = exampleOf(example)
  const fleet = fleetOf(await repositoryOf(checkout), settings)
  return judge(rules, fleet)
}

const lines = (findings: readonly Finding[]): string[] =>
  [...new Set(findings.map(({ file, line }) => `${file}:${line}`))].sort()

test('the healthy fleet has no findings', async () => {
  expect(await findingsOf('# file: readme.txt\nhealthy', fleetRules)).toEqual([])
})

describe.each(fleetRules.map(rule => [rule.id, rule] as const))('%s', (_id, rule) => {
  test.each(rule.bad.map((example, index) => [index + 1, example] as const))('bad example %i', async (_n, example) => {
    const { marks } = exampleOf(example)
    expect(marks.length).toBeGreaterThan(0)
    expect(lines(await findingsOf(example, [rule]))).toEqual(marks)
  })

  test.each(rule.good.map((example, index) => [index + 1, example] as const))(
    'good example %i',
    async (_n, example) => {
      expect(await findingsOf(example, fleetRules)).toEqual([])
    }
  )
})

test('every rule has examples, an id that is its file, and a place in the index', () => {
  const known = new Set(fleetRules.map(({ id }) => id))
  expect(known.size).toBe(fleetRules.length)
  for (const rule of fleetRules) {
    expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/)
    expect(rule.bad.length).toBeGreaterThan(0)
    expect(rule.good.length).toBeGreaterThan(0)
  }
  const files = ['primary', 'token', 'push', 'store', 'join', 'argocd', 'applicationset', 'repository'].flatMap(
    folder => readdirSync(new URL(`../../src/rules/${folder}/`, import.meta.url)).filter(file => file.endsWith('.ts'))
  )
  expect(
    files
      .map(file => file.replace(/\.ts$/, ''))
      .filter(id => id !== 'index')
      .sort()
  ).toEqual([...known].sort())
})
