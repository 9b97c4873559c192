// Whether a repository speaks of Kasten at all: where it does not, nothing has to be rendered to know that there is no fleet.
import type { Repository } from './repository.ts'

/** Part of each name that makes a primary or a secondary: `dist.kio.kasten.io`, `kasten-io-mc`, `mc-join`, the chart `k10`. */
const words = /kasten|mc-join|\bk10\b/i
/** Texts that Helm and Kustomize build from, and Applications are written in. */
const texts = /\.(?:ya?ml|json|tpl|txt|env|properties)$|(?:^|\/)Kustomization$/i

/** Looks at what was read first, since most fleets end the search there. */
export function speaksOfKasten({ files, checkout }: Repository): boolean {
  for (const { path, text } of files.values()) if (words.test(path) || words.test(text)) return true
  return checkout.paths.some(path => {
    if (words.test(path)) return true
    if (!texts.test(path) || files.has(path)) return false
    const content = checkout.read(path)
    return 'text' in content && words.test(content.text)
  })
}
