import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { step, type Step } from './runner.ts'

let github: Github
let net: Internet

beforeAll(async () => {
  github = createGithub({ name: 'contoso/kasten-fleet', files: exampleFleet, defaultBranch: 'main' })
  net = await internet({ 'api.github.com': github.handler, 'contoso-fleet.vault.azure.net': () => ({ status: 404 }) })
})

afterAll(async () => {
  await net.close()
  await github.close()
})

async function doctor(env: Record<string, string> = {}): Promise<Step> {
  const inputs = { mode: 'doctor', 'github-token': actionsToken, 'azure-credential': 'oidc' }
  return step({ files: exampleFleet, inputs, env: { ...net.env, ...env } })
}

test('says what is there and what is missing, with the line to add, and writes nothing', async () => {
  const before = JSON.stringify(github.snapshot())
  const { status, stdout } = await doctor()
  expect(status).toBe(1)
  for (const there of ['issues are on', '1 primary, 2 secondaries', 'permission contents: write'])
    expect(stdout).toContain(there)
  expect(stdout).toContain('id-token: write')
  expect(JSON.stringify(github.snapshot())).toBe(before)
})

test('a permission that the token lacks is named', async () => {
  const token = github.tokens.get(actionsToken)!
  github.tokens.set(actionsToken, { ...token, permissions: { contents: 'read' } })
  const { stdout } = await doctor()
  expect(stdout.replace(/\s+/g, ' ')).toMatch(/permission contents: write missing/)
  github.tokens.set(actionsToken, token)
})

test('says nothing of the manifests, which it does not judge', async () => {
  const broken = exampleFleet['secondaries/east/join-secret.yaml']!.replace('key: fleet', 'key: fleat')
  const { stdout, summary } = await step({
    files: { ...exampleFleet, 'secondaries/east/join-secret.yaml': broken },
    inputs: { mode: 'doctor', 'github-token': actionsToken },
    env: net.env
  })
  for (const said of [stdout, summary]) expect(said).not.toMatch(/\bclean\b|no findings/)
})

test('a renderer that the fleet needs and that is not there is named with the step that brings it', async () => {
  const chart = {
    'east/Chart.yaml': 'apiVersion: v2\nname: east\nversion: 1.0.0\n',
    'east/templates/config.yaml': '{{ tpl .Values.text . }}\n',
    'east/values.yaml': 'text: "a: b"\n',
    'argocd/east.yaml': exampleFleet['argocd/east.yaml']!.replace('path: secondaries/east', 'path: east')
  }
  const { stdout } = await step({
    files: { ...exampleFleet, ...chart },
    inputs: { mode: 'doctor', 'github-token': actionsToken },
    env: { ...net.env, PATH: '' }
  })
  expect(stdout).toContain('- uses: azure/setup-helm@v4')
})
