import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { entra } from '../loopback/entra.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { keyVault, keyVaultReader, type KeyVault } from '../loopback/key-vault.ts'
import { oidc } from '../loopback/oidc.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { textAt } from '../repository/workflow-files.ts'
import { step, type Step } from './runner.ts'

/** The guide, and the values that a reader takes from it. */
const guide = textAt('docs/getting-started.md')
const said = (pattern: RegExp): string => pattern.exec(guide)![1]!
const vaultUrl = said(/`(https:\/\/\S+\.vault\.azure\.net)`/)
const primaryIngress = said(/`(https:\/\/kasten\.primary\S+)`/)
const eastIngress = said(/`(https:\/\/kasten\.east\S+)`/)
const applied = [...guide.matchAll(/apply --filename (\S+)/g)].map(([, path]) => path!)

const tenant = '11111111-1111-1111-1111-111111111111'
const subject = 'repo:contoso/fresh:ref:refs/heads/main'
const job = oidc(subject)
const issuer = 'https://token.actions.githubusercontent.com'
const federated = [{ issuer, subject, audience: 'api://AzureADTokenExchange' }]
const signIn = entra({ [tenant]: { drift: { federated } } }, job.claimsOf)

let github: Github
let vaults: KeyVault
let net: Internet

beforeAll(async () => {
  github = createGithub({ name: 'contoso/fresh', files: { 'readme.md': 'fresh' }, defaultBranch: 'main' })
  vaults = keyVault({ [new URL(vaultUrl).host]: { tenant, secrets: {}, access: keyVaultReader } }, signIn.grantOf)
  net = await internet({ ...signIn.sites, ...vaults.sites, ...job.sites, 'api.github.com': github.handler })
})

afterAll(async () => {
  await net.close()
  expect(vaults.valuesRead).toEqual([])
  await github.close()
})

/** A step on the checkout of main. */
const run = async (inputs: Record<string, string>): Promise<Step> =>
  step({
    files: github.snapshot().branches['main']!.files,
    inputs: {
      'github-token': actionsToken,
      'azure-credential': 'oidc',
      'azure-client-id': 'drift',
      'azure-tenant-id': tenant,
      'report-file': 'report.json',
      ...inputs
    },
    env: { ...net.env, ...job.env, GITHUB_REPOSITORY: 'contoso/fresh', GITHUB_EVENT_NAME: 'workflow_dispatch' }
  })

/** What External Secrets Operator does on the primary once the PushSecret is there. */
function push(secretName: string): void {
  const token = { created: '2026-11-01T08:00:00Z', tags: { 'managed-by': 'external-secrets' } }
  Object.assign(vaults.vaults[new URL(vaultUrl).host]!, { secrets: { [secretName]: [token] } })
}

test('a reader who does what the guide says has a primary and a secondary that agree, and no drift', async () => {
  const init = await run({ mode: 'init', layout: 'plain', 'primary-ingress': primaryIngress, 'vault-url': vaultUrl })
  expect(init).toMatchObject({ status: 0, outputs: { 'pull-request-operation': 'created' } })
  github.merge(1)
  expect(JSON.parse(init.outputs['changed-files']!)).toContain(applied[0])
  expect(await run({ mode: 'validate', 'fail-on': 'notice' })).toMatchObject({ status: 0 })

  push('kasten-join-token')
  expect(await run({ mode: 'drift' })).toMatchObject({ status: 0, outputs: { drift: 'none' } })

  const east = { 'cluster-name': 'east', 'cluster-ingress': eastIngress, 'destination-server': 'https://east:6443' }
  const onboard = await run({ mode: 'onboard', ...east })
  expect(onboard).toMatchObject({ status: 0, outputs: { 'pull-request-operation': 'created' } })
  github.merge(2)
  expect(JSON.parse(onboard.outputs['changed-files']!)).toContain(applied[1])

  const validate = await run({ mode: 'validate', 'fail-on': 'notice' })
  expect({ status: validate.status, findings: validate.report.findings }).toEqual({ status: 0, findings: [] })
  expect(validate.report.fleet.secondaries).toMatchObject([{ name: 'east', application: 'kasten-east' }])
  expect(await run({ mode: 'drift' })).toMatchObject({ status: 0, outputs: { drift: 'none' } })
}, 60_000)
