// Rule: Bootstrap and join token live in the namespace kasten-io-mc.
import { isJoinToken, primaryNamespace } from '../../model/kinds.ts'
import { stringAt } from '../../model/manifest.ts'
import type { Primary } from '../../model/primary.ts'
import type { Delivered } from '../../model/site.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const primaryObjectsLiveInKastenIoMc: FleetRule = {
  id: 'primary-objects-live-in-kasten-io-mc',
  severity: 'error',
  title: 'Bootstrap and join token live in the namespace kasten-io-mc.',
  why: `Kasten looks for them in \`kasten-io-mc\` alone. A Bootstrap elsewhere makes no primary, and a join token elsewhere stays empty: the
PushSecret then fails with \`secret key token does not exist\` and no secondary gets a token.`,
  fix: `\`\`\`yaml
metadata:
  namespace: kasten-io-mc
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [3],
  bad: [
    `
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io # <- here
spec:
  clusters:
    primary:
      name: primary
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.primary.contoso.com/k10
`,
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io # <- here
type: dist.kio.kasten.io/join-token
`
  ],
  good: [
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  annotations:
    argocd.argoproj.io/sync-wave: "2"
type: dist.kio.kasten.io/join-token
`
  ],
  *check({ primaries }) {
    for (const primary of primaries) yield* primaryObjectsOf(primary).flatMap(complaintsAbout)
  }
}

function primaryObjectsOf({ bootstraps, joinTokens }: Primary): Delivered[] {
  return [...bootstraps, ...joinTokens.filter(({ manifest }) => isJoinToken(manifest))]
}

/** Where the manifest names no namespace, the Application's destination does, and a rule of its own says so. */
function complaintsAbout({ manifest }: Delivered): Complaint[] {
  const namespace = stringAt(manifest, 'metadata', 'namespace')
  if (!namespace?.value || namespace.value === primaryNamespace) return []
  const message = `The ${manifest.kind} ${quoted(manifest.name)} is in ${quoted(namespace.value)}, where Kasten does not look: write "${primaryNamespace}".`
  return [{ about: namespace, message }]
}
