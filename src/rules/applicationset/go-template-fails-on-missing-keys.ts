// Rule: an ApplicationSet with Go templates fails where a parameter is missing.
import type { Expansion } from '../../model/application-set/expansion.ts'
import { at, itemsAt, keyOf, type Target } from '../../model/manifest.ts'
import type { FleetRule } from '../rule.ts'

const applicationSet = (options: string): string => `
# removed: argocd/east.yaml
# removed: argocd/west.yaml
# file: argocd/secondaries.yaml
apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: kasten-secondaries
  namespace: argocd
spec:
${options}
  generators:
    - list:
        elements:
          - name: east
          - name: west
  template:
    metadata:
      name: kasten-{{ .name }}
    spec:
      project: default
      destination:
        server: https://{{ .name }}.k8s.contoso.com:6443
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

export const goTemplateFailsOnMissingKeys: FleetRule = {
  id: 'go-template-fails-on-missing-keys',
  severity: 'notice',
  title: 'An ApplicationSet with Go templates fails where a parameter is missing.',
  why: 'Without `missingkey=error` a misspelt or forgotten parameter becomes the text `<no value>`: Argo CD creates an Application with that in its name, path or destination instead of saying what is missing.',
  fix: 'Write below `spec`:\n\n```yaml\ngoTemplateOptions: ["missingkey=error"]\n```',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/GoTemplate/',
  rows: [],
  bad: [
    applicationSet('  goTemplate: true # <- here'),
    applicationSet('  goTemplate: true\n  goTemplateOptions: [missingkey=zero] # <- here')
  ],
  good: [applicationSet('  goTemplate: true\n  goTemplateOptions: ["missingkey=error"]')],
  *check({ expansions, concerned }) {
    const ours = new Set([...concerned].map(({ application }) => application?.manifest))
    for (const expansion of expansions) {
      if (!expansion.applications.some(application => ours.has(application))) continue
      const about = silentOptionOf(expansion)
      if (about)
        yield {
          about,
          message: 'A missing parameter becomes "<no value>": set goTemplateOptions to ["missingkey=error"].'
        }
    }
  }
}

/** What lets a missing key pass in silence; undefined when nothing does. The last option counts. */
function silentOptionOf({ applicationSet: manifest }: Expansion): Target | undefined {
  const go = at(manifest, 'spec', 'goTemplate')
  if (go?.value !== true) return undefined
  const last = itemsAt(manifest, 'spec', 'goTemplateOptions').at(-1)
  return last?.value === 'missingkey=error' ? undefined : (last ?? keyOf(go))
}
