// What one Argo CD Application puts on one cluster, resolved from the checkout as Argo CD would.
import type { Application, ApplicationSource, Tool } from './application.ts'
import { chartsOfChart, chartsOfKustomization, namedChart, type ChartUse } from './chart-use.ts'
import { clusterKeyOf } from './cluster.ts'
import { type DirectoryReader, directoryReaderOf, directorySource } from './directory-source.ts'
import { elsewhereReason } from './elsewhere.ts'
import type { Folders } from './folders.ts'
import { overriddenSource } from './helm/overridden-source.ts'
import type { Manifest, Target } from './manifest.ts'
import { renderedSource, sourceRendererOf, type SourceRenderer } from './rendered-source.ts'
import type { RenderRequest, Renderings } from './rendering.ts'
import type { Repository } from './repository.ts'
import type { Settings } from './settings.ts'
import { cleaned, sourcePathOf } from './source-path.ts'
import type { Place } from '../source/place.ts'

/** What Argo CD would refuse or find empty, at the place that says so. */
export interface SourceTrouble {
  readonly about: Target
  readonly problem: 'absolute' | 'leaves' | 'missing' | 'file' | 'empty' | 'bad-pattern'
}

/** Why a part was not read. */
export interface NotRead {
  readonly about: Target
  readonly reason: string
  /** Set where Argo CD can't read it either: the place to mend. */
  readonly failsAt?: Place
}

/** Everything an Application puts on its cluster, as far as the checkout shows. */
export interface Delivery {
  /** Undefined for a folder whose role was found by its contents. */
  readonly application: Application | undefined
  /** Equal for deliveries to the same cluster; undefined when the destination is not one. */
  readonly cluster: string | undefined
  /** Where namespaced objects without a namespace land. */
  readonly namespace: string | undefined
  readonly manifests: readonly Manifest[]
  /** Whether all of it was read: only then does absence mean anything. */
  readonly complete: boolean
  readonly troubles: readonly SourceTrouble[]
  readonly charts: readonly ChartUse[]
  readonly notRead: readonly NotRead[]
  /** What a tool outside has to render of it, or has rendered. */
  readonly requests: readonly RenderRequest[]
  /** Objects of the repository that it is built from: they reach the cluster only as built. Absent when there are none. */
  readonly built?: readonly Manifest[]
}

/** Resolves Applications; what two of them share is read once. */
export interface Resolver {
  deliveryOf(application: Application): Delivery
}

interface Collected {
  manifests: Manifest[][]
  complete: boolean
  readonly troubles: SourceTrouble[]
  readonly charts: ChartUse[]
  readonly notRead: NotRead[]
  readonly requests: RenderRequest[]
  readonly built: Manifest[]
}

/** A resolver over a repository. */
export function resolverOf(
  repository: Repository,
  folders: Folders,
  settings: Settings,
  renderings: Renderings
): Resolver {
  const renderer = sourceRendererOf(repository, folders, settings.repository, renderings)
  const context = { ...directoryReaderOf(repository, folders), settings, renderer }
  return { deliveryOf: application => deliveryOf(application, context) }
}

interface Context extends DirectoryReader {
  readonly settings: Settings
  readonly renderer: SourceRenderer
}

function deliveryOf(application: Application, context: Context): Delivery {
  const collected: Collected = {
    manifests: [],
    complete: true,
    troubles: [],
    charts: [],
    notRead: [],
    requests: [],
    built: []
  }
  for (const source of application.sources) collect(application, source, context, collected)
  const { manifests, ...rest } = collected
  return {
    application,
    cluster: clusterKeyOf(application.destination),
    namespace: application.destination.namespace?.value,
    manifests: manifests.length === 1 ? manifests[0]! : manifests.flat(),
    ...rest
  }
}

function collect(application: Application, source: ApplicationSource, context: Context, into: Collected): void {
  if (source.chart) {
    into.charts.push(...namedChart(application, source))
    into.complete = false
    return
  }
  if (!source.path) {
    if (!source.ref) into.complete = false
    return
  }
  const elsewhere = elsewhereReason(source.repoURL?.value, source.targetRevision?.value, context.settings)
  if (elsewhere) {
    into.complete = false
    into.notRead.push({ about: source.repoURL ?? source.target, reason: elsewhere })
    return
  }
  const path = sourcePathOf(source.path.value, context.folders)
  if ('wrong' in path) {
    into.complete = false
    if (context.folders.isInSubmodule(cleaned(source.path.value) ?? ''))
      into.notRead.push({ about: source.path, reason: 'it lies in a submodule that is not checked out' })
    else into.troubles.push({ about: source.path, problem: path.wrong })
  } else collectFolder(application, source, path.folder, context, into)
}

function collectFolder(
  application: Application,
  written: ApplicationSource,
  folder: string,
  context: Context,
  into: Collected
): void {
  const source = overriddenSource(written, folder, application.name, context.repository, context.folders)
  const tool = toolOf(source, folder, context.folders)
  if (tool === 'directory') collectDirectory(source, folder, context, into)
  else if (tool === 'plugin') {
    into.complete = false
    into.notRead.push({ about: source.target, reason: 'a config management plugin renders it' })
  } else {
    into.charts.push(...chartsIn(tool, application, source, folder, context))
    const { manifests, notRendered, request, built } = renderedSource(
      { tool, application, source, folder },
      context.renderer
    )
    if (request) into.requests.push(request)
    if (notRendered) {
      into.notRead.push(notRendered)
      into.complete = false
    }
    if (manifests) into.manifests.push([...manifests])
    into.built.push(...built)
  }
}

/** The charts that a chart, or a kustomization, brings along. */
function chartsIn(
  tool: 'helm' | 'kustomize',
  application: Application,
  source: ApplicationSource,
  folder: string,
  { repository, folders }: Context
): ChartUse[] {
  return tool === 'helm'
    ? chartsOfChart(application, source, folder, repository)
    : chartsOfKustomization(application, source, folder, repository, folders)
}

/**
 * The tool Argo CD takes for a folder: the one configured, else a chart, a kustomization, a plain directory.
 * argo-cd: reposerver/repository/repository.go GetAppSourceType, util/app/discovery/discovery.go
 */
export function toolOf(source: ApplicationSource, folder: string, folders: Folders): Tool {
  if (source.tools.length > 0) return source.tools[0]!
  const names = folders.filesIn(folder, false).map(path => path.slice(path.lastIndexOf('/') + 1))
  if (names.some(name => /^kustomization\.ya?ml$|^Kustomization$/.test(name))) return 'kustomize'
  return names.some(name => name.endsWith('Chart.yaml')) ? 'helm' : 'directory'
}

function collectDirectory(source: ApplicationSource, folder: string, context: Context, into: Collected): void {
  const { manifests, complete, badPattern } = directorySource(source, folder, context)
  if (badPattern) {
    const about = { ...source.target, path: [...source.target.path, 'directory'] }
    into.troubles.push({ about, problem: 'bad-pattern' })
  }
  if (!complete) into.complete = false
  else if (manifests.length === 0) into.troubles.push({ about: source.path ?? source.target, problem: 'empty' })
  into.manifests.push(manifests)
}
