// Rule: what the fleet's Applications and ApplicationSets name can be built.
import { unjudgedOf } from '../../model/unjudged.ts'
import { groupedBy } from '../../source/grouped.ts'
import { changed } from '../example-change.ts'
import { quoted } from '../quoted.ts'
import type { FleetRule } from '../rule.ts'

const overlay = (
  text: string
): string => `${changed('argocd/east.yaml', ['path: secondaries/east', 'path: overlays/east'])}
# file: overlays/east/kustomization.yaml
${text}`

export const sourcesCanBeBuilt: FleetRule = {
  id: 'sources-can-be-built',
  severity: 'error',
  title: "What the fleet's Applications and ApplicationSets name can be built.",
  why: 'Argo CD can neither compare nor sync what it cannot build: the Application says `ComparisonError`, and its cluster stays as it was. An ApplicationSet that fails for one element creates and changes no Application at all.',
  fix: 'Mend the line: write the file or folder as it is called in the repository, the field as kustomize calls it, the parameter that every element must have.',
  source:
    'kubernetes-sigs/kustomize: api/internal/target/kusttarget.go; argoproj/argo-cd: applicationset/controllers/applicationset_controller.go',
  rows: [],
  bad: [
    overlay('resources:\n  - ../../secondaries/eats # <- here\n'),
    overlay('resource: # <- here\n  - ../../secondaries/east\n'),
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
  goTemplate: true
  goTemplateOptions: ["missingkey=error"]
  generators:
    - list:
        elements:
          - name: east
            server: https://east.k8s.contoso.com:6443
          - name: west
            servr: https://west.k8s.contoso.com:6443
  template:
    metadata:
      name: kasten-{{ .name }}
    spec:
      project: default
      destination:
        server: "{{ .server }}" # <- here
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
          backoff:
            duration: 10s
            factor: 2
            maxDuration: 5m
`
  ],
  good: [
    overlay(
      'resources:\n  - ../../secondaries/east/join-config.yaml\n  - ../../secondaries/east/join-secret.yaml\n  - ../../secondaries/east/store.yaml\n'
    )
  ],
  *check(fleet) {
    const failing = unjudgedOf(fleet).filter(({ failsAt }) => failsAt !== undefined)
    const sets = failing.filter(({ manifest }) => manifest.kind === 'ApplicationSet')
    for (const { manifest, about, reason, element } of sets) {
      const message = `Argo CD refuses this, so the ApplicationSet ${quoted(manifest.name)} creates and changes no Application: ${reason}.`
      yield { about, message, ...(element && { related: [{ about: element, message: 'for this element' }] }) }
    }
    const byPlace = groupedBy(
      failing.filter(({ manifest }) => manifest.kind === 'Application'),
      ({ failsAt, reason }) => `${JSON.stringify(failsAt)} ${reason}`
    )
    for (const [first, ...others] of byPlace.values()) {
      const names = someOf([first!, ...others].map(({ manifest }) => quoted(manifest.name)))
      yield { about: first!.failsAt!, message: `Argo CD can't build this, and so not sync ${names}: ${first!.reason}.` }
    }
  }
}

function someOf(names: readonly string[]): string {
  const more = names.length - 3
  return more > 0 ? `${names.slice(0, 3).join(', ')} and ${more} more` : names.join(', ')
}
