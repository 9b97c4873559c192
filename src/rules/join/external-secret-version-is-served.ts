// Rule: the ExternalSecret of a secondary has an API version that ESO serves.
import type { Fleet } from '../../model/fleet.ts'
import type { Secondary } from '../../model/secondary.ts'
import { gathered } from '../once.ts'
import type { Complaint, FleetRule } from '../rule.ts'
import { servedVersionComplaint } from '../served-versions.ts'

export const externalSecretVersionIsServed: FleetRule = {
  id: 'external-secret-version-is-served',
  severity: 'error',
  title: 'The ExternalSecret of a secondary has an API version that ESO serves.',
  why: 'ESO 0.16 brought `external-secrets.io/v1`, and 0.17 stopped to serve `v1beta1`. With a version that is not served the sync of that cluster fails: `no matches for kind "ExternalSecret" in version "external-secrets.io/v1beta1"`, and there is no token to join with.',
  fix: `\`\`\`yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
\`\`\`

For an older ESO say so: \`eso-version: <version>\`.`,
  source: 'external-secrets/external-secrets: config/crds/bases/external-secrets.io_externalsecrets.yaml',
  rows: [82],
  bad: [
    `
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1beta1 # <- here
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# settings: {"esoVersion":"0.15.1"}
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1 # <- here
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
# file: secondaries/west/join-secret.yaml
apiVersion: external-secrets.io/v1beta1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# file: argocd/eso-east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: eso-east
  namespace: argocd
spec:
  project: default
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: external-secrets
  source:
    repoURL: https://charts.external-secrets.io
    chart: external-secrets
    targetRevision: 0.14.0
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
    syncOptions: [CreateNamespace=true]
# file: argocd/eso-west.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: eso-west
  namespace: argocd
spec:
  project: default
  destination:
    server: https://west.k8s.contoso.com:6443
    namespace: external-secrets
  source:
    repoURL: https://charts.external-secrets.io
    chart: external-secrets
    targetRevision: 2.9.0
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
    syncOptions: [CreateNamespace=true]
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1 # <- here
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`
  ],
  good: [
    `
# settings: {"esoVersion":"0.16.2"}
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1beta1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`,
    `
# file: argocd/eso-east.yaml
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: eso-east
  namespace: argocd
spec:
  project: default
  destination:
    server: https://east.k8s.contoso.com:6443
    namespace: external-secrets
  source:
    repoURL: https://charts.external-secrets.io
    chart: external-secrets
    targetRevision: 2.9.0
    helm:
      valuesObject:
        crds:
          unsafeServeV1Beta1: true
  syncPolicy:
    automated:
      selfHeal: true
    retry:
      limit: 10
    syncOptions: [CreateNamespace=true]
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1beta1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`
  ],
  check: fleet => gathered(fleet.secondaries.flatMap(secondary => complaintsOf(secondary, fleet)))
}

function complaintsOf(secondary: Secondary, fleet: Fleet): [Complaint, Secondary][] {
  const complaints = secondary.joins.flatMap(
    ({ manifest }) => servedVersionComplaint(manifest, secondary.site, fleet) ?? []
  )
  return complaints.map(complaint => [complaint, secondary])
}
