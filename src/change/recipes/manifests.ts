// The manifests of a fresh fleet: what makes a primary, pushes its token, and lets a secondary join.
import { scalar, type RecipeNames } from './names.ts'

/** Texts are YAML values: plain ones for manifests, template expressions for charts. */
export interface PrimaryValues {
  readonly name: string
  readonly ingress: string
  readonly secretName: string
  readonly storeName: string
}

export interface SecondaryValues {
  readonly name: string
  readonly ingress: string
  readonly primaryIngress: string
  readonly secretName: string
  readonly storeName: string
}

/** Namespace and Bootstrap. */
export function bootstrapText({ name, ingress }: PrimaryValues): string {
  return `# Makes this cluster the primary. The URL goes into every join token.
apiVersion: v1
kind: Namespace
metadata:
  name: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "0"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false # losing it disconnects every secondary
---
apiVersion: dist.kio.kasten.io/v1alpha1
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
      name: ${name}
      primary: true
      k10:
        namespace: kasten-io
        releaseName: k10
        ingress:
          url: ${ingress}
`
}

/** The Secret that Kasten fills. */
export const joinTokenText = `# Kasten fills this Secret. It has no data in Git, and never may have.
apiVersion: v1
kind: Secret
metadata:
  name: join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "2"
    argocd.argoproj.io/sync-options: Prune=false,Delete=false # deleting it revokes the token
type: dist.kio.kasten.io/join-token
`

/** The PushSecret. */
export function pushText({ storeName, secretName }: PrimaryValues): string {
  return `# Carries the token to Azure Key Vault, again every ten minutes.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: push-join-token
  namespace: kasten-io-mc
  annotations:
    argocd.argoproj.io/sync-wave: "3"
spec:
  refreshInterval: 10m
  deletionPolicy: None # a deleted secret keeps its name blocked in Key Vault for up to 90 days
  updatePolicy: Replace
  secretStoreRefs:
    - name: ${storeName}
      kind: ClusterSecretStore
  selector:
    secret:
      name: join-token
  data:
    - match:
        secretKey: token
        remoteRef:
          remoteKey: ${secretName}
`
}

/** A store, for pushing or for pulling. The service account carries the identity: azure.workload.identity/client-id and tenant-id. */
export function storeText(
  use: 'push' | 'pull',
  storeName: string,
  vaultUrl: string,
  { esoApi }: Pick<RecipeNames, 'esoApi'>
): string {
  const wave = use === 'push' ? '\n  annotations:\n    argocd.argoproj.io/sync-wave: "2"' : ''
  const role = use === 'push' ? 'Key Vault Secrets Officer' : 'Key Vault Secrets User'
  return `# The vault, by workload identity: the service account's identity has the role "${role}".
apiVersion: external-secrets.io/${esoApi}
kind: ClusterSecretStore
metadata:
  name: ${storeName}${wave}
spec:
  conditions: # nobody else may use it
    - namespaces: [${use === 'push' ? 'kasten-io-mc' : 'kasten-io'}]
  provider:
    azurekv:
      authType: WorkloadIdentity
      vaultUrl: ${vaultUrl}
      serviceAccountRef: # annotated with azure.workload.identity/client-id and azure.workload.identity/tenant-id
        name: ${use}-join-tokens
        namespace: external-secrets
`
}

/** ConfigMap and ExternalSecret of a secondary. */
export function joinText(
  { name, ingress, primaryIngress, storeName, secretName }: SecondaryValues,
  { esoApi }: Pick<RecipeNames, 'esoApi'>
): string {
  return `# Kasten starts to join when both mc-join and mc-join-config are there.
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io
data:
  cluster-name: ${name}
  cluster-ingress: ${ingress}
  primary-ingress: ${primaryIngress}
---
apiVersion: external-secrets.io/${esoApi}
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: ${storeName}
    kind: ClusterSecretStore
  target:
    name: mc-join
    creationPolicy: Owner
    deletionPolicy: Retain # a missing vault secret must not take mc-join away
  data:
    - secretKey: token
      remoteRef:
        key: ${secretName}
`
}

/** Plain values: each as a scalar of YAML. */
export function plainValues<T extends Readonly<Record<string, string>>>(values: T): T {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, scalar(value)])) as T
}
