import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { argoMarker } from '../loopback/argo-cd.ts'
import { bearerMarker, entra } from '../loopback/entra.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { keyVault, keyVaultReader, type KeyVault } from '../loopback/key-vault.ts'
import { secretMarker } from '../loopback/key-vault-wire.ts'
import { oidc, oidcMarker } from '../loopback/oidc.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { step, type Step } from './runner.ts'

const tenant = '11111111-1111-1111-1111-111111111111'
const subject = 'repo:contoso/kasten-fleet:ref:refs/heads/main'
const host = 'contoso-fleet.vault.azure.net'
const job = oidc(subject)
const federated = [
  { issuer: 'https://token.actions.githubusercontent.com', subject, audience: 'api://AzureADTokenExchange' }
]
const signIn = entra({ [tenant]: { drift: { federated } } }, job.claimsOf)

interface Worlds {
  readonly vaults: KeyVault
  readonly github: Github
  readonly net: Internet
}

const token = { created: '2026-11-01T08:00:00Z', tags: { 'managed-by': 'external-secrets' } }
const everything: string[] = []
let worlds: Worlds

beforeAll(async () => {
  const vaults = keyVault(
    { [host]: { tenant, secrets: { 'fleet-join-token': [token] }, access: keyVaultReader } },
    signIn.grantOf
  )
  const github = createGithub({ name: 'contoso/kasten-fleet', files: exampleFleet, defaultBranch: 'main' })
  const net = await internet({ ...signIn.sites, ...vaults.sites, ...job.sites, 'api.github.com': github.handler })
  worlds = { vaults, github, net }
})

afterAll(async () => {
  const { vaults, github, net } = worlds
  await net.close()
  expect(vaults.valuesRead).toEqual([])
  expect(github.contractViolations).toEqual([])
  const issues = JSON.stringify(github.snapshot())
  for (const marker of [secretMarker, bearerMarker, argoMarker, actionsToken]) {
    expect([...everything, issues].join('\n').replace(/^::add-mask::.*$/gm, '')).not.toContain(marker)
  }
  expect(everything.join('\n').replace(/^::add-mask::.*$/gm, '')).not.toContain(oidcMarker)
  await github.close()
})

async function drift(inputs: Record<string, string> = {}, files: Record<string, string> = exampleFleet): Promise<Step> {
  const ran = await step({
    files,
    inputs: {
      mode: 'drift',
      'github-token': actionsToken,
      'azure-client-id': 'drift',
      'azure-tenant-id': tenant,
      'report-file': 'report.json',
      ...inputs
    },
    env: { ...worlds.net.env, ...job.env, GITHUB_EVENT_NAME: 'schedule' }
  })
  everything.push(ran.everything)
  return ran
}

const issues = () => worlds.github.snapshot().issues.map(({ number, state, title }) => ({ number, state, title }))
const writes = () => worlds.github.requests.filter(({ write }) => write).length
const vault = () =>
  worlds.vaults.vaults[host]! as unknown as {
    secrets: Record<string, object[]>
    deleted?: Record<string, object>
    access: unknown
  }

describe('a schedule, day by day', () => {
  test('a token that is there is no drift, and no issue', async () => {
    const { status, outputs, report, summary } = await drift()
    expect({ status, drift: outputs.drift, verdict: outputs.verdict }).toEqual({
      status: 0,
      drift: 'none',
      verdict: 'pass'
    })
    expect(report.vault).toMatchObject([
      { url: `https://${host}`, secret: 'fleet-join-token', state: 'present', managedBy: 'external-secrets' }
    ])
    expect(summary).toContain('fleet-join-token')
    expect(issues()).toEqual([])
  })

  test('a token that is gone opens the issue', async () => {
    vault().secrets = {}
    const { status, outputs } = await drift()
    expect({ status, drift: outputs.drift, number: outputs['issue-number'] }).toEqual({
      status: 1,
      drift: 'drift',
      number: '1'
    })
    expect(issues()).toMatchObject([{ number: 1, state: 'open', title: expect.stringContaining('missing') }])
    const [, drawing = ''] = /```mermaid\n([\s\S]*?)```/.exec(worlds.github.snapshot().issues[0]!.body!) ?? []
    expect(drawing).toMatch(/✗ Key Vault secret/)
    expect(drawing.match(/-\.->\|"missing"\|/g)).toHaveLength(2)
  })

  test('the same drift again writes nothing', async () => {
    const before = writes()
    const { outputs } = await drift()
    expect(outputs['issue-number']).toBe('1')
    expect(writes()).toBe(before)
  })

  test('a run that could not look touches nothing, and is neither drift nor health', async () => {
    const before = writes()
    vault().access = 'firewall'
    const { status, outputs, report } = await drift()
    expect({ status, drift: outputs.drift, verdict: outputs.verdict }).toEqual({
      status: 3,
      drift: 'unknown',
      verdict: 'unknown'
    })
    expect(report.vault[0]).toMatchObject({ state: 'unknown', reason: expect.stringMatching(/firewall/i) })
    expect(writes()).toBe(before)
    const warned = await drift({ 'on-unknown': 'warn' })
    expect(warned.status).toBe(0)
    vault().access = keyVaultReader
  })

  test('a recovery closes the issue, and a recurrence opens the same one', async () => {
    vault().secrets = { 'fleet-join-token': [token] }
    expect((await drift()).outputs.drift).toBe('none')
    expect(issues()).toEqual([{ number: 1, state: 'closed', title: 'Kasten multi-cluster drift: all is well again' }])
    vault().secrets = {}
    expect((await drift()).outputs['issue-number']).toBe('1')
    expect(issues()).toMatchObject([{ number: 1, state: 'open' }])
    vault().secrets = { 'fleet-join-token': [token] }
  })

  test('a fault on the default branch is drift too', async () => {
    const files = {
      ...exampleFleet,
      'secondaries/east/join-secret.yaml': exampleFleet['secondaries/east/join-secret.yaml']!.replace(
        'secretKey: token',
        'secretKey: tokn'
      )
    }
    const { status, outputs } = await drift({ issue: 'false' }, files)
    expect({ status, drift: outputs.drift }).toEqual({ status: 1, drift: 'drift' })
  })
})

/** The healthy fleet, its primary delivered as a chart; a remark stands above the remote key. */
function chartFleet(remark: string): Record<string, string> {
  const primary = Object.entries(exampleFleet).flatMap(([path, text]) =>
    path.startsWith('primary/') ? [[path.replace('primary/', 'primary/templates/'), text] as const] : []
  )
  const others = Object.entries(exampleFleet).filter(([path]) => !path.startsWith('primary/'))
  const files: Record<string, string> = Object.fromEntries([...others, ...primary])
  files['primary/Chart.yaml'] = 'apiVersion: v2\nname: primary\nversion: 1.0.0\n'
  files['primary/values.yaml'] = `${remark}\nremoteKey: fleet-join-token\n`
  files['primary/templates/push-secret.yaml'] = files['primary/templates/push-secret.yaml']!.replace(
    'remoteKey: fleet-join-token',
    'remoteKey: {{ .Values.remoteKey }}'
  )
  return files
}

describe('a warning about what was seen', () => {
  const old = { 'fail-on': 'warning', 'max-token-age': '1h' }

  test('is drift where the inputs say so, and the headline and the issue count it', async () => {
    const { status, report, summary } = await drift(old)
    expect(report.findings).toMatchObject([{ rule: 'token-is-fresh', severity: 'warning' }])
    expect(status).toBe(1)
    expect(summary).toContain('Drift: 1 warning.')
    expect(issues().at(-1)!.title).toBe('Kasten multi-cluster drift: 1 warning')
    await drift()
  })

  test('is silenced by a comment in a values file, as any other', async () => {
    const told = await drift({ ...old, issue: 'false' }, chartFleet('# the key'))
    expect(told.report.findings).toMatchObject([{ rule: 'token-is-fresh', file: 'primary/values.yaml', line: 2 }])
    const silenced = await drift(
      { ...old, issue: 'false' },
      chartFleet('# kasten-multicluster-ignore token-is-fresh: rotated by hand')
    )
    expect(silenced.report).toMatchObject({ findings: [], ignored: 1, verdict: 'pass' })
  })
})

test('without a token for GitHub the drift is told all the same, and the reason in whole sentences', async () => {
  vault().secrets = {}
  const { status, everything: said } = await drift({ 'github-token': '' })
  vault().secrets = { 'fleet-join-token': [token] }
  expect(status).toBe(1)
  expect(said).toContain('The issue could not be kept: "github-token" is empty.')
  expect(said).not.toMatch(/could not be kept: .*\.\./)
})

test('the dates on which secrets expire, as a calendar', async () => {
  vault().secrets = { 'fleet-join-token': [{ ...token, exp: '2099-06-30T00:00:00Z' }] }
  const folder = mkdtempSync(join(tmpdir(), 'kmc-ics-'))
  const { status } = await drift({ 'report-file': join(folder, 'expiry.ics'), issue: 'false' })
  expect(status).toBe(0)
  expect(readFileSync(join(folder, 'expiry.ics'), 'utf8')).toMatch(/BEGIN:VCALENDAR[\s\S]*DTSTART;VALUE=DATE:20990630/)
  rmSync(folder, { recursive: true })
  vault().secrets = { 'fleet-join-token': [token] }
})

describe('bad weather', () => {
  test('a token without issues: write still tells the drift, and the line that is missing', async () => {
    vault().secrets = { 'fleet-join-token': [{ ...token, enabled: false }] }
    const before = worlds.github.tokens.get(actionsToken)!
    worlds.github.tokens.set(actionsToken, { ...before, permissions: { ...before.permissions, issues: 'none' } })
    const { status, outputs, everything: said } = await drift()
    expect({ status, drift: outputs.drift }).toEqual({ status: 1, drift: 'drift' })
    expect(said).toMatch(/issues: (write|read)/)
    worlds.github.tokens.set(actionsToken, before)
    vault().secrets = { 'fleet-join-token': [token] }
  })

  test('without id-token: write it could not look, and says what to add', async () => {
    const ran = await step({
      files: exampleFleet,
      inputs: {
        mode: 'drift',
        'github-token': actionsToken,
        'azure-client-id': 'drift',
        'azure-tenant-id': tenant,
        'azure-credential': 'oidc',
        'report-file': 'report.json'
      },
      env: worlds.net.env
    })
    everything.push(ran.everything)
    expect(ran.status).toBe(3)
    expect(ran.report.vault[0].reason).toContain('id-token: write')
  })

  test('a vault outside the known suffixes is not asked', async () => {
    const files = Object.fromEntries(
      Object.entries(exampleFleet).map(([path, text]) => [path, text.replaceAll(host, 'evil.example.net')])
    )
    const { status, report } = await drift({ issue: 'false', 'fail-on': 'never' }, files)
    expect(status).toBe(3)
    expect(report.vault[0]).toMatchObject({ url: 'https://evil.example.net', state: 'unknown' })
    expect(worlds.net.asked).not.toContain('evil.example.net')
    expect(worlds.net.refused.join()).not.toContain('evil.example.net')
  })
})
