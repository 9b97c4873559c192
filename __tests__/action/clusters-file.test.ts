import { describe, expect, test } from '@jest/globals'
import { exampleFleet } from '../../src/rules/example-fleet.ts'
import { step } from './runner.ts'

const { 'argocd/east.yaml': _east, 'argocd/west.yaml': _west, ...others } = exampleFleet
const files = {
  ...others,
  'argocd/secondaries.yaml': `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: secondaries
  namespace: argocd
spec:
  goTemplate: true
  goTemplateOptions: [missingkey=error]
  generators:
    - clusters:
        selector:
          matchLabels:
            kasten: secondary
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
`,
  'clusters.yaml': `- name: east
  server: https://east.k8s.contoso.com:6443
  labels:
    kasten: secondary
- name: west
  server: https://west.k8s.contoso.com:6443
  labels:
    kasten: secondary
- name: tools
  server: https://tools.k8s.contoso.com:6443
`
}

describe('clusters-file', () => {
  test('says which clusters a cluster generator would see', async () => {
    const { status, report } = await step({
      files,
      inputs: { mode: 'validate', 'clusters-file': 'clusters.yaml', 'report-file': 'report.json' }
    })
    expect({ status, findings: report.findings, notChecked: report.notChecked }).toEqual({
      status: 0,
      findings: [],
      notChecked: []
    })
    expect(
      report.fleet.secondaries.map(({ name, destination }: Record<string, string>) => [name, destination])
    ).toEqual([
      ['east', 'https://east.k8s.contoso.com:6443'],
      ['west', 'https://west.k8s.contoso.com:6443']
    ])
  })

  test('that is wrong is refused', async () => {
    const { status, stdout } = await step({
      files: { ...files, 'clusters.yaml': '- name: east\n' },
      inputs: { mode: 'validate', 'clusters-file': 'clusters.yaml' }
    })
    expect(status).toBe(2)
    expect(stdout).toContain('its cluster 1 has no server')
  })
})
