// Rule: the primary and its secondaries run versions of Kasten that join each other.
import { atLeast } from '../../source/version.ts'
import type { Secondary } from '../../model/secondary.ts'
import type { Fleet } from '../../model/fleet.ts'
import type { KnownVersion } from '../../model/versions.ts'
import { gathered } from '../once.ts'
import type { Complaint, FleetRule } from '../rule.ts'
import { pinOf, versionWords } from '../version-words.ts'

export const kastenVersionsCanJoin: FleetRule = {
  id: 'kasten-versions-can-join',
  severity: 'error',
  title: 'The primary and its secondaries run versions of Kasten that join each other.',
  why: 'Kasten 6.5.14 changed join tokens: a primary of that version or newer refuses secondaries of an older one, and newer secondaries cannot use the tokens of older primaries (`mc-join-status` says `rejected`). Before 6.5.0 there are no join tokens at all.',
  fix: 'Update the older side to 6.5.14 or newer; the token is made anew by that, and has to be pushed again.',
  source: 'https://docs.kasten.io/latest/multicluster/upgrading.html',
  rows: [100],
  bad: [
    `
# file: argocd/k10-primary.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: k10-primary
  namespace: argocd
spec:
  project: default
  destination:
    server: https://kubernetes.default.svc
    namespace: kasten-io
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 8.5.0
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
    syncOptions: [CreateNamespace=true]
# file: argocd/k10-east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: k10-east
  namespace: argocd
spec:
  project: default
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: kasten-io
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 6.5.10 # <- here
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
    syncOptions: [CreateNamespace=true]
`,
    `
# file: argocd/k10-primary.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: k10-primary
  namespace: argocd
spec:
  project: default
  destination:
    server: https://kubernetes.default.svc
    namespace: kasten-io
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 6.5.13 # <- here
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
    syncOptions: [CreateNamespace=true]
# file: argocd/k10-east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: k10-east
  namespace: argocd
spec:
  project: default
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: kasten-io
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 7.0.0
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
    syncOptions: [CreateNamespace=true]
# file: argocd/k10-west.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: k10-west
  namespace: argocd
spec:
  project: default
  destination:
    server: https://west.k8s.contoso.com:6443
    namespace: kasten-io
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 6.5.13
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
    syncOptions: [CreateNamespace=true]
`
  ],
  good: [
    `
# file: argocd/k10.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: k10
  namespace: argocd
spec:
  project: default
  destination:
    server: https://kubernetes.default.svc
    namespace: kasten-io
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 8.5.0
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
    syncOptions: [CreateNamespace=true]
# file: argocd/k10-east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: k10-east
  namespace: argocd
spec:
  project: default
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: kasten-io
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 7.0.14
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
    syncOptions: [CreateNamespace=true]
`
  ],
  check: fleet => gathered(complaintsIn(fleet))
}

/** The release whose tokens and older ones do not mix. */
const turn = '6.5.14'
const first = '6.5.0'

function* complaintsIn({ sets, versions }: Fleet): Iterable<[Complaint, Secondary]> {
  for (const { primaries, secondaries } of sets) {
    const [primary] = primaries
    if (!primary) continue
    const ofPrimary = versions.kasten(primary.site)
    for (const secondary of secondaries) {
      const complaint = complaintOf(ofPrimary, versions.kasten(secondary.site))
      if (complaint) yield [complaint, secondary]
    }
  }
}

/** What is assumed says nothing, and what the workflow says is one version for all. */
function complaintOf(primary: KnownVersion, secondary: KnownVersion): Complaint | undefined {
  if (primary.from === 'assumed' || secondary.from === 'assumed') return undefined
  const older = atLeast(primary.version, turn) ? secondary : primary
  const other = older === primary ? secondary : primary
  const about = older.chart?.pinned
  if (!about) return undefined
  const sides = older === primary ? 'the primary' : 'a secondary'
  if (!atLeast(older.version, first)) {
    return {
      about,
      message: `${versionWords('Kasten', older)} has no join tokens, which came with ${first}: update it to ${turn} or newer.`
    }
  }
  if (atLeast(older.version, turn) || !atLeast(other.version, turn)) return undefined
  const message = `${versionWords('Kasten', older)} on ${sides} cannot join with ${versionWords('Kasten', other)}: tokens changed in ${turn}. Update it.`
  return { about, message, related: pinOf(other) }
}
