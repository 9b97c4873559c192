// Every value of the healthy fleet, replaced by each of some odd ones: reading and judging throws nothing.
import { expect, test } from '@jest/globals'
import { fleetOf } from '../../src/model/fleet.ts'
import { valueAt } from '../../src/model/manifest.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { exampleFleet, exampleRepository } from '../../src/rules/example-fleet.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'
import { checkoutOf } from '../../src/source/checkout.ts'
import { isObject, type Json, type JsonObject, type Path } from '../../src/source/json.ts'
import { documentsOf } from '../../src/source/yaml.ts'

const settings = { ...defaultSettings, ...exampleRepository, now: Date.UTC(2026, 11, 1) }
const oddValues: readonly Json[] = [null, '', 'odd', 0, true, [], [null], [[]], {}]

function pathsIn(value: Json, path: Path = []): Path[] {
  const steps = Array.isArray(value) ? [...value.keys()] : isObject(value) ? Object.keys(value) : []
  return steps.flatMap(step => [[...path, step], ...pathsIn(valueAt(value, [step]) ?? null, [...path, step])])
}

function replacedIn(value: Json, path: Path, by: Json): Json {
  const copy = structuredClone(value)
  const parent = valueAt(copy, path.slice(0, -1)) as JsonObject
  parent[path.at(-1)!] = by
  return copy
}

const files = Object.keys(exampleFleet).filter(file => !file.includes('west'))

test.each(files)('%s', async file => {
  const { value } = documentsOf(exampleFleet[file]!).documents[0]!
  for (const path of pathsIn(value)) {
    for (const odd of oddValues) {
      const texts = { ...exampleFleet, [file]: JSON.stringify(replacedIn(value, path, odd)) }
      const repository = await repositoryOf(checkoutOf(texts))
      expect(() => judge(fleetRules, fleetOf(repository, settings))).not.toThrow()
    }
  }
})
