// The charts that an Application installs: the one a source names, and those that a chart or kustomization of the repository brings along.
import { isObject, type Json } from '../source/json.ts'
import type { Application, ApplicationSource } from './application.ts'
import { chartValuesOf, type ValuesOrigin } from './chart-values.ts'
import { documentAt } from './document-at.ts'
import type { Folders } from './folders.ts'
import { itemsAt, stringAt, stringBelow, type Located, type Manifest, type Target } from './manifest.ts'
import type { Repository } from './repository.ts'
import { cleaned } from './source-path.ts'

/** A chart that an Application installs: its version says what runs on the cluster. */
export interface ChartUse {
  readonly source: ApplicationSource
  readonly chart: string
  /** As it is pinned; '' where nobody says. */
  readonly version: string
  /** Where the chart is named. */
  readonly at: Target
  /** Where the version is written. */
  readonly pinned: Target | undefined
  readonly namespace: string | undefined
  /** The name of its release, where it is known. */
  readonly release: string | undefined
  /** Where its values come from; undefined where they are not followed. */
  readonly values: ValuesOrigin | undefined
}

/** The chart that a source names. */
export function namedChart(application: Application, source: ApplicationSource): ChartUse[] {
  const { chart, targetRevision } = source
  if (!chart) return []
  const version = targetRevision?.value ?? ''
  const values = { source, folder: undefined, below: [] }
  return [{ ...releaseOf(application, source), chart: chart.value, version, at: chart, pinned: targetRevision, values }]
}

function releaseOf(
  application: Application,
  source: ApplicationSource
): Pick<ChartUse, 'source' | 'namespace' | 'release'> {
  return {
    source,
    namespace: application.destination.namespace?.value,
    release: stringBelow(source.target, 'helm', 'releaseName')?.value || application.name
  }
}

/** The charts that a chart of the repository depends on, but for those whose condition is false. */
export function chartsOfChart(
  application: Application,
  source: ApplicationSource,
  folder: string,
  repository: Repository
): ChartUse[] {
  const chart = manifestAt(`${prefixOf(folder)}Chart.yaml`, repository)
  if (!chart) return []
  const locked = manifestAt(`${prefixOf(folder)}Chart.lock`, repository)
  const release = releaseOf(application, source)
  return itemsAt(chart, 'dependencies').flatMap(item => {
    const name = stringBelow(item, 'name')
    if (!name || isOff(item, { source, folder, below: [] }, repository)) return []
    const pinned = versionIn(locked, name.value) ?? stringBelow(item, 'version')
    const below = [stringBelow(item, 'alias')?.value || name.value]
    const values = { source, folder, below }
    return [{ ...release, chart: name.value, version: pinned?.value ?? '', at: name, pinned, values }]
  })
}

function versionIn(locked: Manifest | undefined, name: string): Located<string> | undefined {
  const item = locked && itemsAt(locked, 'dependencies').find(each => stringBelow(each, 'name')?.value === name)
  return item && stringBelow(item, 'version')
}

/** Helm takes a dependency whose condition is nowhere among the values. helm: pkg/chart/v2/util/dependencies.go */
function isOff(dependency: Target, values: ValuesOrigin, repository: Repository): boolean {
  const conditions = stringBelow(dependency, 'condition')?.value.split(',') ?? []
  const given = chartValuesOf(values, repository)
  const said = conditions.map(path => given.find(...path.trim().split('.'))?.value).find(value => value !== undefined)
  return said === false || said === 'false'
}

/** The charts that a kustomization inflates, and those on which it builds. */
export function chartsOfKustomization(
  application: Application,
  source: ApplicationSource,
  folder: string,
  repository: Repository,
  folders: Folders
): ChartUse[] {
  const written = stringBelow(source.target, 'kustomize', 'namespace')?.value
  const fallback = application.destination.namespace?.value
  return inflatedIn(folder, written, { repository, folders, seen: new Set() }).map(({ namespace, ...use }) => ({
    ...use,
    source,
    namespace: namespace ?? fallback,
    values: undefined
  }))
}

interface Walk {
  readonly repository: Repository
  readonly folders: Folders
  readonly seen: Set<string>
}

/** @param outer the namespace that the kustomizations above write into everything */
function inflatedIn(folder: string, outer: string | undefined, walk: Walk): Omit<ChartUse, 'source' | 'values'>[] {
  const { repository, folders, seen } = walk
  const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].map(name => `${prefixOf(folder)}${name}`)
  const file = names.find(name => folders.isFile(name))
  const kustomization = file === undefined || seen.has(folder) ? undefined : manifestAt(file, repository)
  if (!kustomization) return []
  seen.add(folder)
  const namespace = outer ?? stringAt(kustomization, 'namespace')?.value
  const own = itemsAt(kustomization, 'helmCharts').flatMap(item => inflatedBy(item, namespace))
  const bases = ['resources', 'bases', 'components'].flatMap(key => itemsAt(kustomization, key))
  return [...own, ...bases.flatMap(({ value }) => inflatedIn(folderFrom(folder, value) ?? folder, namespace, walk))]
}

function inflatedBy(item: Located, outer: string | undefined): Omit<ChartUse, 'source' | 'values'>[] {
  const name = stringBelow(item, 'name')
  const pinned = stringBelow(item, 'version')
  if (!name) return []
  const namespace = outer ?? stringBelow(item, 'namespace')?.value
  const release = stringBelow(item, 'releaseName')?.value
  return [{ chart: name.value, version: pinned?.value ?? '', at: name, pinned, namespace, release }]
}

function folderFrom(folder: string, entry: Json): string | undefined {
  return typeof entry === 'string' && !entry.startsWith('/') ? cleaned(`${prefixOf(folder)}${entry}`) : undefined
}

function prefixOf(folder: string): string {
  return folder === '' ? '' : `${folder}/`
}

const known = new WeakMap<Repository, Map<string, Manifest | undefined>>()

/** A file that is no Kubernetes object, for its values to be found in it; read once for all Applications that share it. */
function manifestAt(path: string, repository: Repository): Manifest | undefined {
  let files = known.get(repository)
  if (!files) known.set(repository, (files = new Map()))
  if (!files.has(path)) files.set(path, readAt(path, repository))
  return files.get(path)
}

function readAt(path: string, repository: Repository): Manifest | undefined {
  const document = documentAt(path, repository)
  if (!document || !isObject(document.value)) return undefined
  return { apiVersion: '', kind: '', name: '', namespace: undefined, object: document.value, origin: document.origin }
}
