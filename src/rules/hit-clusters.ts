// Which secondaries an object hits, when it is not one cluster's own.
import type { Fleet } from '../model/fleet.ts'
import type { Manifest } from '../model/manifest.ts'

/** The labels of the secondaries that a mistake in an object hits; none when it hits its own cluster alone. */
export type HitClusters = (manifest: Manifest) => readonly string[]

/**
 * An object that several secondaries get hits them all. One that is generated or rendered hits its own: a finding in the template, or in
 * values that many share, is made for each of them, and told once with all.
 */
export function hitClustersOf(fleet: Fleet): HitClusters {
  let known: Map<Manifest, string[]> | undefined
  let written: Set<Manifest> | undefined
  return manifest => {
    const labels = (known ??= labelsOf(fleet)).get(manifest) ?? []
    return labels.length > 1 || !(written ??= new Set(fleet.manifests)).has(manifest) ? labels : []
  }
}

function labelsOf({ secondaries }: Fleet): Map<Manifest, string[]> {
  const labels = new Map<Manifest, string[]>()
  const add = (manifest: Manifest, label: string): void => {
    const others = labels.get(manifest)
    if (!others) labels.set(manifest, [label])
    else if (others.at(-1) !== label) others.push(label)
  }
  for (const { site, label } of secondaries) {
    for (const { application, manifests } of site.deliveries) {
      if (application) add(application.manifest, label)
      for (const manifest of manifests) add(manifest, label)
    }
  }
  return labels
}
