// The table of secondaries says what the findings say: nobody is clean beside a finding that hits it, nobody bears another's.
import { expect, test } from '@jest/globals'
import { fleetOf } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { judged } from '../../src/modes/reading.ts'
import { fleetReport } from '../../src/modes/reporting.ts'
import { standingsOf } from '../../src/report/standing.ts'
import { changed } from '../../src/rules/example-change.ts'
import { exampleOf } from '../../src/rules/example.ts'
import { exampleReport } from './example-report.ts'

/** `label state` of each secondary of the healthy fleet with an example laid over it. */
async function standingsIn(example: string): Promise<string[]> {
  const { checkout, settings } = exampleOf(example)
  const result = judged(fleetOf(await repositoryOf(checkout), settings))
  const report = { ...exampleReport, ...fleetReport(result), findings: result.findings }
  return standingsOf(report).map(({ secondary, state }) => `${secondary.label} ${state}`)
}

const joinConfig = 'secondaries/east/join-config.yaml'

test('a secondary without a name is found again by what its findings call it', async () => {
  const nameless = changed(joinConfig, ['  cluster-name: east\n', ''])
  expect(await standingsIn(nameless)).toEqual(['kasten-east warning', 'west clean'])
})

test('a finding in the Application hits the secondary that it delivers', async () => {
  const wrong = changed('argocd/east.yaml', ['path: secondaries/east', 'path: secondaries/east\n    ref: a b'])
  expect(await standingsIn(wrong)).toEqual(['east error', 'west clean'])
})

test('a finding in the store hits the secondary that gets it', async () => {
  const wrong = changed('secondaries/east/store.yaml', ['https://contoso-fleet', 'http://contoso-fleet'])
  expect(await standingsIn(wrong)).toEqual(['east error', 'west clean'])
})

test('a finding in a shared file hits those alone whom it names', () => {
  const secondaries = exampleReport.fleet.secondaries.map(secondary => ({ ...secondary, files: ['chart.yaml'] }))
  const finding = { ...exampleReport.findings[0]!, severity: 'error' as const, file: 'chart.yaml', clusters: ['lyon'] }
  const report = { ...exampleReport, fleet: { ...exampleReport.fleet, secondaries }, findings: [finding] }
  expect(standingsOf(report).flatMap(({ secondary, state }) => (state === 'error' ? [secondary.label] : []))).toEqual([
    'lyon'
  ])
})
