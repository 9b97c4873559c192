// The kinds of the fleet: how each is recognised, and the names that Kasten fixes.
import { groupOf, stringAt, type Manifest } from './manifest.ts'

/** The namespace of the primary's multi-cluster objects. https://docs.kasten.io/latest/multicluster/getting_started.html */
export const primaryNamespace = 'kasten-io-mc'
/** Kasten's own namespace, unless its Helm release lives elsewhere. */
export const defaultKastenNamespace = 'kasten-io'
/** The Secret a secondary joins with; its key is `token`. */
export const joinSecretName = 'mc-join'
/** The ConfigMap a secondary joins with. */
export const joinConfigName = 'mc-join-config'
/** The type of the Secret that Kasten fills with a token. */
export const joinTokenType = 'dist.kio.kasten.io/join-token'
/** The key of the token in both Secrets. */
export const tokenKey = 'token'

const isGroup = (manifest: Manifest, group: string): boolean => groupOf(manifest) === group

/** Argo CD's Application, of any version. */
export function isApplication(manifest: Manifest): boolean {
  return manifest.kind === 'Application' && isGroup(manifest, 'argoproj.io')
}

/** Argo CD's ApplicationSet, of any version. */
export function isApplicationSet(manifest: Manifest): boolean {
  return manifest.kind === 'ApplicationSet' && isGroup(manifest, 'argoproj.io')
}

/** Argo CD's AppProject, of any version. */
export function isProject(manifest: Manifest): boolean {
  return manifest.kind === 'AppProject' && isGroup(manifest, 'argoproj.io')
}

/** A Bootstrap of any version or misspelt group of Kasten's: a rule says which is right. */
export function isBootstrap(manifest: Manifest): boolean {
  return manifest.kind === 'Bootstrap' && manifest.apiVersion.includes('kasten')
}

/** Whatever Kasten's multi-cluster controller owns or reads: Bootstrap, Cluster, Distribution. */
export function isDistribution(manifest: Manifest): boolean {
  return groupOf(manifest) === 'dist.kio.kasten.io'
}

/** Kubernetes' own Secret. */
export function isSecret(manifest: Manifest): boolean {
  return manifest.kind === 'Secret' && manifest.apiVersion === 'v1'
}

/** Kubernetes' own ConfigMap. */
export function isConfigMap(manifest: Manifest): boolean {
  return manifest.kind === 'ConfigMap' && manifest.apiVersion === 'v1'
}

/** The ConfigMap that a secondary joins with. */
export function isJoinConfig(manifest: Manifest): boolean {
  return isConfigMap(manifest) && manifest.name === joinConfigName
}

/** Kubernetes' own Namespace. */
export function isNamespace(manifest: Manifest): boolean {
  return manifest.kind === 'Namespace' && manifest.apiVersion === 'v1'
}

/** The type of a Secret; '' when it has none, which Kubernetes reads as Opaque. */
export function secretTypeOf(manifest: Manifest): string {
  return stringAt(manifest, 'type')?.value ?? ''
}

/** A Secret that asks Kasten for a join token. */
export function isJoinToken(manifest: Manifest): boolean {
  return isSecret(manifest) && secretTypeOf(manifest) === joinTokenType
}

const ofEso = (manifest: Manifest): boolean => isGroup(manifest, 'external-secrets.io')

/** ESO's PushSecret, of any version. */
export function isPushSecret(manifest: Manifest): boolean {
  return manifest.kind === 'PushSecret' && ofEso(manifest)
}

/** ESO's ExternalSecret, of any version. */
export function isExternalSecret(manifest: Manifest): boolean {
  return manifest.kind === 'ExternalSecret' && ofEso(manifest)
}

/** Makes ExternalSecrets in many namespaces; what it makes is not judged. */
export function isClusterExternalSecret(manifest: Manifest): boolean {
  return manifest.kind === 'ClusterExternalSecret' && ofEso(manifest)
}

/** ESO's SecretStore or ClusterSecretStore, of any version. */
export function isStore(manifest: Manifest): boolean {
  return (manifest.kind === 'SecretStore' || manifest.kind === 'ClusterSecretStore') && ofEso(manifest)
}

const clusterScoped = new Set([
  'Namespace',
  'ClusterSecretStore',
  'ClusterExternalSecret',
  'ClusterPushSecret',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'PersistentVolume',
  'StorageClass',
  'VolumeSnapshotClass',
  'PriorityClass',
  'IngressClass',
  'ValidatingWebhookConfiguration',
  'MutatingWebhookConfiguration',
  'APIService',
  'ClusterIssuer',
  'ClusterGenerator'
])

/** Whether objects of this kind have no namespace; kinds that are not known to are taken as namespaced. */
export function isClusterScoped(manifest: Manifest): boolean {
  return clusterScoped.has(manifest.kind)
}
