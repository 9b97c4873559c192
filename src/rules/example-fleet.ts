// The healthy fleet that the rules' examples are laid over: one object a file, a primary, two secondaries.

/** Path to text. No rule has anything to say about it. */
export const exampleFleet: Readonly<Record<string, string>> = {
  'argocd/primary.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-primary
  namespace: argocd
spec:
  project: default
  destination:
    server: https://kubernetes.default.svc
    namespace: kasten-io-mc
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: primary
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
  ...Object.fromEntries(
    ['east', 'west'].map(name => [
      `argocd/${name}.yaml`,
      `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: kasten-${name}
  namespace: argocd
spec:
  project: default
  destination:
    server: https://${name}.k8s.contoso.com:6443
    namespace: kasten-io
  source:
    repoURL: https://github.com/contoso/kasten-fleet
    targetRevision: main
    path: secondaries/${name}
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
    ])
  ),
  'primary/namespace.yaml': `apiVersion: v1
kind: Namespace
metadata:
  name: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "0"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
`,
  'primary/bootstrap.yaml': `apiVersion: dist.kio.kasten.io/v1alpha1
kind: Bootstrap
metadata:
  name: bootstrap-primary
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "1"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
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
  'primary/join-token.yaml': `apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "2"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false
type: dist.kio.kasten.io/join-token
`,
  'primary/push-secret.yaml': `apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "3"
spec:
  refreshInterval: 10m
  deletionPolicy: None
  updatePolicy: Replace
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
`,
  'primary/store.yaml': `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
  annotations:
    argocd.argoproj.io/sync-wave: "2"
spec:
  conditions:
    - namespaces: [kasten-io-mc]
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: push-join-tokens
        namespace: external-secrets
`,
  ...Object.fromEntries(
    ['east', 'west'].flatMap(name => [
      [
        `secondaries/${name}/join-config.yaml`,
        `apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: ${name}
  cluster-ingress: https://kasten.${name}.contoso.com/k10
  primary-ingress: https://kasten.primary.contoso.com/k10
`
      ],
      [
        `secondaries/${name}/join-secret.yaml`,
        `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: ClusterSecretStore
  target:
    name: mc-join
    creationPolicy: Owner
    deletionPolicy: Retain
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`
      ],
      [
        `secondaries/${name}/store.yaml`,
        `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: join-tokens
spec:
  conditions:
    - namespaces: [kasten-io]
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: pull-join-tokens
        namespace: external-secrets
`
      ]
    ])
  )
}

/** What the healthy fleet's repository is called, and which branch it is on. */
export const exampleRepository = { repository: 'https://github.com/contoso/kasten-fleet', revisions: ['main'] }
