// Renders requests with the tools on PATH, as many at a time as there are cores, and none twice.
import { availableParallelism } from 'node:os'
import type { Rendering, Renderings, RenderRequest } from '../../model/rendering.ts'
import type { Renderer } from '../../ports/renderer.ts'
import type { Checkout } from '../../source/checkout.ts'
import { helmTemplate } from './helm.ts'
import { kustomizeBuild } from './kustomize.ts'
import { onPath } from './process.ts'

const noHelm = 'only Helm can render this chart, and helm is not on PATH: install it (azure/setup-helm)'
const noKustomize =
  'only Kustomize can build this kustomization, and neither kustomize nor kubectl is on PATH: install one (azure/setup-kubectl)'

/** Milliseconds: however many hostile charts there are, the run comes to an end. */
const longestAltogether = 300_000
const tooLong = `rendering everything takes longer than ${longestAltogether / 60_000} minutes`

/** @param path the PATH to look for tools on */
export function rendererOn(path: string): Renderer {
  const known = new Map<string, Promise<Rendering>>()
  const tools = toolsOn(path)
  const atMost = limited(availableParallelism())
  let since: number | undefined
  return {
    async render(requests, checkout): Promise<Renderings> {
      const renderings = requests.map(async (request): Promise<readonly [string, Rendering]> => {
        let rendering = known.get(request.key)
        if (!rendering) {
          since ??= performance.now()
          const until = since + longestAltogether
          rendering = atMost(async () =>
            performance.now() > until ? { notRendered: tooLong } : renderingOf(request, tools, checkout)
          )
          known.set(request.key, rendering)
        }
        return [request.key, await rendering]
      })
      return new Map(await Promise.all(renderings))
    }
  }
}

interface Tools {
  readonly helm: string | undefined
  readonly kustomize: readonly [tool: string, command: string] | undefined
}

function toolsOn(path: string): Tools {
  const kustomize = onPath('kustomize', path)
  const kubectl = onPath('kubectl', path)
  return {
    helm: onPath('helm', path),
    kustomize: kustomize ? [kustomize, 'build'] : kubectl ? [kubectl, 'kustomize'] : undefined
  }
}

async function renderingOf(request: RenderRequest, { helm, kustomize }: Tools, checkout: Checkout): Promise<Rendering> {
  try {
    if (request.tool === 'helm') return helm ? await helmTemplate(helm, request, checkout) : { notRendered: noHelm }
    return kustomize ? await kustomizeBuild(...kustomize, request, checkout) : { notRendered: noKustomize }
  } catch (error) {
    return {
      notRendered: `it could not be prepared (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'})`
    }
  }
}

/** Runs at most so many works at a time, the rest in order. */
function limited(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async work => {
    if (running >= most) await new Promise<void>(resolve => waiting.push(resolve))
    else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
