// An Argo CD Application as Argo CD reads it: where from, where to, and how it is kept in sync.
import { isObject, type Json, type Path } from '../source/json.ts'
import { at, itemsAt, stringAt, stringBelow, valueAt, type Located, type Manifest, type Target } from './manifest.ts'

/** Argo CD's own namespace, where Applications live unless they say otherwise. */
export const argocdNamespace = 'argocd'

/** How a source is told to be read; undefined: Argo CD finds out by looking at the folder. */
export type Tool = 'helm' | 'kustomize' | 'directory' | 'plugin'

/** One source of an Application, with the places of its fields. */
export interface ApplicationSource {
  /** The source itself, to point at and to look below. */
  readonly target: Target
  readonly repoURL: Located<string> | undefined
  readonly path: Located<string> | undefined
  readonly chart: Located<string> | undefined
  readonly targetRevision: Located<string> | undefined
  readonly ref: Located<string> | undefined
  /** The tools it configures; Argo CD refuses more than one, and takes away those that are given nothing. */
  readonly tools: readonly Tool[]
}

/** The cluster and namespace an Application deploys to. */
export interface Destination {
  readonly server: Located<string> | undefined
  readonly name: Located<string> | undefined
  readonly namespace: Located<string> | undefined
}

/** An Application, whole or with parts missing: rules say what is wrong with that. */
export interface Application {
  readonly manifest: Manifest
  readonly name: string
  /** Argo CD's identity of an Application is its namespace and name. */
  readonly namespace: string
  readonly project: string
  readonly destination: Destination
  /** What Argo CD reads: `sourceHydrator` beats `sources`, which beats `source`. */
  readonly sources: readonly ApplicationSource[]
  /** Undefined when it is synced by hand. */
  readonly automated: { readonly target: Target; readonly prune: boolean; readonly selfHeal: boolean } | undefined
  readonly syncOptions: readonly Located<string>[]
  /** Whether deleting the Application deletes what it deployed. */
  readonly cascades: Located<string> | undefined
}

/**
 * An Application's manifest, read.
 * @param namespace where it lives when it does not say: Argo CD's, or the destination of the Application that delivers it
 */
export function applicationOf(manifest: Manifest, namespace = argocdNamespace): Application {
  return {
    manifest,
    name: manifest.name,
    namespace: manifest.namespace ?? namespace,
    project: stringAt(manifest, 'spec', 'project')?.value || 'default',
    destination: {
      server: nonEmpty(stringAt(manifest, 'spec', 'destination', 'server')),
      name: nonEmpty(stringAt(manifest, 'spec', 'destination', 'name')),
      namespace: nonEmpty(stringAt(manifest, 'spec', 'destination', 'namespace'))
    },
    sources: sourcePathsOf(manifest).map(path => sourceAt(manifest, path)),
    automated: automatedOf(manifest),
    syncOptions: itemsAt(manifest, 'spec', 'syncPolicy', 'syncOptions').filter(isString),
    cascades: itemsAt(manifest, 'metadata', 'finalizers').filter(isString).find(isCascade)
  }
}

function sourcePathsOf(manifest: Manifest): Path[] {
  if (at(manifest, 'spec', 'sourceHydrator', 'drySource')) return [['spec', 'sourceHydrator', 'drySource']]
  const many = itemsAt(manifest, 'spec', 'sources')
  if (many.length > 0) return many.map(source => source.path)
  return at(manifest, 'spec', 'source') ? [['spec', 'source']] : []
}

const tools: readonly Tool[] = ['helm', 'kustomize', 'directory', 'plugin']

function sourceAt(manifest: Manifest, path: Path): ApplicationSource {
  const target = { manifest, path }
  return {
    target,
    repoURL: nonEmpty(stringBelow(target, 'repoURL')),
    path: nonEmpty(stringBelow(target, 'path')),
    chart: nonEmpty(stringBelow(target, 'chart')),
    targetRevision: nonEmpty(stringBelow(target, 'targetRevision')),
    ref: nonEmpty(stringBelow(target, 'ref')),
    tools: toolsIn(valueAt(manifest.object, path))
  }
}

/** The tools that a source configures. argo-cd: util/argo/argo.go NormalizeSource */
export function toolsIn(source: Json | undefined): Tool[] {
  if (!isObject(source)) return []
  return tools.filter(tool => isObject(source[tool]) && (tool === 'plugin' || !isZero(source[tool])))
}

/** A value that Go does not tell from none. */
function isZero(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length === 0
  return isObject(value) ? Object.values(value).every(isZero) : !value
}

function automatedOf(manifest: Manifest): Application['automated'] {
  const automated = valueAt(manifest.object, ['spec', 'syncPolicy', 'automated'])
  if (!isObject(automated) || automated.enabled === false) return undefined
  return {
    target: { manifest, path: ['spec', 'syncPolicy', 'automated'] },
    prune: automated.prune === true,
    selfHeal: automated.selfHeal === true
  }
}

function isCascade(finalizer: Located<string>): boolean {
  return finalizer.value.startsWith('resources-finalizer.argocd.argoproj.io')
}

function isString(located: Located): located is Located<string> {
  return typeof located.value === 'string'
}

function nonEmpty(located: Located<string> | undefined): Located<string> | undefined {
  return located && located.value !== '' ? located : undefined
}

/** Where a sync option is switched on: `=true` counts wherever it stands. argo-cd: SyncOptions.HasOption */
export function switchedOn({ syncOptions }: Application, key: string): Located<string> | undefined {
  return syncOptions.find(option => option.value === `${key}=true`)
}

/** The value of a sync option that has several: the first counts. argo-cd: SyncOptions.GetOptionValue */
export function syncOptionOf({ syncOptions }: Application, key: 'Prune' | 'Delete'): string | undefined {
  return syncOptions.find(option => option.value.startsWith(`${key}=`))?.value
}
