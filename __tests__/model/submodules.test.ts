import { expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { unjudgedOf } from '../../src/model/unjudged.ts'
import { changed, fleetWith, saidOf } from './rendered-world.ts'

// Argo CD fetches submodules; actions/checkout does so only when it is asked to.
const gitmodules = '[submodule "shared"]\n\tpath = shared\n\turl = https://github.com/contoso/shared.git\n'

test.each([
  ['a source', { 'argocd/east.yaml': 'path: shared/secondaries/east' }],
  ['a base', { 'argocd/east.yaml': 'path: overlays/east' }]
])('%s in a submodule that is not checked out is not said to be missing', async (_what, edits) => {
  const moved = changed(exampleFleet, 'argocd/east.yaml', 'path: secondaries/east', edits['argocd/east.yaml'])
  const files = { ...moved, 'overlays/east/kustomization.yaml': 'resources:\n  - ../../shared/east\n' }
  const fleet = await fleetWith({ ...files, '.gitmodules': gitmodules })
  expect(saidOf(fleet).filter(each => /source-path-exists|sources-can-be-built/.test(each))).toEqual([])
  expect(unjudgedOf(fleet).map(({ reason }) => reason)).toEqual([expect.stringContaining('submodule')])
  const without = await fleetWith(files)
  expect(saidOf(without).filter(each => /source-path-exists|sources-can-be-built/.test(each))).toHaveLength(1)
})
