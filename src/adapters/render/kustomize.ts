// Calls `kustomize build` or `kubectl kustomize` on a copy of a kustomization and of all it builds on.
import { join } from 'node:path'
import { closureOf } from '../../model/kustomize/kustomization.ts'
import type { RenderRequest } from '../../model/rendering.ts'
import { liesIn, type Checkout } from '../../source/checkout.ts'
import { run, type Ran } from './process.ts'
import { inWorkshop } from './workshop.ts'

type KustomizeRequest = Extract<RenderRequest, { readonly tool: 'kustomize' }>

/** What the tool writes for a request, with an annotation on each object that says which file it is from. */
export function kustomizeBuild(
  tool: string,
  first: string,
  { kustomize }: KustomizeRequest,
  checkout: Checkout
): Promise<Ran> {
  return inWorkshop(async workshop => {
    const folders = closureOf(kustomize).map(({ folder }) => folder)
    for (const path of checkout.paths) {
      if (!folders.some(folder => liesIn(path, folder))) continue
      const content = checkout.read(path)
      if ('text' in content) workshop.write(path, content.text)
    }
    const metadata = Array.isArray(kustomize.object.buildMetadata) ? kustomize.object.buildMetadata : []
    const object = { ...kustomize.object, buildMetadata: [...new Set([...metadata, 'originAnnotations'])] }
    workshop.write(kustomize.file, JSON.stringify(object))
    const restricted = [
      '--load-restrictor=LoadRestrictionsRootOnly',
      '--enable-alpha-plugins=false',
      '--enable-helm=false'
    ]
    return run(tool, [first, join(workshop.folder, kustomize.folder), ...restricted], workshop.folder, workshop.home)
  })
}
