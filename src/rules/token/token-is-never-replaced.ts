// Rule: Argo CD never replaces the join token's Secret.
import { switchedOn, type Application } from '../../model/application.ts'
import { isJoinToken } from '../../model/kinds.ts'
import { objectOptionOf } from '../../model/sync-annotations.ts'
import type { Delivered } from '../../model/site.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const tokenIsNeverReplaced: FleetRule = {
  id: 'token-is-never-replaced',
  severity: 'error',
  title: "Argo CD never replaces the join token's Secret.",
  why: `An apply changes what Git names and leaves the token alone. \`Replace=true\` writes the object of Git over the live one, which empties it;
\`Force=true\` deletes and creates it, which revokes the token. The PushSecret then fails or pushes a new token, and joins with the old one are
\`rejected\`.`,
  fix: 'Remove `Replace=true` and `Force=true` from the join token, and `Replace=true` from the sync options of its Application; give it to the objects that need it.',
  source:
    'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/#replace-resource-instead-of-applying-changes',
  rows: [26, 117],
  bad: [
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-options: Prune=false,Force=true # <- here
type: dist.kio.kasten.io/join-token
`,
    `
# file: argocd/primary.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-primary
  namespace: argocd
spec:
  destination:
    server: https://kubernetes.default.svc
    namespace: kasten-io-mc
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: primary
  syncPolicy:
    syncOptions:
      - Replace=true # <- here
      - Replace=false
`
  ],
  good: [
    `
# file: primary/dashboards.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: dashboards
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-options: Replace=true,Force=true
`
  ],
  *check({ primaries }) {
    const tokens = primaries.flatMap(({ joinTokens }) => joinTokens.filter(({ manifest }) => isJoinToken(manifest)))
    for (const token of tokens) yield* ownOptions(token)
    const applications = new Set(tokens.flatMap(({ delivery }) => delivery.application ?? []))
    for (const application of applications) yield* optionsOf(application)
  }
}

function ownOptions({ manifest }: Delivered): Complaint[] {
  return ['Replace=true', 'Force=true'].flatMap(option => {
    const about = objectOptionOf(manifest, option)
    const message = `The join token ${quoted(manifest.name)} has the sync option ${option}, which takes the token away: remove it.`
    return about ? [{ about, message }] : []
  })
}

/** `Force=true` for a whole Application is no option that Argo CD reads. argo-cd: controller/sync.go */
function optionsOf(application: Application): Complaint[] {
  const about = switchedOn(application, 'Replace')
  if (!about) return []
  const message = `The Application ${quoted(application.name)} replaces all it delivers, the join token too, which empties it: remove Replace=true.`
  return [{ about, message }]
}
