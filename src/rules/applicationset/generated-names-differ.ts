// Rule: an ApplicationSet generates no two Applications of one name, and none without.
import type { ExpansionTrouble } from '../../model/application-set/expansion.ts'
import { keyOf, placeOf, stringAt, type Target } from '../../model/manifest.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const generatedNamesDiffer: FleetRule = {
  id: 'generated-names-differ',
  severity: 'error',
  title: 'The Applications that an ApplicationSet generates have names, and different ones.',
  why: 'Argo CD creates none of the Applications that share a name, nor one without: the ApplicationSet gets the condition `ErrorOccurred` with "contains applications with duplicate name" and those clusters are left as they are, so a new secondary never joins.',
  fix: 'Give each element or config file a name of its own, and use it in `spec.template.metadata.name`:\n\n```yaml\ntemplate:\n  metadata:\n    name: "kasten-{{ .name }}"\n```',
  source: 'argoproj/argo-cd: applicationset/controllers/applicationset_controller.go (validateGeneratedApplications)',
  rows: [114],
  bad: [
    `
# removed: argocd/east.yaml
# removed: argocd/west.yaml
# file: argocd/secondaries.yaml
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: kasten-secondaries
  namespace: argocd
spec:
  generators:
    - list:
        elements:
          - name: east
            folder: east
          - name: east # <- here
            folder: west
  template:
    metadata:
      name: kasten-{{name}}
    spec:
      project: default
      destination:
        server: https://{{folder}}.k8s.contoso.com:6443
        namespace: kasten-io
      source:
        repoURL: https://github.com/contoso/kasten-fleet
        targetRevision: main
        path: secondaries/{{folder}}
`,
    `
# removed: argocd/east.yaml
# removed: argocd/west.yaml
# file: clusters/east.yaml
name: east
# file: clusters/west.yaml
name: west
# file: argocd/secondaries.yaml
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: kasten-secondaries
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
      name: kasten-secondary # <- here
    spec:
      project: default
      destination:
        server: https://{{ .name }}.k8s.contoso.com:6443
        namespace: kasten-io
      source:
        repoURL: https://github.com/contoso/kasten-fleet
        targetRevision: main
        path: secondaries/{{ .name }}
`
  ],
  good: [
    `
# removed: argocd/east.yaml
# removed: argocd/west.yaml
# file: argocd/secondaries.yaml
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: kasten-secondaries
  namespace: argocd
spec:
  generators:
    - list:
        elements:
          - name: east
          - name: west
  template:
    metadata:
      name: kasten-{{name}}
    spec:
      project: default
      destination:
        server: https://{{name}}.k8s.contoso.com:6443
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
          backoff:
            duration: 10s
            factor: 2
            maxDuration: 5m
`
  ],
  *check({ expansions }) {
    for (const { applicationSet, troubles } of expansions) {
      for (const trouble of troubles) yield complaintOf(trouble, applicationSet.name)
    }
  }
}

function complaintOf({ application, first }: ExpansionTrouble, set: string): Complaint {
  const about = nameOf(application)
  if (!first) return { about, message: `The ApplicationSet ${quoted(set)} generates an Application without a name.` }
  const other = nameOf(first)
  const isElsewhere = placeOf(other).line !== placeOf(about).line || placeOf(other).file !== placeOf(about).file
  return {
    about,
    message: `The ApplicationSet ${quoted(set)} generates several Applications named ${quoted(application.name)}: Argo CD creates none of them.`,
    related: isElsewhere ? [{ about: other, message: 'generated here too' }] : []
  }
}

function nameOf(application: ExpansionTrouble['application']): Target {
  return stringAt(application, 'metadata', 'name') ?? keyOf({ manifest: application, path: ['metadata'] })
}
