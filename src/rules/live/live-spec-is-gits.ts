// Rule: the Application in Argo CD is the one in Git.
import type { Application } from '../../model/application.ts'
import { serverKeyOf } from '../../model/cluster.ts'
import type { LiveApplication } from '../../model/live.ts'
import { cleaned } from '../../model/source-path.ts'
import { sameRepository } from '../../source/repository-url.ts'
import { liveFleetOf } from '../live-pairs.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, LiveRule } from '../rule.ts'

export const liveSpecIsGits: LiveRule = {
  id: 'live-spec-is-gits',
  severity: 'error',
  title: 'The Application in Argo CD is the one in Git.',
  why: `When somebody edits destination, source or revision by hand, Argo CD deploys something else than Git says, and reports it as Synced.`,
  fix: `Apply the file again, or bring the change into Git.`,
  source: 'argoproj/argo-cd: pkg/apis/application/v1alpha1/types.go',
  rows: [],
  bad: [
    `
# live: {"name":"kasten-east","destination":{"server":"https://other.k8s.contoso.com:6443","namespace":"kasten-io"}}
# file: argocd/east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-east
  namespace: argocd
spec:
  project: default
  destination:
    server: https://east.k8s.contoso.com:6443 # <- here
    namespace: kasten-io
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: secondaries/east
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
      backoff:
        duration: 10s
        factor: 2
        maxDuration: 5m
`,
    `
# live: {"name":"kasten-east","sources":[{"repoURL":"https://github.com/contoso/kasten-fleet","path":"secondaries/east","targetRevision":"hotfix"}]}
# file: argocd/east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-east
  namespace: argocd
spec:
  project: default
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: kasten-io
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main # <- here
    path: secondaries/east
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
    `
# file: readme.txt
healthy
`,
    `
# live: {"name":"kasten-east","destination":{"server":"https://EAST.k8s.contoso.com:6443/","namespace":"kasten-io"},"sources":[{"repoURL":"https://github.com/contoso/kasten-fleet.git","path":"secondaries/east/","targetRevision":"main"}]}
# file: readme.txt
the same
`
  ],
  *check(view) {
    for (const { application, live } of liveFleetOf(view).pairs) {
      if (live) yield* destinationOf(application, live)
      if (live && live.sources.length === application.sources.length) yield* sourcesOf(application, live)
    }
  }
}

function* destinationOf({ destination, manifest }: Application, live: LiveApplication): Generator<Complaint> {
  const written = destination.server ?? destination.name
  const liveText = live.destination.server ?? live.destination.name ?? ''
  const sameKind = destination.server ? live.destination.server !== undefined : live.destination.name !== undefined
  if (!written || !sameKind) return
  if (destination.server ? serverKeyOf(written.value) === serverKeyOf(liveText) : written.value === liveText) return
  yield {
    about: written,
    message: `Git sends ${quoted(manifest.name)} to ${quoted(written.value)}, Argo CD to ${quoted(liveText)}: somebody changed it by hand.`
  }
}

function* sourcesOf({ sources, manifest }: Application, live: LiveApplication): Generator<Complaint> {
  for (const [index, source] of sources.entries()) {
    const other = live.sources[index]!
    const differing = [
      [source.path, cleaned(source.path?.value ?? '') !== cleaned(other.path ?? ''), other.path],
      [
        source.targetRevision,
        (source.targetRevision?.value ?? 'HEAD') !== (other.targetRevision || 'HEAD'),
        other.targetRevision
      ],
      [source.repoURL, source.repoURL !== undefined && !isSame(source.repoURL.value, other.repoURL), other.repoURL]
    ] as const
    for (const [written, differs, found] of differing) {
      if (written && differs)
        yield {
          about: written,
          message: `Git says ${quoted(written.value)} for ${quoted(manifest.name)}, Argo CD has ${quoted(found ?? '')}: somebody changed it by hand.`
        }
    }
  }
}

function isSame(a: string, b: string): boolean {
  return a === b || sameRepository(a, b)
}
