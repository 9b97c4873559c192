import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { hasSchema, mismatchesOf } from '../../src/model/schema/schema.ts'
import { upstreamDefinitions, upstreamDigest, upstreams } from '../../src/model/schema/upstream.generated.ts'
import type { JsonObject } from '../../src/source/json.ts'

const application = (spec: JsonObject, metadata: JsonObject = {}): JsonObject => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'mc', ...metadata },
  spec: { project: 'default', destination: { name: 'east' }, source: { repoURL: 'https://example.org/r' }, ...spec }
})

const judged = (object: JsonObject) => {
  const { apiVersion, kind } = object
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') throw new Error('no kind')
  return mismatchesOf(apiVersion, kind, object)
}
const messages = (object: JsonObject) => judged(object).map(({ message }) => message)

const external = (spec: JsonObject): JsonObject => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ExternalSecret',
  metadata: { name: 'mc-join' },
  spec
})
const push = (spec: JsonObject): JsonObject => ({
  apiVersion: 'external-secrets.io/v1alpha1',
  kind: 'PushSecret',
  metadata: { name: 'join-token' },
  spec: { secretStoreRefs: [{ name: 'store' }], selector: { secret: { name: 'join-token' } }, ...spec }
})
const store = (azurekv: JsonObject): JsonObject => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ClusterSecretStore',
  metadata: { name: 'store' },
  spec: { provider: { azurekv } }
})
const core = (kind: string, rest: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'x' },
  ...rest
})

describe('each problem, with the words for it', () => {
  const cases: [string, JsonObject, string[]][] = [
    ['a misspelt key', application({ destinatoin: {} }), ['unknown field spec.destinatoin, did you mean destination?']],
    [
      'a key in the wrong case, deep',
      application({ syncPolicy: { automated: { selfheal: true } } }),
      ['unknown field spec.syncPolicy.automated.selfheal, did you mean selfHeal?']
    ],
    [
      'a key one level too high',
      application({ syncPolicy: { selfHeal: true } }),
      ['unknown field spec.syncPolicy.selfHeal, did you mean automated.selfHeal?']
    ],
    [
      'a key that is called something else',
      application({ source: { repoURL: 'https://example.org/r', branch: 'main' } }),
      ['unknown field spec.source.branch, did you mean targetRevision?']
    ],
    ['a key like no other', application({ xyzzy: 1 }), ['unknown field spec.xyzzy']],
    ['a key nobody can write with dots', application({}, { 'a b': 1 }), ['unknown field metadata["a b"]']],
    [
      'a key in a list',
      application({ sources: [{ repoURL: 'x' }, { repoURL: 'x', chrat: 'k10' }] }),
      ['unknown field spec.sources[1].chrat, did you mean chart?']
    ],
    ['a required field', application({ project: null }), ['spec.project is required']],
    ['a required field in a list', application({ sources: [{ path: 'x' }] }), ['spec.sources[0].repoURL is required']],
    [
      'a required field, misspelt: one mistake',
      application({ source: { repoUrl: 'https://example.org/r' } }),
      ['unknown field spec.source.repoUrl, did you mean repoURL?']
    ],
    [
      'a boolean in quotes',
      application({ syncPolicy: { automated: { prune: 'true' } } }),
      ['spec.syncPolicy.automated.prune must be a boolean, not the string "true"']
    ],
    [
      'an integer in quotes',
      application({ revisionHistoryLimit: '3' }),
      ['spec.revisionHistoryLimit must be an integer, not a string; remove the quotes']
    ],
    [
      'a fraction for an integer',
      application({ revisionHistoryLimit: 1.5 }),
      ['spec.revisionHistoryLimit must be an integer, not a number']
    ],
    [
      'an unquoted sync wave',
      application({}, { annotations: { 'argocd.argoproj.io/sync-wave': 1 } }),
      ['annotation argocd.argoproj.io/sync-wave must be a string, not a number; quote it']
    ],
    [
      'a bare boolean in a ConfigMap',
      core('ConfigMap', { data: { 'allow-insecure-primary-ingress': true } }),
      ['data.allow-insecure-primary-ingress must be a string, not a boolean; quote it']
    ],
    [
      'a map for a list',
      application({ syncPolicy: { syncOptions: {} } }),
      ['spec.syncPolicy.syncOptions must be a list, not a map']
    ],
    ['an empty item', application({ sources: [null] }), ['spec.sources[0] must be a map, not empty']],
    [
      'a value outside an enum',
      external({ target: { creationPolicy: 'owner' } }),
      ['spec.target.creationPolicy must be one of Owner, Orphan, Merge, None, CreateOrMerge, not owner']
    ],
    [
      'a value outside a pattern',
      external({ data: [{ secretKey: 'to ken', remoteRef: { key: 'k' } }] }),
      ['spec.data[0].secretKey may hold only letters, digits, "-", "_" and "."']
    ],
    ['an empty name', push({ secretStoreRefs: [{ name: '' }] }), ['spec.secretStoreRefs[0].name must not be empty']],
    [
      'a name too long',
      push({ secretStoreRefs: [{ name: 'a'.repeat(254) }] }),
      ['spec.secretStoreRefs[0].name must have at most 253 characters']
    ],
    [
      'a selector of nothing',
      push({ selector: { secret: null } }),
      ['spec.selector must have exactly one of generatorRef, secret']
    ],
    ['a vault without a URL', store({}), ['spec.provider.azurekv.vaultUrl is required']],
    [
      'a misspelt vault field',
      store({ vaultURL: 'https://v.vault.azure.net' }),
      ['unknown field spec.provider.azurekv.vaultURL, did you mean vaultUrl?']
    ]
  ]
  test.each(cases)('%s', (_, object, expected) => expect(messages(object)).toEqual(expected))

  test('says where, what and what instead', () => {
    expect(judged(external({ target: { creationPolicy: 'owner' } }))).toEqual([
      {
        path: ['spec', 'target', 'creationPolicy'],
        part: 'value',
        problem: 'enum',
        message: 'spec.target.creationPolicy must be one of Owner, Orphan, Merge, None, CreateOrMerge, not owner',
        suggestion: 'Owner',
        certain: true
      }
    ])
    expect(judged({ ...application({}), spec: { destination: {} } })).toMatchObject([
      { path: ['spec', 'project'], part: 'key', problem: 'missing' }
    ])
  })
})

describe('what Kubernetes accepts', () => {
  const fine: [string, JsonObject][] = [
    ['null for an optional field', application({ syncPolicy: null, sources: null }, { creationTimestamp: null })],
    ['null in a map of strings', application({}, { annotations: { a: null } })],
    ['any status', { ...application({}), status: { anything: [1, { goes: true }] } }],
    [
      'unknown keys where they are preserved',
      application({ source: { repoURL: 'x', helm: { valuesObject: { a: [1] } } } })
    ],
    [
      'a number for an integer or string',
      application({ source: { repoURL: 'x', kustomize: { replicas: [{ name: 'a', count: 1 }] } } })
    ],
    [
      'a string for an integer or string',
      application({ source: { repoURL: 'x', kustomize: { replicas: [{ name: 'a', count: '1' }] } } })
    ],
    ['a required field with a default', push({ dataTo: [{ storeRef: { name: 'store' } }] })],
    [
      'what another provider says',
      { ...store({}), spec: { provider: { vault: { server: 'https://v', nonsense: [1] } } } }
    ],
    ['no schema, no opinion', { apiVersion: 'v1', kind: 'Pod', sepc: 1 }]
  ]
  test.each(fine)('%s', (_, object) => expect(messages(object)).toEqual([]))
})

describe('what is still to be filled in is not judged', () => {
  const open: [string, JsonObject][] = [
    ['a substituted name', push({ secretStoreRefs: [{ name: '${STORE}' }] })],
    ['a templated enum', external({ target: { creationPolicy: '{{ .policy }}' } })],
    ['a placeholder', application({ revisionHistoryLimit: '<path:kv#limit>' })],
    ['a templated key', application({ '{{ if x }}': null })],
    ['a kustomize patch that deletes', { ...application({}), metadata: { name: 'a' }, spec: { $patch: 'delete' } }],
    ['an object that sops encrypted', { ...core('Secret', { data: { token: 'ENC[x]' } }), sops: { version: '3' } }]
  ]
  test.each(open)('%s', (_, object) => expect(messages(object)).toEqual([]))
})

describe('secrets stay untold', () => {
  const secret = 'hunter2-hunter2'
  const hidden: [string, JsonObject][] = [
    ['a number in a Secret', core('Secret', { stringData: { pin: 73_313_377 } })],
    ['a list in a Secret', core('Secret', { data: [secret] })],
    ['text for a flag', core('Secret', { immutable: secret })],
    ['text for a number', application({ revisionHistoryLimit: secret })],
    ['a misplaced token', core('Secret', { token: secret })],
    ['a long value of an enum', external({ target: { creationPolicy: secret.repeat(9) } })],
    ['a value of a pattern', push({ secretStoreRefs: [{ name: `${secret} ` }] })]
  ]
  test.each(hidden)('%s', (_, object) => {
    const found = JSON.stringify(judged(object))
    expect(judged(object)).toHaveLength(1)
    expect(found).not.toMatch(/hunter2|73313377/)
  })
})

const bootstrap = (member: JsonObject, rest: JsonObject = {}): JsonObject => ({
  apiVersion: 'dist.kio.kasten.io/v1alpha1',
  kind: 'Bootstrap',
  metadata: { name: 'bootstrap', ...rest },
  spec: { clusters: { 'primary-cluster': member } }
})

describe('Kasten kinds', () => {
  const k10 = { namespace: 'kasten-io', releaseName: 'k10', ingress: { url: 'https://k.example.org/k10' } }

  test('a Bootstrap as documented is fine', () => {
    expect(judged(bootstrap({ name: 'primary', primary: true, k10 }))).toEqual([])
  })

  test('what we read in documentation is uncertain, what Kubernetes says is not', () => {
    const found = judged(bootstrap({ name: 'primary', k10: { ...k10, relaseName: 'k10' } }, { lables: {} }))
    expect(found.map(({ message, certain }) => [message, certain])).toEqual([
      ['unknown field metadata.lables, did you mean labels?', true],
      ['unknown field spec.clusters.primary-cluster.k10.relaseName, did you mean releaseName?', false]
    ])
  })
})

test('a hostile object costs little', () => {
  const keys = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, 1]))
  expect(judged(application(keys))).toHaveLength(100)
  const polluted: JsonObject = JSON.parse('{"__proto__":{"a":1},"constructor":1,"toString":2}')
  expect(messages(application(polluted))).toEqual([
    'unknown field spec.__proto__',
    'unknown field spec.constructor',
    'unknown field spec.toString'
  ])
})

test('kinds with a schema', () => {
  expect(hasSchema('external-secrets.io/v1beta1', 'ClusterSecretStore')).toBe(true)
  expect(hasSchema('v1', 'Pod')).toBe(false)
  expect(hasSchema('v1', 'ExternalSecret.spec.refreshPolicy')).toBe(false)
  expect(hasSchema('', 'ObjectMeta')).toBe(false)
})

describe('the generated definitions', () => {
  test('are as they were generated', () => {
    const digest = createHash('sha256')
      .update(JSON.stringify([upstreams, upstreamDefinitions()]))
      .digest('hex')
    expect(digest).toBe(upstreamDigest)
  })

  test.each(upstreams)('come from the commit of $repository that the script pins', ({ commit, version }) => {
    const script = readFileSync(new URL('../../scripts/schemas.mjs', import.meta.url), 'utf8')
    expect(commit).toMatch(/^[0-9a-f]{40}$/)
    expect(script).toContain(`version: '${version}',\n    commit: '${commit}'`)
  })
})
