import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { step, type Step } from './runner.ts'

const picture = Buffer.from('89504e470d0a1a0a0000ff00fe', 'hex')
const odd: Readonly<Record<string, string | Buffer>> = {
  'secondaries/west/logo.png': picture,
  'secondaries/west/README.md': '# West, called west\n',
  'secondaries/west/checks.sh': '#!/bin/sh\nkubectl get pods\n',
  // Nobody's, and no UTF-8: a proposal has nothing to do with it.
  'archive/notes.txt': Buffer.from('caf\xe9\n', 'latin1'),
  'archive/notes.yaml': Buffer.from('caf\xe9: 1\n', 'latin1')
}

let folder: string
let github: Github
let net: Internet

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kmc-odd-'))
  for (const [path, content] of Object.entries({ ...exampleFleet, ...odd })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  chmodSync(join(folder, 'secondaries/west/checks.sh'), 0o755)
  symlinkSync('../../archive/notes.txt', join(folder, 'secondaries/west/notes'))
  github = createGithub({ name: 'contoso/kasten-fleet', folder, defaultBranch: 'main' })
  net = await internet({
    'api.github.com': github.handler,
    'contoso-fleet.vault.azure.net': () => ({ status: 404 })
  })
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await net.close()
  expect(github.contractViolations).toEqual([])
  await github.close()
})

const run = async (inputs: Record<string, string>): Promise<Step> =>
  step({
    inputs: {
      'github-token': actionsToken,
      'azure-credential': 'oidc',
      'require-token': 'false',
      'cluster-name': 'north',
      'report-file': 'report.json',
      ...inputs
    },
    env: { ...net.env, GITHUB_EVENT_NAME: 'workflow_dispatch' }
  })
const north = {
  mode: 'onboard',
  'cluster-ingress': 'https://kasten.north.contoso.com/k10',
  'destination-server': 'https://north.k8s.contoso.com:6443',
  like: 'west'
}
const listing = (): string => github.repository.git.run(['ls-tree', '-r', 'refs/heads/main'])
const below = (text: string, path: string): string[] =>
  text
    .split('\n')
    .filter(line => line.includes(`\t${path}`))
    .map(line => line.replace(path, ''))

test('what is no manifest comes along to the byte, with its mode, and goes again', async () => {
  const before = listing()
  const dry = await run({ ...north, 'dry-run': 'true' })
  expect(dry.status).toBe(0)
  expect(dry.summary).toContain('copy from secondaries/west/logo.png\ncopy to secondaries/north/logo.png')
  const { status, outputs } = await run(north)
  expect({ status, tree: outputs['tree-sha'] }).toEqual({ status: 0, tree: dry.outputs['tree-sha'] })
  expect(JSON.parse(outputs['changed-files']!)).toEqual([
    'argocd/north.yaml',
    'secondaries/north/README.md',
    'secondaries/north/checks.sh',
    'secondaries/north/join-config.yaml',
    'secondaries/north/join-secret.yaml',
    'secondaries/north/logo.png',
    'secondaries/north/notes',
    'secondaries/north/store.yaml'
  ])
  github.merge(1)
  const copies = below(listing(), 'secondaries/north/').filter(line => !line.includes('join-config'))
  expect(copies).toEqual(below(before, 'secondaries/west/').filter(line => !line.includes('join-config')))
  const { body } = github.snapshot().pulls[0]!
  expect(body).toMatch(/Copied as they are, though they name "west": .*README\.md/)
  expect(body).toMatch(/Copied to the byte, without a look inside: .*checks\.sh.*logo\.png.*notes/)

  const back = await run({ mode: 'offboard' })
  expect(back.status).toBe(0)
  expect(JSON.parse(back.outputs['changed-files']!)).toHaveLength(8)
  github.merge(2)
  expect(listing()).toBe(before)
})
