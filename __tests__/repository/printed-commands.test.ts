import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { PipelineResponse } from '@azure/core-rest-pipeline'
import { signInRefusalOf } from '../../src/adapters/azure/sign-in-refusal.ts'
import { noDeletedList, troubleOf, type Attempt } from '../../src/adapters/azure/vault-reasons.ts'
import { VaultRefusal } from '../../src/adapters/azure/vault-refusal.ts'
import type { ProposalText, ProposedCluster } from '../../src/report/proposal-text.ts'
import { proposalBody } from '../../src/report/pull-request.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { changeRules } from '../../src/rules/change/index.ts'
import { liveRules } from '../../src/rules/live/index.ts'
import { vaultRules } from '../../src/rules/vault/index.ts'
import { clients, unknownIn } from './client-commands.ts'
import { stageWith, type Stage } from './stage.ts'

/** What we print is pasted into a shell: every command has to be one, with words that its client knows, whatever the names are. */
let stage: Stage
let before: readonly string[]

beforeEach(() => {
  stage = stageWith(Object.fromEntries(clients.map(client => [client, 'echo Z2l2ZW4='])))
  before = readdirSync(stage.folder)
})

afterEach(() => stage.remove())

function expectCommands(script: string): void {
  const { status, stderr, asked } = stage.play(script)
  expect({ script, status, stderr, unknown: asked.flatMap(unknownIn) }).toEqual({
    script,
    status: 0,
    stderr: '',
    unknown: []
  })
  expect(asked.length).toBeGreaterThan(0)
  expect(readdirSync(stage.folder).filter(file => !before.includes(file) && !/^(?:asked|output)$/.test(file))).toEqual(
    []
  )
}

describe('a pull request', () => {
  const cluster = (name: string): ProposedCluster => ({
    name,
    ingress: '',
    destination: '',
    application: '',
    cascades: true
  })
  const plain = { kastenNamespace: 'kasten-io', pushSecret: 'join-token', externalSecret: 'mc-join' }
  const odd = { kastenNamespace: '{{ .ns }}', pushSecret: 'a;b', externalSecret: '$(id) > x' }
  const proposal = (kind: ProposalText['kind'], names: string[], objects: ProposalText['names']): ProposalText => ({
    kind,
    clusters: names.map(cluster),
    primary: names[0] ?? '',
    files: [],
    checksPassed: [],
    notes: [],
    way: { stations: [], handOvers: [] },
    prerequisites: [],
    names: objects,
    key: 'x'
  })

  test.each([
    ['onboard', ['north'], plain],
    ['onboard', ['north', 'south'], plain],
    ['onboard', ['<north> & co'], odd],
    ['onboard', ['<north>', 'south'], odd],
    ['init', [], plain],
    ['init', ['> primary'], odd],
    ['offboard', ['north'], plain],
    ['offboard', ['<north>', 'so"uth'], odd]
  ] as ['onboard' | 'offboard' | 'init', string[], ProposalText['names']][])('%s of %j', (kind, names, objects) => {
    const body = proposalBody(proposal(kind, names, objects))
    const blocks = [...body.matchAll(/^( *)```sh\n([\s\S]*?)^ *```$/gm)].map(([, , block]) => block!)
    expectCommands(blocks.join('\n'))
  })

  test('of several clusters lists them all', () => {
    const body = proposalBody(proposal('onboard', ['north', 'south'], plain))
    expect(body).toContain('kubectl -n kasten-io-mc get clusters.dist.kio.kasten.io\n')
  })
})

describe('advice about a vault', () => {
  const signIn = { way: 'oidc', clientId: undefined, cloud: 'public' } as unknown as Attempt['signIn']
  const vault = { ok: true, url: '', host: 'fleet.vault.azure.net', name: 'fleet', loopback: false } as const
  const attempt: Attempt = { vault, signIn, deadlineMs: 1, signal: undefined }
  const refusal = (inner: string) =>
    new VaultRefusal({
      status: 403,
      bodyAsText: JSON.stringify({ error: { code: 'Forbidden', innererror: { code: inner } } }),
      headers: new Map()
    } as unknown as PipelineResponse)

  test.each(['ForbiddenByRbac', 'AccessDenied', 'ForbiddenByFirewall'])('%s', inner =>
    expectCommands(inlineIn(troubleOf(refusal(inner), attempt).reason))
  )

  test.each(['ForbiddenByRbac', 'AccessDenied'])('whose deleted secrets are not listed: %s', inner =>
    expectCommands(inlineIn(noDeletedList(refusal(inner), attempt)))
  )
})

test('advice about a federated credential', () => {
  const claims = {
    issuer: 'https://token.actions.githubusercontent.com',
    subject: 'repo:a/b:ref:refs/heads/main',
    audience: 'api://x'
  }
  const context = {
    way: 'oidc',
    clientId: undefined,
    tenantId: undefined,
    authority: 'login',
    witness: { claims }
  } as const
  expectCommands(inlineIn(signInRefusalOf(new Error('AADSTS70021'), context).message))
})

test('what rules say of mending', () => {
  expectCommands(
    inlineIn(
      [...fleetRules, ...changeRules, ...vaultRules, ...liveRules].map(({ fix, why }) => `${fix}\n${why}`).join('\n')
    )
  )
})

/** Commands within sentences; a client's name and one word are the name of a command. */
function inlineIn(text: string): string {
  const quoted = [...text.matchAll(/`([a-z]+ [^`\n]+)`/g)].map(([, words]) => words!)
  return quoted.filter(words => clients.includes(words.split(' ')[0]!)).join('\n')
}
