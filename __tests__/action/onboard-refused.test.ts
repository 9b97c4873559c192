import { afterAll, describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { actionsToken, createGithub, type Github } from '../loopback/github.ts'
import { internet, type Internet } from '../loopback/proxy-internet.ts'
import { step, type Step } from './runner.ts'

type Files = Readonly<Record<string, string>>

const worlds: { github: Github; net: Internet }[] = []

afterAll(async () => {
  for (const { github, net } of worlds) {
    await net.close()
    expect(github.requests.filter(({ write }) => write)).toEqual([])
    expect(github.contractViolations).toEqual([])
    await github.close()
  }
})

/** A run that is refused: what it said, each with the line it is about. Nothing is written in any of them. */
async function refusal(files: Files, inputs: Record<string, string>, env: Record<string, string> = {}): Promise<Step> {
  const github = createGithub({ name: 'contoso/kasten-fleet', files })
  const net = await internet({
    'api.github.com': github.handler,
    'contoso-fleet.vault.azure.net': () => ({ status: 404 })
  })
  worlds.push({ github, net })
  return step({
    files,
    inputs: {
      'github-token': actionsToken,
      'report-file': 'report.json',
      ...(inputs.mode === 'onboard' && { 'azure-credential': 'oidc', 'require-token': 'false' }),
      ...inputs
    },
    env: { ...net.env, GITHUB_EVENT_NAME: 'workflow_dispatch', ...env }
  })
}

const said = ({ report }: Step): string =>
  report.findings
    .map(({ file, line, message }: { file: string; line: number; message: string }) => `${file}:${line} ${message}`)
    .join('\n')

const north = {
  mode: 'onboard',
  'cluster-name': 'north',
  'cluster-ingress': 'https://kasten.north.contoso.com/k10',
  'destination-server': 'https://north.k8s.contoso.com:6443'
}
const broken = (name: string): Files => ({
  [`secondaries/${name}/join-secret.yaml`]: exampleFleet[`secondaries/${name}/join-secret.yaml`]!.replace(
    'secretKey: token',
    'secretKey: password'
  )
})
const list = (key: string): string => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: secondaries
  namespace: argocd
spec:
  goTemplate: true
  goTemplateOptions: [missingkey=error]
  generators:
    - clusters: {selector: {matchLabels: {${key}: secondary}}}
  template:
    metadata:
      name: kasten-{{ .name }}
    spec:
      project: default
      destination:
        server: '{{ .server }}'
        namespace: kasten-io
      source:
        repoURL: https://github.com/contoso/kasten-fleet
        targetRevision: main
        path: secondaries/{{ .name }}
      syncPolicy:
        automated:
          selfHeal: true
        retry:
          limit: 10
`
const { 'argocd/east.yaml': _east, 'argocd/west.yaml': _west, ...others } = exampleFleet
const registered: Files = {
  ...others,
  'argocd/secondaries.yaml': list('kasten'),
  'clusters.yaml': ['east', 'west']
    .map(name => `- name: ${name}\n  server: https://${name}.k8s.contoso.com:6443\n  labels:\n    kasten: secondary\n`)
    .join('')
}
/** Nothing is written for one cluster alone: the registration decides. */
const common: Files = {
  ...Object.fromEntries(Object.entries(registered).filter(([path]) => !path.startsWith('secondaries/'))),
  'argocd/secondaries.yaml': list('kasten').replace(
    'path: secondaries/{{ .name }}',
    "path: charts/join\n        helm:\n          parameters:\n            - name: cluster\n              value: '{{ .name }}'"
  ),
  'charts/join/Chart.yaml': 'apiVersion: v2\nname: join\nversion: 0.1.0\n',
  'charts/join/templates/join.yaml': ['join-config', 'join-secret', 'store']
    .map(file => exampleFleet[`secondaries/east/${file}.yaml`]!.replaceAll('east', '{{ .Values.cluster }}'))
    .join('---\n')
}
const twice: Files = {
  ...exampleFleet,
  'secondaries/west/join-config.yaml': exampleFleet['secondaries/west/join-config.yaml']!.replace(': west', ': east')
}

describe('onboard refuses', () => {
  test.each([
    [
      'a copy of an error',
      { ...exampleFleet, ...broken('east'), ...broken('west') },
      north,
      /A copy of "west" would inherit its error.*join-secret\.yaml:\d+.*"like"/
    ],
    [
      'one that is named, too',
      { ...exampleFleet, ...broken('east') },
      { ...north, like: 'east' },
      /A copy of "east" would inherit/
    ],
    ['an example that is none', exampleFleet, { ...north, like: 'nobody' }, /"like" names "nobody".*\(east, west\)/],
    [
      'a path that exists',
      { ...exampleFleet, 'argocd/north.yaml': 'kind: List\n' },
      north,
      /The file argocd\/north\.yaml exists already/
    ],
    ['a fleet without a primary', { 'readme.md': 'x' }, north, /has no primary.*mode: init/],
    [
      'a copy of nothing',
      common,
      { ...north, 'clusters-file': 'clusters.yaml' },
      /Nothing in the repository belongs to "west" alone.*cluster generator: register/
    ],
    [
      'a cluster that no generator sees',
      registered,
      { ...north, 'clusters-file': 'clusters.yaml' },
      /come from a cluster generator.*Register it in Argo CD.*clusters-file/
    ]
  ] as [string, Files, Record<string, string>, RegExp][])('%s', async (_what, files, inputs, words) => {
    const ran = await refusal(files, inputs)
    expect(said(ran)).toMatch(words)
    expect({ status: ran.status, operation: ran.outputs['pull-request-operation'] }).toEqual({
      status: 1,
      operation: 'none'
    })
  })

  test.each([
    'a/b',
    '../../etc/passwd',
    'North',
    'a b',
    '-a',
    'a-',
    'a..b',
    'x'.repeat(64),
    '$(id)',
    '{{ .x }}',
    "a'b",
    'a\nb',
    '‮a'
  ])('the name %j', async name => {
    const ran = await refusal(exampleFleet, { ...north, 'cluster-name': name })
    expect({ status: ran.status, said: said(ran) }).toEqual({
      status: 1,
      said: expect.stringContaining('(rule cluster-name-is-valid)')
    })
    expect(ran.everything).not.toContain('‮')
  })

  test.each([
    'https://user:secret@kasten.north.contoso.com/k10',
    'https://kasten.north.contoso.com/k10?a=b',
    'https://kasten.north.contoso.com/k10#x',
    'https://kasten.north.contoso.com/k10"\nevil: true',
    'https://kasten.north.contoso.com',
    'ftp://kasten.north.contoso.com/k10',
    'kasten.north.contoso.com/k10'
  ])('the ingress %j', async ingress => {
    const ran = await refusal(exampleFleet, { ...north, 'cluster-ingress': ingress })
    expect({ status: ran.status, said: said(ran) }).toEqual({
      status: 1,
      said: expect.stringContaining('cluster-ingress')
    })
    expect(ran.everything).not.toContain('user:secret')
  })
})

describe('onboard proposes all the same', () => {
  test('for a cluster that Argo CD knows already', async () => {
    const clusters = `${registered['clusters.yaml']}- name: north\n  server: https://north.k8s.contoso.com:6443\n  labels:\n    kasten: secondary\n`
    const files = { ...registered, 'clusters.yaml': clusters }
    const ran = await refusal(files, { ...north, 'clusters-file': 'clusters.yaml', 'dry-run': 'true' })
    expect({ status: ran.status, files: JSON.parse(ran.outputs['changed-files']!) }).toEqual({
      status: 0,
      files: ['join-config', 'join-secret', 'store'].map(file => `secondaries/north/${file}.yaml`)
    })
  })

  test('a copy of what is only doubtful, and says what is', async () => {
    const doubtful = (name: string): Files => ({
      [`secondaries/${name}/join-secret.yaml`]: exampleFleet[`secondaries/${name}/join-secret.yaml`]!.replace(
        'refreshInterval: 10m',
        'refreshInterval: 12h'
      )
    })
    const files = { ...exampleFleet, ...doubtful('east'), ...doubtful('west') }
    const { status, summary } = await refusal(files, { ...north, 'dry-run': 'true' })
    expect(status).toBe(0)
    expect(summary.replaceAll('\\', '')).toMatch(/⚠️ secondaries\/north\/join-secret\.yaml:\d+: /)
  })
})

describe('offboard refuses', () => {
  test.each([
    ['a name that two have', twice, { 'cluster-name': 'east' }, /has 2 secondaries called "east"/],
    [
      'what is made of nothing but what others share',
      common,
      { 'cluster-name': 'east', 'clusters-file': 'clusters.yaml' },
      /Everything that "east" is made of is shared with others.*cluster generator.*Argo CD/
    ],
    ['the primary', exampleFleet, { 'cluster-name': 'primary' }, /bootstrap\.yaml:12 "primary" is the primary/],
    ['an unknown cluster', exampleFleet, { 'cluster-name': 'nowhere' }, /no secondary "nowhere".*east, west/]
  ] as [string, Files, Record<string, string>, RegExp][])('%s', async (_what, files, inputs, words) => {
    const ran = await refusal(files, { mode: 'offboard', ...inputs })
    expect({ status: ran.status, said: said(ran) }).toEqual({ status: 1, said: expect.stringMatching(words) })
  })
})

test.each(['onboard', 'offboard', 'init'])('%s does not run on what strangers can start', async mode => {
  for (const event of ['pull_request_target', 'workflow_run']) {
    const inputs = mode === 'onboard' ? north : { mode, ...(mode === 'offboard' && { 'cluster-name': 'east' }) }
    const ran = await refusal(exampleFleet, inputs, { GITHUB_EVENT_NAME: event })
    expect({ status: ran.status, said: ran.stdout }).toEqual({
      status: 2,
      said: expect.stringContaining(`does not run on ${event}`)
    })
  }
})
