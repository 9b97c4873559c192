// What is rendered outside, and what need not be.
import { expect, test } from '@jest/globals'
import { defaultSettings } from '../../src/model/settings.ts'
import { readFleet } from '../../src/modes/reading.ts'
import { checkoutOf } from '../../src/source/checkout.ts'

const application = (path: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
spec:
  destination:
    server: https://kubernetes.default.svc
  source:
    repoURL: https://github.com/contoso/apps
    path: ${path}
`
/** No template of ours: only Helm can render it. */
const chart = {
  'argocd/web.yaml': application('charts/web'),
  'charts/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
  'charts/web/templates/web.yaml': '{{ range lookup "v1" "Pod" "" "" }}\nkind: {{ .kind }}\n{{ end }}\n'
}

async function renderedIn(files: Record<string, string>, settings = {}): Promise<string[]> {
  const rendered: string[] = []
  const repository = 'https://github.com/contoso/apps'
  await readFleet(
    checkoutOf(files),
    { ...defaultSettings, repository, ...settings },
    {
      render: async requests => {
        rendered.push(...requests.map(({ folder }) => folder))
        return new Map(requests.map(({ key }) => [key, { text: '' }]))
      }
    }
  )
  return rendered
}

test('a repository without a word of Kasten renders nothing', async () => {
  expect(await renderedIn(chart)).toEqual([])
})

test.each([
  ['a template', { 'charts/web/templates/join.yaml': 'kind: ConfigMap\nmetadata: { name: mc-join-config }\n' }],
  ['a helper', { 'charts/web/templates/_join.tpl': '{{ define "namespace" }}kasten-io-mc{{ end }}' }],
  ['values', { 'values/web.yaml': 'group: dist.kio.kasten.io\n' }],
  ['an Application', { 'argocd/k10.yaml': application('charts/k10') }]
])('one that names it in %s does', async (_where, files) => {
  expect(await renderedIn({ ...chart, ...files })).toEqual(['charts/web'])
})

test('so does one whose folders were named', async () => {
  expect(await renderedIn(chart, { primaryPath: 'charts' })).toEqual(['charts/web'])
})
