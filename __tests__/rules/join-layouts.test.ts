import { describe, expect, test } from '@jest/globals'
import { fleetOf } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { defaultSettings } from '../../src/model/settings.ts'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { joinRules } from '../../src/rules/join/index.ts'
import { judge } from '../../src/rules/judge.ts'
import { checkoutOf } from '../../src/source/checkout.ts'

type Files = Record<string, string>

async function rulesBroken(files: Files): Promise<string[]> {
  const fleet = fleetOf(await repositoryOf(checkoutOf(files)), defaultSettings)
  return judge(joinRules, fleet).map(({ rule, file }) => `${rule} ${file}`)
}

const east = 'secondaries/east/join-secret.yaml'
const west = 'secondaries/west/join-secret.yaml'

/** The healthy fleet as a person keeps it who makes the Applications by hand. */
const loose: Files = Object.fromEntries(Object.entries(exampleFleet).filter(([path]) => !path.startsWith('argocd/')))

function without(files: Files, ...paths: readonly string[]): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)))
}

function inOneFilePerCluster(): Files {
  const files: Files = {}
  for (const [path, text] of Object.entries(loose)) {
    const file = path.replace(/\/[^/]+$/, '.yaml')
    files[file] = file in files ? `${files[file]}---\n${text}` : text
  }
  return files
}

function kustomized(): Files {
  const overlay = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../../base]\n'
  return {
    ...without(loose, east, west),
    'base/join-secret.yaml': loose[east]!,
    'base/kustomization.yaml': 'resources: [join-secret.yaml]\n',
    'secondaries/east/kustomization.yaml': overlay,
    'secondaries/west/kustomization.yaml': overlay
  }
}

describe('without Applications, what belongs together is told by folders', () => {
  test.each<[string, Files]>([
    ['a folder for each cluster', loose],
    ['a file for each cluster', inOneFilePerCluster()],
    ['one ExternalSecret for all', { ...without(loose, east, west), 'shared/join-secret.yaml': loose[east]! }],
    ['a base that overlays share', kustomized()]
  ])('%s is healthy', async (_layout, files) => {
    expect(await rulesBroken(files)).toEqual([])
  })

  test('a forgotten ConfigMap', async () => {
    const files = without(loose, 'secondaries/east/join-config.yaml')
    expect(await rulesBroken(files)).toEqual([`secondary-has-a-join-config ${east}`])
  })

  test('a forgotten ExternalSecret', async () => {
    const files = without(loose, east)
    expect(await rulesBroken(files)).toEqual(['secondary-has-a-join-secret secondaries/east/join-config.yaml'])
  })
})
