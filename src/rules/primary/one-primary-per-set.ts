// Rule: a multi-cluster set has one primary.
import { normalisedUrl } from '../../model/ingress.ts'
import { whole, type Manifest, type Target } from '../../model/manifest.ts'
import type { Primary } from '../../model/primary.ts'
import { siteLabel } from '../../model/site.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const onePrimaryPerSet: FleetRule = {
  id: 'one-primary-per-set',
  severity: 'error',
  title: 'A multi-cluster set has one primary.',
  why: `Two Bootstraps, or a Bootstrap and a k10 chart with \`multicluster.primary.create\`, are two owners of the same \`Cluster\` object: each
sets the name and URL that the other has just replaced. Two clusters that call themselves primary under one URL issue tokens that only one
of them accepts, and secondaries end with \`rejected\` and \`Invalid join token\`.`,
  fix: `Keep one of them. Either the Bootstrap, or in the values of the k10 chart

\`\`\`yaml
multicluster:
  primary:
    create: true
    name: <name of the primary>
    ingressURL: <URL of its dashboard>
\`\`\``,
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [1],
  bad: [
    `
# file: primary/second-bootstrap.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-again
  namespace: kasten-io-mc
spec:
  clusters:
    again: # <- here
      name: again
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: https://kasten.again.contoso.com/k10
`,
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
    helm:
      valuesObject:
        multicluster:
          primary:
            create: true # <- here
            name: primary
            ingressURL: https://kasten.primary.contoso.com/k10
  syncPolicy:
    automated: {}
    retry:
      limit: 10
`,
    `
# file: argocd/second-primary.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-primary-too
  namespace: argocd
spec:
  project: default
  destination: # <- here
    server: https://other.k8s.contoso.com:6443
    namespace: kasten-io-mc
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: primary
  syncPolicy:
    automated: {}
    retry:
      limit: 10
`
  ],
  good: [
    `
# file: argocd/test-primary.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-test-primary
  namespace: argocd
spec:
  project: default
  destination:
    server: https://test.k8s.contoso.com:6443
    namespace: kasten-io-mc
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: test-primary
  syncPolicy:
    automated: {}
    retry:
      limit: 10
    syncOptions:
      - CreateNamespace=true
# file: test-primary/all.yaml
apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
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
          url: https://kasten.test.contoso.com/k10
---
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
type: dist.kio.kasten.io/join-token
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-join-token
  namespace: kasten-io-mc
spec:
  refreshInterval: 10m
  deletionPolicy: None
  secretStoreRefs:
    - name: join-tokens
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: fleet-join-token
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: [kasten-io-mc]
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-test.vault.azure.net
      serviceAccountRef:
        name: push-join-tokens
        namespace: external-secrets
`,
    `
# removed: primary/bootstrap.yaml
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
    helm:
      valuesObject:
        multicluster:
          primary:
            create: true
            name: primary
            ingressURL: https://kasten.primary.contoso.com/k10
  syncPolicy:
    automated: {}
    retry:
      limit: 10
`
  ],
  *check({ sets }) {
    for (const { primaries } of sets) {
      const [first, ...others] = primaries.flatMap(declarationsOf)
      if (first) for (const other of others) if (clash(first, other)) yield complaintOf(first, other)
    }
  }
}

/** What makes a cluster a primary. */
interface Declaration {
  readonly primary: Primary
  readonly manifest: Manifest
  readonly target: Target
}

function declarationsOf(primary: Primary): Declaration[] {
  const found = new Map<Manifest, Declaration>()
  for (const { bootstrap, primary: flag, target } of primary.entries) {
    const { manifest } = bootstrap
    if (flag?.value === true && !found.has(manifest)) found.set(manifest, { primary, manifest, target })
  }
  const charts = primary.charts.map(({ create }) => ({ primary, manifest: create.manifest, target: create }))
  return [...found.values(), ...charts]
}

/** Two clusters that push to one secret under different URLs are for the rule on who writes a secret. */
function clash(a: Declaration, b: Declaration): boolean {
  return a.primary === b.primary || urlOf(a.primary) === urlOf(b.primary)
}

function urlOf({ ingress }: Primary): string | undefined {
  return ingress && normalisedUrl(ingress.value)
}

function complaintOf(first: Declaration, other: Declaration): Complaint {
  const name = quoted(first.primary.name?.value || siteLabel(first.primary.site))
  if (first.manifest === other.manifest) {
    return {
      about: destinationOf(other),
      message: `The same primary, ${name}, is delivered to a second cluster: keep one of the two Applications.`,
      related: [{ about: destinationOf(first), message: 'delivered here too' }]
    }
  }
  return {
    about: { ...other.target, ...(other.target.path.at(-1) === 'create' ? {} : { part: 'key' as const }) },
    message: `The set has a primary already, ${name}: keep one of the two.`,
    related: [{ about: first.target, message: 'made a primary here' }]
  }
}

function destinationOf({ primary, manifest }: Declaration): Target {
  const { deliveries } = primary.site
  const application = deliveries.find(delivery => delivery.manifests.includes(manifest))?.application
  return application ? { manifest: application.manifest, path: ['spec', 'destination'], part: 'key' } : whole(manifest)
}
