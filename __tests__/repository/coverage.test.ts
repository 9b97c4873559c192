import { expect, test } from '@jest/globals'
import { changeRules } from '../../src/rules/change/index.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { liveRules } from '../../src/rules/live/index.ts'
import { vaultRules } from '../../src/rules/vault/index.ts'
import catalogue from '../../scripts/generate/dispositions.json' with { type: 'json' }

interface Row {
  readonly title: string
  readonly disposition?: string
  readonly reason?: string
}

const rows: Readonly<Record<string, Row>> = catalogue.rows
const judged = new Set([...fleetRules, ...changeRules, ...vaultRules, ...liveRules].flatMap(rule => rule.rows))

test('every row of the catalogue is judged by a rule, or says who answers for it and why', () => {
  const unanswered = Object.entries(rows).filter(([row, { disposition }]) => !judged.has(Number(row)) && !disposition)
  expect(unanswered.map(([row]) => row)).toEqual([])
})

test('a row that a rule judges is not also said to be left out', () => {
  const overtaken = Object.entries(rows).filter(([row, { disposition }]) => judged.has(Number(row)) && disposition)
  expect(overtaken.map(([row]) => row)).toEqual([])
})

test('rules judge rows that there are, and every disposition has its reason', () => {
  expect([...judged].filter(row => !(row in rows))).toEqual([])
  const bare = Object.entries(rows).filter(([, { disposition, reason }]) => Boolean(disposition) !== Boolean(reason))
  expect(bare.map(([row]) => row)).toEqual([])
})
