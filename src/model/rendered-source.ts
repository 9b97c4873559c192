// What a Helm or Kustomize source gives: built here when it is plain, else by what a tool outside has written.
import { createHash } from 'node:crypto'
import type { Place } from '../source/place.ts'
import type { Application, ApplicationSource } from './application.ts'
import type { Folders } from './folders.ts'
import { chartOf, type Chart } from './helm/chart.ts'
import { helmOutputOf } from './helm/helm-output.ts'
import { helmInputsOf, type HelmInputs } from './helm/inputs.ts'
import { plainRendering } from './helm/plain-rendering.ts'
import type { ValuesLayer } from './helm/values.ts'
import { configured } from './kustomize/configured.ts'
import { closureOf, kustomizationOf, type Kustomization, type NotBuilt } from './kustomize/kustomization.ts'
import { kustomizeOutputOf } from './kustomize/kustomize-output.ts'
import { partsOf } from './kustomize/parts.ts'
import { plainBuild } from './kustomize/plain-build.ts'
import { itemsAt, type Manifest, type Target } from './manifest.ts'
import type { RenderRequest, RequestOf, Renderings } from './rendering.ts'
import type { Repository } from './repository.ts'

/** What is known while the sources of a repository are rendered: what several of them share is read once. */
export interface SourceRenderer {
  readonly repository: Repository
  readonly folders: Folders
  /** The URL of this repository. */
  readonly own: string | undefined
  readonly renderings: Renderings
  readonly charts: Map<string, Chart | { readonly wrong: string }>
  readonly valueFiles: Map<string, ValuesLayer | undefined>
  readonly kustomizations: Map<string, Kustomization | NotBuilt>
}

/** A source to render. */
export interface ToRender {
  readonly tool: 'helm' | 'kustomize'
  readonly application: Application
  readonly source: ApplicationSource
  readonly folder: string
}

/** The objects, and why there are none, or may be too few. */
export interface RenderedSource {
  readonly manifests: readonly Manifest[] | undefined
  readonly notRendered: { readonly about: Target; readonly reason: string; readonly failsAt?: Place } | undefined
  /** Asked for where the objects can't be built here. */
  readonly request: RenderRequest | undefined
  /** Objects of the repository that were built upon: they reach the cluster only as built. */
  readonly built: readonly Manifest[]
}

/** A renderer that has rendered nothing yet. */
export function sourceRendererOf(
  repository: Repository,
  folders: Folders,
  own: string | undefined,
  renderings: Renderings
): SourceRenderer {
  return { repository, folders, own, renderings, charts: new Map(), valueFiles: new Map(), kustomizations: new Map() }
}

/** Renders a source as far as it can be. */
export function renderedSource(asked: ToRender, renderer: SourceRenderer): RenderedSource {
  return asked.tool === 'helm' ? helmSource(asked, renderer) : kustomizeSource(asked, renderer)
}

function helmSource(asked: ToRender, renderer: SourceRenderer): RenderedSource {
  const { application, source, folder } = asked
  const { repository, folders } = renderer
  const chart = remembered(renderer.charts, folder, () => chartOf(folder, repository, folders))
  if ('wrong' in chart) return failed(asked, chart.wrong)
  const inputs = helmInputsOf({ application, source, folder, folders, repository: renderer.own })
  if ('wrong' in inputs) return failed(asked, inputs.wrong, inputs.about)
  const manifests = plainRendering(chart, inputs, repository, renderer.valueFiles)
  if (manifests) return { manifests, notRendered: undefined, request: undefined, built: [] }
  const key = keyOf(asked, [chart.digest(), ...givenTo(inputs, repository)])
  const result = outside(asked, { tool: 'helm', helm: inputs }, key, renderer, text =>
    helmOutputOf(text, { chart, inputs, source, repository, files: renderer.valueFiles })
  )
  const asks =
    inputs.apiVersions.length === 0 && chart.templates.some(({ text }) => text.includes('.Capabilities.APIVersions'))
  return result.manifests && asks ? { ...result, notRendered: failed(asked, asksCluster).notRendered } : result
}

const asksCluster =
  'its chart asks which APIs the cluster has (.Capabilities.APIVersions), so objects may be missing here: list them in helm.apiVersions'

/** All that decides a chart's rendering, beside the chart. */
function givenTo(inputs: HelmInputs, { checkout }: Repository): unknown[] {
  const { release, namespace, files, inline, parameters, fileParameters, ...flags } = inputs
  const contents = [...files, ...fileParameters].map(({ path }) => checkout.read(path))
  const set = parameters.map(({ name, value, forceString }) => [name, value, forceString])
  return [release.text, namespace?.text, contents, inline?.value, set, fileParameters.map(({ name }) => name), flags]
}

function kustomizeSource(asked: ToRender, renderer: SourceRenderer): RenderedSource {
  const { application, source, folder } = asked
  const { repository, folders } = renderer
  const found = remembered(renderer.kustomizations, folder, () => kustomizationOf(folder, repository, folders))
  if ('wrong' in found) return unbuilt(failed(asked, found.wrong), found.failsAt)
  const [component] = itemsAt(source.target.manifest, ...source.target.path, 'kustomize', 'components')
  if (component) return failed(asked, 'its Application adds components, which are not added here', component)
  const kustomization = configured(found, application, source)
  const { resources, patches } = partsOf(kustomization, repository)
  const manifests = plainBuild(kustomization, repository)
  if (manifests) return { manifests, notRendered: undefined, request: undefined, built: resources }
  const key = keyOf(asked, [kustomization.object, contentsOf(kustomization, renderer)])
  const result = outside(asked, { tool: 'kustomize', kustomize: kustomization }, key, renderer, text =>
    kustomizeOutputOf(text, kustomization, repository)
  )
  return { ...result, built: [...resources, ...patches] }
}

function unbuilt(source: RenderedSource, failsAt: Place | undefined): RenderedSource {
  return failsAt && source.notRendered ? { ...source, notRendered: { ...source.notRendered, failsAt } } : source
}

function contentsOf(kustomization: Kustomization, { folders, repository }: SourceRenderer): unknown[] {
  return closureOf(kustomization).map(({ folder }) =>
    folders.filesIn(folder, true).map(path => [path, repository.checkout.read(path)])
  )
}

function keyOf({ tool, folder }: ToRender, parts: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([tool, folder, ...parts]))
    .digest('hex')
}

/** What a tool outside has written of it, or a request to write it. */
function outside(
  asked: ToRender,
  by: RequestOf,
  key: string,
  { renderings }: SourceRenderer,
  read: (text: string) => readonly Manifest[] | { readonly wrong: string }
): RenderedSource {
  const { application, source, folder } = asked
  const request: RenderRequest = { ...by, key, application, source, folder }
  const rendering = renderings.get(key)
  if (!rendering) {
    const what = asked.tool === 'helm' ? 'a Helm chart' : 'a kustomization'
    return { ...failed(asked, `it is ${what} that was not rendered`), request }
  }
  const result = 'text' in rendering ? read(rendering.text) : { wrong: rendering.notRendered }
  if ('wrong' in result) return { ...failed(asked, result.wrong), request }
  return { manifests: result, notRendered: undefined, request, built: [] }
}

function failed({ source }: ToRender, reason: string, about?: Target): RenderedSource {
  const notRendered = { about: about ?? source.path ?? source.target, reason }
  return { manifests: undefined, notRendered, request: undefined, built: [] }
}

function remembered<T>(found: Map<string, T>, key: string, read: () => T): T {
  const known = found.get(key)
  if (known !== undefined) return known
  const value = read()
  found.set(key, value)
  return value
}
