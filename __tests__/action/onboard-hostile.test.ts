import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { step, type Step } from './runner.ts'

const { 'argocd/east.yaml': _east, 'argocd/west.yaml': _west, ...others } = exampleFleet
const listed: Record<string, string> = {
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
/** No Application says where anything goes, and the only secondary is called like what it is. */
const folders = Object.fromEntries(
  Object.entries(exampleFleet)
    .filter(([path]) => path.startsWith('primary/') || path.startsWith('secondaries/west/'))
    .map(([path, text]) => [
      path.replace('secondaries/west', 'secondary'),
      text.replace('cluster-name: west', 'cluster-name: secondary').replace('kasten.west', 'kasten.secondary')
    ])
)

const worlds: Record<string, { github: Github; net: Internet; files: Record<string, string> }> = {}

beforeAll(async () => {
  for (const [layout, files] of Object.entries({ plain: exampleFleet as Record<string, string>, listed, folders })) {
    const github = createGithub({ name: 'contoso/kasten-fleet', files, defaultBranch: 'main' })
    const net = await internet({
      'api.github.com': github.handler,
      'contoso-fleet.vault.azure.net': () => ({ status: 404 })
    })
    worlds[layout] = { github, files, net }
  }
})

afterAll(async () => {
  for (const { github, net } of Object.values(worlds)) {
    await net.close()
    expect(github.contractViolations).toEqual([])
    await github.close()
  }
})

async function onboard(
  layout: string,
  inputs: Record<string, string>,
  extra: Record<string, string> = {}
): Promise<Step> {
  const { files, net } = worlds[layout]!
  return step({
    files: { ...files, ...extra },
    inputs: {
      mode: 'onboard',
      'github-token': actionsToken,
      'require-token': 'false',
      'azure-credential': 'oidc',
      'report-file': 'report.json',
      ...inputs
    },
    env: { ...net.env, GITHUB_EVENT_NAME: 'workflow_dispatch' }
  })
}

const asked = (name: string): Record<string, string> => ({
  'cluster-name': name,
  'cluster-ingress': `https://kasten.${name}.contoso.com/k10`,
  'destination-server': `https://${name}.k8s.contoso.com:6443`
})
const writes = (layout: string): number => worlds[layout]!.github.requests.filter(({ write }) => write).length
const said = ({ report }: Step): string => report.findings.map(({ message }: { message: string }) => message).join('\n')

test.each(['main', 'a b', '../x', 'x..y', '-x', 'x.lock', 'refs/heads/x', 'a\u0007b'])(
  'the branch %j is refused, and nothing is written',
  async branch => {
    const { status } = await onboard('plain', { ...asked('north'), branch })
    expect({ status, writes: writes('plain') }).toEqual({ status: 2, writes: 0 })
  }
)

test('the cluster of an open pull request is taken, whatever its branch and its hyphens', async () => {
  const first = await onboard('plain', { ...asked('far--north'), branch: 'a/branch/of-our-own' })
  expect(first.outputs['pull-request-operation']).toBe('created')
  const second = await onboard('plain', asked('far--north'))
  expect({ status: second.status, said: said(second) }).toEqual({
    status: 1,
    said: expect.stringContaining('#1 proposes "far--north" already')
  })
})

test('a name that YAML would read as a number or a word is the name that was written', async () => {
  const rows = ['1e3', 'true', '0x1f', '007'].map(
    name =>
      `- cluster-name: ${name}\n  cluster-ingress: https://k.c${name}.contoso.com/k10\n  destination-name: c${name}\n`
  )
  const { status, report } = await onboard('plain', { clusters: rows.join(''), 'dry-run': 'true' })
  expect(status).toBe(0)
  const names = report.fleet.secondaries.map(({ name }: { name: string }) => name)
  expect(names).toEqual(expect.arrayContaining(['1e3', 'true', '0x1f', '007']))
})

test('a destination with spaces is written so that it is read again', async () => {
  const { 'destination-server': _server, ...north } = asked('north')
  const { status, report } = await onboard('plain', { ...north, 'destination-name': 'north prod', 'dry-run': 'true' })
  expect(status).toBe(0)
  expect(report.fleet.secondaries).toContainEqual(expect.objectContaining({ destination: 'north prod' }))
})

test('a destination that the example can not express is refused', async () => {
  const { 'destination-server': _server, ...north } = asked('north')
  const ran = await onboard('listed', { ...north, 'destination-name': 'north-prod' })
  expect({ status: ran.status, said: said(ran) }).toEqual({
    status: 1,
    said: expect.stringMatching(/give destination-server/)
  })
  expect(writes('listed')).toBe(0)
})

describe('where no Application says what goes where', () => {
  test('a secondary called secondary is an example like any other', async () => {
    const { status, outputs } = await onboard('folders', asked('north'))
    expect(status).toBe(0)
    expect(JSON.parse(outputs['changed-files']!)).toEqual([
      'north/join-config.yaml',
      'north/join-secret.yaml',
      'north/store.yaml'
    ])
    worlds.folders!.github.merge(1)
  })

  test('after the merge there is nothing to propose', async () => {
    const again = { ...asked('north'), 'cluster-ingress': 'https://KASTEN.north.contoso.com:443/k10/' }
    const { status, outputs } = await onboard('folders', again)
    expect({ status, operation: outputs['pull-request-operation'] }).toEqual({ status: 0, operation: 'none' })
  })

  test('with another dashboard it is taken', async () => {
    const ran = await onboard('folders', { ...asked('north'), 'cluster-ingress': 'https://other.contoso.com/k10' })
    expect({ status: ran.status, said: said(ran) }).toEqual({
      status: 1,
      said: expect.stringContaining('"north" is taken')
    })
  })
})
