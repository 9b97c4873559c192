// One mistake is one finding, at the line that is wrong: what only follows from it is left unsaid.
import { expect, test } from '@jest/globals'
import { fleetOf } from '../../src/model/fleet.ts'
import { repositoryOf } from '../../src/model/repository.ts'
import { changed } from '../../src/rules/example-change.ts'
import { exampleOf } from '../../src/rules/example.ts'
import type { Finding } from '../../src/rules/finding.ts'
import { fleetRules } from '../../src/rules/index.ts'
import { judge } from '../../src/rules/judge.ts'

async function findingsOf(example: string): Promise<readonly Finding[]> {
  const { checkout, settings } = exampleOf(example)
  return judge(fleetRules, fleetOf(await repositoryOf(checkout), settings))
}

const url = 'https://kasten.primary.contoso.com/k10'
const vault = 'https://contoso-fleet.vault.azure.net'
const east = 'https://east.k8s.contoso.com:6443'
const bootstrap = 'primary/bootstrap.yaml'
const push = 'primary/push-secret.yaml'

test.each([
  [bootstrap, url, 'https://kasten.primary.contoso.com', 'ingress-has-a-path', `${bootstrap}:18`],
  [bootstrap, url, `${url}?x=1`, 'ingress-has-a-path', `${bootstrap}:18`],
  [bootstrap, url, 'https://localhost/k10', 'ingress-host-is-reachable', `${bootstrap}:18`],
  [bootstrap, url, 'https://10.1.2.3/k10', 'ingress-host-is-reachable', `${bootstrap}:18`],
  [bootstrap, url, 'http://kasten.primary.contoso.com/k10', 'ingress-is-https', `${bootstrap}:18`],
  [bootstrap, url, 'https://mc.contoso.com/k10', 'primary-ingress-agrees', 'secondaries/east/join-config.yaml:9'],
  [
    'primary/join-token.yaml',
    'namespace: kasten-io-mc',
    'namespace: kasten-io',
    'primary-objects-live-in-kasten-io-mc',
    'primary/join-token.yaml:5'
  ],
  [
    'primary/join-token.yaml',
    'sync-wave: "2"',
    'sync-wave: 2',
    'field-has-the-right-type',
    'primary/join-token.yaml:7'
  ],
  [push, 'namespace: kasten-io-mc', 'namespace: kasten-io', 'push-secret-reads-the-token', `${push}:17`],
  [push, 'remoteKey: fleet-join-token', 'remoteKey: fleet_join_token', 'remote-key-is-a-vault-name', `${push}:22`],
  ['primary/store.yaml', vault, 'contoso-fleet', 'vault-url-is-a-key-vault', 'primary/store.yaml:14'],
  ['primary/store.yaml', vault, vault.replace('https', 'http'), 'vault-url-is-a-key-vault', 'primary/store.yaml:14'],
  [
    'primary/store.yaml',
    vault,
    'https://contoso-other.vault.azure.net',
    'join-vault-agrees',
    'secondaries/east/store.yaml:12'
  ],
  [
    'secondaries/east/join-secret.yaml',
    'namespace: kasten-io',
    'namespace: kasten',
    'join-objects-share-kastens-namespace',
    'secondaries/east/join-secret.yaml:5'
  ],
  [
    'secondaries/east/join-config.yaml',
    url,
    'https://kasten.east.contoso.com/k10',
    'primary-ingress-agrees',
    'secondaries/east/join-config.yaml:9'
  ],
  [
    'argocd/east.yaml',
    east,
    'https://kubernetes.default.svc',
    'secondary-is-not-the-primarys-cluster',
    'argocd/east.yaml:9'
  ],
  [
    'argocd/primary.yaml',
    'https://kubernetes.default.svc',
    east,
    'secondary-is-not-the-primarys-cluster',
    'argocd/east.yaml:9'
  ]
])('%s with %j as %j', async (path, was, is, rule, place) => {
  const findings = await findingsOf(changed(path, [was, is]))
  expect(findings.map(each => [each.rule, `${each.file}:${each.line}`])).toEqual([[rule, place]])
})

test('one vault that many pull from instead is told once, with all of them', async () => {
  const [finding] = await findingsOf(changed('primary/store.yaml', [vault, 'https://contoso-other.vault.azure.net']))
  expect(finding?.clusters).toEqual(['east', 'west'])
  expect(finding?.related).toContainEqual(expect.objectContaining({ file: 'secondaries/west/store.yaml', line: 12 }))
})

test('two Applications that deliver one folder are named where its cluster-name is', async () => {
  const findings = await findingsOf(changed('argocd/east.yaml', ['path: secondaries/east', 'path: secondaries/west']))
  const unique = findings.find(({ rule }) => rule === 'cluster-names-are-unique')
  expect(unique?.related.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([
    'argocd/east.yaml:14 delivered by kasten-east',
    'argocd/west.yaml:14 delivered by kasten-west'
  ])
})

test('secondaries that disagree among themselves are told even where the primary’s URL is wrong', async () => {
  const findings = await findingsOf(
    [
      changed(bootstrap, [url, 'https://localhost/k10']),
      changed('secondaries/east/join-config.yaml', [url, 'https://mc.contoso.com/k10'])
    ].join('\n')
  )
  expect(findings.map(({ rule }) => rule)).toEqual(['ingress-host-is-reachable', 'primary-ingress-agrees'])
})
