// A secondary: the cluster that joins, by a ConfigMap and a Secret of fixed names.
import { externalSecretOf, madeSecretOf, type ExternalSecret } from './external-secret.ts'
import {
  defaultKastenNamespace,
  isClusterExternalSecret,
  isExternalSecret,
  isJoinConfig,
  isSecret,
  joinSecretName
} from './kinds.ts'
import { stringAt, type Located } from './manifest.ts'
import { kastenNamespaceOf } from './primary.ts'
import { siteLabel, type Delivered, type Site } from './site.ts'
import type { Stores } from './store.ts'

/** A cluster that is to join: its config, what makes its token, and what it is called. */
export interface Secondary {
  readonly site: Site
  /** The ConfigMap `mc-join-config`. */
  readonly config: Delivered | undefined
  /** ExternalSecrets that make `mc-join`. */
  readonly joins: readonly ExternalSecret[]
  /** Literal Secrets named `mc-join`. */
  readonly literals: readonly Delivered[]
  /** SealedSecrets and ClusterExternalSecrets that make `mc-join`: seen, not judged. */
  readonly otherSources: readonly Delivered[]
  /** `cluster-name`, `cluster-ingress`, `primary-ingress`, `allow-insecure-primary-ingress` of the ConfigMap. */
  readonly name: Located<string> | undefined
  readonly ingress: Located<string> | undefined
  readonly primaryIngress: Located<string> | undefined
  readonly allowInsecure: Located<string> | undefined
  /** What to call it: its cluster-name, else its Application or folder. */
  readonly label: string
  /** Where Kasten runs, when an Application of the repository installs it there. */
  readonly kastenNamespace: string | undefined
}

/** The secondaries on a site: one for each mc-join-config, or one of a mc-join that has none. */
export function secondariesOf(site: Site, stores: Stores): Secondary[] {
  const configs = site.objects.filter(({ manifest }) => isJoinConfig(manifest))
  const literals = site.objects.filter(({ manifest }) => isSecret(manifest) && manifest.name === joinSecretName)
  const makers = site.objects.filter(
    ({ manifest }) => isExternalSecret(manifest) && madeSecretOf(manifest) === joinSecretName
  )
  const otherSources = site.objects.filter(isOtherSource)
  if (configs.length + literals.length + makers.length === 0) return []
  const joins = makers.map(delivered => externalSecretOf(delivered, site, stores))
  const parts = { site, joins, literals, otherSources }
  return configs.length === 0 ? [secondaryOf(parts, undefined)] : configs.map(config => secondaryOf(parts, config))
}

function secondaryOf(
  parts: Pick<Secondary, 'site' | 'joins' | 'literals' | 'otherSources'>,
  config: Delivered | undefined
): Secondary {
  const read = (key: string): Located<string> | undefined => config && stringAt(config.manifest, 'data', key)
  const name = read('cluster-name')
  return {
    ...parts,
    config,
    name,
    ingress: read('cluster-ingress'),
    primaryIngress: read('primary-ingress'),
    allowInsecure: read('allow-insecure-primary-ingress'),
    label: name?.value || siteLabel(parts.site),
    kastenNamespace: kastenNamespaceOf(parts.site)
  }
}

function isOtherSource({ manifest }: Delivered): boolean {
  if (manifest.kind === 'SealedSecret') return manifest.name === joinSecretName
  if (!isClusterExternalSecret(manifest)) return false
  const made =
    stringAt(manifest, 'spec', 'externalSecretSpec', 'target', 'name') ??
    stringAt(manifest, 'spec', 'externalSecretName')
  return (made?.value ?? manifest.name) === joinSecretName
}

/** The namespace that mc-join and mc-join-config belong in. */
export function expectedNamespaceOf(secondary: Secondary): string {
  return secondary.kastenNamespace ?? defaultKastenNamespace
}

/** The files that its join objects are written in, sorted. */
export function joinFilesOf({ config, joins, literals }: Pick<Secondary, 'config' | 'joins' | 'literals'>): string[] {
  const parts = [...(config ? [config] : []), ...joins, ...literals]
  return [...new Set(parts.map(({ manifest }) => manifest.origin.file))].sort()
}
