// Rule: mc-join and mc-join-config are in one namespace, the one Kasten runs in.
import { defaultKastenNamespace, joinConfigName, joinSecretName, primaryNamespace } from '../../model/kinds.ts'
import { stringAt, whole, type Target } from '../../model/manifest.ts'
import type { MulticlusterSet } from '../../model/multicluster-set.ts'
import { expectedNamespaceOf, type Secondary } from '../../model/secondary.ts'
import type { Delivered } from '../../model/site.ts'
import { nearest } from '../../source/nearest.ts'
import { quoted } from '../quoted.ts'
import type { Complaint, FleetRule } from '../rule.ts'

export const joinObjectsShareKastensNamespace: FleetRule = {
  id: 'join-objects-share-kastens-namespace',
  severity: 'error',
  title: "The Secret mc-join and the ConfigMap mc-join-config are both in Kasten's namespace.",
  why: 'Kasten looks for `mc-join` and `mc-join-config` in its own namespace, `kasten-io` unless it is installed elsewhere. What lies in another namespace is not seen: the cluster never starts to join, and nothing says why.',
  fix: 'Write the same `metadata.namespace` in both, the one Kasten runs in: `namespace: <namespace of Kasten>`.',
  source: 'https://docs.kasten.io/latest/multicluster/getting_started.html',
  rows: [68],
  bad: [
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: default # <- here
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
`,
    `
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: kasten-io-mc # <- here
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: kasten-io-mc # <- here
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
    namespace: backup
  source:
    repoURL: https://charts.kasten.io
    chart: k10
    targetRevision: 8.5.0
  syncPolicy:
    syncOptions: [CreateNamespace=true]
# file: secondaries/east/store.yaml
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata:
  name: join-tokens
  namespace: backup
spec:
  provider:
    azurekv:
      authType: WorkloadIdentity
      tenantId: 11111111-2222-3333-4444-555555555555
      vaultUrl: https://contoso-fleet.vault.azure.net
      serviceAccountRef:
        name: pull-join-tokens
# file: secondaries/east/join-config.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: mc-join-config
  namespace: backup
data:
  cluster-name: east
  cluster-ingress: https://kasten.east.contoso.com/k10
# file: secondaries/east/join-secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: mc-join
  namespace: backup
spec:
  refreshInterval: 10m
  secretStoreRef:
    name: join-tokens
    kind: SecretStore
  data:
    - secretKey: token
      remoteRef:
        key: fleet-join-token
`
  ],
  *check(fleet) {
    for (const set of fleet.sets) {
      const usual = usualNamespacesOf(set)
      for (const secondary of set.secondaries) yield* complaintsOf(secondary, usual)
    }
  }
}

/** Where Kasten runs, for all one knows: in its default namespace, or in the one it has on the primary. */
function usualNamespacesOf({ primaries }: Pick<MulticlusterSet, 'primaries'>): ReadonlySet<string> {
  return new Set([defaultKastenNamespace, ...primaries.map(({ kastenNamespace }) => kastenNamespace)])
}

function complaintsOf(secondary: Secondary, usual: ReadonlySet<string>): Complaint[] {
  const secrets = [...secondary.joins, ...secondary.literals]
  const parts = [...(secondary.config ? [secondary.config] : []), ...secrets]
  const known = secondary.kastenNamespace
  const allowed = known === undefined ? usual : new Set([known])
  const strays = parts.filter(({ namespace }) => namespace !== undefined && !allowed.has(namespace))
  if (strays.length === 0) return apartComplaint(secondary.config, secrets)
  const together = new Set(parts.map(({ namespace }) => namespace)).size === 1
  return strays.map(stray => ({
    about: namespaceTarget(stray),
    message: `${nameOf(stray)} is in the namespace ${quoted(stray.namespace!)}, but Kasten runs in ${quoted(expectedNamespaceOf(secondary))} and looks there alone: write that namespace.`,
    severity: together && known === undefined && mayHoldKasten(stray.namespace!, usual) ? 'warning' : 'error'
  }))
}

/** Both in namespaces that Kasten may run in, but not in one. */
function apartComplaint(config: Delivered | undefined, secrets: readonly Delivered[]): Complaint[] {
  const home = config?.namespace
  if (!config || home === undefined || secrets.length === 0) return []
  if (secrets.some(({ namespace }) => namespace === undefined || namespace === home)) return []
  const message = `The ConfigMap "${joinConfigName}" is in the namespace ${quoted(home)} and the Secret "${joinSecretName}" in ${quoted(secrets[0]!.namespace!)}: Kasten needs both in its own.`
  return [
    {
      about: namespaceTarget(config),
      message,
      related: [{ about: namespaceTarget(secrets[0]!), message: 'the Secret is made here' }]
    }
  ]
}

const neverKastens = new Set([primaryNamespace, 'default', 'argocd', 'external-secrets', 'kube-system', 'kube-public'])

/** A namespace of another name may be where somebody installed Kasten; a slip of the pen, or one of another purpose, is not. */
function mayHoldKasten(namespace: string, usual: ReadonlySet<string>): boolean {
  return !neverKastens.has(namespace) && nearest(namespace, usual) === undefined
}

function nameOf({ manifest }: Delivered): string {
  return manifest.kind === 'ConfigMap' ? `The ConfigMap "${joinConfigName}"` : `The Secret "${joinSecretName}"`
}

/** The namespace that is written: in the object, else in its Application's destination. */
function namespaceTarget({ manifest, delivery }: Delivered): Target {
  return stringAt(manifest, 'metadata', 'namespace') ?? delivery.application?.destination.namespace ?? whole(manifest)
}
