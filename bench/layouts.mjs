// The layouts that are measured, each with how a fleet of it is written.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { application, folderOf, primary, secondary, writeFleet } from './fleet.mjs'

/** Writes files below a root, and a primary. */
function writer(root) {
  const write = (path, text) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  write('primary/primary.yaml', primary)
  write('argocd/primary.yaml', application('primary', 'primary', 'https://kubernetes.default.svc', 'kasten-io-mc'))
  return write
}

const nameOf = index => `cluster-${String(index).padStart(5, '0')}`

/** One chart for all secondaries, a values file and an Application for each. */
function writeHelm(root, size, faulty = 0) {
  const write = writer(root)
  const template = secondary('NAME')
    .replace('cluster-name: NAME', 'cluster-name: {{ .Values.name }}')
    .replaceAll('kasten.NAME.contoso.com', '{{ .Values.host }}')
    .replace('key: fleet-join-token', 'key: {{ .Values.remoteKey }}')
    .replace('# What NAME joins with.\n', '')
  write('charts/secondary/Chart.yaml', 'apiVersion: v2\nname: secondary\nversion: 0.1.0\n')
  write('charts/secondary/templates/join.yaml', template)
  for (let index = 0; index < size; index++) {
    const name = nameOf(index)
    const key = faulty > 0 && index % faulty === 0 ? 'fleat-join-token' : 'fleet-join-token'
    write(
      `values/${folderOf(index)}/${name}.yaml`,
      `name: ${name}\nhost: kasten.${name}.contoso.com\nremoteKey: ${key}\n`
    )
    const values = `    helm:\n      valueFiles:\n        - /values/${folderOf(index)}/${name}.yaml\n`
    const text = application(name, 'charts/secondary', `https://${name}.k8s.contoso.com:6443`, 'kasten-io')
    write(
      `argocd/${folderOf(index)}/${name}.yaml`,
      text.replace('    path: charts/secondary\n', `    path: charts/secondary\n${values}`)
    )
  }
}

/** One ApplicationSet over a config file for each secondary, one chart for all. */
function writeApplicationSet(root, size, faulty = 0) {
  const write = writer(root)
  writeHelm(root, 0)
  write(
    'argocd/secondaries.yaml',
    `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: secondaries
  namespace: argocd
spec:
  goTemplate: true
  goTemplateOptions: [missingkey=error]
  generators:
    - git:
        repoURL: https://github.com/contoso/kasten-fleet
        revision: main
        files:
          - path: clusters/*.yaml
  template:
    metadata:
      name: 'kasten-{{ .name }}'
    spec:
      project: default
      destination:
        server: '{{ .server }}'
        namespace: kasten-io
      source:
        repoURL: https://github.com/contoso/kasten-fleet
        targetRevision: main
        path: charts/secondary
        helm:
          valuesObject:
            name: '{{ .name }}'
            host: 'kasten.{{ .name }}.contoso.com'
            remoteKey: '{{ .remoteKey }}'
      syncPolicy:
        automated:
          selfHeal: true
        retry:
          limit: 10
`
  )
  for (let index = 0; index < size; index++) {
    const name = nameOf(index)
    const key = faulty > 0 && index % faulty === 0 ? 'fleat-join-token' : 'fleet-join-token'
    write(
      `clusters/${folderOf(index)}/${name}.yaml`,
      `name: ${name}\nserver: https://${name}.k8s.contoso.com:6443\nremoteKey: ${key}\n`
    )
  }
}

export const layouts = { plain: writeFleet, helm: writeHelm, 'applicationset + helm': writeApplicationSet }
