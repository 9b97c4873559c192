// Rule: the globs of a git generator select the same files, however Argo CD reads them.
import type { GlobWarning } from '../../model/application-set/context.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

const applicationSet = (pattern: string): string => `
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
  goTemplateOptions: [missingkey=error]
  generators:
    - git:
        repoURL: https://github.com/contoso/kasten-fleet
        revision: main
        files:
          - path: ${pattern}
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

export const gitFilesGlobIsPlain: FleetRule = {
  id: 'git-files-glob-is-plain',
  severity: 'warning',
  title: 'The patterns of a git generator select the same files in both ways that Argo CD can read them.',
  why: 'By default a star of a git generator crosses slashes, so that `clusters/*.yaml` finds files at any depth; a controller with `--enable-new-git-file-globbing` (`applicationsetcontroller.enable.new.git.file.globbing`) stops at a slash. Switching it on adds or deletes Applications, and with them secondaries.',
  fix: 'Write a pattern that both read alike, with a star for exactly one folder and a whole file name, such as `clusters/*/config.yaml`, and no file of that name deeper down.',
  source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/applicationset/Generators-Git-File-Globbing/',
  rows: [114],
  bad: [
    `${applicationSet('clusters/*.yaml # <- here')}
# file: clusters/east.yaml
name: east
# file: clusters/eu/west.yaml
name: west
`,
    `${applicationSet('clusters/**/config.yaml # <- here')}
# file: clusters/eu/east/config.yaml
name: east
# file: clusters/config.yaml
name: west
`
  ],
  good: [
    `${applicationSet('clusters/*/config.yaml')}
# file: clusters/east/config.yaml
name: east
# file: clusters/west/config.yaml
name: west
`
  ],
  *check({ expansions, concerned }) {
    const ours = new Set([...concerned].map(({ application }) => application?.manifest))
    for (const { warnings, applications } of expansions) {
      if (applications.some(application => ours.has(application))) yield* warnings.map(complaintOf)
    }
  }
}

function complaintOf({ about, pattern, onlyGit, onlyDoublestar }: GlobWarning): Complaint {
  const [file = '', ...more] = onlyGit.length > 0 ? onlyGit : onlyDoublestar
  const which = `${quoted(file)}${more.length > 0 ? ` and ${more.length} more` : ''}`
  const says =
    onlyGit.length > 0
      ? `selects ${which} only while a star crosses slashes, which is the default`
      : `selects ${which} only with the new globbing, which is not the default`
  return { about, message: `The pattern ${quoted(pattern)} ${says}: write one that both read alike.` }
}
