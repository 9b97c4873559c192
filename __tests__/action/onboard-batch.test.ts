import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { step, type Step } from './runner.ts'

const { 'argocd/east.yaml': _east, 'argocd/west.yaml': _west, ...others } = exampleFleet
/** A list that names its clusters: every new one edits the same file. */
const listed = {
  ...others,
  'argocd/secondaries.yaml': `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: secondaries
  namespace: argocd
spec:
  generators:
    - list:
        elements:
          - name: east
            server: https://east.k8s.contoso.com:6443
          - name: west
            server: https://west.k8s.contoso.com:6443
  template:
    metadata:
      name: kasten-{{name}}
    spec:
      project: default
      destination:
        server: '{{server}}'
        namespace: kasten-io
      source:
        repoURL: https://github.com/contoso/kasten-fleet
        targetRevision: main
        path: secondaries/{{name}}
      syncPolicy:
        automated:
          selfHeal: true
        retry:
          limit: 10
`
}
const many = Array.from({ length: 200 }, (_, index) => ({
  'cluster-name': `store-${String(index).padStart(3, '0')}`,
  'cluster-ingress': `https://kasten.store-${index}.contoso.com/k10`,
  'destination-server': `https://store-${index}.k8s.contoso.com:6443`
}))

const worlds: Record<string, { github: Github; net: Internet; files: Record<string, string> }> = {}

beforeAll(async () => {
  for (const [layout, files] of Object.entries({ plain: exampleFleet as Record<string, string>, listed })) {
    const github = createGithub({ name: 'contoso/kasten-fleet', files, defaultBranch: 'main' })
    worlds[layout] = {
      github,
      files,
      net: await internet({
        'api.github.com': github.handler,
        'contoso-fleet.vault.azure.net': () => ({ status: 404 })
      })
    }
  }
})

afterAll(async () => {
  for (const { github, net } of Object.values(worlds)) {
    await net.close()
    expect(github.contractViolations).toEqual([])
    await github.close()
  }
})

async function onboard(layout: string, clusters: readonly object[]): Promise<Step> {
  const { files, net } = worlds[layout]!
  return step({
    files,
    inputs: {
      mode: 'onboard',
      'github-token': actionsToken,
      'require-token': 'false',
      'azure-credential': 'oidc',
      clusters: JSON.stringify(clusters),
      'report-file': 'report.json'
    },
    env: { ...net.env, GITHUB_EVENT_NAME: 'workflow_dispatch' }
  })
}

test.each([
  ['plain', 200],
  ['listed', 200]
] as const)("many clusters are one pull request within GitHub's limits (%s, %i)", async (layout, count) => {
  const { github } = worlds[layout]!
  const { status, outputs, report } = await onboard(layout, many.slice(0, count))
  expect({ status, operation: outputs['pull-request-operation'] }).toEqual({ status: 0, operation: 'created' })
  expect(report.fleet.secondaries).toHaveLength(count + 2)
  expect(github.snapshot().pulls).toHaveLength(1)
  expect(github.snapshot().pulls[0]!.body!.length).toBeLessThanOrEqual(65_536)
  expect(github.requests.filter(({ write }) => write).length).toBeLessThanOrEqual(20)
  const again = await onboard(layout, many.slice(0, count))
  expect(again.outputs['pull-request-operation']).toBe('unchanged')
})

test('every problem of every entry is said in one go', async () => {
  const { status, report } = await onboard('plain', [
    { 'cluster-name': 'east', 'cluster-ingress': 'http://x', 'destination-server': 'https://a.example.net' },
    {
      'cluster-name': 'Upper',
      'cluster-ingress': 'https://u.contoso.com/k10',
      'destination-server': 'https://b.example.net'
    },
    {
      'cluster-name': 'twice',
      'cluster-ingress': 'https://t.contoso.com/k10',
      'destination-server': 'https://b.example.net'
    }
  ])
  expect(status).toBe(1)
  const said = report.findings.map(({ message }: { message: string }) => message).join('\n')
  for (const words of [
    '"east" is taken',
    'must be an https:// URL',
    '"Upper" is no DNS-1123 name',
    'Two entries of "clusters" have the destination'
  ])
    expect(said).toContain(words)
})
