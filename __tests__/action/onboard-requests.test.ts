import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { step, type Step } from './runner.ts'

const north = {
  mode: 'onboard',
  'cluster-name': 'north',
  'cluster-ingress': 'https://kasten.north.contoso.com/k10',
  'destination-server': 'https://north.k8s.contoso.com:6443'
}
const elsewhere = { ...north, 'cluster-ingress': 'https://kasten.north.contoso.com/kasten' }

let github: Github
let net: Internet

beforeAll(async () => {
  github = createGithub({ name: 'contoso/kasten-fleet', files: exampleFleet, defaultBranch: 'main' })
  net = await internet({
    'api.github.com': github.handler,
    'contoso-fleet.vault.azure.net': () => ({ status: 404 })
  })
})

afterAll(async () => {
  await net.close()
  await github.close()
})

async function run(inputs: Record<string, string>): Promise<Step> {
  return step({
    files: github.snapshot().branches.main!.files,
    inputs: { 'github-token': actionsToken, 'azure-credential': 'oidc', 'require-token': 'false', ...inputs },
    env: { ...net.env, GITHUB_EVENT_NAME: 'workflow_dispatch' }
  })
}

/** The rows of the table that begins with this heading: what a run does, its requests, its writes. */
function documented(heading: string): Record<string, [number, number]> {
  const text = readFileSync(join(import.meta.dirname, '../../docs/performance.md'), 'utf8')
  const [, table = ''] = text.split(`| ${heading} | requests | of which write |\n`)
  const rows = [...table.split('\n\n')[0]!.matchAll(/^\| ([^|]+?) \| (\d+) \| (\d+) \|$/gm)]
  return Object.fromEntries(rows.map(([, what, requests, writes]) => [what, [Number(requests), Number(writes)]]))
}

test('docs/performance.md says how many requests each way of a run takes', async () => {
  const measured: Record<string, [number, number]> = {}
  const ways: [string, Record<string, string>, string][] = [
    ['new, dry run', { ...north, 'dry-run': 'true' }, 'created'],
    ['new', north, 'created'],
    ['unchanged', north, 'unchanged'],
    ['unchanged, dry run', { ...north, 'dry-run': 'true' }, 'unchanged'],
    ['updated', elsewhere, 'updated'],
    ['refused by what is there', { ...north, 'cluster-name': 'east' }, 'none']
  ]
  for (const [what, inputs, operation] of ways) {
    const before = github.requests.length
    const ran = await run(inputs)
    expect([what, ran.outputs['pull-request-operation']]).toEqual([what, operation])
    const sent = github.requests.slice(before)
    measured[what] = [sent.length, sent.filter(({ write }) => write).length]
    if (operation !== 'none') expect(ran.summary).toContain(` ${sent.length} requests`)
  }
  github.merge(1)
  const before = github.requests.length
  expect((await run(elsewhere)).outputs['pull-request-operation']).toBe('none')
  measured['on the base already'] = [github.requests.length - before, 0]
  const parting = github.requests.length
  await run({ mode: 'offboard', 'cluster-name': 'east' })
  expect(github.requests.length - parting).toBe(measured['new']![0] - 1)
  expect(documented('a run of `onboard`')).toEqual(measured)
})
