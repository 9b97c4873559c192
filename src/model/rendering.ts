// What a source that must be rendered gives, as a value: asked for by the fleet, rendered outside, handed in again.
import type { Application, ApplicationSource } from './application.ts'
import type { HelmInputs } from './helm/inputs.ts'
import type { Kustomization } from './kustomize/kustomization.ts'

/** A source that a tool outside has to render before it can be judged. */
export type RenderRequest = RequestOf & {
  /** Equal for requests that give the same objects, so that none is rendered twice. A hash of all that decides. */
  readonly key: string
  readonly application: Application
  readonly source: ApplicationSource
  /** The folder of the chart or kustomization. */
  readonly folder: string
}

/** What to render with, by tool. */
export type RequestOf =
  | { readonly tool: 'helm'; readonly helm: HelmInputs }
  | { readonly tool: 'kustomize'; readonly kustomize: Kustomization }

/** What the tool wrote, or why it wrote nothing. */
export type Rendering = { readonly text: string } | { readonly notRendered: string }

/** What has been rendered so far, by the key of the request. */
export type Renderings = ReadonlyMap<string, Rendering>
