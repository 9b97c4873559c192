import { describe, expect, test } from '@jest/globals'
import type { Json, JsonObject } from '../../src/source/json.ts'
import { manifestOf, type Located, type Origin } from '../../src/model/manifest.ts'
import { permissionsOf, type Permissions } from '../../src/model/project-permissions.ts'
import { projectOf } from '../../src/model/project.ts'

const origin: Origin = {
  file: 'project.yaml',
  locate: () => ({ file: 'project.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 })
}

function project(spec: JsonObject): Permissions {
  const object = { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: { name: 'p' }, spec }
  return permissionsOf(projectOf(manifestOf(object, origin)!))
}

function destination(side: 'server' | 'name', value: string): Parameters<Permissions['destination']>[0] {
  const manifest = manifestOf({ kind: 'Application' }, origin)!
  const located: Located<string> = { manifest, path: [], value }
  return { server: undefined, name: undefined, [side]: located }
}

describe('sources', () => {
  test.each([
    [['*'], 'https://github.com/acme/fleet', true],
    [['https://github.com/acme/*'], 'https://github.com/ACME/fleet.git', true],
    [['https://github.com/*'], 'https://github.com/acme/fleet', false],
    [['https://github.com/**'], 'https://github.com/acme/fleet', true],
    [['https://github.com/acme/fleet'], 'git@github.com:acme/fleet.git', false],
    [['git@github.com:acme/fleet.git'], 'ssh://git@github.com/acme/fleet', true],
    [['*', '!https://github.com/acme/fleet.git'], 'https://github.com/acme/fleet', false],
    [['!https://github.com/acme/other'], 'https://github.com/acme/fleet', true],
    [[], 'https://github.com/acme/fleet', false]
  ])('%j and %s: %s', (sourceRepos, url, permitted) => {
    expect(project({ sourceRepos }).source(url)).toBe(permitted)
  })
})

describe('destinations', () => {
  const server = destination('server', 'https://east.example.com')
  test.each<[Json[], Parameters<Permissions['destination']>[0], string, boolean]>([
    [[{ server: '*', namespace: 'kasten-io*' }], server, 'kasten-io-mc', true],
    [[{ server: '*', namespace: 'kasten-io' }], server, 'kasten-io-mc', false],
    [[{ server: 'https://*.example.com', namespace: '*' }], server, 'x', true],
    [[{ server: 'https://west.example.com', namespace: '*' }], server, 'x', false],
    [[{ name: 'east', namespace: '*' }], server, 'x', true],
    [[{ name: 'east', namespace: '*' }], destination('name', 'west'), 'x', false],
    [[{ server: 'https://east.example.com', namespace: '*' }], destination('name', 'east'), 'x', true],
    [[{ name: 'in-cluster', namespace: '*' }], destination('server', 'https://kubernetes.default.svc/'), 'x', true],
    [[{ name: 'other', namespace: '*' }], destination('server', 'https://kubernetes.default.svc'), 'x', false],
    [
      [
        { server: '*', namespace: '*' },
        { server: '*', namespace: '!kube-system' }
      ],
      server,
      'kube-system',
      false
    ],
    [
      [
        { server: '*', namespace: '*' },
        { server: '!https://east.example.com', namespace: '*' }
      ],
      server,
      'x',
      false
    ]
  ])('%j', (destinations, to, namespace, permitted) => {
    expect(project({ destinations }).destination(to, namespace)).toBe(permitted)
  })
})

describe('kinds', () => {
  test('namespaced kinds are permitted until a list says otherwise, cluster-scoped kinds are not', () => {
    expect(project({}).kind('', 'Secret', 's', true)).toBe(true)
    expect(project({}).kind('', 'Namespace', 'n', false)).toBe(false)
    expect(project({ namespaceResourceWhitelist: [] }).kind('', 'Secret', 's', true)).toBe(false)
    expect(project({ namespaceResourceBlacklist: [{ group: '', kind: 'S*' }] }).kind('', 'Secret', 's', true)).toBe(
      false
    )
  })

  test('a named entry permits that object alone', () => {
    const permissions = project({ clusterResourceWhitelist: [{ group: '', kind: 'Namespace', name: 'kasten-*' }] })
    expect(permissions.kind('', 'Namespace', 'kasten-io-mc', false)).toBe(true)
    expect(permissions.kind('', 'Namespace', 'default', false)).toBe(false)
  })
})
