// What a source that must be rendered gives, as a value: asked for by the fleet, rendered outside, handed in again.
import type { Application, ApplicationSource } from './application.ts'
import type { Manifest } from './manifest.ts'

/** A source that Helm or Kustomize has to render before it can be judged. */
export interface RenderRequest {
  /** Equal for requests that give the same objects, so that none is rendered twice. */
  readonly key: string
  readonly tool: 'helm' | 'kustomize'
  readonly application: Application
  readonly source: ApplicationSource
  /** The folder of the chart or kustomization. */
  readonly folder: string
}

/** The objects, or why there are none. */
export type Rendering = { readonly manifests: readonly Manifest[] } | { readonly notRendered: string }

/** What has been rendered so far, by the key of the request. */
export type Renderings = ReadonlyMap<string, Rendering>
