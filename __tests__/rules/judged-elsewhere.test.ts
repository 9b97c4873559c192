import { expect, test } from '@jest/globals'
import { fleetOf } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { changed } from '../../src/rules/example-change.ts'
import { exampleOf } from '../../src/rules/example.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'
import { judgedElsewhere } from '../../src/rules/judged-elsewhere.ts'

async function rulesFor(example: string): Promise<string[]> {
  const { checkout, settings } = exampleOf(example)
  return judge(fleetRules, fleetOf(await repositoryOf(checkout), settings)).map(({ rule }) => rule)
}

test('each rule that fields are left to exists', () => {
  const ids = new Set(fleetRules.map(({ id }) => id))
  expect(judgedElsewhere.filter(({ by }) => !ids.has(by))).toEqual([])
})

test.each([
  ['primary/push-secret.yaml', 'secretKey: token', 'secretkey: token', 'push-secret-sends-the-token'],
  ['primary/push-secret.yaml', '      kind: ClusterSecretStore\n', '', 'push-store-names-its-kind'],
  ['primary/bootstrap.yaml', 'primary: true', 'primary: "true"', 'field-has-the-right-type'],
  ['secondaries/east/join-config.yaml', 'cluster-name: east', 'cluster-name: 7', 'config-values-are-strings'],
  ['secondaries/east/join-secret.yaml', 'secretStoreRef:', 'secretStoreref:', 'join-store-names-its-kind'],
  ['secondaries/east/join-secret.yaml', 'refreshInterval: 10m', 'refreshInterval: 10', 'field-has-the-right-type'],
  ['argocd/east.yaml', 'repoURL: ', 'repoUrl: ', 'field-is-known'],
  ['argocd/east.yaml', 'targetRevision: main', 'targetRevison: main', 'field-is-known'],
  ['argocd/east.yaml', '    repoURL: https://github.com/contoso/kasten-fleet\n', '', 'source-is-valid']
])('%s with %j as %j is one mistake', async (path, was, is, rule) => {
  const rules = await rulesFor(changed(path, [was, is]))
  if (rule === 'field-has-the-right-type') expect(new Set(rules).size).toBe(1)
  else expect(rules).toEqual([rule])
})

test('a file that cannot be read is judged when it is the fleet’s, and not when it is not', async () => {
  expect(await rulesFor('# file: primary/broken.yaml\nkind: [\n')).toEqual(['yaml-parses'])
  expect(await rulesFor('# file: elsewhere/broken.yaml\nkind: [\n')).toEqual([])
  expect(await rulesFor('# file: elsewhere/broken.yaml\nkind: [ # mc-join\n')).toEqual(['yaml-parses'])
})

test('the healthy fleet keeps silent whatever the order of its keys', async () => {
  const path = 'argocd/east.yaml'
  const [head, spec] = exampleFleet[path]!.split('spec:\n')
  expect(await rulesFor(`# file: ${path}\nspec:\n${spec}${head}`)).toEqual([])
})
