// Renders what only Helm or Kustomize can render; a run has one, and it never throws.
import type { Renderings, RenderRequest } from '../model/rendering.ts'
import type { Checkout } from '../source/checkout.ts'

/** Renders charts and kustomizations of a checkout. */
export interface Renderer {
  /** An answer for each request, by its key: what the tool wrote, or why it wrote nothing. Equal keys are rendered once. */
  render(requests: readonly RenderRequest[], checkout: Checkout): Promise<Renderings>
}
