// Rule: what the token passes through has a fixed name.
import type { Fleet } from '../../model/fleet.ts'
import { stringAt, type Manifest } from '../../model/manifest.ts'
import { isBootstrap } from '../../model/kinds.ts'
import type { FleetRule } from '../rule.ts'

export const namesAreFixed: FleetRule = {
  id: 'names-are-fixed',
  severity: 'error',
  title: 'What the token passes through has a fixed name.',
  why: `Kasten's documentation creates the join token with \`generateName\`, for \`kubectl create\`. Argo CD applies: it refuses an object without
a name, or makes another one at each sync, and a PushSecret selects its Secret by name.`,
  fix: `\`\`\`yaml
metadata:
  name: <a fixed name>
\`\`\``,
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#generated-values',
  rows: [19, 22, 52],
  bad: [
    `
# file: primary/join-token.yaml
apiVersion: v1
kind: Secret
metadata:
  generateName: join-token- # <- here
  namespace: kasten-io-mc
type: dist.kio.kasten.io/join-token
`,
    `
# file: primary/bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  generateName: bootstrap- # <- here
  namespace: kasten-io-mc
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
# file: primary/push-secret.yaml
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  generateName: push-join-token- # <- here
  namespace: kasten-io-mc
spec:
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
`
  ],
  good: [
    `
# file: primary/job.yaml
apiVersion: batch/v1
kind: Job
metadata:
  generateName: notify-
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/hook: PostSync
`
  ],
  *check(fleet) {
    for (const manifest of passedThrough(fleet)) {
      const generated = stringAt(manifest, 'metadata', 'generateName')
      if (!generated || manifest.name !== '') continue
      yield {
        about: generated,
        message: `This ${manifest.kind} has a generateName and no name, which Argo CD cannot apply: give it a name.`,
        severity: isBootstrap(manifest) ? 'warning' : 'error'
      }
    }
  }
}

function passedThrough({ primaries, secondaries }: Fleet): Set<Manifest> {
  const onPrimaries = primaries.flatMap(each => [...each.bootstraps, ...each.joinTokens, ...each.pushSecrets])
  const joins = secondaries.flatMap(each => each.joins)
  return new Set([...onPrimaries, ...joins].map(({ manifest }) => manifest))
}
