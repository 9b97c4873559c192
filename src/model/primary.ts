// A primary: the cluster that is bootstrapped, fills a join token and pushes it.
import { isObject } from '../source/json.ts'
import { chartPrimaryOf, type ChartPrimary } from './chart-primary.ts'
import {
  defaultKastenNamespace,
  isBootstrap,
  isJoinToken,
  isPushSecret,
  isSecret,
  primaryNamespace,
  secretTypeOf,
  tokenKey
} from './kinds.ts'
import { at, stringAt, stringBelow, valueAt, type Located, type Target } from './manifest.ts'
import { pushSecretOf, type PushSecret } from './push-secret.ts'
import type { Repository } from './repository.ts'
import { inPrimaryNamespace, type Delivered, type Site } from './site.ts'
import type { Stores } from './store.ts'

/** One value of a Bootstrap's `spec.clusters`. */
export interface BootstrapEntry {
  readonly target: Target
  readonly bootstrap: Delivered
  readonly primary: Located | undefined
  readonly name: Located<string> | undefined
  readonly ingress: Located<string> | undefined
  readonly kastenNamespace: Located<string> | undefined
  readonly releaseName: Located<string> | undefined
}

/** A cluster that is declared to be a primary, with what makes it one. */
export interface Primary {
  readonly site: Site
  readonly bootstraps: readonly Delivered[]
  readonly entries: readonly BootstrapEntry[]
  /** A k10 chart whose values make the cluster a primary. */
  readonly charts: readonly ChartPrimary[]
  /** The name in the multi-cluster set, from whichever makes it a primary. */
  readonly name: Located<string> | undefined
  /** The dashboard URL that every join token carries. */
  readonly ingress: Located<string> | undefined
  /** Secrets that Kasten fills with a token, and those a PushSecret takes for one. */
  readonly joinTokens: readonly Delivered[]
  readonly pushSecrets: readonly PushSecret[]
  /** Where Kasten runs. */
  readonly kastenNamespace: string
}

/** The primary on a site; undefined when nothing there makes one. */
export function primaryOf(site: Site, stores: Stores, repository: Repository): Primary | undefined {
  const bootstraps = site.objects.filter(({ manifest }) => isBootstrap(manifest))
  const charts = site.charts.flatMap(use => chartPrimaryOf(use, repository) ?? [])
  const joinTokens = joinTokensOf(site)
  if (bootstraps.length + charts.length + joinTokens.length === 0) return undefined
  const entries = bootstraps.flatMap(entriesOf)
  const first = entries.find(entry => entry.primary?.value === true) ?? entries[0]
  return {
    site,
    bootstraps,
    entries,
    charts,
    name: first?.name ?? charts[0]?.name,
    ingress: first?.ingress ?? charts[0]?.ingress,
    joinTokens,
    pushSecrets: pushSecretsOf(site, joinTokens, stores),
    kastenNamespace: kastenNamespaceOf(site) ?? first?.kastenNamespace?.value ?? defaultKastenNamespace
  }
}

/** The namespace of the k10 chart that an Application installs on a site. */
export function kastenNamespaceOf(site: Site): string | undefined {
  return site.charts.find(({ chart }) => chart === 'k10')?.namespace
}

function entriesOf(bootstrap: Delivered): BootstrapEntry[] {
  const { manifest } = bootstrap
  const clusters = valueAt(manifest.object, ['spec', 'clusters'])
  if (!isObject(clusters)) return []
  return Object.keys(clusters).map(key => {
    const target = { manifest, path: ['spec', 'clusters', key] }
    return {
      target,
      bootstrap,
      primary: at(manifest, ...target.path, 'primary'),
      name: stringBelow(target, 'name'),
      ingress: stringBelow(target, 'k10', 'ingress', 'url'),
      kastenNamespace: stringBelow(target, 'k10', 'namespace'),
      releaseName: stringBelow(target, 'k10', 'releaseName')
    }
  })
}

/** Join tokens by type, and Secrets that a PushSecret of the primary's namespace reads though their type is another. */
function joinTokensOf(site: Site): Delivered[] {
  const selected = new Set<string>()
  for (const { manifest, namespace } of site.objects) {
    if (!isPushSecret(manifest) || namespace !== primaryNamespace) continue
    const name = stringAt(manifest, 'spec', 'selector', 'secret', 'name')?.value
    if (name !== undefined) selected.add(name)
  }
  return site.objects.filter(
    delivered =>
      isJoinToken(delivered.manifest) || (mayBeMeantAsToken(delivered) && selected.has(delivered.manifest.name))
  )
}

/** Types of Kubernetes and Helm have uses of their own: a registry's password, a certificate. */
const otherUse = /^(?:(?:[a-z]+\.)?kubernetes\.io|helm\.sh)\//

function mayBeMeantAsToken(delivered: Delivered): boolean {
  const { manifest } = delivered
  return isSecret(manifest) && inPrimaryNamespace(delivered) && !otherUse.test(secretTypeOf(manifest))
}

/** PushSecrets of the primary's namespace, but for those that are seen to push something else, and of a join token elsewhere. */
function pushSecretsOf(site: Site, joinTokens: readonly Delivered[], stores: Stores): PushSecret[] {
  const tokens = new Set(joinTokens.map(({ manifest }) => manifest.name))
  const secrets = site.objects.filter(delivered => isSecret(delivered.manifest) && inPrimaryNamespace(delivered))
  const others = new Set(secrets.map(({ manifest }) => manifest.name).filter(name => !tokens.has(name)))
  const pushes = site.objects
    .filter(({ manifest }) => isPushSecret(manifest))
    .map(delivered => pushSecretOf(delivered, site, stores))
  const isPushed = pushes.some(push => tokens.has(push.selects?.value ?? '') && !hasOtherKeys(push))
  return pushes.filter(push => {
    const name = push.selects?.value ?? ''
    if (tokens.has(name)) return true
    return inPrimaryNamespace(push) && !others.has(name) && !(isPushed && hasOtherKeys(push))
  })
}

/** Whether each key it pushes is written, and none is the token's. */
function hasOtherKeys({ matches }: PushSecret): boolean {
  return matches.length > 0 && matches.every(({ secretKey }) => secretKey?.value && secretKey.value !== tokenKey)
}
